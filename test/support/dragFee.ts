import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { cell, saved } from '../e2e/screen.ts'
import { pageScript } from './pageScript.ts'
import type { Move } from './pointerMoves.ts'

/** Pixels to either side. */
const reach = 40

/**
 * Drags the monthly fee of a deal to and fro in so many moves, with something done after each. Answers with the moves
 * that changed the fee, each with the one before it. What is shown: the fee, the contract value, the line of the chart.
 */
export async function dragFee(
  page: Page,
  dealId: string,
  rounds: number,
  between: (round: number) => Promise<void> = () => Promise.resolve(),
): Promise<{ before: Move; after: Move }[]> {
  await page.evaluate(await pageScript(resolve(import.meta.dirname, 'pointerMoves.ts')))
  await cell(page, 'monthlyFee', dealId).click()
  const slider = page.getByRole('slider', { name: /^Monthly fee of/ })
  const thumb = (await slider.locator('..').boundingBox())!
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2]
  await page.evaluate(([selectors, following]) => window.watchMoves(selectors, following), [
    [
      'input[type="range"]',
      `[data-figure="totalContractValue"] [data-deal="${dealId}"] [data-part="text"]`,
      `figure[data-chart="payments"] [data-series="deal:${dealId}"]`,
    ],
    'button[data-chart="cumulative"] svg',
  ] as const)
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let round = 0; round < rounds; round++) {
    // What follows a frame, out of view, is done by then: it is no part of the next.
    await idle(page)
    // As a hand does it: to the right, back, to the left, and back.
    await page.mouse.move(x + Math.sin((round / rounds) * 2 * Math.PI) * reach, y)
    await between(round)
  }
  await page.mouse.up()
  const moves = await page.evaluate(() => window.takeMoves())
  await saved(page)
  return moves.flatMap((after, i) => {
    const before = moves[i - 1]
    return before && after.shown[0] !== before.shown[0] ? [{ before, after }] : []
  })
}

/** Resolves once the page has nothing left to do. */
export const idle = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestIdleCallback(done)))

import type { Page } from '@playwright/test'
import { documentOf } from '../../shared/document/documentOf.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { expect, test } from '../e2e/app.ts'
import { cell, colossus, paste, saved, third } from '../e2e/screen.ts'
import { percentile } from './median.ts'
import { pageScript } from './pageScript.ts'

const rounds = 60
const limit = 2
/** Pixels to either side. */
const reach = 40

interface Move {
  work: number
  seen: readonly string[]
  frames: number | null
}

/** Eight deals of sixty months: the sample’s, made longer, and five of their kind with fees of their own. */
async function eightOfSixtyMonths(page: Page): Promise<void> {
  const book = sampleBook()
  const copies = [1, 2, 3, 4, 5].map((number) => ({
    ...documentOf(dealTerms(book, third), 'USD'),
    name: `Offer ${number}`,
    end: '2031-05-01',
    charges: documentOf(dealTerms(book, third), 'USD').charges!.map((charge) => ({
      ...charge,
      monthlyFee: 1_200_000_000_00 + number * 7_000_000_00,
    })),
  }))
  await cell(page, 'end', colossus).focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('30 Apr 2031')
  await page.keyboard.press('Enter')
  await cell(page, 'end', colossus).focus()
  await page.keyboard.press('Shift+Space')
  await page.keyboard.press('ControlOrMeta+R')
  await expect(cell(page, 'end', third)).toContainText('30 Apr 2031')
  await paste(page, JSON.stringify(copies))
  await expect(page.locator('th[data-term="name"]')).toHaveCount(8)
}

const idle = (page: Page) => page.evaluate(() => new Promise((done) => requestIdleCallback(done)))

/** Drags the fee of a deal to and fro, and between two moves has the charting library draw its own lines anew. */
async function dragged(page: Page, dealId: string) {
  await cell(page, 'monthlyFee', dealId).click()
  const slider = page.getByRole('slider', { name: /^Monthly fee of/ })
  const thumb = (await slider.locator('..').boundingBox())!
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2]
  await page.evaluate(
    ([selectors, following]) =>
      (window as unknown as { watchMoves(of: readonly string[], following: string): void }).watchMoves(
        selectors,
        following,
      ),
    [
      [
        'input[type="range"]',
        `[data-figure="totalContractValue"] [data-deal="${dealId}"] [data-part="text"]`,
        `figure[data-chart="payments"] [data-series="deal:${dealId}"]`,
      ],
      'button[data-chart="cumulative"] svg',
    ] as const,
  )
  await page.mouse.move(x, y)
  await page.mouse.down()
  const bare: number[] = []
  for (let round = 0; round < rounds; round++) {
    // What follows a frame, out of view, is done by then: it is no part of the next.
    await idle(page)
    // As a hand does it: to the right, back, to the left, and back.
    await page.mouse.move(x + Math.sin((round / rounds) * 2 * Math.PI) * reach, y)
    bare.push(
      await page.evaluate(
        (number) =>
          new Promise<number>((done) =>
            requestIdleCallback(() =>
              done((window as unknown as { bareUpdate(round: number): number }).bareUpdate(number)),
            ),
          ),
        round,
      ),
    )
  }
  await page.mouse.up()
  const moves = await page.evaluate(() => (window as unknown as { takeMoves(): Move[] }).takeMoves())
  await saved(page)
  return { bare, moves }
}

test('with eight deals of sixty months figures and the chart in focus follow a drag in its frame, at less than twice a bare chart', async ({
  app: { page },
}) => {
  test.setTimeout(120_000)
  await eightOfSixtyMonths(page)
  await page.evaluate(await pageScript('bareChart.tsx'))
  for (const [dealId, what] of [
    [third, 'one deal'],
    [colossus, 'the baseline, which changes every column,'],
  ] as const) {
    const { bare, moves } = await dragged(page, dealId)
    const changing = moves.filter(({ seen }, i) => i > 0 && seen[0] !== moves[i - 1]!.seen[0])
    expect(changing.length).toBeGreaterThan(rounds / 2)
    // In the turn in which the slider says another fee, the figure and the chart do, too.
    for (const [i, { seen }] of moves.entries()) {
      const before = moves[i - 1]
      if (!before || before.seen[0] === seen[0]) continue
      expect([seen[1] !== before.seen[1], seen[2] !== before.seen[2]]).toEqual([true, true])
    }
    // The other charts follow within three frames.
    for (const { frames } of changing) expect(frames ?? Infinity).toBeLessThanOrEqual(3)
    const work = changing.map((move) => move.work)
    const ratio = percentile(work, 95) / percentile(bare, 95)
    console.log(
      `drag of ${what} p95 ${percentile(work, 95).toFixed(1)} ms (median ${percentile(work, 50).toFixed(1)}), eight bare lines p95 ${percentile(bare, 95).toFixed(1)} ms (median ${percentile(bare, 50).toFixed(1)}), ratio ${ratio.toFixed(2)} (limit ${limit})`,
    )
    expect(ratio).toBeLessThan(limit)
  }
})

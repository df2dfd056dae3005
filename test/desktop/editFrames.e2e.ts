import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { colossus, saved, third } from '../e2e/screen.ts'
import { dragFee, idle } from '../support/dragFee.ts'
import { showEightDeals, showEightDealsOfSixtyMonths } from '../support/eightDeals.ts'
import { typeFee } from '../support/typeFee.ts'

/** The figures in the window's view, not under its scroll bars, each with its deal: what a reader sees of them. */
async function figuresInView(page: Page, inFrameAfter?: { press: string }): Promise<string[]> {
  return page.evaluate(async (pressed) => {
    const read = () => {
      const scroller = document.querySelector('[data-testid="figures"]')!.parentElement!
      const { x, y } = scroller.getBoundingClientRect()
      const view = new DOMRect(
        x + scroller.clientLeft,
        y + scroller.clientTop,
        scroller.clientWidth,
        scroller.clientHeight,
      )
      return [...document.querySelectorAll<HTMLElement>('[data-figure] td')]
        .filter((cell) => {
          const { left, right, top, bottom } = cell.getBoundingClientRect()
          return right > view.left && left < view.right && bottom > view.top && top < view.bottom
        })
        .map((cell) => `${cell.parentElement!.dataset['figure']} ${cell.dataset['deal']} ${cell.textContent}`)
    }
    if (pressed === undefined) return read()
    document
      .querySelector(pressed)!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    return new Promise<string[]>((done) => requestAnimationFrame(() => done(read())))
  }, inFrameAfter?.press)
}

test('the frame that shows an edit has every figure in view, and those out of view follow', async ({
  app: { page },
}) => {
  await showEightDeals(page)
  const before = await figuresInView(page)
  const field = await typeFee(page, colossus, '1.3b')
  const framed = await figuresInView(page, { press: field })
  await saved(page)
  await idle(page)
  expect(framed).toEqual(await figuresInView(page))
  expect(framed.filter((text) => !before.includes(text)).length).toBeGreaterThan(framed.length / 2)

  const runRate = page.locator(`[data-figure="exitRunRate"] [data-deal="${colossus}"]`)
  expect(framed.join()).not.toContain('exitRunRate')
  await expect(runRate).toContainText('15.600')
})

test('the frame that shows an edit has the chart in focus', async ({ app: { page } }) => {
  await showEightDeals(page)
  const field = await typeFee(page, third, '1.3b')
  const [before, framed] = await page.evaluate(
    ([pressed, drawn]) =>
      new Promise<[string, string]>((done) => {
        const line = () => document.querySelector(drawn)!.outerHTML
        const [first, key] = [line(), { key: 'Enter', bubbles: true, cancelable: true }]
        document.querySelector(pressed)!.dispatchEvent(new KeyboardEvent('keydown', key))
        // Read once the frame is painted, before the next.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => done([first, line()]))
          port1.start()
          port2.postMessage(null)
        })
      }),
    [field, `figure[data-chart="payments"] [data-series="deal:${third}"]`] as const,
  )
  await saved(page)
  await idle(page)
  expect(framed).not.toBe(before)
  expect(framed).toBe(
    await page
      .locator(`figure[data-chart="payments"] [data-series="deal:${third}"]`)
      .evaluate((line) => line.outerHTML),
  )
})

test('figures and the chart in focus follow a drag in its own turn', async ({ app: { page } }) => {
  await showEightDealsOfSixtyMonths(page)
  for (const dealId of [third, colossus]) {
    const moves = await dragFee(page, dealId, 12)
    expect(moves.length).toBeGreaterThan(6)
    for (const { before, after } of moves)
      expect(after.shown.map((text, i) => text !== before.shown[i])).toEqual([true, true, true])
  }
})

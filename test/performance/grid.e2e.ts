import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { cell, colossus, second, third } from '../e2e/screen.ts'
import { median } from './median.ts'
import { pageScript } from './pageScript.ts'

const rounds = 31
const limit = 5

/** The baseline and seven copies, which differ in nothing: only what differs is no row, every term is all of them. */
async function eightEqualDeals(page: Page): Promise<void> {
  for (const deal of ['Colossus second lease', 'Longer ramp, +2 %'])
    await page.getByRole('checkbox', { name: `Show ${deal}` }).uncheck()
  for (let count = 2; count <= 8; count++) {
    await cell(page, 'name', colossus).focus()
    await page.keyboard.press('ControlOrMeta+D')
    await expect(page.locator('th[data-term="name"]')).toHaveCount(count)
  }
}

/** Milliseconds from a key press until what it mounts is in the page and laid out. */
const mounting = (page: Page, pressed: string, key: string, watched: string): Promise<number> =>
  page.evaluate(
    ([pressedSelector, letter, watchedSelector]) =>
      new Promise<number>((done) => {
        const target = document.querySelector(watchedSelector)!
        let start = 0
        const observer = new MutationObserver(() => {
          observer.disconnect()
          target.getBoundingClientRect()
          done(performance.now() - start)
        })
        observer.observe(target, { childList: true, subtree: true })
        requestIdleCallback(() => {
          const init = { key: letter, ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }
          start = performance.now()
          document.querySelector(pressedSelector)!.dispatchEvent(new KeyboardEvent('keydown', init))
        })
      }),
    [pressed, key, watched] as const,
  )

test('the grid of eight deals and every term is mounted within five times a bare table @long', async ({
  app: { page },
}) => {
  test.setTimeout(120_000)
  await eightEqualDeals(page)
  await page.keyboard.press('ControlOrMeta+Shift+E')
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll('[data-testid="term-sheet"] tbody tr')]
      .map((row) => [...row.querySelectorAll('th[scope="row"], td')].map((each) => each.textContent))
      .filter(({ length }) => length === 9),
  )
  expect(texts.length).toBeGreaterThan(50)
  await page.evaluate((rows) => {
    document.body.dataset['rows'] = JSON.stringify(rows)
  }, texts)
  await page.evaluate(await pageScript('bareTable.tsx'))
  await page.keyboard.press('ControlOrMeta+Shift+D')
  await expect(page.getByText('No deal that is shown differs')).toBeVisible()

  const [bare, grid]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    bare.push(await mounting(page, '#bare-table', 'x', '#bare-table'))
    expect(await page.locator('#bare-table td').count()).toBe(texts.length * 8)
    await mounting(page, '#bare-table', 'x', '#bare-table')
    grid.push(await mounting(page, 'body', 'E', '[data-testid="term-sheet"] [role="grid"]'))
    expect(await page.locator('td[data-term]').count()).toBe(texts.length * 8)
    await mounting(page, 'body', 'D', '[data-testid="term-sheet"] [role="grid"]')
  }
  const ratio = median(grid) / median(bare)
  console.log(
    `8 deals x ${texts.length} terms: bare table ${median(bare).toFixed(1)} ms, grid ${median(grid).toFixed(1)} ms, ratio ${ratio.toFixed(2)} (limit ${limit})`,
  )
  expect(ratio).toBeLessThan(limit)
})

test('an edit of a deal draws no cell of another deal', async ({ app: { page } }) => {
  await page.evaluate(await pageScript('renderCount.tsx'))
  const drawnBy = (chargeId: string) =>
    page.evaluate(
      (id) =>
        window.cellsDrawnBy({ type: 'charge.set', chargeId: id, changes: { monthlyFee: 1_300_000_000_00 } }),
      chargeId,
    )
  const forThird = await drawnBy(`${third}/fee`)
  expect(Object.keys(forThird)).toEqual([third])
  expect(forThird[third]).toBeGreaterThan(50)
  // Of the baseline, against which the others stand: beside its own cells, those that now differ, or no longer do.
  const forBaseline = await drawnBy(`${colossus}/fee`)
  expect(forBaseline[colossus]).toBe(forThird[third])
  expect(forBaseline[second] ?? 0).toBe(0)
})

test('an edit draws the rows it changes and no other', async ({ app: { page } }) => {
  await page.evaluate(await pageScript('renderCount.tsx'))
  const drawnBy = (dealId: string, changes: { monthlyFee?: number; label?: string }) =>
    page.evaluate(
      ([chargeId, changed]) => window.rowsDrawnBy({ type: 'charge.set', chargeId, changes: changed }),
      [`${dealId}/fee`, changes] as const,
    )
  for (const deal of [third, colossus]) {
    expect(await drawnBy(deal, { monthlyFee: 1_300_000_000_00 })).toEqual(['monthlyFee'])
    expect(await drawnBy(deal, {})).toEqual([])
  }
})

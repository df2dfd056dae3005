import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { cell, colossus } from '../e2e/screen.ts'
import { pageScript } from '../support/pageScript.ts'
import { report } from './measurement.ts'
import { median } from './statistics.ts'

const rounds = 31

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

test('the grid of eight deals and every term', async ({ app: { page } }) => {
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
  await page.evaluate(await pageScript(resolve(import.meta.dirname, 'bareTable.tsx')))
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
  report({
    work: `grid of 8 deals and ${texts.length} terms, mounted`,
    unit: 'ms',
    value: median(grid),
    peer: { name: 'bare table', value: median(bare) },
  })
})

import type { Locator } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { cell, colossus, second, third } from '../e2e/screen.ts'

/** The widths of what can be scrolled and of its view, in pixels. */
const widths = (scroller: Locator) =>
  scroller.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])

test('what belongs together is in view together, in a usual window and at twice its size', async ({
  app: { page },
}) => {
  const sheet = page.getByTestId('term-sheet')
  await page.setViewportSize({ width: 1440, height: 900 })
  // Three deals beside the charts, with no bar to scroll sideways.
  for (const scroller of [sheet, page.getByTestId('figures').locator('..')]) {
    const [needed, given] = await widths(scroller)
    expect(needed).toBe(given)
  }
  // A headline that names another deal stays in its place.
  await cell(page, 'name', colossus).focus()
  const strip = (await page.getByRole('region', { name: /^Headline figures/ }).boundingBox())!
  for (const text of await page.locator('[data-headline] > *').all()) {
    const box = await text.boundingBox()
    if (box) expect(box.x + box.width).toBeLessThanOrEqual(strip.x + strip.width)
  }

  // 1440 pixels at twice the size: the baseline and one more, and beside the history any one.
  await page.setViewportSize({ width: 720, height: 450 })
  const inView = async (dealId: string) => {
    const [outer, inner] = [(await sheet.boundingBox())!, (await cell(page, 'name', dealId).boundingBox())!]
    return inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width
  }
  expect([await inView(colossus), await inView(second)]).toEqual([true, true])
  await page.keyboard.press('Control+Shift+h')
  await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible()
  await cell(page, 'name', third).focus()
  await expect.poll(() => inView(third)).toBe(true)
  await page.keyboard.press('Control+Shift+h')

  // Where charts stand in front of the sheet, the keyboard passes it by.
  await page.getByRole('button', { name: 'Charts', exact: true }).click()
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('charts').locator(':focus')).toHaveCount(1)
})

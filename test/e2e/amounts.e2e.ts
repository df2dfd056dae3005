import type { Page } from '@playwright/test'
import { views } from '../../build/views.ts'
import { expect, test } from './app.ts'
import { cell, colossus, enter, figure, showAmountsAs } from './screen.ts'

/** An amount is never cut: what is left of it could be read as another. */

/** Every text with an amount of money that is cut at the edge of what holds it, or stands over that edge. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const amount = /[$€£¥]\s?\d|\d\s?[$€£¥]/
    // In a line of text its width is no width of its own; what scrolls can be brought into view.
    const isOther = ({ display, overflowX }: CSSStyleDeclaration) =>
      display === 'inline' || overflowX === 'auto' || overflowX === 'scroll'
    const found: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const text = element.innerText
      if (typeof text !== 'string' || !amount.test(text) || element.closest('.visually-hidden')) continue
      const style = getComputedStyle(element)
      const isWide = !isOther(style) && element.scrollWidth > element.clientWidth + 1
      const isHigh = style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1
      const isOfText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && amount.test(element.textContent),
      )
      if (isOfText && (isWide || isHigh) && element.clientWidth > 0)
        found.push(`${element.tagName} ${element.className}: ${text.slice(0, 80)}`)
    }
    return found
  })

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
  // As at 200 %.
  { width: 720, height: 450 },
]

const looked = ['workbench', 'explanation', 'cumulative cost'] as const

for (const name of looked)
  test(`no amount is cut: ${name}`, async ({ app: { page } }) => {
    const found: string[] = []
    await views[name]!(page)
    for (const unit of ['Billions', 'To the cent'] as const) {
      await page.setViewportSize(sizes[0]!)
      await showAmountsAs(page, unit)
      // The largest amounts there are: nearly 100 billion a month.
      if (unit === 'To the cent' && name !== 'cumulative cost') {
        await enter(page, 'monthlyFee', 'colossus-longer-ramp', '99.5B')
        await figure(page, 'totalContractValue', 'colossus-longer-ramp').click()
      }
      for (const size of sizes) {
        await page.setViewportSize(size)
        // Once it is laid out at that size.
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        )
        found.push(...(await cut(page)).map((what) => `${unit}, ${size.width}: ${what}`))
      }
    }
    expect(found).toEqual([])
  })

test('the sheet scrolls no further than its columns, whatever a cell says', async ({ app: { page } }) => {
  const long = 'A provider whose name is longer than any column is wide, with its parent and its guarantor'
  await page.setViewportSize(sizes[0]!)
  for (const deal of ['colossus-second-lease', 'colossus-longer-ramp'])
    await enter(page, 'provider', deal, long)
  await expect(cell(page, 'provider', colossus)).toBeVisible()
  const widths = await page.evaluate(() =>
    [...document.querySelectorAll('table')].flatMap((table) => {
      const scroller = table.parentElement!
      const isScroller = getComputedStyle(scroller).overflowX === 'auto'
      return isScroller ? [{ scrolls: scroller.scrollWidth, columns: table.offsetWidth }] : []
    }),
  )
  // Terms and figures, which scroll together.
  expect(widths.length).toBeGreaterThanOrEqual(2)
  for (const { scrolls, columns } of widths) expect(scrolls).toBeLessThanOrEqual(columns)
})

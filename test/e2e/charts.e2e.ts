import type { Locator, Page } from '@playwright/test'
import { dayOf, monthsAfter } from '../../shared/days.ts'
import { feesBetween } from '../../shared/engine/accrual.ts'
import { compare } from '../../shared/engine/compare.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { exitOf } from '../../shared/engine/termination.ts'
import { formatAmount } from '../../shared/format/number.ts'
import { parseDate } from '../../shared/format/parse.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { expect, test } from './app.ts'
import { colossus, figure, saved } from './screen.ts'

const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const
const { columns } = compare(sampleBook())
const schedules = columns.map(({ terms }) => scheduleOf(terms))
const amount = (value: number) => formatAmount(value, style)

/** What each deal of the sample costs in a month, as the engine says; null outside its term. */
const feesIn = (month: string) => {
  const from = dayOf(month)
  const until = monthsAfter(from, 1)
  return schedules.map((schedule) =>
    schedule.start < until && from < schedule.end ? amount(feesBetween(schedule, from, until)) : null,
  )
}

const panel = (page: Page): Locator => page.getByTestId('charts')
const focus = (page: Page): Locator => panel(page).locator('figure')
const bringForward = (page: Page, chart: string) =>
  panel(page).locator(`button[data-chart="${chart}"]`).click()
const tooltip = (page: Page): Locator => page.getByTestId('chart-tooltip')

/** The plot, without its axes: where a pointer finds the first and the last row. */
async function plotOf(page: Page) {
  const box = (await focus(page).locator('.recharts-surface').first().boundingBox())!
  return { left: box.x + 54, right: box.x + box.width - 20, middle: box.y + box.height / 2 }
}

test('a chart says its exact values to the pointer, the keyboard and in its table, and hides what its legend hides', async ({
  app: { page },
}) => {
  const plot = await plotOf(page)
  for (const [x, label, month] of [
    [plot.left + 3, 'May 2026', '2026-05-01'],
    [plot.right - 3, 'Jun 2029', '2029-06-01'],
  ] as const) {
    await page.mouse.move(x, plot.middle)
    await expect(tooltip(page).locator('strong')).toHaveText(label)
    for (const fee of feesIn(month)) if (fee !== null) await expect(tooltip(page)).toContainText(fee)
    await expect(tooltip(page)).toBeInViewport({ ratio: 1 })
  }
  await page.mouse.move(0, 0)
  await focus(page)
    .getByRole('application', { name: /^Payments: what each month of service costs/ })
    .focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(tooltip(page).locator('strong')).toHaveText('Jul 2026')

  await focus(page).getByRole('button', { name: 'Table', exact: true }).click()
  const row = focus(page).getByRole('row', { name: /^Aug 2026/ })
  await expect(row.getByRole('cell')).toHaveText([
    feesIn('2026-08-01')[0]!,
    feesIn('2026-08-01')[0]!,
    '',
    feesIn('2026-08-01')[2]!,
    '100\u00a0%',
    '',
    '100\u00a0%',
  ])
  await expect(focus(page).locator('tbody tr')).toHaveCount(38)
  await focus(page).getByRole('button', { name: 'Table', exact: true }).click()

  const longerRamp = panel(page).locator('[data-series="deal:colossus-longer-ramp"]')
  await expect(longerRamp).toHaveCount(5)
  const entry = focus(page).getByRole('button', { name: 'Longer ramp, +2 %' })
  await entry.click()
  await expect(entry).toHaveAttribute('aria-pressed', 'false')
  await expect(longerRamp).toHaveCount(0)
  await focus(page).getByRole('button', { name: 'Colossus lease', exact: true }).click()
  await focus(page).getByRole('button', { name: 'Fixed fees' }).click()
  // What is left is the second lease, of 0.92: the axis ends at 1.
  await expect(
    focus(page)
      .locator('svg text')
      .filter({ hasText: /^\$1\sB$/ }),
  ).toHaveCount(1)
  await entry.click()
  await expect(longerRamp).toHaveCount(5)
})

test('crossings are named, and the as-of line is dragged by the pointer and the keyboard, each one step', async ({
  app: { page },
}) => {
  await bringForward(page, 'difference')
  const crossings = focus(page).locator('[data-crossing]')
  await expect(crossings).toHaveText([
    /1Longer ramp, \+2 %: month 2\.577 · 18 Jul 2026 · \$1\.972\sB, then cheaper/,
    /2Longer ramp, \+2 %: month 11\.200 · 7 Apr 2027 · \$12\.750\sB, then dearer/,
  ])
  await expect(focus(page).locator('svg .crossing')).toHaveCount(2)
  await focus(page).getByRole('button', { name: 'by payment date' }).click()
  await expect(crossings.first()).toContainText('month 2.000 · 1 Jul 2026')

  await bringForward(page, 'commitment')
  const line = page.getByRole('slider', { name: 'As-of date' })
  const asOf = page.getByRole('textbox', { name: 'As of' })
  const committed = figure(page, 'committed', colossus)
  await expect(line).toHaveAttribute(
    'aria-valuetext',
    /^20 Nov 2026, committed \$3\.717\sB, at risk \$34\.24\d\sB$/,
  )

  const handle = (await line.boundingBox())!
  const plot = await plotOf(page)
  await page.mouse.move(handle.x + 12, handle.y + 40)
  await page.mouse.down()
  await page.mouse.move(plot.left + 30, handle.y + 50, { steps: 4 })
  await page.mouse.up()
  await expect(asOf).not.toHaveValue('20 Nov 2026')
  const date = parseDate(await asOf.inputValue(), 'first')
  expect(date.ok).toBe(true)
  const exit = exitOf(schedules[0]!, 'buyer', dayOf(date.ok ? date.value : ''))
  await expect(committed).toHaveText(amount(exit.committed))
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(asOf).toHaveValue('20 Nov 2026')

  await line.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(asOf).toHaveValue('22 Dec 2026')
  await expect(line).toHaveAttribute('aria-valuetext', /^22 Dec 2026/)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(asOf).toHaveValue('20 Nov 2026')
  // Keys that come before the chart has followed count as well.
  await line.evaluate((handle) => {
    const key = { key: 'ArrowRight', bubbles: true, cancelable: true }
    for (let press = 0; press < 3; press++) handle.dispatchEvent(new KeyboardEvent('keydown', key))
  })
  await expect(asOf).toHaveValue('23 Nov 2026')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(asOf).toHaveValue('20 Nov 2026')
  await line.focus()
  await page.keyboard.press('Home')
  // The reference figure on the first day of the lease.
  await expect(committed).toHaveText('$6.169\u00a0B')
  await saved(page)
})

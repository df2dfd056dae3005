import type { Locator, Page } from '@playwright/test'
import { dateOf } from '../../shared/days.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { exitOf } from '../../shared/engine/termination.ts'
import { toNumber } from '../../shared/rational.ts'
import { edited, figuresOf, sample } from '../golden/sampleDeals.ts'
import { expect, test } from './app.ts'
import {
  cell,
  chooseFor,
  colossus,
  enter,
  figure,
  fill,
  lastOf,
  openSteps,
  setAsOf,
  showAmountsAs,
  showsCents,
  third,
} from './screen.ts'

/** Three questions a deal desk asks, from the first click to the answer; every number on the way is the engine's. */

const panelOf = (page: Page): Locator => page.getByTestId('charts')
const bringForward = (page: Page, chart: string) =>
  panelOf(page).locator(`button[data-chart="${chart}"]`).click()

/** Where the handle of the slider stands, and how far its track reaches. */
async function sliderOf(page: Page) {
  const slider = page.getByRole('slider', { name: /^Monthly fee of/ })
  const thumb = (await slider.locator('..').boundingBox())!
  const track = (await slider.locator('../..').boundingBox())!
  return { slider, x: thumb.x + thumb.width / 2, y: thumb.y + thumb.height / 2, track }
}

/** Takes hold of a handle and moves it, without letting go. */
async function dragBy(page: Page, { x, y }: { x: number; y: number }, by: number): Promise<void> {
  await page.mouse.move(x, y)
  // What the pointer is over is settled a frame later.
  await page.evaluate(() => new Promise(requestAnimationFrame))
  await page.mouse.down()
  await page.mouse.move(x + by, y, { steps: 4 })
}

test('which is cheaper: a longer ramp at a higher fee, or no ramp at a lower one?', async ({
  app: { page },
}) => {
  await showAmountsAs(page, 'To the cent')
  await chooseFor(page, colossus, 'Duplicate')
  const offer = await lastOf(page, 4)
  await enter(page, 'name', offer, 'No ramp')
  const ramp = await openSteps(page, 'ramp', offer)
  await ramp.getByRole('button', { name: 'Remove step 1' }).click()
  await page.keyboard.press('Escape')

  // The fee is dragged down: the figures follow the handle, and nothing is edited yet.
  await cell(page, 'monthlyFee', offer).click()
  const { slider, x, y, track } = await sliderOf(page)
  const undo = page.getByRole('button', { name: /^Undo/ })
  const before = await undo.getAttribute('aria-label')
  await dragBy(page, { x, y }, -track.width * 0.02)
  const draggedTo = Number(await slider.inputValue())
  expect(draggedTo).toBeLessThan(1_250_000_000_00)
  const at = (fee: number) =>
    figuresOf(
      sample(
        { type: 'deal.duplicate', from: colossus, dealId: 'offer', name: 'No ramp' },
        { type: 'ramp.set', chargeId: 'offer/fee', steps: [] },
        { type: 'charge.set', chargeId: 'offer/fee', changes: { monthlyFee: fee } },
      ),
      'offer',
    )
  await showsCents(figure(page, 'totalContractValue', offer), at(draggedTo).totalContractValue)
  expect(await undo.getAttribute('aria-label')).toBe(before)

  // Escape gives the drag up; the next one is let go, and is one step.
  await page.keyboard.press('Escape')
  await showsCents(figure(page, 'totalContractValue', offer), at(1_250_000_000_00).totalContractValue)
  await page.mouse.up()
  await dragBy(page, { x, y }, -track.width * 0.02)
  await page.mouse.up()
  const fee = Number(await slider.inputValue())
  await expect(undo).toHaveAttribute('aria-label', /^Undo Monthly fee of No ramp: \$1,250.M to /)

  // Both offers against the baseline, and which of them is the lowest.
  const found = at(fee)
  await showsCents(figure(page, 'totalContractValue', offer), found.totalContractValue)
  await showsCents(figure(page, 'rampSavings', offer), 0)
  await showsCents(figure(page, 'totalContractValue', third), 45_645_000_000_00)
  await showsCents(figure(page, 'rampSavings', third), 1_530_000_000_00)
  const month = toNumber(found.breakEvens!.accrued.crossings.at(-1)!.months).toFixed(3)
  await expect(figure(page, 'breakEvenAccrued', offer)).toContainText(month)
  // Totals of deals of one size are ranked, unit prices always, savings never.
  const rank = (id: string) => page.locator(`[data-figure="${id}"] [data-part="rank"]`)
  await expect(rank('rampSavings')).toHaveCount(0)
  await expect(rank('pricePerGpuHour')).toHaveText('lowest')

  // The chart of the difference names the same month.
  await bringForward(page, 'difference')
  await expect(panelOf(page).locator('figure')).toContainText(`month ${month}`)

  await page.keyboard.press('ControlOrMeta+Z')
  await showsCents(figure(page, 'totalContractValue', offer), at(1_250_000_000_00).totalContractValue)
})

test('in which month does a prepaid deal pay off?', async ({ app: { page } }) => {
  await chooseFor(page, colossus, 'Duplicate')
  const offer = await lastOf(page, 4)
  await enter(page, 'name', offer, '20 % prepaid, -4 %')
  await enter(page, 'monthlyFee', offer, '=1.25B*96%')
  await page.keyboard.press('ControlOrMeta+F')
  await page.getByRole('combobox', { name: 'Find a term' }).fill('prepay')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'advances', offer)).toBeFocused()
  const advances = await openSteps(page, 'advances', offer)
  await advances.getByRole('button', { name: 'Add an advance' }).click()
  await fill(advances, 'Amount or % of value, advance 1', '20 %')
  await fill(advances, 'Credited from month, advance 1', '25')
  await fill(advances, 'over months, advance 1', '13')
  await page.keyboard.press('Escape')

  // 37 months at 1.2 B, two of them at half.
  await expect(figure(page, 'totalContractValue', offer)).toHaveText('$43.200 B')
  const book = edited(
    sample({ type: 'deal.duplicate', from: colossus, dealId: 'offer', name: 'Prepaid' }),
    { type: 'charge.set', chargeId: 'offer/fee', changes: { monthlyFee: 1_200_000_000_00 } },
    {
      type: 'advances.set',
      dealId: 'offer',
      items: [
        {
          label: 'Prepayment',
          kind: 'prepayment',
          trancheId: null,
          amount: null,
          share: 200_000,
          paidOn: null,
          creditFrom: 25,
          creditMonths: 13,
        },
      ],
    },
  )
  const { breakEvens } = figuresOf(book, 'offer')
  const paid = breakEvens!.paid.crossings.at(-1)!
  // Cheaper from the first day as it accrues, and in cash only in the last months.
  await expect(figure(page, 'breakEvenAccrued', offer)).toHaveText('never')
  const month = toNumber(paid.months).toFixed(3)
  expect(Number(month)).toBeGreaterThan(33)
  await expect(figure(page, 'breakEvenPaid', offer)).toHaveText(`month ${month}`)
  await expect(figure(page, 'breakEvenPaid', offer, 'detail')).toContainText('20 % prepaid, -4 % is cheaper')

  // The chart names it by payment date, and the figure is pinned where everybody looks.
  await bringForward(page, 'cumulative')
  await panelOf(page).getByRole('button', { name: 'by payment date' }).click()
  await expect(panelOf(page).locator('figure')).toContainText(`month ${month}`)
  await figure(page, 'breakEvenPaid', offer)
    .focus()
    .catch(() => undefined)
  await page.locator(`[data-figure="breakEvenPaid"] [data-deal="${offer}"]`).focus()
  await page.keyboard.press('p')
  await expect(page.locator('[data-headline="breakEvenPaid"]')).toContainText(month)
})

test('what does it cost to leave, and what is at risk?', async ({ app: { page } }) => {
  await showAmountsAs(page, 'To the cent')
  await setAsOf(page, '1 Jan 2027')
  await showsCents(figure(page, 'committed', colossus), 3_750_000_000_00)

  // The line of the chart is moved to another day: the figures go with it.
  await bringForward(page, 'commitment')
  const line = page.getByRole('slider', { name: 'As-of date' })
  await line.focus()
  for (let month = 0; month < 3; month++) await page.keyboard.press('PageUp')
  await expect(page.getByRole('textbox', { name: 'As of' })).toHaveValue('1 Apr 2027')
  const schedule = scheduleOf(figuresOf(sample(), colossus).terms)
  const day = Number(await line.getAttribute('aria-valuenow'))
  expect(dateOf(day)).toBe('2027-04-01')
  const exit = exitOf(schedule, 'buyer', day)
  await showsCents(figure(page, 'committed', colossus), exit.committed)
  await showsCents(figure(page, 'atRisk', colossus), exit.atRisk)

  // How it came about: its parts add up to it, and an input leads to its cell.
  await page.locator(`[data-figure="committed"] [data-deal="${colossus}"]`).click()
  const explanation = page.getByRole('dialog', { name: 'How it came about' })
  await expect(explanation.locator('[data-part="total"]')).toHaveText(
    await figure(page, 'committed', colossus).innerText(),
  )
  await explanation
    .getByRole('button', { name: /^Notice/ })
    .first()
    .click()
  await expect(cell(page, 'buyer-notice', colossus)).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('0 days')
  await page.keyboard.press('Enter')
  await showsCents(figure(page, 'committed', colossus), 0)
  await expect(explanation.locator('strong').first()).toHaveText('$0.00')
  await page.getByRole('button', { name: 'Close the explanation' }).click()

  // All three months on the line were one step, and so was the notice.
  await page.keyboard.press('ControlOrMeta+Z')
  await showsCents(figure(page, 'committed', colossus), exit.committed)
  await page.keyboard.press('ControlOrMeta+Z')
  await showsCents(figure(page, 'committed', colossus), 3_750_000_000_00)
})

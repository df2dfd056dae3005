import { expect, test } from './app.ts'
import {
  cell,
  choose,
  colossus,
  enter,
  figure,
  openSteps,
  second,
  setAsOf,
  showAmountsAs,
  showsCents,
  third,
} from './screen.ts'

/** The figures of the two reference deals, computed by hand from their terms, read off the screen. */

test('the first lease to the cent', async ({ app: { page } }) => {
  await showAmountsAs(page, 'To the cent')
  const expected = {
    totalContractValue: 45_000_000_000_00,
    firstTwelveMonths: 13_750_000_000_00,
    exitRunRate: 15_000_000_000_00,
    averageAnnualValue: 14_594_594_594_59,
    rampSavings: 1_250_000_000_00,
    rampSavingsLikeForLike: 0,
    effectiveMonthly: 1_216_216_216_22,
    commitmentAtSigning: 6_169_354_838_71,
  }
  for (const [id, value] of Object.entries(expected)) await showsCents(figure(page, id, colossus), value)
  await expect(figure(page, 'totalContractValue', colossus, 'detail')).toHaveText('37 months')
  await expect(figure(page, 'pricePerMegawattMonth', colossus)).toHaveText('$4,166,667')
  await expect(figure(page, 'pricePerGpuHour', colossus)).toHaveText('$7.78')
  await expect(figure(page, 'levelisedPricePerGpuHour', colossus)).toHaveText('$7.772')
  await enter(page, 'gpus', colossus, '325,000')
  await expect(figure(page, 'pricePerGpuHour', colossus)).toHaveText('$5.27')
})

test('the exit of the first lease on every date, with the last day served', async ({ app: { page } }) => {
  const exits = [
    ['1 May 2026', '$6.169 B', '29 Oct 2026', '$45.000 B'],
    ['1 Jul 2026', '$4.919 B', '29 Oct 2026', '$43.750 B'],
    ['1 Aug 2026', '$3.669 B', '29 Oct 2026', '$42.500 B'],
    ['20 Nov 2026', '$3.717 B', '17 Feb 2027', '$37.958 B'],
    ['1 Jan 2027', '$3.750 B', '31 Mar 2027', '$36.250 B'],
    ['1 Jan 2029', '$3.750 B', '31 Mar 2029', '$6.250 B'],
    ['15 Mar 2029', '$3.185 B', '31 May 2029', '$3.185 B'],
    ['1 Apr 2029', '$2.500 B', '31 May 2029', '$2.500 B'],
  ] as const
  for (const [date, committed, lastDay, remaining] of exits) {
    await setAsOf(page, date)
    await expect(figure(page, 'committed', colossus), date).toHaveText(committed)
    await expect(figure(page, 'lastDayServed', colossus), date).toHaveText(lastDay)
    await expect(figure(page, 'atRisk', colossus, 'detail'), date).toContainText(remaining)
  }
  await expect(figure(page, 'lockOutReading', colossus)).toHaveText('bars giving notice')
})

test('the commitment at signing on each reading of the lock-out', async ({ app: { page } }) => {
  const commitment = figure(page, 'commitmentAtSigning', colossus)
  await expect(commitment).toHaveText('$6.169 B')
  await choose(page, 'buyer-lockOutBars', colossus, 'service ending')
  await expect(commitment).toHaveText('$2.500 B')
  await expect(figure(page, 'lockOutReading', colossus)).toHaveText('bars service ending')
  await choose(page, 'buyer-lockOutBars', colossus, 'giving notice')
  await enter(page, 'buyer-lockOut', colossus, '2 Aug 2026')
  await expect(commitment).toHaveText('$6.250 B')
  await enter(page, 'buyer-lockOut', colossus, '')
  await expect(commitment).toHaveText('$2.500 B')
})

test('the present value of the first lease in every convention', async ({ app: { page } }) => {
  const presentValue = figure(page, 'presentValue', colossus)
  const choosePopover = async (field: string, option: string) => {
    await page.getByRole('combobox', { name: field }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await expect(presentValue).toHaveText('$38.988 B')
  await page.getByRole('button', { name: /^NPV:/ }).click()
  await choosePopover('Timing', 'in mid-month')
  await expect(presentValue).toHaveText('$38.833 B')
  await choosePopover('Timing', 'in arrears')
  await expect(presentValue).toHaveText('$38.680 B')
  await choosePopover('Discounting', 'nominal / 12, by months')
  await expect(presentValue).toHaveText('$38.424 B')
  await choosePopover('Timing', 'in mid-month')
  await expect(presentValue).toHaveText('$38.584 B')
  await choosePopover('Timing', 'in advance')
  await expect(presentValue).toHaveText('$38.744 B')
  await choosePopover('Discounting', 'effective, actual/365')
  await expect(presentValue).toHaveText('$38.975 B')
  await choosePopover('Valuation date', 'the as-of date')
  await expect(presentValue).toHaveText('$33.401 B')
  await expect(page.locator('[data-figure="presentValue"] small').first()).toContainText('valued 20 Nov 2026')
})

test('ramp savings follow what is delivered, and vanish with the discount', async ({ app: { page } }) => {
  const likeForLike = figure(page, 'rampSavingsLikeForLike', colossus)
  const delivery = await openSteps(page, 'delivery', colossus)
  const share = delivery.getByRole('textbox', { name: 'Share delivered, step 1' })
  await share.fill('25 %')
  await share.press('Enter')
  await expect(likeForLike).toHaveText('−$0.625 B')
  await share.fill('100 %')
  await share.press('Enter')
  await expect(likeForLike).toHaveText('$1.250 B')
  await page.keyboard.press('Escape')

  const ramp = await openSteps(page, 'ramp', colossus)
  await ramp.getByRole('button', { name: 'Remove step 1' }).click()
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$46.250 B')
  await expect(figure(page, 'rampSavings', colossus)).toHaveText('$0.000 B')
})

test('the other readings of the term', async ({ app: { page } }) => {
  await enter(page, 'end', colossus, '30 Apr 2029')
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$43.750 B')
  await enter(page, 'end', colossus, 'May 2029')
  await enter(page, 'start', colossus, '3 May 2026')
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$44.960 B')
})

test('the second lease: 33 months, and its minimum', async ({ app: { page } }) => {
  await showAmountsAs(page, 'To the cent')
  await expect(figure(page, 'totalContractValue', second, 'detail')).toHaveText('33 months')
  await showsCents(figure(page, 'totalContractValue', second), 30_360_000_000_00)
  await showsCents(figure(page, 'commitmentAtSigning', second), 5_520_000_000_00)
  await expect(cell(page, 'ramp', second)).toContainText('none')
  await cell(page, 'ramp', second)
    .getByRole('button', { name: /Evidence/ })
    .click()
  await expect(page.getByRole('dialog')).toContainText('not modelled')
})

test('the third deal crosses the first at 2.577 and 11.2 months and costs 0.645 more', async ({
  app: { page },
}) => {
  await expect(figure(page, 'breakEvenAccrued', third)).toHaveText('month 2.577, then 11.200')
  await expect(figure(page, 'breakEvenAccrued', third, 'detail')).toContainText('from 7 Apr 2027')
  await expect(figure(page, 'breakEvenPaid', third)).toHaveText('month 2.000, then 11.000')
  await expect(page.locator('[data-chart="difference"] .crossing')).toHaveCount(2)
  await showAmountsAs(page, 'To the cent')
  await showsCents(figure(page, 'totalContractValue', third), 45_645_000_000_00)
  await showsCents(figure(page, 'rampSavings', third), 1_530_000_000_00)
  await showsCents(figure(page, 'rampSavingsOnBaseline', third), 1_455_000_000_00)
  await expect(figure(page, 'totalContractValue', third, 'change')).toContainText('+$645,000,000.00')
})

import { expect, test } from './app.ts'
import { cell, choose, colossus, enter, figure, openSteps, saved, second, setAsOf, third } from './screen.ts'

test('typing replaces, Enter commits and moves down, the figures follow', async ({ app: { page } }) => {
  await cell(page, 'monthlyFee', colossus).focus()
  await page.keyboard.type('=1.25B*1.02')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,275 M')
  await expect(cell(page, 'ramp', colossus)).toBeFocused()
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$45.900 B')
})

test('arrows, Tab, F2 and Escape work as in a spreadsheet', async ({ app: { page } }) => {
  await cell(page, 'gpus', colossus).focus()
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, 'gpus', second)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(cell(page, 'powerBasis', second)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F2')
  await expect(cell(page, 'gpus', second).getByRole('textbox')).toHaveValue('110,000')
  await page.keyboard.type('1')
  await page.keyboard.press('Escape')
  await expect(cell(page, 'gpus', second)).toContainText('110,000')
  await page.keyboard.type('120k')
  await page.keyboard.press('Tab')
  await expect(cell(page, 'gpus', second)).toContainText('120,000')
  await expect(cell(page, 'gpus', third)).toBeFocused()
})

test('a formula takes the baseline’s number, and stands in its cell again as long as it gives that', async ({
  app: { page },
}) => {
  const fee = cell(page, 'monthlyFee', third)
  await enter(page, 'monthlyFee', third, '=baseline*1.1')
  await expect(fee).toContainText('$1,375 M')
  await fee.focus()
  await page.keyboard.press('F2')
  await expect(fee.getByRole('textbox')).toHaveValue('=baseline*1.1')
  await page.keyboard.press('Escape')
  // The baseline moves: what was entered stays, and is no longer what the formula gives.
  await enter(page, 'monthlyFee', colossus, '1.3b')
  await fee.focus()
  await page.keyboard.press('F2')
  await expect(fee.getByRole('textbox')).toHaveValue(/1[.,]375/)
  await page.keyboard.press('Escape')
  await enter(page, 'monthlyFee', colossus, '=baseline')
  await expect(cell(page, 'monthlyFee', colossus).getByRole('alert')).toHaveText(
    'This deal has no baseline to take a number from. Write the number itself.',
  )
})

test('leaving a cell commits it', async ({ app: { page } }) => {
  await cell(page, 'buyer', colossus).dblclick()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('A buyer')
  await cell(page, 'provider', second).click()
  await expect(cell(page, 'buyer', colossus)).toContainText('A buyer')
})

test('every line of the term sheet edits in place', async ({ app: { page } }) => {
  const edits = [
    ['name', 'Renamed lease', 'Renamed lease'],
    ['buyer', 'Someone', 'Someone'],
    ['provider', 'Someone else', 'Someone else'],
    ['facility', 'Elsewhere', 'Elsewhere'],
    ['signed', '4 May 2026', '4 May 2026'],
    ['end', 'April 2029', '30 Apr 2029'],
    ['power', '0.25 GW', '250 MW'],
    ['gpus', '200k', '200,000'],
    ['monthlyFee', '1.3b', '$1,300 M'],
    ['netDays', '30', 'net 30 days'],
    ['buyer-notice', '3 months', '3 months'],
    ['buyer-lockOut', 'Aug 2026', '31 Aug 2026'],
    ['provider-notice', '180', '180 days'],
    ['provider-lockOut', '', 'none'],
    ['discountRate', '8.5', '8.5 %'],
  ] as const
  for (const [term, typed, shown] of edits) {
    await enter(page, term, colossus, typed)
    await expect(cell(page, term, colossus), term).toContainText(shown)
  }
  await saved(page)
})

test('ramp steps are added, edited in each of the three ways and removed in place', async ({
  app: { page },
}) => {
  const value = figure(page, 'totalContractValue', colossus)
  const ramp = await openSteps(page, 'ramp', colossus)
  await ramp.getByRole('button', { name: 'Add a step' }).click()
  await expect(value).toHaveText('$44.375 B')
  const second = ramp.getByRole('textbox', { name: 'Value, step 2' })
  await second.fill('20 %')
  await second.press('Enter')
  await expect(value).toHaveText('$44.750 B')
  await ramp.getByRole('combobox', { name: 'Basis, step 2' }).click()
  await page.getByRole('option', { name: '% of standard' }).click()
  await expect(second).toHaveValue(/80/)
  await expect(value).toHaveText('$44.750 B')
  await ramp.getByRole('combobox', { name: 'Basis, step 2' }).click()
  await page.getByRole('option', { name: 'fixed fee' }).click()
  await second.fill('500m')
  await second.press('Enter')
  await expect(value).toHaveText('$44.250 B')
  const last = ramp.getByRole('textbox', { name: 'Last day, step 2' })
  await last.fill('Aug 2026')
  await last.press('Enter')
  await expect(value).toHaveText('$43.500 B')
  await ramp.getByRole('button', { name: 'Remove step 2' }).click()
  await expect(value).toHaveText('$45.000 B')
})

test('a table of steps that closes takes the keyboard from no other cell', async ({ app: { page } }) => {
  const delivery = await openSteps(page, 'delivery', colossus)
  await cell(page, 'ramp', colossus).evaluate((ramp) => {
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(escape)
    ramp.focus()
  })
  await expect(delivery).toHaveCount(0)
  await expect(cell(page, 'ramp', colossus)).toBeFocused()
  await page.keyboard.press('Enter')
  const steps = page.getByRole('dialog', { name: /^Ramp/ })
  await steps.getByRole('button', { name: 'Remove step 1' }).click()
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$46.250 B')
})

test('an escalator is entered by its rate, and its other terms follow', async ({ app: { page } }) => {
  const value = figure(page, 'totalContractValue', colossus)
  await expect(cell(page, 'escalator', colossus)).toContainText('none')
  await expect(page.locator('[data-term="escalator-firstOn"]')).toHaveCount(0)
  await enter(page, 'escalator', colossus, '3 %')
  // 13.75 in the first twelve months, 12 of 1.2875, 12 of 1.326125, one of 1.36590875.
  await expect(value).toHaveText('$46.479 B')
  await expect(cell(page, 'escalator-firstOn', colossus)).toContainText('1 May 2027')
  await expect(cell(page, 'escalator-firstOn', second)).toContainText('no escalator')
  await enter(page, 'escalator-firstOn', colossus, 'May 2028')
  // 28.75 in the first 24 months, 12 of 1.2875, one of 1.326125.
  await expect(value).toHaveText('$45.526 B')
  await enter(page, 'escalator', colossus, 'none')
  await expect(value).toHaveText('$45.000 B')
  await expect(page.locator('[data-term="escalator-firstOn"]')).toHaveCount(0)
})

test('a fee for leaving that falls by date makes waiting cheaper', async ({ app: { page } }) => {
  await setAsOf(page, '1 Nov 2027')
  const committed = figure(page, 'committed', colossus)
  const least = figure(page, 'leastObligation', colossus)
  // 90 days from 1 Nov 2027 end on 30 Jan 2028: two months, and 29 of 31 days of January: 3.669.
  await expect(committed).toHaveText('$3.669 B')
  await expect(least).toHaveText('$3.669 B')
  await choose(page, 'buyer-fee', colossus, 'by date')
  const fees = await openSteps(page, 'buyer-feeByDate', colossus)
  await fees.getByRole('button', { name: 'Add a step' }).click()
  const last = fees.getByRole('textbox', { name: 'Last day, step 1' })
  await last.fill('29 Feb 2028')
  await last.press('Enter')
  const amount = fees.getByRole('textbox', { name: 'Amount, step 1' })
  await amount.fill('10B')
  await amount.press('Enter')
  await page.keyboard.press('Escape')
  await expect(committed).toHaveText('$13.669 B')
  // Notice on 2 Dec 2027 ends on 1 March 2028, where the fee is over: four months.
  await expect(least).toHaveText('$5.000 B')
  await expect(figure(page, 'leastObligation', colossus, 'detail')).toHaveText('notice on 2 Dec 2027')
  await saved(page)
})

test('a row of figures is as high with a change beside its number as without one', async ({
  app: { page },
}) => {
  const rows = ['committed', 'cashStillToPay', 'pricePerGpuHour', 'pricePerKilowattMonth']
  const heights = () =>
    Promise.all(
      rows.map((id) =>
        page.locator(`[data-figure="${id}"]`).evaluate((row: HTMLElement) => row.offsetHeight),
      ),
    )
  const changes = () => page.locator('[data-figure="committed"] [data-part="change"]').allTextContents()
  const [before, said] = [await heights(), await changes()]
  await enter(page, 'monthlyFee', third, '1.3B')
  await enter(page, 'monthlyFee', colossus, '1.3B')
  await saved(page)
  expect(await changes()).not.toEqual(said)
  await expect.poll(heights).toEqual(before)
})

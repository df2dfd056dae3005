import { expect, test } from './app.ts'
import {
  cell,
  choose,
  chooseFor,
  colossus,
  enter,
  figure,
  fill,
  openSteps,
  saved,
  second,
  showEveryTerm,
} from './screen.ts'

/** What a deal has more than one of: charges and tranches. */

test('a charge is added, counts in the value, and is undone and removed', async ({ app: { page } }) => {
  const value = figure(page, 'totalContractValue', colossus)
  await chooseFor(page, colossus, 'Add a charge')
  await expect(cell(page, 'charge-2-monthlyFee', colossus)).toBeFocused()
  await page.keyboard.type('5m')
  await page.keyboard.press('Enter')
  // 37 months of 5 million.
  await expect(value).toHaveText('$45.185 B')
  await expect(cell(page, 'charge-2-charge-label', colossus)).toContainText('Charge 2')
  await expect(cell(page, 'charge-2-monthlyFee', second)).toContainText('no charge 2')
  await chooseFor(page, colossus, 'Remove charge: Charge 2')
  await expect(value).toHaveText('$45.000 B')
  await expect(cell(page, 'charge-2-monthlyFee', colossus)).toHaveCount(0)
  await page.getByRole('button', { name: /^Undo Remove Charge 2/ }).click()
  await expect(value).toHaveText('$45.185 B')
  await saved(page)
})

test('the row the keyboard is on is undone, and the keyboard finds the one before', async ({
  app: { page },
}) => {
  await chooseFor(page, colossus, 'Add a charge')
  await expect(cell(page, 'charge-2-monthlyFee', colossus)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(cell(page, 'charge-2-monthlyFee', colossus)).toHaveCount(0)
  await expect(cell(page, 'netDays', colossus)).toBeFocused()
})

test('what another deal has more of cannot be entered where it is lacking', async ({ app: { page } }) => {
  await chooseFor(page, colossus, 'Add a charge')
  await enter(page, 'charge-2-monthlyFee', second, '5m')
  await expect(cell(page, 'charge-2-monthlyFee', second).getByRole('alert')).toHaveText(
    'This deal has no charge 2. Add one from the deal’s menu first.',
  )
  await page.keyboard.press('Escape')
  await cell(page, 'charge-2-charge-kind', second).focus()
  await page.keyboard.press('Enter')
  await expect(cell(page, 'charge-2-charge-kind', second).getByRole('textbox')).toHaveValue('no charge 2')
})

test('a tranche is added with its capacity and its date', async ({ app: { page } }) => {
  await chooseFor(page, colossus, 'Add a tranche')
  await expect(cell(page, 'tranche-2-power', colossus)).toBeFocused()
  await enter(page, 'tranche-2-power', colossus, '100')
  await enter(page, 'tranche-2-gpus', colossus, '50k')
  await enter(page, 'tranche-2-tranche-from', colossus, 'Jan 2027')
  await expect(cell(page, 'tranche-2-tranche-from', colossus)).toContainText('1 Jan 2027')
  // 1.25 billion over 400 MW.
  await expect(figure(page, 'pricePerMegawattMonth', colossus)).toHaveText('$3,125,000')
  await chooseFor(page, colossus, 'Remove tranche: Tranche 2')
  await expect(figure(page, 'pricePerMegawattMonth', colossus)).toHaveText('$4,166,667')
})

test('a charge by use: its kind takes a price a GPU-hour along, and use is entered by date', async ({
  app: { page },
}) => {
  const expected = figure(page, 'withExpectedUse', colossus)
  await chooseFor(page, colossus, 'Add a charge')
  await choose(page, 'charge-2-charge-kind', colossus, 'as used')
  await expect(cell(page, 'charge-2-charge-basis', colossus)).toContainText('GPU-hour')
  await enter(page, 'charge-2-unitPrice', colossus, '1')
  // 1,066 days in full and 61 at half, of 24 hours and 220,000 GPUs: 5.790 billion.
  await expect(expected).toHaveText('$50.790 B')
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$45.000 B')
  await showEveryTerm(page)
  const usage = await openSteps(page, 'charge-2-usage', colossus)
  await usage.getByRole('button', { name: 'Add a step' }).click()
  await expect(usage.getByRole('textbox', { name: 'From, step 1' })).toBeFocused()
  await fill(usage, 'Use, step 1', '0 %')
  // Less 31 days at half: 0.082 billion.
  await expect(expected).toHaveText('$50.708 B')
  await saved(page)
})

import { expect, test } from './app.ts'
import { cell, colossus, figure, fill, openSteps, paste, saved, showEveryTerm } from './screen.ts'

/** What stands in lists of a deal: fees and credits, prepayments and deposits, renewals. */

test('a payment schedule is pasted from a spreadsheet', async ({ app: { page } }) => {
  await showEveryTerm(page)
  const value = figure(page, 'totalContractValue', colossus)
  const list = await openSteps(page, 'oneOffs', colossus)
  await expect(list).toContainText('Nothing is paid once.')
  await paste(
    page,
    'For\tDate\tAmount\nInstallation\t1 May 2026\t25,000,000.00\n\t2026-07-01\t7m\nDelay\t1 Sep 2026\t(2,000,000.00)\n',
  )
  await expect(value).toHaveText('$45.030 B')
  await expect(list.getByRole('textbox', { name: 'For, payment 2' })).toHaveValue('Payment')
  await expect(list.getByRole('combobox', { name: 'Kind, payment 3' })).toHaveText('credit')
  await fill(list, 'Amount, payment 3', '5m')
  await expect(value).toHaveText('$45.027 B')
  await list.getByRole('button', { name: 'Remove payment 1' }).click()
  await expect(value).toHaveText('$45.002 B')
  await saved(page)
})

test('one line of a pasted schedule that cannot be read refuses all of it', async ({ app: { page } }) => {
  await showEveryTerm(page)
  const list = await openSteps(page, 'oneOffs', colossus)
  await paste(page, 'Date\tAmount\n1 May 2026\t5m\n5/6/2026\t5m')
  await expect(list.getByRole('alert')).toHaveText(
    /^Nothing was pasted: line 3 cannot be read\. “5\/6\/2026” could be 5 Jun or 6 May\./,
  )
  await expect(list).toContainText('Nothing is paid once.')
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$45.000 B')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
})

test('a pasted schedule longer than a book holds is refused', async ({ app: { page } }) => {
  await showEveryTerm(page)
  const list = await openSteps(page, 'oneOffs', colossus)
  await paste(page, Array.from({ length: 601 }, () => '1 May 2026\t5m').join('\n'))
  await expect(list.getByRole('alert')).toHaveText(
    'A deal has at most 600 of these; with that there would be 601.',
  )
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$45.000 B')
})

test('a prepayment is entered, and turned into a deposit', async ({ app: { page } }) => {
  await showEveryTerm(page)
  const list = await openSteps(page, 'advances', colossus)
  await list.getByRole('button', { name: 'Add an advance' }).click()
  await fill(list, 'Amount or % of value, advance 1', '20 %')
  await fill(list, 'Credited from month, advance 1', '25')
  await fill(list, 'over months, advance 1', '0')
  await expect(list.getByRole('alert')).toHaveText('The number of months lies between 1 and 900.')
  await fill(list, 'over months, advance 1', '13')
  await expect(cell(page, 'advances', colossus)).toContainText(
    'Prepayment: 20 %, credited in months 25 to 37',
  )
  await list.getByRole('combobox', { name: 'Kind, advance 1' }).click()
  await page.getByRole('option', { name: 'deposit' }).click()
  await fill(list, 'Amount or % of value, advance 1', '1.25B')
  await expect(cell(page, 'advances', colossus)).toContainText('Deposit: $1,250 M, returned at the end')
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$45.000 B')
})

test('a renewal stands beside the contract value, in full and by its probability', async ({
  app: { page },
}) => {
  await showEveryTerm(page)
  const list = await openSteps(page, 'renewals', colossus)
  await list.getByRole('button', { name: 'Add a renewal' }).click()
  // Twelve months of 1.25 billion, and half of them.
  await expect(figure(page, 'withRenewals', colossus)).toHaveText('$60.000 B')
  await expect(figure(page, 'withRenewals', colossus, 'detail')).toHaveText('expected $52.500 B')
  await fill(list, 'Price change, renewal 1', '-20 %')
  await expect(figure(page, 'withRenewals', colossus)).toHaveText('$57.000 B')
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$45.000 B')
})

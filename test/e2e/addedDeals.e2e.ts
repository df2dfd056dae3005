import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cell, chooseFor, colossus, figure, lastOf, third } from './screen.ts'

/** Where the keyboard is after a deal was added, and what is said when something was removed. */

const nameField = (page: Page, deal: string) => cell(page, 'name', deal).getByRole('textbox')

const run = async (page: Page, command: string) => {
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: 'Find a command' }).fill(command)
  await page.keyboard.press('Enter')
}

test('a new deal is in view with its name open, and the next keys are its own', async ({ app: { page } }) => {
  await cell(page, 'monthlyFee', colossus).focus()
  await page.keyboard.press('ControlOrMeta+N')
  const added = await lastOf(page, 4)
  await expect(nameField(page, added)).toBeFocused()
  await expect(cell(page, 'name', added)).toBeInViewport({ ratio: 0.9 })
  await page.keyboard.type('Counter-offer')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'name', added)).toContainText('Counter-offer')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')

  await cell(page, 'monthlyFee', colossus).focus()
  await run(page, 'new prepaid lease')
  const fromTemplate = await lastOf(page, 5)
  await expect(nameField(page, fromTemplate)).toBeFocused()
  await page.keyboard.press('Escape')

  await cell(page, 'monthlyFee', colossus).focus()
  await page.keyboard.press('ControlOrMeta+D')
  const copy = await lastOf(page, 6)
  await expect(cell(page, 'name', copy)).toBeFocused()
  await expect(cell(page, 'name', copy)).toBeInViewport({ ratio: 0.9 })
  await chooseFor(page, third, 'Duplicate')
  await expect(page.locator('th[data-term="name"]')).toHaveCount(7)
  await expect(page.locator('th[data-term="name"]:focus')).toContainText('Longer ramp, +2 % copy')
})

test('a deal that has no room beside the others is gone to in the list', async ({ app: { page } }) => {
  for (let count = 4; count <= 8; count++) {
    await cell(page, 'monthlyFee', colossus).focus()
    await page.keyboard.press('ControlOrMeta+D')
    await lastOf(page, count)
  }
  await cell(page, 'monthlyFee', colossus).focus()
  await page.keyboard.press('ControlOrMeta+N')
  await expect(page.getByRole('status').filter({ hasText: 'New deal is in the list' })).toBeVisible()
  await expect(page.locator('li[data-deal] > button:focus')).toContainText('New deal')
  await page.keyboard.type('9')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')
})

test('what is removed is named, with its undo for as long as it is the last step', async ({
  app: { page },
}) => {
  const notice = page
    .getByRole('status')
    .filter({ has: page.getByRole('button', { name: 'Undo', exact: true }) })
  const columns = page.locator('th[data-term="name"]')
  await chooseFor(page, third, 'Remove')
  await expect(notice).toContainText('Longer ramp, +2 % is removed.')
  await notice.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(columns).toHaveCount(3)
  await expect(notice).toHaveCount(0)
  await expect(figure(page, 'totalContractValue', third)).toHaveText('$45.645 B')

  await chooseFor(page, third, 'Archive')
  await expect(notice).toContainText('Longer ramp, +2 % is archived')
  // Another edit follows: the undo of the notice would be of that.
  await chooseFor(page, colossus, 'Add a charge')
  await expect(notice).toHaveCount(0)
  await chooseFor(page, colossus, 'Remove charge: Charge 2')
  await expect(notice).toContainText('The charge “Charge 2” of Colossus lease is removed.')
})

import { commandWords } from '../../shared/contract/commands.ts'
import { expect, test } from '../e2e/app.ts'
import { cell, colossus, figure, lastOf } from '../e2e/screen.ts'

test('one list of commands is in the menu, the palette and the help, and a command is the same from each', async ({
  app,
}) => {
  const { page, electron } = app
  const titles = commandWords.map(({ title }) => title)
  const inMenu = await electron!.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()!.items.flatMap(({ submenu }) =>
      submenu!.items.filter(({ role, type }) => !role && type === 'normal').map(({ label }) => label),
    ),
  )
  expect(inMenu.toSorted()).toEqual(titles.toSorted())

  // From the menu of the system.
  const columns = page.locator('th[data-term="name"]')
  await electron!.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => submenu!.items)
    items.find(({ label }) => label === 'Duplicate deal')!.click()
  })
  await expect(columns).toHaveCount(4)

  // From the palette, by the beginnings of its words; the keyboard is on the copy, so that the next keys are not of the deal
  // it was made from.
  await cell(page, 'buyer', colossus).focus()
  await page.keyboard.press('ControlOrMeta+K')
  const palette = page.getByRole('combobox', { name: 'Find a command' })
  await palette.fill('dup deal')
  await expect(page.getByRole('option')).toHaveText([/Duplicate deal/])
  await page.keyboard.press('Enter')
  await expect(columns).toHaveCount(5)
  await expect(cell(page, 'name', await lastOf(page, 5))).toBeFocused()
  await page.keyboard.press('ControlOrMeta+K')
  await palette.fill('no such thing')
  await expect(page.getByText('No command has these words.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)

  // By its key, as the sheet of keys says; keys do nothing to what lies under the sheet.
  await page.keyboard.press('ControlOrMeta+/')
  const help = page.getByRole('dialog', { name: 'Keys and shortcuts' })
  await expect(help).toContainText('Ctrl+DDuplicate deal')
  await page.keyboard.press('ControlOrMeta+D')
  await page.keyboard.press('Escape')
  await expect(columns).toHaveCount(5)
  await page.keyboard.press('ControlOrMeta+D')
  await expect(columns).toHaveCount(6)
})

test('preferences hold at once and at the next start', async ({ app }) => {
  let { page } = app
  const choose = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label, exact: true }).click()
    await page.getByRole('option', { name: option }).click()
    await expect(page.getByRole('listbox')).toHaveCount(0)
  }
  const value = () => figure(page, 'totalContractValue', colossus)
  await page.keyboard.press('ControlOrMeta+,')
  const preferences = page.getByRole('dialog', { name: 'Preferences' })
  await choose('Amounts in', 'millions, M')
  await choose('Decimals', '2')
  await choose('Numbers are written', 'German (Germany)')
  await choose('Theme', 'dark')
  await choose('A year begins in', 'April')
  const rate = preferences.getByRole('textbox', { name: /^Discount rate/ })
  await rate.fill('200 %%')
  await rate.press('Enter')
  await expect(preferences.getByRole('alert')).toBeVisible()
  await rate.fill('8,5 %')
  await rate.press('Enter')
  await expect(preferences.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(value()).toHaveText('$45.000,00 M')

  page = await app.restart()
  await expect(value()).toHaveText('$45.000,00 M')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  // What is typed is read in the same way, and a new deal has the rate.
  await cell(page, 'monthlyFee', colossus).focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('1,3b')
  await page.keyboard.press('Enter')
  // 35 months in full and two at half.
  await expect(value()).toHaveText('$46.800,00 M')
  await page.keyboard.press('ControlOrMeta+N')
  const added = await lastOf(page, 4)
  await expect(cell(page, 'discountRate', added)).toContainText(/8,5.%/)
})

import { expect, test } from '../e2e/app.ts'
import { cell, colossus, enter, saved } from '../e2e/screen.ts'

test('a version is kept, compared term by term and figure by figure, and restored in one step', async ({
  app,
}) => {
  const { page } = app
  const openVersions = async () => {
    await page.getByRole('button', { name: 'Book', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Versions…' }).click()
  }
  await openVersions()
  const dialog = page.getByRole('dialog', { name: 'Versions' })
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await expect(dialog.getByRole('alert')).toContainText('A version needs a name')
  await dialog.getByLabel('Keep the book as it is now').fill('Sent to board 12 Nov')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('listitem')).toContainText(['Sent to board 12 Nov'])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await enter(page, 'monthlyFee', colossus, '1.3B')
  await saved(page)
  await openVersions()
  await dialog.getByRole('button', { name: 'Compare' }).click()
  const differences = page
    .getByRole('region', { name: 'Differences' })
    .getByRole('region', { name: 'Colossus lease' })
  await expect(differences.getByRole('row', { name: /^Monthly fee/ })).toContainText(/\$1,250\sM.*\$1,300\sM/)
  // 35 months at 1.25 B and two at half of it: 45.0 B; at 1.3 B, 46.8 B.
  await expect(differences.getByRole('row', { name: /^Total contract value/ })).toContainText(
    /\$45\.0+\sB.*\$46\.80*\sB/,
  )

  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,300 M')
  await saved(page)

  const again = await app.restart()
  await again.getByRole('button', { name: 'Book', exact: true }).click()
  await again.getByRole('menuitem', { name: 'Versions…' }).click()
  await expect(again.getByRole('dialog').getByRole('listitem')).toContainText(['Sent to board 12 Nov'])
})

test('a backup is made at each opening, says what it holds, and is restored in one step', async ({ app }) => {
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await saved(app.page)
  const page = await app.restart()
  await page.getByRole('button', { name: 'Book', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Backups…' }).click()
  const backups = page.getByRole('dialog', { name: 'Backups' }).getByRole('listitem')
  await expect(backups).toHaveCount(2)
  await expect(backups.first()).toContainText(
    /3 deals: Colossus lease, .*last edit: Monthly fee of Colossus lease/,
  )
  await backups.last().getByRole('button', { name: 'Restore' }).click()
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,300 M')
})

test('the file of a book is renamed, and what is wrong with a name is said', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: 'Book', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Rename the book’s file…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Rename the book’s file' })
  await dialog.getByLabel('Name').fill('a/b')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('cannot have “/” in it')
  await dialog.getByLabel('Name').fill('Board “options” 電力')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByTestId('save-state')).toHaveAttribute('title', 'Board “options” 電力.offtake')
  await enter(page, 'monthlyFee', colossus, '1.3B')
  await saved(page)
  const again = await app.restart()
  await expect(again.getByTestId('save-state')).toHaveAttribute('title', 'Board “options” 電力.offtake')
  await expect(cell(again, 'monthlyFee', colossus)).toContainText('$1,300 M')
})

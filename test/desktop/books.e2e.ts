import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../e2e/app.ts'
import { cell, colossus, enter, saved } from '../e2e/screen.ts'
import { answerDialogs, answerNewBook, chooseInBookMenu } from './dialogs.ts'

test('a new book is empty, takes deals, and is opened again at the next start', async ({ app }) => {
  await answerDialogs(app, join(app.userData, 'Next year.offtake'))
  await chooseInBookMenu(app, 'New book')
  await answerNewBook(app)
  await expect(app.page.getByRole('heading', { name: 'Next year' })).toBeVisible()
  await app.page.getByRole('main').getByRole('button', { name: 'New deal' }).click()
  await expect(app.page.locator('th[data-term="name"]')).toHaveCount(1)
  await saved(app.page)
  const page = await app.restart()
  await expect(page.getByRole('heading', { name: 'Next year' })).toBeVisible()
  await expect(page.locator('th[data-term="name"]')).toHaveCount(1)
})

test('a new book asks for its currency, and is kept in it', async ({ app }) => {
  await answerDialogs(app, join(app.userData, 'Frankfurt.offtake'))
  await app.page.keyboard.press('ControlOrMeta+Shift+N')
  await expect(app.page.getByRole('combobox', { name: 'Currency' })).toHaveText('USD, US Dollar')
  await answerNewBook(app, 'EUR, Euro')
  await expect(app.page.getByRole('heading', { name: 'Frankfurt' })).toBeVisible()
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  await app.page.getByRole('main').getByRole('button', { name: 'New deal' }).click()
  await app.page.keyboard.press('Enter')
  await saved(app.page)
  const page = await app.restart()
  const fee = page.locator('td[data-term="monthlyFee"]')
  await enter(page, 'monthlyFee', (await fee.getAttribute('data-deal'))!, '2M')
  await expect(fee).toContainText('€2')
  await saved(page)
})

test('a file that is not a book is refused with a sentence, and the open book stays', async ({ app }) => {
  const path = join(app.userData, 'letter.offtake')
  await writeFile(path, 'Dear reader,\n'.repeat(100))
  await answerDialogs(app, path)
  await chooseInBookMenu(app, 'Open book')
  await expect(app.page.getByRole('alert')).toContainText('“letter.offtake” is not an Offtake book')
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await expect(cell(app.page, 'monthlyFee', colossus)).toContainText('$1,300 M')
})

test('an empty file is refused with a sentence', async ({ app }) => {
  const path = join(app.userData, 'empty.offtake')
  await writeFile(path, '')
  await answerDialogs(app, path)
  await chooseInBookMenu(app, 'Open book')
  await expect(app.page.getByRole('alert')).toContainText('“empty.offtake” is empty')
})

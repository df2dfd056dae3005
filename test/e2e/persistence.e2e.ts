import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { answerDialogs } from '../desktop/dialogs.ts'
import { cell, colossus, enter, figure, saved } from './screen.ts'

test('what was edited is there after closing and opening again', async ({ app }) => {
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await enter(app.page, 'name', colossus, 'Renamed lease')
  await saved(app.page)
  const page = await app.restart()
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,300 M')
  await expect(cell(page, 'name', colossus)).toContainText('Renamed lease')
})

test('every acknowledged edit is there after the process is killed', async ({ app }) => {
  for (const fee of ['1.31B', '1.32B', '1.33B']) {
    await enter(app.page, 'monthlyFee', colossus, fee)
    await saved(app.page)
  }
  const page = await app.killAndRestart()
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,330 M')
})

test('undo and redo step through edits, name them, and survive a restart', async ({ app }) => {
  const fee = () => cell(app.page, 'monthlyFee', colossus)
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await enter(app.page, 'monthlyFee', colossus, '1.4B')
  await expect(app.page.getByRole('button', { name: /^Undo Monthly fee of Colossus lease/ })).toBeEnabled()
  await app.page.keyboard.press('ControlOrMeta+Z')
  await expect(fee()).toContainText('$1,300 M')
  await expect(figure(app.page, 'totalContractValue', colossus)).toHaveText('$46.800 B')
  await saved(app.page)

  await app.restart()
  await expect(fee()).toContainText('$1,300 M')
  await app.page.getByRole('button', { name: /^Redo/ }).click()
  await expect(fee()).toContainText('$1,400 M')
  await app.page.getByRole('button', { name: /^Undo/ }).click()
  await app.page.getByRole('button', { name: /^Undo/ }).click()
  await expect(fee()).toContainText('$1,250 M')
  await expect(app.page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
})

test('the chosen unit and theme are kept for the next start', async ({ app }) => {
  await app.page.getByRole('button', { name: /^Theme: system/ }).click()
  await app.page.getByRole('button', { name: /^Theme: light/ }).click()
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const page = await app.restart()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a book that is overwritten by another program is left alone, and what is on the screen becomes a new one', async ({
  app,
}) => {
  const path = join(app.userData, 'Colossus options.offtake')
  const fee = () => cell(app.page, 'monthlyFee', colossus)
  const older = await readFile(path)
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await saved(app.page)
  await writeFile(path, older)
  await enter(app.page, 'monthlyFee', colossus, '1.4B')
  const bar = app.page.getByRole('alert').filter({ hasText: 'was overwritten by another program' })
  await expect(bar).toBeVisible()
  await expect(app.page.getByTestId('save-state')).toHaveText(/^Not saved/)
  await expect(fee()).toContainText('$1,300 M')
  expect((await readFile(path)).equals(older)).toBe(true)

  if (app.electron) await answerDialogs(app, join(app.userData, 'Kept.offtake'))
  await bar.getByRole('button', { name: 'Save what is on the screen as a new book…' }).click()
  await expect(bar).toBeHidden()
  await enter(app.page, 'monthlyFee', colossus, '1.5B')
  await saved(app.page)
  expect((await readFile(path)).equals(older)).toBe(true)
  await app.restart()
  await expect(fee()).toContainText('$1,500 M')
})

test('a book that is overwritten by another program can be opened as it is then', async ({ app }) => {
  const path = join(app.userData, 'Colossus options.offtake')
  const older = await readFile(path)
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await saved(app.page)
  await writeFile(path, older)
  await enter(app.page, 'monthlyFee', colossus, '1.4B')
  await app.page.getByRole('button', { name: 'Open the file as it is now' }).click()
  await expect(cell(app.page, 'monthlyFee', colossus)).toContainText('$1,250 M')
  await enter(app.page, 'monthlyFee', colossus, '1.6B')
  await saved(app.page)
})

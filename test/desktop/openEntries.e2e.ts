import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { DealDocument } from '../../shared/document/dealDocument.ts'
import { expect, type RunningApp, test } from '../e2e/app.ts'
import { cell, colossus, enter, figure, noticed, openSteps } from '../e2e/screen.ts'
import { answerDialogs, answerNewBook } from './dialogs.ts'

/** What is being typed, or was refused, when a command is chosen or the window closes. */

const poppler = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' })

/** Chooses from the menu of the system, which leaves the keyboard where it is. */
const chooseInSystemMenu = ({ electron }: RunningApp, title: string) =>
  electron!.evaluate(({ Menu }, label) => {
    const items = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => submenu!.items)
    items.find((item) => item.label === label)!.click()
  }, title)

async function typeInto(page: Page, termId: string, text: string): Promise<void> {
  await cell(page, termId, colossus).focus()
  await page.keyboard.press('F2')
  await cell(page, termId, colossus).getByRole('textbox').fill(text)
}

async function exportedBook(app: RunningApp, name: string): Promise<DealDocument> {
  const path = join(app.userData, name)
  await answerDialogs(app, path)
  await chooseInSystemMenu(app, 'Export the book as JSON…')
  await noticed(app.page, `Saved ${name}.`)
  const { deals } = JSON.parse(await readFile(path, 'utf8')) as { deals: DealDocument[] }
  return deals[0]!
}

const editor = (page: Page) => cell(page, 'monthlyFee', colossus).getByRole('textbox')

test('what is being typed in a cell is in the file a command writes', async ({ app }) => {
  const { page } = app
  await typeInto(page, 'monthlyFee', '1.3B')
  // In cents: 1.3 billion dollars.
  expect((await exportedBook(app, 'book.json')).charges![0]!.monthlyFee).toBe(130_000_000_000)
  await expect(editor(page)).toHaveCount(0)
  await expect(cell(page, 'monthlyFee', colossus)).toBeFocused()

  await typeInto(page, 'monthlyFee', '1.4B')
  await answerDialogs(app, join(app.userData, 'typed.pdf'))
  await page.keyboard.press('ControlOrMeta+P')
  await expect(page.getByText('Saved typed.pdf.')).toBeVisible({ timeout: 30_000 })
  const text = poppler('pdftotext', '-layout', join(app.userData, 'typed.pdf'), '-')
  expect(text.split('\n').find((line) => line.includes('Monthly fee'))).toContain('$1,400')

  await typeInto(page, 'monthlyFee', '1.5B')
  await answerDialogs(app, join(app.userData, 'copy.offtake'))
  await chooseInSystemMenu(app, 'Save a copy…')
  await noticed(page, 'Saved a copy: copy.offtake.')
  await answerDialogs(app, join(app.userData, 'copy.offtake'))
  await chooseInSystemMenu(app, 'Open book…')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,500 M')

  await typeInto(page, 'monthlyFee', '1.6B')
  await chooseInSystemMenu(app, 'Versions…')
  await page.getByRole('textbox', { name: /^Keep the book as it is now/ }).fill('Typed')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Typed', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await enter(page, 'monthlyFee', colossus, '1.7B')
  await chooseInSystemMenu(app, 'Versions…')
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('region', { name: 'Differences' })).toContainText('$1,600 M')
})

test('what is being typed in fields outside the sheet is in the file, too', async ({ app }) => {
  const { page } = app
  const steps = await openSteps(page, 'ramp', colossus)
  await steps.getByRole('textbox', { name: 'Value, step 1' }).fill('40 %')
  const deal = await exportedBook(app, 'ramp.json')
  expect(deal.charges![0]!.ramp![0]).toMatchObject({ share: 0.4 })
  await page.keyboard.press('Escape')

  await page.getByRole('textbox', { name: 'As of' }).fill('1 Dec 2026')
  const path = join(app.userData, 'asOf.json')
  await answerDialogs(app, path)
  await chooseInSystemMenu(app, 'Export the book as JSON…')
  await noticed(page, 'Saved asOf.json.')
  expect(await readFile(path, 'utf8')).toContain('"asOf": "2026-12-01"')
})

test('a command does not run on an entry that is refused; the reason stands', async ({ app }) => {
  const { page } = app
  const path = join(app.userData, 'refused.json')
  await answerDialogs(app, path)
  await typeInto(page, 'monthlyFee', 'a lot')
  await chooseInSystemMenu(app, 'Export the book as JSON…')
  await expect(cell(page, 'monthlyFee', colossus).getByRole('alert')).toBeVisible()
  await expect(editor(page)).toBeFocused()
  await chooseInSystemMenu(app, 'New deal')
  await expect(page.locator('th[data-term="name"]')).toHaveCount(3)

  // Left with its refusal, the cell is no longer open: the command says what the file would not have, and offers to go on.
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: 'Find a command' }).fill('export book json')
  await page.keyboard.press('Enter')
  const alert = page.getByRole('alert').filter({ hasText: '“a lot” in Monthly fee, Colossus lease' })
  await expect(alert).toContainText('What is written now would not have it.')
  expect(existsSync(path)).toBe(false)
  await alert.getByRole('button', { name: 'Go on without it' }).click()
  await noticed(page, 'Saved refused.json.')
  expect(existsSync(path)).toBe(true)
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('a lot')
})

test('a source that is typed and not saved is not silently left out of a file', async ({ app }) => {
  const { page } = app
  await cell(page, 'monthlyFee', colossus).focus()
  await page.keyboard.press('ControlOrMeta+E')
  const form = page.getByRole('dialog', { name: /^Monthly fee/ })
  await form.getByRole('button', { name: 'Edit' }).click()
  await form.getByRole('textbox', { name: 'Source' }).fill('Side letter')
  const path = join(app.userData, 'source.json')
  await answerDialogs(app, path)
  await chooseInSystemMenu(app, 'Export the book as JSON…')
  await expect(page.getByRole('alert')).toContainText('The source typed for Monthly fee, Colossus lease')
  expect(existsSync(path)).toBe(false)
  await expect(form.getByRole('textbox', { name: 'Source' })).toHaveValue('Side letter')
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await chooseInSystemMenu(app, 'Export the book as JSON…')
  await noticed(page, 'Saved source.json.')
  expect(await readFile(path, 'utf8')).toContain('Side letter')
})

test('the palette, the help and the PDF are reached from an open cell by their keys', async ({ app }) => {
  const { page } = app
  const palette = page.getByRole('combobox', { name: 'Find a command' })
  for (const key of ['ControlOrMeta+K', 'F1']) {
    await typeInto(page, 'monthlyFee', '1.3B')
    await page.keyboard.press(key)
    await expect(palette).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(palette).toHaveCount(0)
    await expect(cell(page, 'monthlyFee', colossus)).toBeFocused()
    // 35 months in full and two at half.
    await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$46.800 B')
  }
  // A refused entry does not stand in the way of a command that needs no figure.
  await typeInto(page, 'monthlyFee', 'a lot')
  await page.keyboard.press('ControlOrMeta+/')
  await expect(page.getByRole('dialog', { name: 'Keys and shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('a lot')
  await expect(cell(page, 'monthlyFee', colossus)).toBeFocused()
})

test('a window does not close over what is typed and not in the book without asking', async ({ app }) => {
  const { page, electron } = app
  /** Has the window asked to close, and the question answered with one of its buttons; answers whether it was asked. */
  const close = (button: 0 | 1) =>
    electron!.evaluate(({ BrowserWindow, dialog }, answer) => {
      let asked = ''
      dialog.showMessageBoxSync = (...given: unknown[]) => {
        asked = (given.at(-1) as { message: string }).message
        return answer
      }
      const [window] = BrowserWindow.getAllWindows()
      window!.close()
      return new Promise<string>((resolve) => setTimeout(() => resolve(asked), 1000))
    }, button)
  const alert = page.getByRole('alert').filter({ hasText: 'The source typed for Buyer, Colossus lease' })

  // A source that is not saved.
  await cell(page, 'buyer', colossus).focus()
  await page.keyboard.press('ControlOrMeta+E')
  const form = page.getByRole('dialog', { name: /^Buyer/ })
  await form.getByRole('button', { name: 'Edit' }).click()
  await form.getByRole('textbox', { name: 'Source' }).fill('Side letter')
  expect(await close(0)).toBe('Something you typed is not in the book.')
  await expect(alert).toBeVisible()
  await expect(form.getByRole('textbox', { name: 'Source' })).toHaveValue('Side letter')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await page.keyboard.press('Escape')

  // A text that is refused as the window closes over it.
  await typeInto(page, 'monthlyFee', 'a lot')
  expect(await close(0)).toBe('Something you typed is not in the book.')
  await expect(page.getByRole('alert').filter({ hasText: '“a lot” in Monthly fee' })).toBeVisible()
  await expect(editor(page)).toHaveValue('a lot')

  // One that is taken is entered, and nothing is asked.
  await editor(page).fill('1.3B')
  const restarted = await app.restart()
  await expect(cell(restarted, 'monthlyFee', colossus)).toContainText('$1,300 M')
})

test('another book is not shown over what is typed and not in the book without asking', async ({ app }) => {
  const { page } = app
  await enter(page, 'buyer-notice', colossus, 'soon')
  await cell(page, 'buyer', colossus).focus()
  await answerDialogs(app, join(app.userData, 'Next.offtake'))
  await chooseInSystemMenu(app, 'New book…')
  await answerNewBook(app)
  const alert = page.getByRole('alert').filter({ hasText: 'It is lost when another book is shown.' })
  await expect(page.getByRole('heading', { name: 'Colossus options' })).toBeVisible()
  await alert.getByRole('button', { name: 'Go on without it' }).click()
  await expect(page.getByRole('heading', { name: 'Next' })).toBeVisible()
})

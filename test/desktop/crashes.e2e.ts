import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { colossus, enter, saved } from '../e2e/screen.ts'
import { answerDialogs } from './dialogs.ts'

/**
 * The process of the page is ended for real. Playwright gives up a page that crashed, so the main process is asked what the
 * page shows.
 */

/** What the page shows as text, once it shows anything. */
const shown = (electron: ElectronApplication, selector: string) =>
  electron.evaluate(async ({ BrowserWindow }, wanted) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    if (webContents.isCrashed() || webContents.isLoading()) return ''
    const script = `document.querySelector(${JSON.stringify(wanted)})?.textContent ?? ''`
    // A page that is just ending never answers.
    const never = new Promise((resolve) => setTimeout(() => resolve(''), 1000))
    return String(await Promise.race([webContents.executeJavaScript(script), never]))
  }, selector)

const crash = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  )

const fee = `[data-term="monthlyFee"][data-deal="${colossus}"]`

test('a page that crashed is read again from the file, with a sentence', async ({ app }) => {
  const electron = app.electron!
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await saved(app.page)
  await crash(electron)
  await expect.poll(() => shown(electron, fee)).toMatch(/\$1,300\sM/)
  await expect.poll(() => shown(electron, '[role="alert"]')).toContain('was read again from the book’s file')
})

test('after three crashes in a minute the window asks, and another book can be opened', async ({ app }) => {
  const electron = app.electron!
  await answerDialogs(app, join(app.userData, 'Another.offtake'))
  // Answers in turn: open another book, where the person chooses none; a new book.
  await electron.evaluate(({ dialog }) => {
    const asked: string[] = []
    Reflect.set(globalThis, 'asked', asked)
    const answers = [1, 2]
    dialog.showMessageBox = (...given: unknown[]) => {
      asked.push((given.at(-1) as { message: string }).message)
      return Promise.resolve({ response: answers.shift() ?? 3, checkboxChecked: false })
    }
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
  })
  for (const _crash of [1, 2]) {
    await crash(electron)
    await expect.poll(() => shown(electron, fee)).toMatch(/\$1,250\sM/)
  }
  await crash(electron)
  await expect.poll(() => shown(electron, 'h1')).toBe('Another')
  expect(await electron.evaluate(() => Reflect.get(globalThis, 'asked') as string[])).toEqual([
    'The window stopped working three times within a minute.',
    'The window stopped working three times within a minute.',
  ])
})

test('a page that does not answer can be read again', async ({ app }) => {
  const electron = app.electron!
  await electron.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    BrowserWindow.getAllWindows()[0]!.emit('unresponsive')
  })
  await expect.poll(() => shown(electron, '[role="alert"]')).toContain('was read again from the book’s file')
})

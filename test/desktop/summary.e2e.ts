import { execFileSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, type RunningApp, test } from '../e2e/app.ts'
import { colossus, enter, saved } from '../e2e/screen.ts'

/** The system's own dialog cannot be driven: it answers with this path. All else is real. */
const answerSaveDialog = (electron: ElectronApplication, filePath: string) =>
  electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path })
  }, filePath)

async function exportTo({ electron, page, userData }: RunningApp, name: string): Promise<string> {
  const path = join(userData, name)
  await answerSaveDialog(electron!, path)
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await expect(page.getByText(`Saved ${name}.`)).toBeVisible({ timeout: 30_000 })
  return path
}

const poppler = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' })
const rowOf = (text: string, label: string) => text.split('\n').find((line) => line.includes(label)) ?? ''

/** The fonts of a document are the app's own, embedded. */
function isSetInInter(path: string): void {
  const fonts = poppler('pdffonts', path).split('\n').slice(2).filter(Boolean)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/Inter.*TrueType.*yes yes yes/)
}

test('the summary is one page with the figures of the screen', async ({ app }) => {
  const path = await exportTo(app, 'summary.pdf')
  const text = poppler('pdftotext', '-layout', path, '-')
  expect(poppler('pdfinfo', path)).toMatch(/Pages:\s+1\n/)
  expect(poppler('pdfinfo', path)).toMatch(/Title:\s+Colossus options: summary/)
  expect(poppler('pdfinfo', path)).toMatch(/Tagged:\s+yes/)
  isSetInInter(path)

  const value = rowOf(text, 'Total contract value')
  for (const amount of ['$45.000', '$30.360', '$45.645', '+$0.645']) expect(value).toContain(amount)
  expect(rowOf(text, 'Ramp savings, headline')).toContain('$1.530')
  expect(rowOf(text, 'on baseline')).toContain('$1.455')
  expect(rowOf(text, 'Break-even, accrued')).toContain('month 2.577, then 11.200')
  expect(rowOf(text, 'Exit cost, committed')).toContain('$3.717')
  expect(rowOf(text, 'Commitment at signing')).toMatch(/\$6\.169.*\$5\.520/)
  expect(rowOf(text, 'Monthly fee')).toMatch(/\$1,250.*\$920.*\$1,275/)
  expect(text).toContain('credit risk are not modelled')
})

test('the summary shows what was edited', async ({ app }) => {
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await saved(app.page)
  const text = poppler('pdftotext', '-layout', await exportTo(app, 'edited.pdf'), '-')
  expect(rowOf(text, 'Total contract value')).toContain('$46.800')
})

test('a name in another script is printed in the same typeface', async ({ app }) => {
  await enter(app.page, 'name', colossus, 'Колосс, Κολοσσός')
  await saved(app.page)
  const path = await exportTo(app, 'scripts.pdf')
  expect(poppler('pdftotext', '-layout', path, '-')).toContain('Колосс, Κολοσσός')
  isSetInInter(path)
})

test('eight deals still fit one page', async ({ app }) => {
  for (let count = 4; count <= 8; count++) {
    await app.page.keyboard.press('ControlOrMeta+D')
    await expect(app.page.locator('th[data-term="name"]')).toHaveCount(count)
  }
  const path = await exportTo(app, 'eight.pdf')
  expect(poppler('pdfinfo', path)).toMatch(/Pages:\s+1\n/)
  expect(poppler('pdftotext', '-layout', path, '-')).toContain('Longer ramp, +2 %')
})

test('closing the dialog writes nothing; a folder that is gone is said', async ({ app }) => {
  await answerSaveDialog(app.electron!, '')
  const before = await readdir(app.userData)
  await app.page.getByRole('button', { name: 'Export PDF' }).click()
  await answerSaveDialog(app.electron!, join(app.userData, 'gone', 'summary.pdf'))
  await app.page.getByRole('button', { name: 'Export PDF' }).click()
  await expect(app.page.getByRole('alert')).toContainText('summary.pdf')
  expect((await readdir(app.userData)).filter((name) => name.endsWith('.pdf'))).toEqual([])
  expect(before.length).toBeGreaterThan(0)
})

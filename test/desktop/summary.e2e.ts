import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { createBook } from '../../electron/book/create.ts'
import type { Book } from '../../shared/schema/book.ts'
import { expect, type RunningApp, test } from '../e2e/app.ts'
import { colossus, enter, saved } from '../e2e/screen.ts'
import { typeOf } from './pdfText.ts'
import { printedBooks } from './printedBooks.ts'

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

/** Every text of the figures on the screen: the values, their changes and what they rest on. */
const figuresOnScreen = ({ page }: RunningApp): Promise<string[]> =>
  page
    .locator(
      '[data-figure] [data-part="text"], [data-figure] [data-part="change"], [data-figure] [data-part="detail"]',
    )
    .allTextContents()

/** A text without its spaces, for in a column a text goes on in the next line wherever there is a space in it. */
const unspaced = (text: string) => text.replaceAll(/\s/g, '')

/** Starts the app again with this book in place of the sample. */
const withBook = (app: RunningApp, book: Book) =>
  app.restart(() => {
    const path = join(app.userData, 'Colossus options.offtake')
    rmSync(path)
    const made = createBook(path, book)
    return made.ok ? Promise.resolve() : Promise.reject(new Error(made.error.message))
  })

const pagesOf = (path: string) => Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', path))![1])
const pageText = (path: string, page: number) =>
  poppler('pdftotext', '-layout', '-f', `${page}`, '-l', `${page}`, path, '-')

test('the summary has the figures of the screen, is tagged, and is set in the typeface of the app', async ({
  app,
}) => {
  const path = await exportTo(app, 'summary.pdf')
  const text = poppler('pdftotext', '-layout', path, '-')
  expect(poppler('pdfinfo', path)).toMatch(/Title:\s+Colossus options: summary/)
  expect(poppler('pdfinfo', path)).toMatch(/Tagged:\s+yes/)
  isSetInInter(path)

  const value = rowOf(text, 'Total contract value')
  for (const amount of ['$45.000', '$30.360', '$45.645']) expect(value).toContain(amount)
  expect(text).toContain('+$0.645')
  expect(rowOf(text, 'Ramp savings, headline')).toContain('$1.530')
  expect(rowOf(text, 'on baseline')).toContain('$1.455')
  expect(rowOf(text, 'Exit cost, committed')).toContain('$3.717')
  expect(rowOf(text, 'Commitment at signing')).toMatch(/\$6\.169.*\$5\.520/)
  expect(rowOf(text, 'Monthly fee')).toMatch(/\$1,250.*\$920.*\$1,275/)
  expect(text).toContain('credit risk are not modelled')
})

for (const [name, book] of Object.entries(printedBooks))
  test(`the summary of ${name} can be read: no type is below 8 points, and nothing of the screen is missing`, async ({
    app,
  }) => {
    await withBook(app, book())
    const path = await exportTo(app, 'summary.pdf')
    const type = await typeOf(await readFile(path))
    const pages = pagesOf(path)
    console.log(
      `PDF of ${name}: ${pages} pages, smallest type ${type.smallest.toFixed(2)} pt, median ${type.median.toFixed(2)} pt`,
    )
    expect(type.smallest).toBeGreaterThanOrEqual(8)
    expect(type.median).toBeGreaterThanOrEqual(9)

    for (let page = 1; page <= pages; page += 1) {
      const text = pageText(path, page)
      expect(text).toContain(`Page ${page} of ${pages}`)
      // The head of a table stands over its rows on each page, and no page is nearly empty but the last.
      if (/^(Monthly fee|Total contract value|Discount rate)/m.test(text))
        expect(text).toMatch(/^(Figures|Terms) /m)
      if (page < pages) expect(text.trim().split('\n').length).toBeGreaterThan(15)
    }
    const printed = unspaced(poppler('pdftotext', '-raw', path, '-'))
    const shown = await figuresOnScreen(app)
    expect(shown.length).toBeGreaterThan(20)
    for (const text of shown) expect(printed).toContain(unspaced(text))
    for (const { name: deal, shown: isShown } of Object.values(book().deals))
      if (isShown) expect(printed).toContain(unspaced(deal))
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

test('an export says that it is under way; a second one waits for it, and both files are whole', async ({
  app,
}) => {
  const { electron, page, userData } = app
  await electron!.evaluate(({ dialog }, folder) => {
    const paths = ['first.pdf', 'second.pdf'].map((name) => `${folder}/${name}`)
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: paths.shift()! })
  }, userData)
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await page.keyboard.press('ControlOrMeta+P')
  await expect(page.getByRole('status').filter({ hasText: 'Exporting the PDF…' })).toBeVisible()
  await expect(page.getByText('Saved second.pdf.')).toBeVisible({ timeout: 60_000 })
  for (const name of ['first.pdf', 'second.pdf'])
    expect(poppler('pdftotext', join(userData, name), '-')).toContain('Total contract value')
})

test('the paper is the one that was chosen, and white whatever the theme', async ({ app }) => {
  const { page } = app
  const sizeOf = (path: string) => /Page size:\s+([\d.]+) x ([\d.]+)/.exec(poppler('pdfinfo', path))!.slice(1)
  const choose = async (label: string, option: string) => {
    await page.keyboard.press('ControlOrMeta+,')
    await page.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
    await page.keyboard.press('Escape')
  }
  await choose('Theme', 'dark')
  await choose('Paper size', 'US Letter')
  // 8.5 by 11 inches, and 210 by 297 mm, in points.
  expect(sizeOf(await exportTo(app, 'letter.pdf'))).toEqual(['612', '792'])
  await choose('Paper size', 'A4')
  const path = await exportTo(app, 'a4.pdf')
  expect(sizeOf(path).map((length) => Math.round(Number(length)))).toEqual([595, 842])
  const picture = execFileSync('pdftoppm', ['-r', '36', '-f', '1', '-l', '1', path])
  expect([...picture.subarray(-3)]).toEqual([255, 255, 255])
  await app.restart()
  expect(sizeOf(await exportTo(app, 'again.pdf')).map((length) => Math.round(Number(length)))).toEqual([
    595, 842,
  ])
})

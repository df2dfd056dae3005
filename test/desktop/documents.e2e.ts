import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bookDocumentOf } from '../../shared/document/bookDocument.ts'
import { writeJson } from '../../shared/document/json.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { expect, test } from '../e2e/app.ts'
import { cell, chooseFor, colossus, enter, figure, lastOf, noticed, saved, second } from '../e2e/screen.ts'
import { answerDialogs, chooseInBookMenu } from './dialogs.ts'

test('a deal is exported as JSON, imported again, and exported to the same text', async ({ app }) => {
  const { page } = app
  const path = join(app.userData, 'second.json')
  await answerDialogs(app, path)
  await chooseFor(page, second, 'Export as JSON…')
  await noticed(page, 'Saved second.json.')
  await chooseInBookMenu(app, 'Import JSON')
  await noticed(page, 'Imported Colossus second lease 2.')
  const added = await lastOf(page, 4)
  await expect(figure(page, 'totalContractValue', added)).toHaveText('$30.360 B')
  await saved(page)
  const again = join(app.userData, 'again.json')
  await answerDialogs(app, again)
  await chooseFor(page, added, 'Export as JSON…')
  await noticed(page, 'Saved again.json.')
  const text = await readFile(path, 'utf8')
  expect(await readFile(again, 'utf8')).toBe(text.replace('second lease"', 'second lease 2"'))
  await page.getByRole('button', { name: 'Undo Import Colossus second lease 2' }).click()
  await expect(page.locator('th[data-term="name"]')).toHaveCount(3)
})

test('a book is exported as JSON with the last edit in it, and imported as a book of its own', async ({
  app,
}) => {
  const { page } = app
  const path = join(app.userData, 'book.json')
  await answerDialogs(app, path)
  await enter(page, 'monthlyFee', colossus, '1.3B')
  await chooseInBookMenu(app, 'Export the book as JSON')
  await noticed(page, 'Saved book.json.')
  const text = await readFile(path, 'utf8')
  expect(text).toBe(
    writeJson(bookDocumentOf(sampleBook())).replace(
      '"monthlyFee": 125000000000',
      '"monthlyFee": 130000000000',
    ),
  )
  await app.electron!.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    },
    join(app.userData, 'Imported.offtake'),
  )
  await chooseInBookMenu(app, 'Import JSON')
  const imported = 'deal-1'
  await expect(cell(page, 'monthlyFee', imported)).toContainText('$1,300 M')
  await expect(page.getByRole('heading', { name: 'Colossus options' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
  const restarted = await app.restart()
  await expect(cell(restarted, 'monthlyFee', imported)).toContainText('$1,300 M')
})

test('a file that cannot be imported is refused with its name and the place, and nothing changes', async ({
  app,
}) => {
  const { page } = app
  const path = join(app.userData, 'offer.json')
  await answerDialogs(app, path)
  for (const [content, sentence] of [
    ['{"start": "2027-01-01"}', '“offer.json”, end: this is missing.'],
    ['{"start": ', '“offer.json” is not JSON: it ends before it is complete.'],
    [Buffer.from([0x7b, 0xff, 0x7d]), '“offer.json” is not JSON: it is not UTF-8 text.'],
    [
      '{"offtake": "book", "name": "A", "asOf": "2027-01-01", "deals": [{"start": "2027-01-01", "end": 1}]}',
      '“offer.json”, deals[0].end: a text is wanted here.',
    ],
  ] as const) {
    await writeFile(path, content)
    await chooseInBookMenu(app, 'Import JSON')
    await expect(page.getByRole('alert')).toHaveText(sentence)
  }
  await expect(page.locator('th[data-term="name"]')).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
})

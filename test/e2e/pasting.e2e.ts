import { expect, type Page } from '@playwright/test'
import { documentOf } from '../../shared/document/documentOf.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { test } from './app.ts'
import { cell, chooseFor, colossus, figure, lastOf, noticed, paste, saved, second } from './screen.ts'

const headings = (page: Page) => page.locator('th[data-term="name"]')
const document = (dealId: string) => documentOf(dealTerms(sampleBook(), dealId), 'USD')

test('a deal pasted beside the others is added with its sources, saved, and taken back in one step', async ({
  app,
}) => {
  let { page } = app
  await paste(page, JSON.stringify(document(colossus)))
  await noticed(page, 'Pasted Colossus lease 2.')
  const added = await lastOf(page, 4)
  await expect(cell(page, 'name', added)).toBeFocused()
  await expect(figure(page, 'totalContractValue', added)).toHaveText('$45.000 B')
  await expect(
    cell(page, 'monthlyFee', added).getByRole('button', { name: /^Evidence: stated/ }),
  ).toBeVisible()
  await saved(page)
  page = await app.restart()
  await expect(headings(page)).toHaveCount(4)
  await page.getByRole('button', { name: 'Undo Import Colossus lease 2' }).click()
  await expect(headings(page)).toHaveCount(3)
})

test('a deal pasted with the keyboard on a cell is a deal, and a number is the cell’s', async ({
  app: { page },
}) => {
  await cell(page, 'monthlyFee', colossus).focus()
  await paste(page, '1.3B')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,300 M')
  await cell(page, 'monthlyFee', colossus).focus()
  await paste(page, JSON.stringify([document(second), { start: '2027-01-01', end: '2028-01-01' }]))
  await noticed(page, 'Pasted 2 deals.')
  await expect(headings(page)).toHaveCount(5)
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,300 M')
  await page.getByRole('button', { name: 'Undo Import 2 deals' }).click()
  await expect(headings(page)).toHaveCount(3)
})

test('what is copied and pasted is the cell’s the keyboard has moved to, not the one clicked last', async ({
  app: { page },
}) => {
  await cell(page, 'buyer', colossus).click()
  await page.keyboard.press('ArrowDown')
  await expect(cell(page, 'provider', colossus)).toBeFocused()
  // As a browser does it: to where its caret was last.
  const copied = await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    const caret = window.document.querySelector('[data-term="buyer"] span')!
    const event = { clipboardData, bubbles: true, cancelable: true }
    caret.dispatchEvent(new ClipboardEvent('copy', event))
    const text = clipboardData.getData('text/plain')
    clipboardData.setData('text/plain', 'Another')
    caret.dispatchEvent(new ClipboardEvent('paste', event))
    return text
  })
  expect(copied).toBe('xAI / SpaceX')
  await expect(cell(page, 'provider', colossus)).toContainText('Another')
  await expect(cell(page, 'buyer', colossus)).toContainText('Anthropic')
})

test('deals that have no room beside the others are in the list, and the notice says so', async ({
  app: { page },
}) => {
  await paste(page, JSON.stringify(Array.from({ length: 6 }, () => document(second))))
  await noticed(page, 'Pasted 6 deals; one of them is not shown, for 8 fit side by side.')
  await expect(headings(page)).toHaveCount(8)
  await paste(page, JSON.stringify({ ...document(second), name: 'Last' }))
  await noticed(page, 'Pasted Last; it is not shown, for 8 fit side by side.')
  await expect(page.getByRole('checkbox', { name: 'Show Last' })).not.toBeChecked()
})

test('text with braces in a field stays with the field', async ({ app: { page } }) => {
  await cell(page, 'buyer', colossus).focus()
  await page.keyboard.press('F2')
  await paste(page, JSON.stringify(document(second)))
  await page.keyboard.press('Escape')
  await expect(headings(page)).toHaveCount(3)
})

/** What is no deal for this book, and the sentence that says so. */
const refusals = [
  [
    JSON.stringify({ ...document(colossus), charges: [{ monthlyFee: 'much' }] }),
    'The clipboard, charges[0].monthlyFee: a number is wanted here.',
  ],
  [
    JSON.stringify(document(colossus), null, 2).slice(0, 900),
    'The clipboard is not JSON: it ends before it is complete.',
  ],
  [
    JSON.stringify({ ...document(colossus), currency: 'EUR' }),
    'The clipboard, currency: the deal is in EUR and this book in USD, and amounts are not converted.',
  ],
  [
    JSON.stringify({ offtake: 'book', deals: [] }),
    'The clipboard holds a whole book: save it as a file and import that.',
  ],
] as const

test('what is pasted and is no deal for this book is refused with a sentence, and nothing changes', async ({
  app: { page },
}) => {
  for (const [text, sentence] of refusals) {
    await cell(page, 'monthlyFee', colossus).focus()
    await paste(page, text)
    await expect(page.getByRole('alert')).toHaveText(sentence)
    await expect(headings(page)).toHaveCount(3)
    await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')
    await expect(cell(page, 'monthlyFee', colossus)).not.toHaveAttribute('aria-invalid')
  }
})

test('a deal copied as JSON is pasted as it was', async ({ app: { page } }) => {
  // The system’s clipboard belongs to whoever runs the tests.
  await page.evaluate(() => {
    DataTransfer.prototype.setData = (_type, text) => {
      window.document.body.dataset['copied'] = text
    }
  })
  await chooseFor(page, second, 'Copy as JSON')
  await noticed(page, 'Copied Colossus second lease as JSON.')
  const copied = await page.locator('body').getAttribute('data-copied')
  expect(JSON.parse(copied!)).toEqual(document(second))
})

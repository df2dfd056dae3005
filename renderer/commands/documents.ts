import { inSentence } from '../../shared/format/names.ts'
import { importOf } from '../../shared/commands/importDeals.ts'
import type { DealDocument } from '../../shared/document/dealDocument.ts'
import { documentOf } from '../../shared/document/documentOf.ts'
import { readJson, writeJson } from '../../shared/document/json.ts'
import { beginsAsDocument, isLikeBook, isLikeDeals } from '../../shared/document/kind.ts'
import { readDeals } from '../../shared/document/readDeals.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { hasPartsOf } from '../../shared/schema/partOfBook.ts'
import type { Book } from '../../shared/schema/book.ts'
import { limits } from '../../shared/schema/limits.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { ask } from '../api.ts'
import { edit, showSnapshot, useBook, whenSaved } from '../stores/book.ts'
import { notify } from '../stores/notice.ts'
import { unlessUnentered } from '../stores/unentered.ts'
import { forgetCells } from '../stores/view.ts'
import { copyText } from './copyText.ts'
import { goToAdded } from './dealParts.ts'
import { newId } from './deals.ts'

const book = () => useBook.getState().workspace.book

/** Asks for a file of JSON: its deals are added to the open book in one step, a whole book is opened as a new one. */
export async function importDocument(): Promise<void> {
  if (!(await whenSaved())) return
  unlessUnentered('It is lost if the file holds a whole book.', () => void importNow())
}

async function importNow(): Promise<void> {
  const answer = await ask('document.import', {})
  if (!answer.ok) return notify('error', answer.error.message)
  switch (answer.value.status) {
    case 'deals':
      return addDeals('Imported', answer.value.documents)
    case 'opened':
      forgetCells()
      return showSnapshot(answer.value.snapshot)
    case 'cancelled':
  }
}

/** Writes the whole book, or one deal, as JSON where the person chooses. */
export async function exportDocument(dealId: string | null): Promise<void> {
  if (!(await whenSaved())) return
  const answer = await (dealId === null ? ask('book.export', {}) : ask('deal.export', { dealId }))
  if (!answer.ok) return notify('error', answer.error.message)
  if (answer.value.status === 'saved') notify('info', `Saved ${answer.value.fileName}.`)
}

/** Puts a deal on the clipboard as JSON. */
export function copyDeal(dealId: string): void {
  if (!hasPartsOf(book(), dealId))
    return notify(
      'info',
      'Show this deal first: of a book this large only the deals side by side are at hand.',
    )
  const terms = dealTerms(book(), dealId)
  const text = writeJson(documentOf(terms, settingsOf(book()).currency))
  if (copyText(text)) notify('info', `Copied ${inSentence(terms.deal.name)} as JSON.`)
  else notify('error', 'The clipboard could not be written. Nothing was copied.')
}

/** Characters of a text that is pasted. */
const largestPaste = 4 * 1024 * 1024

/** Adds the deals of a pasted text, or says what is wrong with them. Answers whether the text was meant as such. */
export function pasteDeals(pasted: string): boolean {
  const text = pasted.replace(/^\ufeff/, '')
  if (!/^\s*[{[]/.test(text)) return false
  if (text.length > largestPaste)
    return beginsAsDocument(text) && refused('holds more than 4 MB, the most that is pasted.')
  const json = readJson(text)
  if (!json.ok) return beginsAsDocument(text) && refused(json.error)
  if (isLikeBook(json.value)) return refused('holds a whole book: save it as a file and import that.')
  if (!isLikeDeals(json.value)) return false
  const deals = readDeals(json.value, book(), 'The clipboard')
  if (deals.ok) addDeals('Pasted', deals.value)
  else notify('error', deals.error)
  return true
}

function refused(why: string): true {
  notify('error', `The clipboard ${why}`)
  return true
}

/** In one step, with the keyboard on the first of them. */
function addDeals(done: 'Imported' | 'Pasted', documents: readonly DealDocument[]): void {
  const command = importOf(book(), documents, newId)
  const added = edit(command)
  if (!added.ok) return notify('error', added.error.message)
  const [first] = command.deals
  if (first) void goToAdded(first.dealId, false)
  notify('info', `${done} ${addedTo(book(), command.deals)}.`)
}

/** What was added, and what of it has no room beside the others. */
function addedTo({ deals }: Book, added: readonly { dealId: string; name: string }[]): string {
  const hidden = added.filter(({ dealId }) => !deals[dealId]?.shown).length
  const isOne = added.length === 1
  const what = isOne ? added[0]!.name : `${added.length} deals`
  if (hidden === 0) return what
  const which = isOne ? 'it is' : hidden === 1 ? 'one of them is' : `${hidden} of them are`
  return `${what}; ${which} not shown, for ${limits.shownDeals} fit side by side`
}

import type { Result } from '../contract/result.ts'
import { settingsOf } from '../schema/readBook.ts'
import type { Book } from '../schema/book.ts'
import { limits } from '../schema/limits.ts'
import { currencyOf, type DealDocument } from './dealDocument.ts'
import { type DealProblem, problemAt, spoken } from './problems.ts'
import { readDeal } from './readDeal.ts'

/**
 * The deals of a document for an open book: one deal, or a list of them. Else one sentence that says what is wrong, and
 * where. `of` names the document: `“offer.json”`.
 */
export function readDeals(json: unknown, book: Book, of: string): Result<DealDocument[], string> {
  const { currency } = settingsOf(book)
  const isList = Array.isArray(json)
  const documents: readonly unknown[] = isList ? json : [json]
  const space = limits.deals - Object.keys(book.deals).length
  if (documents.length === 0) return { ok: false, error: `${of} holds no deal.` }
  if (documents.length > space)
    return {
      ok: false,
      error: `${of} holds ${documents.length} deals, and there is room for ${space} more in this book, which holds at most ${limits.deals}.`,
    }
  for (const [i, document] of documents.entries()) {
    const problems = problemsFor(document, currency)
    if (problems.length > 0) return { ok: false, error: spoken(problems, of, isList ? `[${i}]` : '') }
  }
  return { ok: true, value: documents as DealDocument[] }
}

function problemsFor(document: unknown, currency: string): DealProblem[] {
  const read = readDeal(document)
  if (!read.ok) return read.error
  const other = currencyOf(document as DealDocument)
  return other === currency
    ? []
    : [
        problemAt(
          'currency',
          `the deal is in ${other} and this book in ${currency}, and amounts are not converted.`,
        ),
      ]
}

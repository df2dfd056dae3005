import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { readBookDocument } from '../../shared/document/bookDocument.ts'
import type { DealDocument } from '../../shared/document/dealDocument.ts'
import { isLikeBook } from '../../shared/document/kind.ts'
import { readDeals } from '../../shared/document/readDeals.ts'
import type { Book } from '../../shared/schema/book.ts'
import { readJsonFile } from './jsonFile.ts'

/** What a file holds: deals for the open book, or a book of its own. */
export type ImportedDocument = { kind: 'deals'; documents: DealDocument[] } | { kind: 'book'; book: Book }

/**
 * Reads a file of JSON: one deal or a list of them, checked against the open book, or a whole book. What is wrong is one
 * sentence that names the file and the place in it. Nothing is written.
 */
export function readDocument(path: string, open: Result<Book>): Result<ImportedDocument> {
  const fileName = basename(path)
  const json = readJsonFile(path)
  if (!json.ok) return json
  if (isLikeBook(json.value)) {
    const book = readBookDocument(json.value, `“${fileName}”`)
    return book.ok ? ok({ kind: 'book', book: book.value }) : fail('invalid-input', book.error)
  }
  if (!open.ok) return open
  const deals = readDeals(json.value, open.value, `“${fileName}”`)
  return deals.ok ? ok({ kind: 'deals', documents: deals.value }) : fail('invalid-input', deals.error)
}

import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { readBookDocument } from '../../shared/document/bookDocument.ts'
import type { DealDocument } from '../../shared/document/dealDocument.ts'
import { readJson } from '../../shared/document/json.ts'
import { isLikeBook } from '../../shared/document/kind.ts'
import { readDeals } from '../../shared/document/readDeals.ts'
import type { Book } from '../../shared/schema/book.ts'
import { fileError } from '../db/errors.ts'

/** Bytes of a file that is imported, and of one that is exported: what is written is read again. */
export const largestDocument = 64 * 1024 * 1024

/** What a file holds: deals for the open book, or a book of its own. */
export type ImportedDocument = { kind: 'deals'; documents: DealDocument[] } | { kind: 'book'; book: Book }

/**
 * Reads a file of JSON: one deal or a list of them, checked against the open book, or a whole book. What is wrong is one
 * sentence that names the file and the place in it. Nothing is written.
 */
export function readDocument(path: string, open: Result<Book>): Result<ImportedDocument> {
  const fileName = basename(path)
  const text = textIn(path, fileName)
  if (!text.ok) return text
  const json = readJson(text.value)
  if (!json.ok) return fail('invalid-input', `“${fileName}” ${json.error}`)
  if (isLikeBook(json.value)) {
    const book = readBookDocument(json.value, `“${fileName}”`)
    return book.ok ? ok({ kind: 'book', book: book.value }) : fail('invalid-input', book.error)
  }
  if (!open.ok) return open
  const deals = readDeals(json.value, open.value, `“${fileName}”`)
  return deals.ok ? ok({ kind: 'deals', documents: deals.value }) : fail('invalid-input', deals.error)
}

const bookMagic = 'SQLite format 3\0'

/** A file's text, without a byte order mark. Sizes and kinds are looked at first: a pipe has no end. */
function textIn(path: string, fileName: string): Result<string> {
  try {
    const about = statSync(path)
    if (!about.isFile()) return fail('invalid-input', `“${fileName}” is not a file.`)
    if (about.size > largestDocument)
      return fail(
        'invalid-input',
        `“${fileName}” is larger than ${largestDocument / 1024 / 1024} MB, the most that is imported.`,
      )
    const bytes = readFileSync(path)
    if (bytes.toString('latin1', 0, bookMagic.length) === bookMagic)
      return fail('invalid-input', `“${fileName}” is not JSON but a book’s own file: open it instead.`)
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError)
      return fail('invalid-input', `“${fileName}” is not JSON: it is not UTF-8 text.`)
    return { ok: false, error: fileError(error, fileName, 'read') }
  }
}

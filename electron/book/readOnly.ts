import { basename } from 'node:path'
import type { Result } from '../../shared/contract/result.ts'
import { ok } from '../../shared/contract/result.ts'
import type { Book } from '../../shared/schema/book.ts'
import { copyInMemory } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import { checkHeader } from '../db/header.ts'
import { readWhole } from './open.ts'

/**
 * A book read without being opened: a copy in memory is checked and brought to the schema of today, and the file stays as
 * it is, of whatever version. A book that is open elsewhere is busy.
 */
export function readBookOnly(path: string): Result<Book> {
  const fileName = basename(path)
  const header = checkHeader(path, fileName)
  if (!header.ok) return header
  try {
    const copy = copyInMemory(path)
    try {
      const book = readWhole(fileName, copy)
      return book.ok ? ok(book.value.opened.workspace.book) : book
    } finally {
      copy.close()
    }
  } catch (error) {
    return { ok: false, error: fileError(error, fileName) }
  }
}

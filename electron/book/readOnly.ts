import { basename } from 'node:path'
import type { Result } from '../../shared/contract/result.ts'
import { ok } from '../../shared/contract/result.ts'
import type { Book } from '../../shared/schema/book.ts'
import { type Connection, copyInMemory } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import { checkHeader } from '../db/header.ts'
import { repositoryOf } from '../db/repository.ts'
import { checkAndMigrate, readAll } from './reading.ts'

/**
 * A book read without being opened: a copy in memory is checked and brought to the schema of today, and the file stays as
 * it is, of whatever version. A book that is open elsewhere is busy.
 */
export function readBookOnly(path: string): Result<Book> {
  const fileName = basename(path)
  const header = checkHeader(path, fileName)
  if (!header.ok) return header
  try {
    return bookIn(copyInMemory(path), fileName)
  } catch (error) {
    return { ok: false, error: fileError(error, fileName, 'read') }
  }
}

/** The book in a copy of its file, which is closed afterwards. Throws SQLite's errors. */
export function bookIn(copy: Connection, fileName: string): Result<Book> {
  try {
    const checked = checkAndMigrate(copy, fileName)
    if (!checked.ok) return checked
    const read = readAll(copy, fileName, repositoryOf(copy))
    return read.ok ? ok(read.value.workspace.book) : read
  } finally {
    copy.close()
  }
}

import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { ok, type Result } from '../../shared/contract/result.ts'
import { emptyHistory } from '../../shared/history/advance.ts'
import type { Book } from '../../shared/schema/book.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { connect, migrate } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import { repositoryOf } from '../db/repository.ts'

/**
 * Writes a new book file. It is made whole under a temporary name beside its place and then put there, so that a
 * full disk or a crash leaves no half book; a file that is already there is never replaced.
 */
export function createBook(path: string, book: Book): Result<void> {
  const temporary = `${path}.${process.pid}.new`
  let isPlaceReserved = false
  try {
    closeSync(openSync(path, 'wx'))
    isPlaceReserved = true
    writeBook(temporary, book)
    syncFile(temporary, 'r+')
    renameSync(temporary, path)
    isPlaceReserved = false
    if (process.platform !== 'win32') syncFile(dirname(path), 'r')
    return ok(undefined)
  } catch (error) {
    return { ok: false, error: fileError(error, basename(path), 'create') }
  } finally {
    rmSync(temporary, { force: true })
    rmSync(`${temporary}-journal`, { force: true })
    if (isPlaceReserved) rmSync(path, { force: true })
  }
}

function writeBook(path: string, book: Book): void {
  const connection = connect(path, { mustExist: false })
  try {
    // Nobody sees the file before it is whole and on the disk: it needs no journal, and is synced once, at its end.
    connection.pragma('journal_mode = OFF')
    connection.pragma('synchronous = OFF')
    migrate(connection, 0)
    const { name, currency, asOf } = settingsOf(book)
    const nothing = { book: { ...emptyBook(name, currency, asOf), settings: {} }, history: emptyHistory }
    repositoryOf(connection).write(nothing, { book, history: emptyHistory }, 0)
  } finally {
    connection.close()
  }
}

/** Waits until a file, or what a folder lists, is on the disk. */
function syncFile(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

import { basename } from 'node:path'
import { ok, type Result } from '../../shared/contract/result.ts'
import { emptyHistory } from '../../shared/history/advance.ts'
import type { Book } from '../../shared/schema/book.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { connect, migrate } from '../db/connection.ts'
import { sqlitePath } from '../db/place.ts'
import { fileError } from '../db/errors.ts'
import { repositoryOf } from '../db/repository.ts'
import { makeNewFile } from '../newFile.ts'
import type { Read } from './reading.ts'
import { putVersions, type VersionRow } from './versions.ts'

/** Writes a new book file, whole or not at all; a file that is already there is never replaced. */
export function createBook(path: string, book: Book): Result<void> {
  try {
    makeNewFile(sqlitePath(path), (temporary) => writeBook(temporary, book))
    return ok(undefined)
  } catch (error) {
    return { ok: false, error: fileError(error, basename(path), 'create') }
  }
}

/** Fills an empty file with a book that has no history yet, and with versions of it. Throws SQLite's errors. */
export const writeBook = (path: string, book: Book, versions: readonly VersionRow[] = []): void =>
  writeWorkspace(path, { workspace: { book, history: emptyHistory }, revision: 0 }, versions)

/** Fills an empty file with a book and its history, and with versions of it. Throws SQLite's errors. */
export function writeWorkspace(
  path: string,
  { workspace, revision }: Read,
  versions: readonly VersionRow[],
): void {
  const connection = connect(path, { mustExist: false })
  try {
    // Nobody sees the file before it is whole and on the disk: it needs no journal, and is synced once, at its end.
    connection.pragma('journal_mode = OFF')
    connection.pragma('synchronous = OFF')
    migrate(connection, 0)
    const { name, currency, asOf } = settingsOf(workspace.book)
    const nothing = { book: { ...emptyBook(name, currency, asOf), settings: {} }, history: emptyHistory }
    repositoryOf(connection).write(nothing, workspace, revision)
    putVersions(connection, versions)
  } finally {
    connection.close()
  }
}

import Database from 'better-sqlite3'
import { usesOtherJournal } from './header.ts'
import { sqlitePath } from './place.ts'
import { applicationId, migrations } from './schema.ts'
import { schemaOfToday } from './schemaOfToday.ts'

export type Connection = Database.Database

/**
 * Opens a database file for one writer; nothing in it changes by that. Throws SQLite's errors; `mustExist` never creates
 * one.
 */
export function connect(path: string, { mustExist }: { mustExist: boolean }): Connection {
  const connection = new Database(sqlitePath(path), { fileMustExist: mustExist, timeout: 0 })
  try {
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cell_size_check = ON')
    connection.pragma('foreign_keys = ON')
    if (!usesOtherJournal(path)) keepOwnJournal(connection)
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.pragma('synchronous = EXTRA')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/**
 * Has SQLite keep a journal beside the file, and only while it writes. Where another program chose otherwise, that changes
 * the file: not before it is known to be a book.
 */
export function keepOwnJournal(connection: Connection): void {
  // By way of PERSIST, SQLite takes away the spent journal that a killed process left beside its book.
  connection.pragma('journal_mode = PERSIST')
  connection.pragma('journal_mode = DELETE')
}

/** A database file as it is now, in memory, under a shared lock while it is copied. Throws SQLite's errors. */
export function copyInMemory(path: string): Connection {
  const file = new Database(sqlitePath(path), { fileMustExist: true, readonly: true, timeout: 0 })
  try {
    // A lock before the bytes: of a book that is open elsewhere, SQLite would say that there is no memory for them.
    file.exec('BEGIN')
    file.prepare('SELECT count(*) FROM sqlite_schema').get()
    return inMemory(file.serialize())
  } finally {
    file.close()
  }
}

/** The bytes of a database file as a database of their own, in memory. Throws SQLite's errors. */
export function inMemory(bytes: Buffer): Connection {
  const connection = new Database(bytes)
  connection.pragma('trusted_schema = OFF')
  connection.pragma('foreign_keys = ON')
  return connection
}

/**
 * Brings a book to the schema of today in one transaction, its version inside. History is of its own schema: cleared. An
 * empty file is given that schema as it is: change by change it would take longer than all else a start does here.
 */
export function migrate(connection: Connection, from: number, steps = migrations): void {
  if (from === steps.length) return
  connection.transaction(() => {
    const changes = from === 0 && steps === migrations ? [schemaOfToday] : steps.slice(from)
    for (const change of changes) connection.exec(change)
    if (from > 0) {
      connection.exec('DELETE FROM history_steps')
      connection.exec('UPDATE book_state SET history_cursor = 0')
    }
    connection.pragma(`application_id = ${applicationId}`)
    connection.pragma(`user_version = ${steps.length}`)
  })()
}

/** The version in a book's header, as its transactions left it. */
export const versionOf = (connection: Connection): number =>
  connection.pragma('user_version', { simple: true }) as number

/** Whether every page and index is sound. `quick_check` misses flipped bits. */
export function arePagesSound(connection: Connection): boolean {
  const [report] = connection.pragma('integrity_check(1)') as { integrity_check: string }[]
  return report?.integrity_check === 'ok'
}

/** Whether every reference has its target. */
export const areReferencesWhole = (connection: Connection): boolean =>
  (connection.pragma('foreign_key_check') as unknown[]).length === 0

/** Both, of a file that nobody has open. Throws SQLite's errors. */
export function isSound(path: string): boolean {
  const file = new Database(sqlitePath(path), { fileMustExist: true, readonly: true })
  try {
    return arePagesSound(file) && areReferencesWhole(file)
  } finally {
    file.close()
  }
}

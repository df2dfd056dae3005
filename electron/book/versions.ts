import Database from 'better-sqlite3'
import { z } from 'zod/mini'
import { type KeptVersion, keptVersion } from '../../shared/contract/keeping.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { limits } from '../../shared/schema/limits.ts'
import type { Book } from '../../shared/schema/book.ts'
import { type Connection, inMemory } from '../db/connection.ts'
import { checkHeaderBytes } from '../db/header.ts'
import { sqlitePath } from '../db/place.ts'
import { bookIn } from './readOnly.ts'

const rows = z.array(keptVersion)

// Read with the first version that is kept or opened: a start has none.
const zlib = () => process.getBuiltinModule('node:zlib')

/** Versions a book holds, the newest first. Throws where a row is not what its schema says. */
export const versionsIn = (connection: Connection): KeptVersion[] =>
  rows.parse(
    connection
      .prepare(
        'SELECT id, name, made_at AS madeAt, revision, deals FROM versions ORDER BY rowid DESC LIMIT ?',
      )
      .all(limits.versions),
  )

/**
 * What a version takes at most when it is read. 10,000 deals with all their sources take 107 MiB, and bytes that are made
 * to grow when they are inflated (a thousandfold, at most) must not take the machine's memory.
 */
const largestBook = 512 * 2 ** 20

/** A version as it lies in its table. */
export type VersionRow = Readonly<Record<string, unknown>>

/** Keeps the book as its file is now, and answers with the row. Throws SQLite's errors. */
export function keepVersion(connection: Connection, version: KeptVersion): Result<VersionRow> {
  const count = connection.prepare('SELECT count(*) FROM (SELECT 1 FROM versions LIMIT ?)').pluck()
  if (Number(count.get(limits.versions)) === limits.versions)
    return fail(
      'refused',
      `A book keeps at most ${limits.versions} versions of itself. Save a copy of it instead.`,
    )
  const bytes = bookBytes(connection)
  if (bytes.length > largestBook)
    return fail('refused', 'The book is too large to keep versions of itself. Save a copy of it instead.')
  const { madeAt, ...named } = version
  const row = { ...named, made_at: madeAt, book: zlib().deflateSync(bytes, { level: 1 }) }
  putVersions(connection, [row])
  return ok(row)
}

/** The versions in a book's file that nobody has open, in the order in which they were kept. Throws SQLite's errors. */
export function versionRowsIn(path: string): VersionRow[] {
  const file = new Database(sqlitePath(path), { fileMustExist: true, readonly: true })
  try {
    // A backup from before a migration may be of a book that had no versions yet.
    const hasVersions =
      file.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'versions'").get() !== undefined
    return hasVersions ? (file.prepare('SELECT * FROM versions ORDER BY rowid').all() as VersionRow[]) : []
  } finally {
    file.close()
  }
}

/** Puts versions into a book's file. Throws SQLite's errors. */
export function putVersions(connection: Connection, versions: readonly VersionRow[]): void {
  const put = connection.prepare(
    'INSERT INTO versions (id, name, made_at, revision, deals, book) VALUES (@id, @name, @made_at, @revision, @deals, @book)',
  )
  for (const version of versions) put.run(version)
}

/** The book file without its history and its versions. */
function bookBytes(connection: Connection): Buffer {
  const copy = inMemory(connection.serialize())
  try {
    copy.exec(
      'DELETE FROM history_steps; DELETE FROM versions; UPDATE book_state SET history_cursor = 0; VACUUM',
    )
    return copy.serialize()
  } finally {
    copy.close()
  }
}

/** So much of the deflated bytes has the header in it, and cannot grow to more than a mebibyte. */
const startLength = 1024

/** The bytes of a kept book, or null where they are none: no more are made of it than its header says it has. */
function inflated(kept: Buffer, name: string): Buffer | null {
  const { constants, inflateSync } = zlib()
  const header = inflateSync(kept.subarray(0, startLength), { finishFlush: constants.Z_SYNC_FLUSH })
  if (header.length < 100 || !checkHeaderBytes(header.subarray(0, 100), header.length, name).ok) return null
  const pageSize = header.readUInt16BE(16)
  // Offset 28: the number of pages. A size of 1 stands for 65,536 bytes.
  const size = header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize)
  if (size === 0 || size > largestBook) return null
  const bytes = inflateSync(kept, { maxOutputLength: size })
  return bytes.length === size ? bytes : null
}

/** The book as it was then, in the schema of today. */
export function readVersion(connection: Connection, id: string): Result<Book> {
  const row = connection.prepare('SELECT name, book FROM versions WHERE id = ?').get(id) as
    | { name: string; book: Buffer }
    | undefined
  if (!row) return fail('not-found', 'This version is not in the book any more.')
  const damaged = fail(
    'damaged',
    `The version “${row.name}” is damaged and cannot be read. The book itself is sound.`,
  )
  try {
    const bytes = inflated(row.book, row.name)
    if (!bytes) return damaged
    const read = bookIn(inMemory(bytes), row.name)
    return read.ok ? read : fail('damaged', `${read.error.message} The book itself is sound.`)
  } catch {
    return damaged
  }
}

import { deflateSync, inflateSync } from 'node:zlib'
import { z } from 'zod/mini'
import { type KeptVersion, keptVersion } from '../../shared/contract/keeping.ts'
import { fail, type Result } from '../../shared/contract/result.ts'
import type { Book } from '../../shared/schema/book.ts'
import { type Connection, inMemory } from '../db/connection.ts'
import { checkHeaderBytes } from '../db/header.ts'
import { bookIn } from './readOnly.ts'

const rows = z.array(keptVersion)

/** Versions a book holds, the newest first. Throws where a row is not what its schema says. */
export const versionsIn = (connection: Connection): KeptVersion[] =>
  rows.parse(
    connection
      .prepare('SELECT id, name, made_at AS madeAt, revision, deals FROM versions ORDER BY rowid DESC')
      .all(),
  )

/** Keeps the book as its file is now. Throws SQLite's errors. */
export function keepVersion(connection: Connection, version: KeptVersion): void {
  connection
    .prepare('INSERT INTO versions (id, name, made_at, revision, deals, book) VALUES (?, ?, ?, ?, ?, ?)')
    .run(version.id, version.name, version.madeAt, version.revision, version.deals, bookBytes(connection))
}

/** Puts rows that were read from another file into this one. Throws SQLite's errors. */
export function putVersions(
  connection: Connection,
  versions: readonly Readonly<Record<string, unknown>>[],
): void {
  const put = connection.prepare(
    'INSERT INTO versions (id, name, made_at, revision, deals, book) VALUES (@id, @name, @made_at, @revision, @deals, @book)',
  )
  for (const version of versions) put.run(version)
}

/** The book file without its history and its versions, deflated. */
function bookBytes(connection: Connection): Buffer {
  const copy = inMemory(connection.serialize())
  try {
    copy.exec(
      'DELETE FROM history_steps; DELETE FROM versions; UPDATE book_state SET history_cursor = 0; VACUUM',
    )
    return deflateSync(copy.serialize(), { level: 1 })
  } finally {
    copy.close()
  }
}

/** More than any book is: a version that says it is larger is damaged. */
const largestBook = 2 ** 31 - 1

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
    const bytes = inflateSync(row.book, { maxOutputLength: largestBook })
    if (!checkHeaderBytes(bytes.subarray(0, 100), bytes.length, row.name).ok) return damaged
    const read = bookIn(inMemory(bytes), row.name)
    return read.ok ? read : damaged
  } catch {
    return damaged
  }
}

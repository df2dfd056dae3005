import Database from 'better-sqlite3'
import { contents, type Contents, namesInALine } from '../../shared/contract/keeping.ts'
import type { Connection } from '../db/connection.ts'
import { sqlitePath } from '../db/place.ts'

/** What a book's file holds, of whatever version it is; null where it cannot be read. For files nobody has open. */
export function contentsOfFile(path: string): Contents | null {
  let file: Connection | null = null
  try {
    file = new Database(sqlitePath(path), { fileMustExist: true, readonly: true })
    return contents.parse(contentsIn(file))
  } catch {
    return null
  } finally {
    file?.close()
  }
}

/** Throws SQLite's errors. */
function contentsIn(file: Connection): unknown {
  const one = (sql: string) => file.prepare(sql).pluck().get()
  const cursor = one('SELECT history_cursor FROM book_state')
  const lastEdit = file
    .prepare('SELECT label, at, sequence FROM history_steps ORDER BY sequence LIMIT 1 OFFSET ?')
    .get(Number(cursor) - 1)
  return {
    bookName: String(one('SELECT name FROM settings')),
    revision: Number(one('SELECT revision FROM book_state')),
    deals: Number(one('SELECT count(*) FROM deals')),
    dealNames: file.prepare('SELECT name FROM deals ORDER BY position LIMIT ?').pluck().all(namesInALine),
    lastEdit: Number(cursor) > 0 ? (lastEdit ?? null) : null,
  }
}

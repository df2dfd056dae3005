import Database from 'better-sqlite3'
import { type Connection, migrate } from './connection.ts'
import { migrations } from './schema.ts'
import type { Row } from './rows.ts'

/** A step of the history by its name, as far as it can be read. */
export interface NamedStep {
  sequence: number
  at: string
  label: string
}

/** What of the tables of a damaged book can still be read: a whole database of today, and how many rows it lacks. */
export interface Salvaged {
  /** Of the schema of today, in memory. References may lack their target. */
  readonly connection: Connection
  /** By table: rows that are there and cannot be read, or hold what none may hold; infinity where nobody knows how many. */
  readonly lost: ReadonlyMap<string, number>
  readonly steps: readonly NamedStep[]
}

/**
 * Reads a damaged database row by row into a new one of the same version, and brings that to the schema of today. The
 * file is one of our own, a copy: SQLite may write to it. Null where nothing can be read.
 */
export function salvageTables(path: string, version: number): Salvaged | null {
  const target = new Database(':memory:')
  const lost = new Map<string, number>()
  let source: Connection | null = null
  try {
    source = new Database(path, { fileMustExist: true })
    source.pragma('trusted_schema = OFF')
    takeSchemaAsItIs(source)
    target.pragma('foreign_keys = OFF')
    migrate(target, 0, migrations.slice(0, version))
    target.exec('DELETE FROM book_state')
    // One transaction for hundreds of thousands of rows; one that is refused takes back no other.
    target.exec('BEGIN')
    for (const table of tablesOf(target)) lost.set(table, copyRows(source, target, table))
    target.exec('COMMIT')
    if (tablesOf(target).every((table) => isEmpty(target, table))) throw new Error('Nothing can be read.')
    if (target.prepare('SELECT count(*) FROM book_state').pluck().get() === 0)
      target.exec('INSERT INTO book_state (id, revision, history_cursor) VALUES (1, 0, 0)')
    const steps = target.prepare('SELECT sequence, at, label FROM history_steps ORDER BY sequence').all()
    migrate(target, version)
    return { connection: target, lost, steps: steps as NamedStep[] }
  } catch {
    target.close()
    return null
  } finally {
    source?.close()
  }
}

/** Has SQLite read what the list of tables still says, and a file that is shorter than it says. */
function takeSchemaAsItIs(source: Connection): void {
  source.unsafeMode()
  source.pragma('writable_schema = ON')
  try {
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch {
    // It says so once, and goes on with the tables it could read.
  }
}

const isEmpty = (connection: Connection, table: string): boolean =>
  connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get() === 0

const tablesOf = (connection: Connection): string[] =>
  connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]

/** Copies every row that can be read and is one; answers with how many are not. */
function copyRows(source: Connection, target: Connection, table: string): number {
  const columns = (target.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => `"${name}"`)
  const put = target.prepare(
    `INSERT INTO ${table} (rowid, ${columns.join(', ')}) VALUES (@rowid_, ${columns.map((_, i) => `@c${i}`).join(', ')})`,
  )
  const named = columns.map((column, i) => `${column} AS c${i}`).join(', ')
  const reader = readerOf(source, table, named)
  if (!reader) return Infinity
  let refused = 0
  const keep = (row: Row) => {
    try {
      put.run(row)
    } catch {
      refused += 1
    }
  }
  return readRows(reader, keep) + refused
}

interface Reader {
  up: Database.Statement
  down: Database.Statement
  one: Database.Statement
}

/** Null where the table is gone, has not the columns it should have, or is none: a view never ends if it does not want to. */
function readerOf(source: Connection, table: string, columns: string): Reader | null {
  try {
    if (!isPlainTable(source, table)) return null
    const all = `SELECT rowid AS rowid_, ${columns} FROM ${table} NOT INDEXED`
    return {
      up: source.prepare(`${all} ORDER BY rowid`),
      down: source.prepare(`${all} ORDER BY rowid DESC`),
      one: source.prepare(`${all} WHERE rowid = ?`),
    }
  } catch {
    return null
  }
}

/** Whether what has a table's name holds rows of its own, and computes none of their columns. */
function isPlainTable(source: Connection, name: string): boolean {
  const kind = source.prepare('SELECT type FROM pragma_table_list WHERE schema = ? AND name = ?').pluck()
  const columns = source.pragma(`table_xinfo(${name})`) as { hidden: number }[]
  return kind.get('main', name) === 'table' && columns.every(({ hidden }) => hidden === 0)
}

/** Beyond these many rows that are not there, nothing more is looked for. */
const longestGap = 20_000

/**
 * Reads from the first row on until a page is broken, from the last row back until one is, and what lies between row by
 * row. Answers with how many could not be read.
 */
function readRows({ up, down, one }: Reader, keep: (row: Row) => void): number {
  let first = -Infinity
  const isWhole = readUntilBroken(up, (row) => {
    // Rows lie in their order: where they do not, pages lead back to each other, and there may be no end to them.
    if (Number(row['rowid_']) <= first) throw new Error('These rows were read before.')
    first = Number(row['rowid_'])
    keep(row)
    return true
  })
  if (first === -Infinity) first = 0
  if (isWhole) return 0
  let last = Infinity
  readUntilBroken(down, (row) => {
    if (Number(row['rowid_']) <= first) return false
    if (Number(row['rowid_']) >= last) throw new Error('These rows were read before.')
    last = Number(row['rowid_'])
    keep(row)
    return true
  })
  let lost = 0
  const end = Math.min(last, first + longestGap)
  for (let rowid = first + 1; rowid < end; rowid += 1) {
    try {
      const row = one.get(rowid) as Row | undefined
      if (row) keep(row)
    } catch {
      lost += 1
    }
  }
  // Where the last rows cannot be reached, nobody knows how many there were.
  return last === Infinity ? Infinity : Math.max(lost, 1)
}

/** True where every row was read that is wanted: `each` says whether to go on. */
function readUntilBroken(statement: Database.Statement, each: (row: Row) => boolean): boolean {
  try {
    for (const row of statement.iterate() as IterableIterator<Row>) if (!each(row)) return true
    return true
  } catch {
    return false
  }
}

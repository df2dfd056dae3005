import Database from 'better-sqlite3'
import { type Connection, migrate } from './connection.ts'
import { migrations } from './schema.ts'
import { schemaOfToday } from './schemaOfToday.ts'

interface SchemaRow {
  type: string
  name: string
  tbl_name: string
  sql: string
}

/** The tables of statistics that SQLite itself makes where another tool runs ANALYZE (sqlite.org/fileformat2.html, 2.6.4). */
const statistics = [
  'CREATE TABLE sqlite_stat1(tbl,idx,stat)',
  'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)',
]

// Indexes that SQLite makes for itself have no SQL.
const schemaRows = (connection: Connection): SchemaRow[] =>
  connection
    .prepare<string[], SchemaRow>(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND NOT (type = 'table' AND sql IN (?, ?))
       ORDER BY type, name`,
    )
    .all(...statistics)

/**
 * Today's tables and indexes as SQLite keeps them, read from their statements: a database made for it in memory would take
 * longer than all else an opening looks at.
 */
const rowsOfToday = (): SchemaRow[] =>
  schemaOfToday
    .split(/;\n+/)
    .flatMap((sql) => {
      const [, type, name, table] = /^\s*CREATE (TABLE|INDEX) (\w+)(?: ON (\w+))?/.exec(sql) ?? []
      return type === undefined || name === undefined
        ? []
        : [{ type: type.toLowerCase(), name, tbl_name: table ?? name, sql: sql.trim() }]
    })
    .toSorted((a, b) => (a.type + a.name < b.type + b.name ? -1 : 1))

function rowsOfVersion(version: number): SchemaRow[] {
  const memory = new Database(':memory:')
  try {
    migrate(memory, 0, migrations.slice(0, version))
    return schemaRows(memory)
  } finally {
    memory.close()
  }
}

/** Whether a book has the tables of its version and nothing else: no added trigger, view or column. */
export function hasSchemaOf(connection: Connection, version: number): boolean {
  const expected = version === migrations.length ? rowsOfToday() : rowsOfVersion(version)
  return JSON.stringify(schemaRows(connection)) === JSON.stringify(expected)
}

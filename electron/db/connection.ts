import Database from 'better-sqlite3'
import { applicationId, migrations, schemaVersion } from './schema.ts'

export type Connection = Database.Database

/** Opens a database file for one writer. Throws SQLite's errors; `mustExist` never creates one. */
export function connect(path: string, { mustExist }: { mustExist: boolean }): Connection {
  const connection = new Database(path, { fileMustExist: mustExist, timeout: 0 })
  try {
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cell_size_check = ON')
    connection.pragma('foreign_keys = ON')
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.pragma('journal_mode = DELETE')
    connection.pragma('synchronous = EXTRA')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Brings a book to the schema of today in one transaction, its version inside. History is of its own schema: cleared. */
export function migrate(connection: Connection, from: number): void {
  if (from === schemaVersion) return
  connection.transaction(() => {
    for (const migration of migrations.slice(from)) connection.exec(migration)
    if (from > 0) {
      connection.exec('DELETE FROM history_steps')
      connection.exec('UPDATE book_state SET history_cursor = 0')
    }
    connection.pragma(`application_id = ${applicationId}`)
    connection.pragma(`user_version = ${schemaVersion}`)
  })()
}

const describeSchema = (connection: Connection): string =>
  JSON.stringify(
    connection
      .prepare(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
      )
      .all(),
  )

let expectedSchema: string | null = null

/** Whether a book has the tables of its version and nothing else: no added trigger, view or column. */
export function hasExpectedSchema(connection: Connection): boolean {
  expectedSchema ??= schemaOfNewBook()
  return describeSchema(connection) === expectedSchema
}

function schemaOfNewBook(): string {
  const memory = new Database(':memory:')
  try {
    migrate(memory, 0)
    return describeSchema(memory)
  } finally {
    memory.close()
  }
}

/** True where every page and index is sound and every reference has its target. `quick_check` misses flipped bits. */
export function isIntact(connection: Connection): boolean {
  const [report] = connection.pragma('integrity_check(1)') as { integrity_check: string }[]
  const broken = connection.pragma('foreign_key_check') as unknown[]
  return report?.integrity_check === 'ok' && broken.length === 0
}

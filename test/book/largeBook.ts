import Database from 'better-sqlite3'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import type { Book, Entity } from '../../shared/schema/book.ts'

type Values = Record<string, unknown>

/** What names another entity, or the one itself, in a row or in an entity. */
const isName = (key: string) => key === 'id' || /(Id|_id)$/.test(key)

/** The same with every name in it begun with this; a deal is not one of those side by side, and comes last. */
function renamed(values: Values, prefix: string, round: number): Values {
  const names = Object.entries(values).map(([key, value]) => [
    key,
    isName(key) && typeof value === 'string' ? `${prefix}${value}` : value,
  ])
  const copy = Object.fromEntries(names) as Values
  if ('shown' in copy) Object.assign(copy, { shown: false, position: 3 * round + Number(copy['position']) })
  return copy
}

/** The sample book with so many times its deals: one in which what is done to the whole of it takes a while. */
export function largeBook(times: number): Book {
  const book = sampleBook()
  const kinds = Object.entries(book as Record<string, Record<string, Entity>>).map(([kind, entities]) => {
    if (kind === 'settings') return [kind, entities]
    const all = { ...entities }
    for (let round = 1; round < times; round += 1)
      for (const entity of Object.values(entities)) {
        const copy = renamed({ ...entity }, `copy-${round}-`, round) as unknown as Entity
        all[copy.id] = copy
      }
    return [kind, all]
  })
  return Object.fromEntries(kinds) as Book
}

/** Puts so many times its deals into a book that an earlier version wrote. */
export function enlarge(path: string, times: number): void {
  const file = new Database(path)
  const tables = file
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('settings', 'history_steps', 'book_state')",
    )
    .pluck()
    .all() as string[]
  file.transaction(() => {
    for (const table of tables) {
      const rows = file.prepare(`SELECT * FROM ${table}`).all() as Values[]
      const columns = Object.keys(rows[0] ?? {})
      if (columns.length === 0) continue
      const put = file.prepare(
        `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
      )
      for (let round = 1; round < times; round += 1)
        for (const row of rows) {
          const copy = renamed(row, `copy-${round}-`, round)
          put.run('shown' in copy ? { ...copy, shown: 0 } : copy)
        }
    }
  })()
  file.close()
}

import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import type { z } from 'zod/mini'
import { migrate } from '../../electron/db/connection.ts'
import { tableShapes } from '../../electron/db/rows.ts'
import { entitySchemas } from '../../shared/schema/book.ts'

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
}

const book = new Database(':memory:')
migrate(book, 0)
afterAll(() => {
  book.close()
})

const columnsOf = (table: string) => book.pragma(`table_info(${table})`) as Column[]

/** What SQLite has to call a column that holds the values of this schema. */
function columnType(schema: z.core.$ZodType): { type: string; nullable: boolean } {
  const { def } = schema._zod
  if (def.type === 'nullable') {
    const { innerType } = def as z.core.$ZodNullableDef
    return { ...columnType(innerType), nullable: true }
  }
  if (['number', 'boolean'].includes(def.type)) return { type: 'INTEGER', nullable: false }
  if (['string', 'enum', 'literal'].includes(def.type)) return { type: 'TEXT', nullable: false }
  throw new Error(`A ${def.type} has no column type.`)
}

describe('the tables of a book', () => {
  it('are one for each kind of entity, two for the history, and one for versions of the book', () => {
    const tables = book.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
    expect(new Set(tables)).toEqual(
      new Set([...tableShapes.map(({ table }) => table), 'history_steps', 'book_state', 'versions']),
    )
  })

  it.each(tableShapes)(
    'have in $table a column for each property of the entity, and no other',
    ({ kind, table, columns }) => {
      const inFile = columnsOf(table).map(({ name, type, notnull, pk }) => {
        const nullable = notnull === 0 && pk === 0
        return [name, { type, nullable }]
      })
      const schemas: Readonly<Record<string, z.core.$ZodType>> = entitySchemas[kind].shape
      const inSchema = columns.map(({ property, column }) => [column, columnType(schemas[property]!)])
      expect(Object.fromEntries(inFile)).toEqual(Object.fromEntries(inSchema))
    },
  )

  it('are strict, so that a column holds nothing but its type', () => {
    const tables = book.pragma('table_list') as { schema: string; name: string; strict: number }[]
    const own = tables.filter(({ schema, name }) => schema === 'main' && !name.startsWith('sqlite_'))
    expect(own.filter(({ strict }) => strict === 0)).toEqual([])
  })

  it('enforce every reference from a part to its whole', () => {
    for (const { table, columns } of tableShapes) {
      const owners = columns.filter(({ column }) => /^(deal|charge|tranche|right|baseline)_id$/.test(column))
      const references = book.pragma(`foreign_key_list(${table})`) as { from: string }[]
      expect(references.map(({ from }) => from).toSorted()).toEqual(
        owners.map(({ column }) => column).toSorted(),
      )
    }
  })
})

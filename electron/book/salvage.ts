import { copyFileSync, existsSync, mkdtempSync, openSync, readSync, closeSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { wholeBook } from '../../shared/salvage/wholeBook.ts'
import type { Book, Entity } from '../../shared/schema/book.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { limits } from '../../shared/schema/limits.ts'
import type { Connection } from '../db/connection.ts'
import { fromRow, type Row, tableShapes } from '../db/rows.ts'
import { type NamedStep, salvageTables } from '../db/salvage.ts'
import { schemaVersion } from '../db/schema.ts'
import { log } from '../log.ts'

/** What can still be read of a damaged book. */
export interface SalvagedBook {
  book: Book
  /** A sentence on each thing that is lost. */
  missing: string[]
  /** The names of the edits the history still has, in their order. */
  steps: readonly NamedStep[]
  /** The versions that were kept in it, as rows. */
  versions: readonly Readonly<Record<string, unknown>>[]
}

/** Reads what can be read of a damaged book. The file stays as it is: a copy is read. Null where nothing can be. */
export function salvageBook(path: string, today: string): SalvagedBook | null {
  let folder: string | null = null
  try {
    folder = mkdtempSync(join(tmpdir(), 'offtake-salvage-'))
    const copy = join(folder, 'book')
    copyFileSync(path, copy)
    // An edit that was interrupted is in the book in part: its journal takes that back.
    if (existsSync(`${path}-journal`)) copyFileSync(`${path}-journal`, `${copy}-journal`)
    const tables = salvageTables(copy, versionOf(copy))
    if (!tables) return null
    try {
      const name = basename(path, extname(path)).slice(0, limits.nameLength) || 'Book'
      return { ...bookOf(tables.connection, tables.lost, emptyBook(name, 'USD', today)), steps: tables.steps }
    } finally {
      tables.connection.close()
    }
  } catch (error) {
    // It cannot even be copied: it may not be read, its drive is gone, or there is no room.
    log('nothing was salvaged', error)
    return null
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
}

/** The version in the header, or today's where the header is broken too. */
function versionOf(path: string): number {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, header.length, 0)
  } finally {
    closeSync(file)
  }
  const version = header.readUInt32BE(60)
  return version >= 1 && version <= schemaVersion ? version : schemaVersion
}

/** What a row of each table is called. */
const namesOfRows: Record<string, string> = {
  deals: 'deals',
  charges: 'charges',
  ramp_steps: 'ramp steps',
  escalators: 'escalators',
  usage_steps: 'usage steps',
  tranches: 'tranches',
  delivery_steps: 'delivery steps',
  termination_rights: 'rights to leave',
  termination_fees: 'fees for leaving',
  one_offs: 'fees and credits on a date',
  advances: 'prepayments and deposits',
  renewals: 'renewals',
  evidence: 'sources',
  versions: 'versions',
}

function bookOf(
  connection: Connection,
  lostRows: ReadonlyMap<string, number>,
  fallback: Book,
): Omit<SalvagedBook, 'steps'> {
  const lost = new Map(lostRows)
  const records = tableShapes.map((shape) => {
    const entities: Record<string, Entity> = {}
    for (const row of connection.prepare(`SELECT * FROM ${shape.table}`).all() as Row[])
      try {
        const entity = fromRow(shape, row)
        entities[entity.id] = entity
      } catch {
        lost.set(shape.table, (lost.get(shape.table) ?? 0) + 1)
      }
    return [shape.kind, entities]
  })
  const { book, missing } = wholeBook(Object.fromEntries(records) as Book, fallback)
  const unread = Object.entries(namesOfRows).flatMap(([table, name]) => {
    const rows = lost.get(table) ?? 0
    if (rows === 0) return []
    if (rows < Infinity) return [`At least ${rows} of the ${name} could not be read.`]
    const isAnyRead = connection.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined
    return [`${isAnyRead ? 'Some of the' : 'The'} ${name} could not be read.`]
  })
  return {
    book,
    missing: [...unread, ...missing, 'The history of edits is not carried over.'],
    versions: connection.prepare('SELECT * FROM versions').all() as Record<string, unknown>[],
  }
}

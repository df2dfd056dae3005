import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Connection, connect, migrate, versionOf } from '../../electron/db/connection.ts'
import { applicationId, migrations, schemaVersion } from '../../electron/db/schema.ts'
import { compare } from '../../shared/engine/compare.ts'
import type { Book } from '../../shared/schema/book.ts'
import { feeIn, opened, value } from './books.ts'
import { copyOf, fixtures } from './fixtures.ts'
import { contentsOf } from './folder.ts'

function connected(path: string): Connection {
  const connection = connect(path, { mustExist: true })
  onTestFinished(() => {
    connection.close()
  })
  return connection
}

const nextVersion = [
  ...migrations,
  'ALTER TABLE deals ADD COLUMN remark TEXT; UPDATE deals SET remark = name',
]

const countOfSteps = (connection: Connection) =>
  connection.prepare('SELECT count(*) FROM history_steps').pluck().get()

describe('a book of version 1', () => {
  it('opens with the total contract values it was written with', () => {
    const session = opened(copyOf('book-v1.offtake'))
    const { columns } = compare(session.snapshot().workspace.book)
    const totals = columns.map(({ terms, totalContractValue }) => [terms.deal.name, totalContractValue])
    expect(Object.fromEntries(totals)).toEqual({
      'Colossus lease': 45_000_000_000_00,
      'Colossus second lease': 30_360_000_000_00,
      'Longer ramp, +2 %': 45_645_000_000_00,
      'Dear offer': 46_800_000_000_00,
    })
  })

  it('opens at its revision and takes another edit', () => {
    const session = opened(copyOf('book-v1.offtake'))
    expect(session.snapshot().revision).toBe(4)
    value(
      session.edit(
        {
          type: 'do',
          at: '2027-01-01T00:00:00Z',
          command: { type: 'charge.set', chargeId: 'colossus-lease/fee', changes: { monthlyFee: 5 } },
        },
        4,
      ),
    )
    expect(feeIn(session)).toBe(5)
  })

  it('bills its months and rounds as it did before that could be chosen, and escalates nothing', () => {
    const { book } = opened(copyOf('book-v1.offtake')).snapshot().workspace
    for (const { billingMonths, partMonths, rounding } of Object.values(book.deals))
      expect([billingMonths, partMonths, rounding]).toEqual(['calendar', 'actual', 'halfAwayFromZero'])
    expect(book.escalators).toEqual({})
  })

  it('is brought to the newest version by being opened, and stays there', () => {
    const path = copyOf('book-v1.offtake')
    opened(path).close()
    const migrated = contentsOf(join(path, '..'))
    expect(readFileSync(path).readUInt32BE(60)).toBe(schemaVersion)
    opened(path).close()
    expect(contentsOf(join(path, '..'))).toEqual(migrated)
  })

  it('says in its header what it is', () => {
    const header = readFileSync(join(fixtures, 'book-v1.offtake')).subarray(0, 100)
    expect(header.toString('latin1', 68, 72)).toBe('Oftk')
    expect(header.readUInt32BE(60)).toBe(1)
  })
})

describe('a book of version 2', () => {
  it('opens with every part it was written with', () => {
    const { book } = opened(copyOf('book-v2.offtake')).snapshot().workspace
    const parts = Object.entries(book).map(([kind, record]) => [kind, Object.keys(record).length])
    expect(Object.fromEntries(parts)).toEqual({
      settings: 1,
      deals: 4,
      charges: 5,
      rampSteps: 3,
      escalators: 1,
      usageSteps: 1,
      tranches: 5,
      deliverySteps: 3,
      terminationRights: 8,
      terminationFees: 1,
      oneOffs: 1,
      advances: 1,
      renewals: 1,
      evidence: 96,
    })
    expect(book.settings['book']).toMatchObject({ perspective: 'buyer', onDemandPrice: null })
  })

  it('opens with the values that follow from them', () => {
    const { columns } = compare(opened(copyOf('book-v2.offtake')).snapshot().workspace.book)
    const found = columns.find(({ terms }) => terms.deal.name === 'Every term')!
    // Two months at 40.00, ten at 100.00, twelve at 103.00; a fee of 250.00; and half of ten GPUs, five until March, at
    // 1.00 an hour: 12 * (5 * 59 + 10 * 672).
    expect(found.totalContractValue).toBe(80_00 + 1_000_00 + 1_236_00 + 250_00 + 84_180_00)
    // Twelve months at 103.00 * 1.05 * 1.03, and half of ten GPUs at 1.05 an hour.
    expect(found.renewed.withRenewals - found.totalContractValue).toBe(12 * 111_39 + 45_990_00)
  })
})

describe('a book of version 3', () => {
  it('opens with its deals, none of them archived, and with the version it keeps', () => {
    const session = opened(copyOf('book-v3.offtake'))
    const { book } = session.snapshot().workspace
    const deals = Object.values(book.deals).map(({ name, shown, archived }) => [name, shown, archived])
    expect(deals).toEqual([
      ['Colossus lease', true, false],
      ['Colossus second lease', false, false],
      ['Longer ramp, +2 %', true, false],
    ])
    // 1.3 B for 35 months and half of it for two; the version was kept at 1.0 B.
    const value = (of: Book) => compare(of).columns[0]!.totalContractValue
    expect(value(book)).toBe(46_800_000_000_00)
    const kept = session.readVersion('round-1')
    if (!kept.ok) throw new Error(kept.error.message)
    expect(value(kept.value)).toBe(36_000_000_000_00)
  })
})

/** The statements that make the tables of a database, and its first rows, as a file of the source. */
function schemaAsSource(connection: Connection): string {
  const statements = connection
    .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid')
    .pluck()
    .all()
  return `/** What all migrations come to, from an empty file on. Written by \`npm run unit -- migrations --update\`. */
export const schemaOfToday = \`
${statements.join(';\n\n')};

INSERT INTO book_state (id, revision, history_cursor) VALUES (1, 0, 0);
\`
`
}

/** All that a database holds, in an order of its own. */
function tablesAndRows(connection: Connection) {
  const schema = connection.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all()
  const tables = (schema as { type: string; name: string }[]).filter(({ type }) => type === 'table')
  const rows = tables.map(({ name }) => [name, connection.prepare(`SELECT * FROM ${name}`).all()])
  return { schema, rows, version: versionOf(connection) }
}

describe('a migration', () => {
  it('is part of the schema a new book is given at once', async () => {
    const [changed, given] = [new Database(':memory:'), new Database(':memory:')]
    migrate(changed, 0, [...migrations])
    await expect(schemaAsSource(changed)).toMatchFileSnapshot('../../electron/db/schemaOfToday.ts')
    migrate(given, 0)
    expect(tablesAndRows(given)).toEqual(tablesAndRows(changed))
    changed.close()
    given.close()
  })

  it('brings an empty file to the newest version, which every new book has', () => {
    const memory = new Database(':memory:')
    migrate(memory, 0)
    expect(versionOf(memory)).toBe(schemaVersion)
    expect(memory.pragma('application_id', { simple: true })).toBe(applicationId)
    memory.close()
  })

  it('keeps the book and its revision, and clears the history, which was of the older schema', () => {
    const connection = connected(copyOf('book-v1.offtake'))
    const count = (sql: string) => connection.prepare(`SELECT count(*) FROM ${sql}`).pluck().get()
    const revision = connection.prepare('SELECT revision FROM book_state').pluck().get()
    const deals = count('deals')
    migrate(connection, 1, nextVersion)
    expect(versionOf(connection)).toBe(schemaVersion + 1)
    expect(count('deals WHERE remark = name')).toBe(deals)
    expect(countOfSteps(connection)).toBe(0)
    expect(connection.prepare('SELECT revision, history_cursor FROM book_state').get()).toEqual({
      revision,
      history_cursor: 0,
    })
  })

  it('that fails leaves the file as it was, version and history too', () => {
    const path = copyOf('book-v1.offtake')
    const before = contentsOf(join(path, '..'))
    const connection = connect(path, { mustExist: true })
    expect(() => migrate(connection, 1, [...nextVersion, 'INSERT INTO nowhere VALUES (1)'])).toThrow(
      'nowhere',
    )
    expect(versionOf(connection)).toBe(1)
    expect(countOfSteps(connection)).toBe(3)
    connection.close()
    expect(contentsOf(join(path, '..'))).toEqual(before)
  })

  it('is not run on a book that is of the newest version already', () => {
    const connection = connected(copyOf('book-v1.offtake'))
    migrate(connection, versionOf(connection), migrations.slice(0, versionOf(connection)))
    expect(countOfSteps(connection)).toBe(3)
  })
})

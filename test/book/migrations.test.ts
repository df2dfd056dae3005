import { copyFileSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Connection, connect, migrate, versionOf } from '../../electron/db/connection.ts'
import { repositoryOf } from '../../electron/db/repository.ts'
import { applicationId, migrations, schemaVersion } from '../../electron/db/schema.ts'
import { compare } from '../../shared/engine/evaluate.ts'
import { feeIn, opened, value } from './books.ts'
import { contentsOf, ownFolder } from './folder.ts'

const fixtures = resolve(import.meta.dirname, '../fixtures')

/** A copy of a book that an earlier version wrote; see fixtures/make-book-v1.ts. */
function copyOf(fixture: string): string {
  const path = join(ownFolder(), fixture)
  copyFileSync(join(fixtures, fixture), path)
  return path
}

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

  it.runIf(schemaVersion === 1)('still knows what can be undone and repeated', () => {
    const { history } = opened(copyOf('book-v1.offtake')).snapshot().workspace
    expect(history.cursor).toBe(2)
    expect(history.steps).toHaveLength(3)
  })

  it('is not written to by being opened', () => {
    const path = copyOf('book-v1.offtake')
    if (schemaVersion > 1) return
    const before = contentsOf(join(path, '..'))
    const session = opened(path)
    session.close()
    expect(contentsOf(join(path, '..'))).toEqual(before)
  })

  it('says in its header what it is', () => {
    const header = readFileSync(join(fixtures, 'book-v1.offtake')).subarray(0, 100)
    expect(header.toString('latin1', 68, 72)).toBe('Oftk')
    expect(header.readUInt32BE(60)).toBe(1)
  })
})

describe('a migration', () => {
  it('brings an empty file to the newest version, which every new book has', () => {
    const memory = new Database(':memory:')
    migrate(memory, 0)
    expect(versionOf(memory)).toBe(schemaVersion)
    expect(memory.pragma('application_id', { simple: true })).toBe(applicationId)
    memory.close()
  })

  it('keeps the book and its revision, and clears the history, which was of the older schema', () => {
    const connection = connected(copyOf('book-v1.offtake'))
    const { workspace, revision } = repositoryOf(connection).read()
    migrate(connection, 1, nextVersion)
    expect(versionOf(connection)).toBe(2)
    expect(connection.prepare('SELECT count(*) FROM deals WHERE remark = name').pluck().get()).toBe(
      Object.keys(workspace.book.deals).length,
    )
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

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBook } from '../../electron/book/create.ts'
import { repositoryOf } from '../../electron/db/repository.ts'
import { book as bookSchema } from '../../shared/schema/book.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { advance, emptyHistory } from '../../shared/history/advance.ts'
import type { Edit } from '../../shared/history/workspace.ts'
import { edit, fee, feeIn, opened, sampleIn, value } from './books.ts'
import { ownFolder } from './folder.ts'

const dealEdits: Edit[] = [
  edit({ type: 'settings.set', changes: { asOf: '2027-01-31', timing: 'arrears' } }),
  edit({ type: 'deal.add', dealId: 'new', name: 'Äpfel “&” 電力', start: '2027-01-01', end: '2029-01-01' }),
  edit({
    type: 'deal.set',
    dealId: 'new',
    changes: { buyer: "O'Neil; DROP TABLE deals", signed: '2026-12-24' },
  }),
  edit({ type: 'charge.set', chargeId: 'new/fee', changes: { monthlyFee: 10 ** 13, netDays: 45 } }),
  edit({
    type: 'ramp.set',
    chargeId: 'new/fee',
    steps: [
      { from: '2027-01-01', until: '2027-03-01', basis: 'percentOff', share: 333_333, fixedFee: null },
      { from: '2027-03-01', until: '2027-05-01', basis: 'fixedFee', share: null, fixedFee: 7 },
    ],
  }),
  edit({ type: 'tranche.set', trancheId: 'new/capacity', changes: { kilowatts: 300_001, gpus: null } }),
  edit({
    type: 'delivery.set',
    trancheId: 'new/capacity',
    steps: [{ from: '2027-02-01', until: '2027-04-01', share: 1, gpus: null }],
  }),
  edit({ type: 'right.set', rightId: 'new/buyer', changes: { allowed: true, dayOfNoticeCounts: true } }),
  edit({ type: 'deal.duplicate', from: 'new', dealId: 'copy', name: 'Copy' }),
  edit({ type: 'deal.move', dealId: 'copy', position: 0 }),
  edit({ type: 'deal.remove', dealId: 'colossus-second-lease' }),
]

describe('a book in its file', () => {
  it('is read back as the sample book it was written from', () => {
    const session = opened(sampleIn(ownFolder()))
    expect(session.snapshot()).toEqual({
      workspace: { book: sampleBook(), history: emptyHistory },
      revision: 0,
      fileName: 'Sample.offtake',
      isWhole: true,
    })
  })

  it('is read back as the empty book it was written from', () => {
    const path = join(ownFolder(), 'Empty.offtake')
    const empty = emptyBook('Leer', 'JPY', '2026-11-20')
    value(createBook(path, empty))
    expect(opened(path).snapshot().workspace.book).toEqual(empty)
  })

  it('is read back as every kind of edit left it, with the whole history', () => {
    const path = sampleIn(ownFolder())
    const session = opened(path)
    for (const [revision, each] of dealEdits.entries())
      expect(session.edit(each, revision)).toEqual({ ok: true, value: { revision: revision + 1 } })
    const left = session.snapshot()
    session.close()
    expect(opened(path).snapshot()).toEqual(left)
    expect(bookSchema.safeParse(left.workspace.book).success).toBe(true)
  })

  it('is one file once it is closed', () => {
    const folder = ownFolder()
    const session = opened(sampleIn(folder))
    value(session.edit(fee(1), 0))
    session.close()
    expect(readdirSync(folder)).toEqual(['Sample.offtake'])
  })

  it('keeps no trace of a refused edit', () => {
    const path = sampleIn(ownFolder())
    const session = opened(path)
    const before = session.snapshot()
    const refused = session.edit(
      edit({ type: 'deal.set', dealId: 'colossus-lease', changes: { end: '2026-04-01' } }),
      0,
    )
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(session.snapshot()).toEqual(before)
    session.close()
    expect(opened(path).snapshot()).toEqual(before)
  })

  it('has no new revision after an edit that changes nothing', () => {
    const session = opened(sampleIn(ownFolder()))
    expect(session.edit(fee(feeIn(session)), 0)).toEqual({ ok: true, value: { revision: 0 } })
  })

  it('is never written over by a new book', () => {
    const path = sampleIn(ownFolder())
    expect(createBook(path, emptyBook('Other', 'EUR', '2026-11-20'))).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('“Sample.offtake”') },
    })
    expect(opened(path).snapshot().workspace.book).toEqual(sampleBook())
  })
})

describe('an edit', () => {
  it('is one transaction, whatever it changes', () => {
    const path = sampleIn(ownFolder())
    const statements: string[] = []
    const connection = new Database(path, { verbose: (sql) => statements.push(String(sql)) })
    onTestFinished(() => {
      connection.close()
    })
    const repository = repositoryOf(connection)
    let { workspace, revision } = repository.read()
    for (const each of dealEdits) {
      statements.length = 0
      const next = value(advance(workspace, each))
      repository.write(workspace, next, (revision += 1))
      workspace = next
      const bounds = statements.filter((sql) => /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT)/.test(sql))
      expect(bounds).toEqual(['BEGIN IMMEDIATE', 'COMMIT'])
      expect(statements.at(0)).toBe('BEGIN IMMEDIATE')
      expect(statements.at(-1)).toBe('COMMIT')
    }
  })

  it('based on a revision that is no longer the book’s is a conflict and changes nothing', () => {
    const session = opened(sampleIn(ownFolder()))
    value(session.edit(fee(100), 0))
    for (const stale of [0, 2, 99])
      expect(session.edit(fee(200), stale)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(feeIn(session)).toBe(100)
    expect(session.snapshot().revision).toBe(1)
  })
})

describe('undo and redo', () => {
  it('go on where they were after the book was closed and opened again', () => {
    const path = sampleIn(ownFolder())
    const first = opened(path)
    const original = feeIn(first)
    value(first.edit(fee(100), 0))
    value(first.edit(fee(200), 1))
    value(first.edit({ type: 'undo' }, 2))
    first.close()

    const second = opened(path)
    expect(feeIn(second)).toBe(100)
    value(second.edit({ type: 'undo' }, 3))
    expect(feeIn(second)).toBe(original)
    second.close()

    const third = opened(path)
    value(third.edit({ type: 'redo' }, 4))
    value(third.edit({ type: 'redo' }, 5))
    expect(feeIn(third)).toBe(200)
    expect(third.edit({ type: 'redo' }, 6)).toMatchObject({ ok: false, error: { code: 'refused' } })
  })

  it('take a book through every edit back to where it was and forth again, saved each time', () => {
    const path = sampleIn(ownFolder())
    const first = opened(path)
    for (const [revision, each] of dealEdits.entries()) value(first.edit(each, revision))
    const last = first.snapshot().workspace.book
    for (const [count] of dealEdits.entries()) value(first.edit({ type: 'undo' }, dealEdits.length + count))
    first.close()

    const second = opened(path)
    expect(second.snapshot().workspace.book).toEqual(sampleBook())
    for (const [count] of dealEdits.entries())
      value(second.edit({ type: 'redo' }, 2 * dealEdits.length + count))
    second.close()
    expect(opened(path).snapshot().workspace.book).toEqual(last)
  })

  it('lose the undone edits to a new one, in the file as well', () => {
    const path = sampleIn(ownFolder())
    const session = opened(path)
    value(session.edit(fee(100), 0))
    value(session.edit({ type: 'undo' }, 1))
    value(session.edit(fee(300), 2))
    session.close()
    const { history } = opened(path).snapshot().workspace
    expect(history.cursor).toBe(1)
    expect(history.steps).toHaveLength(1)
  })
})

import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openBook } from '../../electron/book/open.ts'
import { connect } from '../../electron/db/connection.ts'
import { repositoryOf } from '../../electron/db/repository.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { advance, emptyHistory } from '../../shared/history/advance.ts'
import type { Edit, Workspace } from '../../shared/history/workspace.ts'
import { fee, feeIn, opened, sampleIn, value } from './books.ts'
import { contentsOf, ownFolder } from './folder.ts'

const start: Workspace = { book: sampleBook(), history: emptyHistory }
const original = start.book.charges['colossus-lease/fee']!.monthlyFee

/** The sample book in which a session made this many edits of a fee: 1, 2, 3 and so on. */
function bookWithSteps(count: number): string {
  const path = sampleIn(ownFolder())
  let workspace = start
  for (let i = 1; i <= count; i += 1) workspace = value(advance(workspace, fee(i)))
  const connection = connect(path, { mustExist: true })
  repositoryOf(connection).write(start, workspace, 1)
  connection.close()
  return path
}

const sequencesIn = (path: string): unknown[] => {
  const connection = new Database(path, { readonly: true })
  const sequences = connection.prepare('SELECT sequence FROM history_steps ORDER BY sequence').pluck().all()
  connection.close()
  return sequences
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

describe('a book with more steps than are kept across restarts', () => {
  it('is not written by being opened', () => {
    const path = bookWithSteps(230)
    const before = contentsOf(dirname(path))
    const session = value(openBook(path))
    expect(session.snapshot().workspace.history.steps).toHaveLength(200)
    session.close()
    expect(contentsOf(dirname(path))).toEqual(before)
    expect(sequencesIn(path)).toEqual(numbers(1, 230))
  })

  it('loses the older ones with the first edit, and has no limit from there', () => {
    const path = bookWithSteps(230)
    const session = value(openBook(path))
    for (let i = 1; i <= 5; i += 1) value(session.edit(fee(1000 + i), i))
    session.close()
    expect(sequencesIn(path)).toEqual(numbers(31, 235))
  })

  it('is undone as far as they go', () => {
    const session = opened(bookWithSteps(230))
    for (let i = 1; i <= 200; i += 1) value(session.edit({ type: 'undo' }, i))
    expect(feeIn(session)).toBe(30)
    expect(session.edit({ type: 'undo' }, 201)).toMatchObject({ ok: false, error: { code: 'refused' } })
  })
})

describe('going to a step', () => {
  it('is one revision however far it is, and is there after a restart', () => {
    const path = sampleIn(ownFolder())
    const session = value(openBook(path))
    for (let i = 0; i < 30; i += 1) value(session.edit(fee(i + 1), i))
    expect(session.edit({ type: 'go', to: 0 }, 30)).toEqual({ ok: true, value: { revision: 31 } })
    expect(feeIn(session)).toBe(original)
    expect(session.edit({ type: 'go', to: 12 }, 31)).toEqual({ ok: true, value: { revision: 32 } })
    session.close()
    const again = opened(path)
    expect(feeIn(again)).toBe(12)
    expect(again.snapshot().workspace.history).toMatchObject({ cursor: 12, steps: { length: 30 } })
  })

  it('that is not there is refused and changes nothing', () => {
    const session = opened(sampleIn(ownFolder()))
    value(session.edit(fee(1), 0))
    expect(session.edit({ type: 'go', to: 2 }, 1)).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(session.snapshot().revision).toBe(1)
  })
})

describe('a gesture', () => {
  const drag = (monthlyFee: number): Edit => ({ ...fee(monthlyFee), gesture: 'drag' }) as Edit

  it('is saved with each of its edits and is one step in the file', () => {
    const path = sampleIn(ownFolder())
    const session = value(openBook(path))
    for (let i = 0; i < 10; i += 1) value(session.edit(drag(i + 1), i))
    session.close()
    expect(sequencesIn(path)).toEqual([1])
    const again = opened(path)
    expect(feeIn(again)).toBe(10)
    value(again.edit({ type: 'undo' }, 10))
    expect(feeIn(again)).toBe(original)
  })

  it('that ends where it began leaves no step in the file', () => {
    const path = sampleIn(ownFolder())
    const session = value(openBook(path))
    for (const [revision, amount] of [1, 2, original].entries()) value(session.edit(drag(amount), revision))
    session.close()
    expect(sequencesIn(path)).toEqual([])
    expect(opened(path).snapshot().workspace).toEqual(start)
  })

  it('does not go on after a restart', () => {
    const path = sampleIn(ownFolder())
    const session = value(openBook(path))
    value(session.edit(drag(1), 0))
    session.close()
    const again = opened(path)
    value(again.edit(drag(2), 1))
    expect(again.snapshot().workspace.history.steps).toHaveLength(2)
  })
})

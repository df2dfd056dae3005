import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Session } from '../../electron/book/session.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { edit, expectRefusal, fee, feeIn, opened, sampleIn, value } from './books.ts'
import { ownFolder } from './folder.ts'

const madeAt = '2026-11-12T09:00:00.000Z'
const sent = { id: 'sent', name: 'Sent to board 12 Nov', madeAt }

function withVersion(session: Session): void {
  value(session.keepVersion(sent))
}

describe('a version', () => {
  it('is the book as it was, whatever is done to the book afterwards', () => {
    const session = opened(sampleIn(ownFolder()))
    value(session.edit(fee(100), 0))
    const then = session.snapshot().workspace.book
    expect(value(session.keepVersion(sent))).toEqual({ ...sent, revision: 1, deals: 3 })
    value(session.edit(fee(200), 1))
    value(session.edit(edit({ type: 'deal.remove', dealId: 'colossus-second-lease' }), 2))
    expect(value(session.readVersion('sent'))).toEqual(then)
    expect(feeIn(session)).toBe(200)
  })

  it('is there after a restart, in the order in which versions were made', () => {
    const path = sampleIn(ownFolder())
    const session = opened(path)
    withVersion(session)
    value(session.edit(fee(200), 0))
    value(session.keepVersion({ id: 'second', name: 'After the call', madeAt }))
    session.close()
    const again = opened(path)
    expect(value(again.versions()).map(({ name, revision }) => [name, revision])).toEqual([
      ['After the call', 1],
      ['Sent to board 12 Nov', 0],
    ])
    expect(value(again.readVersion('sent'))).toEqual(sampleBook())
  })

  it('is restored as one step, which can be undone', () => {
    const session = opened(sampleIn(ownFolder()))
    withVersion(session)
    value(session.edit(fee(200), 0))
    value(session.edit(edit({ type: 'deal.remove', dealId: 'colossus-second-lease' }), 1))
    const before = session.snapshot().workspace.book
    const step = { label: 'Restore the version “Sent to board 12 Nov”', at: madeAt }
    const restored = value(session.become(value(session.readVersion('sent')), step, 2))
    expect(restored).toMatchObject({ revision: 3, workspace: { book: sampleBook() } })
    const { steps } = restored.workspace.history
    expect(steps.at(-1)!.label).toBe(step.label)
    // Only what differs is a change: the fee, the parts of the deal that was gone, and the place of the one after it.
    expect(
      steps
        .at(-1)!
        .changes.filter(({ id }) => !id.startsWith('colossus-second-lease'))
        .map(({ id }) => id),
    ).toEqual(['colossus-longer-ramp', 'colossus-lease/fee'])
    value(session.edit({ type: 'undo' }, 3))
    expect(session.snapshot().workspace.book).toEqual(before)
  })

  it('that says what the book says is no step', () => {
    const session = opened(sampleIn(ownFolder()))
    withVersion(session)
    const restored = session.become(value(session.readVersion('sent')), { label: 'Restore', at: madeAt }, 0)
    expect(value(restored)).toMatchObject({ revision: 0, workspace: { history: { steps: [] } } })
  })

  it('is not restored over an edit this window has not seen', () => {
    const session = opened(sampleIn(ownFolder()))
    withVersion(session)
    value(session.edit(fee(200), 0))
    const book = value(session.readVersion('sent'))
    expect(session.become(book, { label: 'Restore', at: madeAt }, 0)).toMatchObject({
      error: { code: 'conflict' },
    })
    expect(feeIn(session)).toBe(200)
  })

  it('holds neither the history nor other versions, so that it stays small', () => {
    const path = sampleIn(ownFolder())
    const session = opened(path)
    withVersion(session)
    const size = () => {
      const rows = new Database(path, { readonly: true })
      const sizes = rows.prepare('SELECT length(book) FROM versions ORDER BY rowid').pluck().all() as number[]
      rows.close()
      return sizes
    }
    for (let i = 0; i < 50; i += 1) value(session.edit(fee(i + 1), i))
    value(session.keepVersion({ id: 'second', name: 'Later', madeAt }))
    session.close()
    const [first, second] = size()
    expect(second! / first!).toBeLessThan(1.1)
    console.log(`a version of the sample book takes ${Math.round(first! / 1024)} KiB`)
  })
})

describe('a version that cannot be had', () => {
  it('because it is not there is refused in a sentence', () => {
    const refused = opened(sampleIn(ownFolder())).readVersion('nothing')
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('because its bytes are spoiled is refused by name, and the book stays open', () => {
    const path = sampleIn(ownFolder())
    const first = opened(path)
    withVersion(first)
    first.close()
    const other = new Database(path)
    other.exec('UPDATE versions SET book = zeroblob(100)')
    other.close()
    const session = opened(path)
    expectRefusal(session.readVersion('sent'), 'damaged', 'Sent to board 12 Nov')
    value(session.edit(fee(3), 0))
  })
})

describe('a copy of a book', () => {
  it('is whole, with its history and its versions, and not the book itself', () => {
    const folder = ownFolder()
    const session = opened(sampleIn(folder))
    withVersion(session)
    value(session.edit(fee(200), 0))
    const copy = join(folder, 'Copy.offtake')
    value(session.saveCopy(copy))
    value(session.edit(fee(300), 1))
    const copied = opened(copy)
    expect(feeIn(copied)).toBe(200)
    expect(copied.snapshot().workspace.history.steps).toHaveLength(1)
    expect(value(copied.versions())).toHaveLength(1)
    value(copied.edit(fee(7), 1))
    expect(feeIn(session)).toBe(300)
  })

  it('never replaces a file, and is refused by name where it cannot be written', () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    const session = opened(path)
    expectRefusal(session.saveCopy(path), 'refused', 'Sample.offtake')
    expectRefusal(session.saveCopy(join(folder, 'no', 'Copy.offtake')), 'not-found', 'Copy.offtake')
    value(session.edit(fee(3), 0))
  })
})

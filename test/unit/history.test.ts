import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import { advance, emptyHistory, nextSteps } from '../../shared/history/advance.ts'
import { keptAcrossRestarts } from '../../shared/history/kept.ts'
import { partFor } from '../../shared/history/part.ts'
import { withStep } from '../../shared/history/step.ts'
import { type Edit, edit as editSchema, type Workspace } from '../../shared/history/workspace.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { colossus, sample } from '../golden/sampleDeals.ts'

const at = '2026-11-20T09:00:00Z'
const start: Workspace = { book: sample(), history: emptyHistory }

const after = (workspace: Workspace, ...edits: readonly Edit[]): Workspace =>
  edits.reduce((current, edit) => {
    const next = advance(current, edit)
    if (!next.ok) throw new Error(next.error.message)
    return next.value
  }, workspace)

const fee = (monthlyFee: number, gesture?: string): Edit => {
  const command: Command = { type: 'charge.set', chargeId: `${colossus}/fee`, changes: { monthlyFee } }
  return gesture === undefined ? { type: 'do', command, at } : { type: 'do', command, at, gesture }
}
const asOf: Edit = { type: 'do', command: { type: 'settings.set', changes: { asOf: '2027-01-01' } }, at }
const feeIn = ({ book }: Workspace) => book.charges[`${colossus}/fee`]!.monthlyFee
const original = feeIn(start)
const fees = (count: number) => Array.from({ length: count }, (_, i) => fee(i + 1))
const places = ({ history: { steps, cursor } }: Workspace) => [steps.length, cursor]

describe('history', () => {
  it('says what undo takes back and redo repeats', () => {
    const one = after(start, asOf)
    expect(nextSteps(one.history)).toEqual({ undo: 'As of 1 Jan 2027', redo: null })
    const back = after(one, { type: 'undo' })
    expect(nextSteps(back.history)).toEqual({ undo: null, redo: 'As of 1 Jan 2027' })
    expect(nextSteps(start.history)).toEqual({ undo: null, redo: null })
  })

  it.each<[Edit, string]>([
    [{ type: 'undo' }, 'There is nothing left to undo.'],
    [{ type: 'redo' }, 'There is nothing to redo.'],
    [{ type: 'go', to: 1 }, 'The history of this book has no such step to go to.'],
  ])('refuses %j where there is no such step', (edit, message) => {
    expect(advance(start, edit)).toEqual({ ok: false, error: { code: 'refused', message } })
  })

  it('is checked as after a command: a step that no command would make is neither taken back nor repeated', () => {
    const deal = start.book.deals[colossus]!
    const right = start.book.terminationRights[`${colossus}/buyer`]!
    const step = (changes: Workspace['history']['steps'][number]['changes']) => ({
      sequence: 1,
      at,
      label: 'Edit',
      changes,
    })
    const impossible = [
      [{ kind: 'deals' as const, id: colossus, before: { ...deal, end: deal.start }, after: deal }],
      [{ kind: 'deals' as const, id: colossus, before: { ...deal, shown: false }, after: deal }],
      [{ kind: 'terminationRights' as const, id: right.id, before: null, after: right }],
    ]
    const messages = [/last day of service must not be before/, /baseline is always shown/, /lack a part/]
    for (const [i, changes] of impossible.entries()) {
      const done = { book: start.book, history: { steps: [step(changes)], cursor: 1, gesture: null } }
      for (const edit of [{ type: 'undo' }, { type: 'go', to: 0 }] as const) {
        expect(advance(done, edit)).toMatchObject({
          ok: false,
          error: { code: 'refused', message: expect.stringMatching(messages[i]!) },
        })
        expect(advance(partFor(done, edit), edit)).toEqual(advance(done, edit))
      }
      const reversed = changes.map((change) => ({ ...change, before: change.after, after: change.before }))
      const undone = {
        book: start.book,
        history: { steps: [step(reversed)], cursor: 0, gesture: null },
      }
      expect(advance(undone, { type: 'redo' }).ok).toBe(false)
      // Another edit is the way on.
      expect(places(after(done, fee(1)))).toEqual([2, 2])
    }
  })

  it('has no step for an edit that changes nothing, and none for going where it is', () => {
    expect(after(start, fee(original))).toBe(start)
    expect(after(start, { type: 'go', to: 0 })).toBe(start)
  })

  it('drops what was undone when something else is done', () => {
    const other = after(start, fee(1), { type: 'undo' }, fee(2))
    expect(places(other)).toEqual([1, 1])
  })

  it('goes to any step, back and forth', () => {
    const end = after(start, ...fees(5))
    for (const to of [2, 0, 4, 5, 1]) {
      const there = after(end, { type: 'go', to: 3 }, { type: 'go', to })
      expect(feeIn(there)).toBe(to === 0 ? original : to)
      expect(places(there)).toEqual([5, to])
    }
  })

  it('has no limit in a session', () => {
    const end = after(start, ...fees(1200))
    expect(places(end)).toEqual([1200, 1200])
    expect(feeIn(after(end, { type: 'go', to: 0 }))).toBe(original)
  })

  it('takes a whole book as one step, and none where it is the same', () => {
    const other = emptyBook('Other', 'USD', '2026-11-20')
    const replaced = withStep(start, other, 'Replace it all', at)
    expect(places(replaced)).toEqual([1, 1])
    expect(after(replaced, { type: 'undo' }).book).toEqual(start.book)
    expect(after(replaced, { type: 'undo' }, { type: 'redo' }).book).toEqual(other)
    expect(withStep(start, structuredClone(start.book), 'Nothing', at)).toBe(start)
  })
})

describe('a gesture', () => {
  it('is one step, from the first book to the last', () => {
    const dragged = after(start, asOf, fee(1, 'drag'), fee(2, 'drag'), fee(3, 'drag'))
    expect(places(dragged)).toEqual([2, 2])
    expect(dragged.history.steps.map(({ sequence }) => sequence)).toEqual([1, 2])
    expect(feeIn(after(dragged, { type: 'undo' }))).toBe(original)
    expect(feeIn(after(dragged, { type: 'undo' }, { type: 'redo' }))).toBe(3)
  })

  it('has the time of its last edit', () => {
    const later = '2026-11-20T09:00:05Z'
    const dragged = after(start, fee(1, 'drag'), { ...fee(2, 'drag'), at: later } as Edit)
    expect(dragged.history.steps.map((step) => step.at)).toEqual([later])
  })

  it('that ends where it began leaves no step, and what was undone before it is gone', () => {
    const back = after(start, asOf, fee(9), { type: 'undo' }, fee(1, 'drag'), fee(original, 'drag'))
    expect(places(back)).toEqual([1, 1])
    expect(back.book).toEqual(after(start, asOf).book)
  })

  it('goes on after it came back to where it began', () => {
    const dragged = after(start, fee(1, 'drag'), fee(original, 'drag'), fee(2, 'drag'), fee(3, 'drag'))
    expect(places(dragged)).toEqual([1, 1])
    expect(feeIn(after(dragged, { type: 'undo' }))).toBe(original)
  })

  it('is not another gesture, nor goes on after another edit', () => {
    expect(places(after(start, fee(1, 'one'), fee(2, 'other')))).toEqual([2, 2])
    expect(places(after(start, fee(1, 'one'), fee(2), fee(3, 'one')))).toEqual([3, 3])
    expect(places(after(start, fee(1), fee(2)))).toEqual([2, 2])
  })

  it.each<Edit[][]>([
    [[{ type: 'undo' }, { type: 'redo' }]],
    [
      [
        { type: 'go', to: 0 },
        { type: 'go', to: 1 },
      ],
    ],
  ])('does not go on after %j', (walk) => {
    expect(places(after(start, fee(1, 'drag'), ...walk, fee(2, 'drag')))).toEqual([2, 2])
  })

  it('is kept by an edit of it that changes nothing', () => {
    const dragged = after(start, fee(1, 'drag'))
    expect(after(dragged, fee(1, 'drag'))).toBe(dragged)
    expect(places(after(dragged, fee(1, 'drag'), fee(2, 'drag')))).toEqual([1, 1])
  })

  it('does not go on after a restart', () => {
    const dragged = after(start, fee(1, 'drag'))
    const reopened = { ...dragged, history: keptAcrossRestarts(dragged.history) }
    expect(places(after(reopened, fee(2, 'drag')))).toEqual([2, 2])
  })

  it('is named by a short id', () => {
    expect(editSchema.safeParse(fee(1, 'drag')).success).toBe(true)
    for (const gesture of ['', 'a b', 'x'.repeat(201)])
      expect(editSchema.safeParse(fee(1, gesture)).success, gesture).toBe(false)
  })
})

describe('across restarts', () => {
  const end = after(start, ...fees(450))
  const kept = (to: number) => {
    const { steps, cursor } = keptAcrossRestarts(after(end, { type: 'go', to }).history)
    return { first: steps[0]!.sequence, last: steps.at(-1)!.sequence, cursor }
  }

  it('the last 200 steps done are kept, and numbered on', () => {
    expect(kept(450)).toEqual({ first: 251, last: 450, cursor: 200 })
    const reopened = { ...end, history: keptAcrossRestarts(end.history) }
    expect(after(reopened, fee(999)).history.steps.at(-1)!.sequence).toBe(451)
  })

  it('so are the first 200 undone', () => {
    expect(kept(430)).toEqual({ first: 231, last: 450, cursor: 200 })
    expect(kept(210)).toEqual({ first: 11, last: 410, cursor: 200 })
    expect(kept(0)).toEqual({ first: 1, last: 200, cursor: 0 })
  })

  it('a shorter history is kept whole', () => {
    const short = after(start, ...fees(200)).history
    expect(keptAcrossRestarts(short)).toEqual(short)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import { command } from '../../shared/commands/command.ts'
import { compare } from '../../shared/engine/compare.ts'
import { advance, emptyHistory } from '../../shared/history/advance.ts'
import { type Edit, type Workspace, workspace } from '../../shared/history/workspace.ts'
import { book as bookSchema, type Book } from '../../shared/schema/book.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { limits } from '../../shared/schema/limits.ts'
import { figureTable } from '../../shared/tables/figures.ts'
import { colossus, secondLease } from '../golden/sampleDeals.ts'
import { anyCommand, commandSequence, startingBook } from './arbitraryCommands.ts'

const start: Workspace = { book: startingBook, history: emptyHistory }
const at = '2026-11-20T09:00:00Z'

const made = (from: Workspace, edits: readonly Edit[]): Workspace =>
  edits.reduce((current, edit) => {
    const next = advance(current, edit)
    return next.ok ? next.value : current
  }, from)

const times = (count: number, edit: Edit): Edit[] => Array.from({ length: count }, () => edit)

/** What a whole book is: valid entities, every deal with its parts, columns in order, a shown baseline. */
function expectWhole(book: Book): void {
  expect(bookSchema.safeParse(book).error?.issues).toBeUndefined()
  const deals = dealsInOrder(book)
  expect(deals.map((deal) => deal.position)).toEqual(deals.map((_, index) => index))
  for (const deal of deals) dealTerms(book, deal.id)
  const parts = [book.charges, book.tranches, book.evidence, book.terminationRights].flatMap((kind) =>
    Object.values<{ dealId: string }>(kind),
  )
  for (const part of parts) expect(book.deals).toHaveProperty([part.dealId])
  const { baselineId } = settingsOf(book)
  if (baselineId !== null) expect(book.deals[baselineId]!.shown).toBe(true)
  expect(deals.filter((deal) => deal.shown).length).toBeLessThanOrEqual(limits.shownDeals)
}

describe('any commands', () => {
  it('leave a whole book, or are refused with a sentence', () => {
    fc.assert(
      fc.property(commandSequence, (commands) => {
        let book: Book = startingBook
        for (const each of commands) {
          const next = apply(book, each)
          if (next.ok) book = next.value
          else expect(next.error.message).toMatch(/^[“A-Z0-9].*\.$/s)
        }
        expectWhole(book)
      }),
    )
  })

  it('leave a book whose every figure can be shown', () => {
    fc.assert(
      fc.property(commandSequence, (commands) => {
        const { book } = made(
          start,
          commands.map((each) => ({ type: 'do', command: each, at })),
        )
        const { context, columns } = compare(book)
        const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const
        const rows = figureTable({ context, columns, style })
        for (const { cells } of rows) {
          expect(cells).toHaveLength(columns.length)
          for (const { text, detail = '-' } of cells)
            expect(text + detail).not.toMatch(/NaN|undefined|Infinity/)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('undone to the last give the first book, and redone the last one', () => {
    fc.assert(
      fc.property(commandSequence, (commands) => {
        const end = made(
          start,
          commands.map((each) => ({ type: 'do', command: each, at })),
        )
        const count = end.history.cursor
        const undone = made(end, times(count + 1, { type: 'undo' }))
        expect(undone.book).toEqual(startingBook)
        expect(undone.history.cursor).toBe(0)
        const redone = made(undone, times(count + 1, { type: 'redo' }))
        expect(redone).toEqual(end)
      }),
    )
  })

  it('keep a history that its schema reads back', () => {
    fc.assert(
      fc.property(commandSequence, (commands) => {
        const end = made(
          start,
          commands.map((each) => ({ type: 'do', command: each, at })),
        )
        expect(workspace.parse(JSON.parse(JSON.stringify(end)))).toEqual(end)
      }),
      { numRuns: 50 },
    )
  })

  it('never change the book they are applied to', () => {
    const before = structuredClone(startingBook)
    fc.assert(
      fc.property(anyCommand, (each) => {
        apply(startingBook, each)
        expect(startingBook).toEqual(before)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a duplicate', () => {
  it.each([colossus, secondLease])('of %s undone is as if it had not been', (from) => {
    const duplicated = made(start, [
      { type: 'do', command: { type: 'deal.duplicate', from, dealId: 'copy', name: 'Copy' }, at },
    ])
    expect(Object.keys(duplicated.book.deals)).toHaveLength(4)
    expect(made(duplicated, [{ type: 'undo' }]).book).toEqual(startingBook)
  })
})

describe('an id', () => {
  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '', '../a', 'a b'])(
    'is never %j, which every record would seem to have or no path can hold',
    (id) => {
      expect(command.safeParse({ type: 'deal.remove', dealId: id }).success).toBe(false)
      expect(command.safeParse({ type: 'settings.set', changes: { baselineId: id } }).success).toBe(false)
    },
  )
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Workspace, workspace } from '../../shared/history/workspace.ts'
import { editSequence } from './arbitraryCommands.ts'
import { after, start, startOfWalk, times, walked } from './walks.ts'

const places = ({ history: { steps, cursor } }: Workspace) => ({ steps, cursor })

describe('any edits, in gestures and out of them, undone, redone and gone through', () => {
  it('give at each step the book that stood there', () => {
    fc.assert(
      fc.property(editSequence, (edits) => {
        const end = edits.reduce(after, start)
        const walk = edits.reduce(walked, startOfWalk)
        expect(end.book).toEqual(walk.books[walk.cursor])
        expect(end.history.steps).toHaveLength(walk.books.length - 1)
        expect(end.history.cursor).toBe(walk.cursor)
        for (const [to, book] of walk.books.entries())
          expect(after(end, { type: 'go', to }).book).toEqual(book)
      }),
    )
  })

  it('undone to the last give the first book, and redone the last one', () => {
    fc.assert(
      fc.property(editSequence, (edits) => {
        const { history } = edits.reduce(after, start)
        const end = times(history.steps.length, { type: 'redo' }).reduce(after, edits.reduce(after, start))
        const undone = times(history.steps.length, { type: 'undo' }).reduce(after, end)
        expect(undone.book).toEqual(start.book)
        expect(undone.history.cursor).toBe(0)
        const redone = times(history.steps.length, { type: 'redo' }).reduce(after, undone)
        expect(redone.book).toEqual(end.book)
        expect(places(redone)).toEqual(places(end))
      }),
    )
  })

  it('are gone through in one edit as in single ones', () => {
    fc.assert(
      fc.property(editSequence, fc.nat(1000), (edits, number) => {
        const end = edits.reduce(after, start)
        const { steps, cursor } = end.history
        const to = number % (steps.length + 1)
        const single = times(Math.abs(to - cursor), { type: to < cursor ? 'undo' : 'redo' })
        const gone = after(end, { type: 'go', to })
        const stepped = single.reduce(after, end)
        expect(gone.book).toEqual(stepped.book)
        expect(places(gone)).toEqual(places(stepped))
      }),
    )
  })

  it('keep a history that its schema reads back, numbered upwards, each step named', () => {
    fc.assert(
      fc.property(editSequence, (edits) => {
        const end = edits.reduce(after, start)
        expect(workspace.parse(JSON.parse(JSON.stringify(end)))).toEqual(end)
        const numbers = end.history.steps.map(({ sequence }) => sequence)
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
        for (const { label, changes } of end.history.steps) {
          expect(label).toMatch(/^[A-Z]/)
          expect(changes).not.toEqual([])
        }
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance } from '../../shared/history/advance.ts'
import { changesBetween } from '../../shared/history/changes.ts'
import { partFor, takeIn } from '../../shared/history/part.ts'
import type { Edit, Workspace } from '../../shared/history/workspace.ts'
import type { Book } from '../../shared/schema/book.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { dealsInOrder } from '../../shared/schema/readBook.ts'
import { editSequence, startingBook } from './arbitraryCommands.ts'
import { start } from './walks.ts'

/** A book nobody else holds, so that its records may be changed in place. */
const ownCopy = (book: Book): Book => structuredClone(book)

/** An edit made on the part it is about and taken into the whole, as a session does with a large book. */
function madeOnPart(whole: Workspace, edit: Edit): Workspace {
  const part = partFor(whole, edit)
  const made = advance(part, edit)
  if (!made.ok || made.value === part) return whole
  const { book, history } = made.value
  return { book: takeIn(whole.book, book, changesBetween(part.book, book)), history }
}

const termsOf = (book: Book) => dealsInOrder(book).map(({ id }) => dealTerms(book, id))

describe('any edits of a large book', () => {
  it('come to the same on the part they are about as on the whole', () => {
    fc.assert(
      fc.property(editSequence, (edits) => {
        let whole = start
        let inParts: Workspace = { ...start, book: ownCopy(startingBook) }
        for (const edit of edits) {
          const before = advance(whole, edit)
          const part = advance(partFor(inParts, edit), edit)
          expect(part.ok ? true : part.error).toEqual(before.ok ? true : before.error)
          if (before.ok) whole = before.value
          inParts = madeOnPart(inParts, edit)
        }
        expect(inParts).toEqual(whole)
        // What is grouped by owner is, too, and not as it was before.
        expect(termsOf(inParts.book)).toEqual(termsOf(ownCopy(whole.book)))
        expect(termsOf(whole.book)).toEqual(termsOf(ownCopy(whole.book)))
      }),
    )
  })
})

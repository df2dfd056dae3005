import type { Book } from '../schema/book.ts'
import { type DealTerms, dealTerms } from '../schema/dealTerms.ts'
import { dealsInOrder, settingsOf } from '../schema/readBook.ts'
import { contextOf, type EvaluationContext } from './context.ts'
import { type DealFigures, figuresOf } from './figures.ts'

/** The deals shown side by side, the baseline first, each with its figures. */
export interface Comparison {
  context: EvaluationContext
  columns: readonly DealFigures[]
}

/** All columns of a book. */
export function compare(book: Book): Comparison {
  const context = contextOf(book)
  return { context, columns: shownTerms(book).map((each) => figuresOf(each, context)) }
}

/** The terms of the deals side by side, the baseline first. */
export function shownTerms(book: Book): DealTerms[] {
  const { baselineId } = settingsOf(book)
  const shown = dealsInOrder(book).filter((deal) => deal.shown)
  const ordered = shown.toSorted((a, b) => Number(b.id === baselineId) - Number(a.id === baselineId))
  return ordered.map((deal) => dealTerms(book, deal.id))
}

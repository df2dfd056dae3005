import { dayOf } from '../days.ts'
import type { Book } from '../schema/book.ts'
import { baselineTerms, type DealTerms, dealTerms } from '../schema/dealTerms.ts'
import { dealsInOrder, settingsOf } from '../schema/readBook.ts'
import { type DealFigures, type EvaluationContext, figuresOf } from './figures.ts'

/** The deals shown side by side, the baseline first, each with its figures. */
export interface Comparison {
  context: EvaluationContext
  columns: readonly DealFigures[]
}

/** All columns of a book. */
export function compare(book: Book): Comparison {
  const terms = shownTerms(book)
  const context = contextOf(book, terms)
  return { context, columns: terms.map((each) => figuresOf(each, context)) }
}

/** The terms of the deals side by side, the baseline first. */
export function shownTerms(book: Book): DealTerms[] {
  const { baselineId } = settingsOf(book)
  const shown = dealsInOrder(book).filter((deal) => deal.shown)
  const ordered = shown.toSorted((a, b) => Number(b.id === baselineId) - Number(a.id === baselineId))
  return ordered.map((deal) => dealTerms(book, deal.id))
}

/** What all columns share; one valuation date, too: the earliest start among them, or the as-of date. */
export function contextOf(book: Book, terms: readonly DealTerms[]): EvaluationContext {
  const settings = settingsOf(book)
  const asOf = dayOf(settings.asOf)
  const earliestStart = Math.min(...terms.map(({ deal }) => dayOf(deal.start)))
  const on = settings.valuation === 'asOf' || terms.length === 0 ? asOf : earliestStart
  return {
    baseline: baselineTerms(book),
    asOf,
    valuation: { on, discounting: settings.discounting, timing: settings.timing },
    perspective: settings.perspective,
    onDemandPrice: settings.onDemandPrice,
    onDemandGpus: settings.onDemandGpus,
  }
}

import { dayOf } from '../days.ts'
import type { Book } from '../schema/book.ts'
import { dealTerms } from '../schema/dealTerms.ts'
import { dealsInOrder, settingsOf } from '../schema/readBook.ts'
import { type DealFigures, type EvaluationContext, figuresOf } from './figures.ts'

/** The deals shown side by side, the baseline first, each with its figures. */
export interface Comparison {
  context: EvaluationContext
  columns: readonly DealFigures[]
}

/** All columns of a book. They share one valuation date: the earliest start among them, or the as-of date. */
export function compare(book: Book): Comparison {
  const settings = settingsOf(book)
  const shown = dealsInOrder(book).filter((deal) => deal.shown)
  const ordered = shown.toSorted(
    (a, b) => Number(b.id === settings.baselineId) - Number(a.id === settings.baselineId),
  )
  const terms = ordered.map((deal) => dealTerms(book, deal.id))
  const asOf = dayOf(settings.asOf)
  const earliestStart = Math.min(...terms.map(({ deal }) => dayOf(deal.start)))
  const on = settings.valuation === 'asOf' || terms.length === 0 ? asOf : earliestStart
  const context: EvaluationContext = {
    baseline: settings.baselineId === null ? null : dealTerms(book, settings.baselineId),
    asOf,
    valuation: { on, discounting: settings.discounting, timing: settings.timing },
    perspective: settings.perspective,
    onDemandPrice: settings.onDemandPrice,
    onDemandGpus: settings.onDemandGpus,
  }
  return { context, columns: terms.map((each) => figuresOf(each, context)) }
}

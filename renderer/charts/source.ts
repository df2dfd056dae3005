import type { ChartSource } from '../../shared/charts/chart.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { comparisonOf, dealMark } from '../stores/comparison.ts'

/** What the charts of a book are made from; the selected deal is the baseline where the named one is not side by side. */
export function chartSource(
  book: Book,
  style: NumberStyle,
  yearStart: number,
  dealId: string | null,
): ChartSource {
  const { context, columns } = comparisonOf(book)
  const selected = columns.findIndex(({ terms }) => terms.deal.id === dealId)
  return {
    context,
    columns,
    marks: columns.map(({ terms }) => dealMark(book, terms.deal.id)),
    style,
    selected: Math.max(0, selected),
    yearStart,
  }
}

import type { Chart, ChartId, ChartOptions, ChartSource } from './chart.ts'
import { commitmentChart } from './commitment.ts'
import { cumulativeChart, differenceChart } from './cumulative.ts'
import { paymentsChart } from './payments.ts'
import { unitPriceChart } from './unitPrice.ts'
import { hasPrice, missingWords } from '../engine/incomplete.ts'
import { type DealFigures, figuresOf } from '../engine/figures.ts'
import { inSentence } from '../format/names.ts'

const makers: Readonly<Record<ChartId, (source: ChartSource, options: ChartOptions) => Chart>> = {
  payments: paymentsChart,
  cumulative: cumulativeChart,
  commitment: commitmentChart,
  unitPrice: unitPriceChart,
  difference: differenceChart,
}

/** A chart of the deals side by side. A deal without a price has no series: a note names it and what it lacks. */
export function chartOf(id: ChartId, source: ChartSource, options: ChartOptions): Chart {
  const { context, columns } = source
  const incomplete = columns.filter((figures) => !hasPrice(figures))
  const { baseline } = context
  if (id === 'difference' && baseline) {
    const figures = columns.find(({ terms }) => terms === baseline) ?? figuresOf(baseline, context)
    // There is nothing to measure the other deals by.
    if (!hasPrice(figures))
      return noted(
        makers[id](
          ofColumns(source, () => false),
          options,
        ),
        [figures],
      )
  }
  if (incomplete.length === 0) return makers[id](source, options)
  return noted(makers[id](ofColumns(source, hasPrice), options), incomplete)
}

const noted = (chart: Chart, incomplete: ChartSource['columns']): Chart => ({
  ...chart,
  notes: [
    ...chart.notes,
    ...incomplete.map(
      (figures) =>
        `${inSentence(figures.terms.deal.name)} is incomplete: ${missingWords(figures)} not stated.`,
    ),
  ],
})

/** Some of the deals side by side; the first of them is looked at where the selected one is left out. */
function ofColumns(source: ChartSource, isKept: (figures: DealFigures) => boolean): ChartSource {
  const { columns, marks, selected } = source
  const kept = columns.flatMap((figures, column) => (isKept(figures) ? [column] : []))
  return {
    ...source,
    columns: kept.map((column) => columns[column]!),
    marks: kept.map((column) => marks[column]!),
    selected: Math.max(0, kept.indexOf(selected)),
  }
}

import { type ChartOptions, type ChartSource, defaultChartOptions } from '../../shared/charts/chart.ts'
import { chartOf } from '../../shared/charts/charts.ts'
import { compare } from '../../shared/engine/compare.ts'
import type { Book } from '../../shared/schema/book.ts'

export const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const

export function sourceOf(book: Book, yearStart = 1): ChartSource {
  const { context, columns } = compare(book)
  const marks = columns.map((_, index) => ({ colour: index + 1, dash: undefined }))
  return { context, columns, marks, style, selected: 0, yearStart }
}

export const chart = (book: Book, id: Parameters<typeof chartOf>[0], options: Partial<ChartOptions> = {}) =>
  chartOf(id, sourceOf(book), { ...defaultChartOptions, ...options })

export type Drawn = ReturnType<typeof chart>

/** The values of one series by the labels of its rows, without its gaps. */
export const series = ({ series: all, rows }: Drawn, name: string) =>
  Object.fromEntries(
    rows.flatMap(({ label, values }) => {
      const value = values[all.findIndex((each) => each.name === name)]
      return value === null || value === undefined ? [] : [[label, value]]
    }),
  )

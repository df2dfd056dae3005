import { writeTabSeparated } from '../format/tabSeparated.ts'
import { harmless } from './chartTable.ts'
import { figureTable, type FigureSource } from './figures.ts'

/** The figures as they are shown, as lines of cells between tabs: a figure a line with its convention, a deal a column. */
export const figuresText = (source: FigureSource): string =>
  writeTabSeparated(
    [
      ['Figure', 'Convention', ...source.columns.map(({ terms }) => terms.deal.name)],
      ...figureTable(source).map(({ label, convention, cells }) => [
        label,
        convention,
        ...cells.map(({ text }) => text),
      ]),
    ].map((line) => line.map(harmless)),
  )

import type { NumberStyle } from '../format/number.ts'
import { writeTabSeparated } from '../format/tabSeparated.ts'
import { plainNumber, plainPercent } from '../terms/plainValue.ts'
import { harmless } from './chartTable.ts'
import type { FigureCell } from './figure.ts'
import { figureTable, type FigureSource } from './figures.ts'

/**
 * The figures as lines of cells between tabs: a figure a line with its convention, a deal a column. Numbers are whole, in the
 * currency that the head names, so that a spreadsheet can calculate with them.
 */
export function figuresText(source: FigureSource): string {
  const { style, columns } = source
  const head = [
    `Figure (amounts in ${style.currency})`,
    'Convention',
    ...columns.map(({ terms }) => terms.deal.name),
  ]
  const lines = figureTable(source).map(({ label, convention, cells }) => [
    harmless(label),
    harmless(convention),
    ...cells.map((cell) => copiedFigure(cell, style)),
  ])
  return writeTabSeparated([head.map(harmless), ...lines])
}

/** A figure as a spreadsheet takes it: a number without symbol, unit and groups, a percentage with its sign, or its words. */
export function copiedFigure({ text, number }: FigureCell, { locale }: NumberStyle): string {
  if (!number) return harmless(text)
  const { value, digits, isPercent } = number
  return (isPercent ? plainPercent(value, locale) : plainNumber(value, digits, locale)).text
}

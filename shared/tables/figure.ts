import type { EvaluationContext } from '../engine/context.ts'
import type { DealFigures } from '../engine/figures.ts'
import type { NumberStyle } from '../format/number.ts'

/** One figure of one deal, ready to be read: on the screen, in the PDF, to a screen reader. */
export interface FigureCell {
  text: string
  /** What the figure rests on, where that is the column's own: dates, a reading, a rate. */
  detail?: string
  change?: Change
  /** A word in place of a number: not stated, never, baseline. */
  isWord?: boolean
  /** The number itself, for a spreadsheet; none where the figure is words, or several numbers. */
  number?: FigureNumber
}

/** A number as an integer and how many of its digits are decimals: of the whole currency, of years, of per cent. */
export interface FigureNumber {
  value: number
  digits: number
  isPercent?: boolean
}

/** A figure's change against the baseline. For the buyer a lower cost is better; of some figures more is neither better nor worse. */
export interface Change {
  text: string
  tone: 'better' | 'worse' | 'neutral'
}

export interface FigureRow {
  id: string
  group: FigureGroup
  label: string
  /** The convention the number follows, as it stands under the label. */
  convention: string
  cells: readonly FigureCell[]
}

/** Rows that belong together stand together, in this order. */
export type FigureGroup =
  | 'value'
  | 'ramp'
  | 'commitment'
  | 'breakEven'
  | 'presentValue'
  | 'price'
  | 'annual'
  | 'accounting'

export interface FigureDefinition {
  id: string
  group: FigureGroup
  label(context: EvaluationContext): string
  convention(context: EvaluationContext): string
  /** Whether a deal has anything to say here; a row of which no deal in view speaks is left out. Default: it has. */
  speaks?(figures: DealFigures, context: EvaluationContext): boolean
  cell(figures: DealFigures, context: FigureContext): FigureCell
  /** Of a figure that is a number, what is compared from deal to deal. */
  measure?: FigureMeasure
}

export interface FigureMeasure {
  of(figures: DealFigures): number | null
  /** Whether the lowest is marked: unit prices compare always, totals for one size; null where more is neither better nor worse. */
  rank: 'unitPrice' | 'total' | null
}

/** What a cell is written with: the shared conventions, the figures it is measured against, and the style of numbers. */
export interface FigureContext extends EvaluationContext {
  baselineFigures: DealFigures | null
  style: NumberStyle
}

import type { DayNumber } from '../days.ts'
import type { EvaluationContext } from '../engine/context.ts'
import type { DealFigures } from '../engine/figures.ts'
import type { Schedule } from '../engine/scheduleColumns.ts'

/** A value in an explanation, with what it is; whoever shows it writes it in its own style. */
export type Quantity =
  /** Minor units; a float where it is no posted amount. */
  | { kind: 'amount'; value: number }
  | { kind: 'number'; value: number; unit: string }
  /** Millionths of the currency’s major unit, for one of `per`. */
  | { kind: 'price'; value: number; per: string }
  /** 0.1 for 10 %. */
  | { kind: 'rate'; value: number }
  /** What an amount is multiplied by: 0.9524. */
  | { kind: 'factor'; value: number }
  | { kind: 'date'; value: DayNumber }
  | { kind: 'words'; value: string }

/** What a figure rests on: a term of the deal or its baseline, or what is chosen for the whole book. */
export type Input =
  | { kind: 'term'; term: string; of: 'deal' | 'baseline' }
  | { kind: 'book'; setting: BookSetting; label: string; value: Quantity }

/** What is chosen for the whole book and a figure may rest on. */
export type BookSetting = 'asOf' | 'discounting' | 'timing' | 'valuation' | 'onDemandPrice'

export interface Step {
  label: string
  value: Quantity
  /** How it enters the total of its table: added, taken off, or shown on the way. */
  enters: 'plus' | 'minus' | 'shown'
  /** What the value was made from, one for each of the table’s columns; none where it stands by itself. */
  parts?: readonly Quantity[]
  /** Whether it is what one looks for among the others: a crossing. */
  isMark?: boolean
}

/** Steps of one kind. */
export interface StepTable {
  title: string
  /** What the steps are told apart by, what the parts of each are, and what its value is. */
  head: { label: string; parts: readonly string[]; value: string }
  steps: readonly Step[]
  /** What is added less what is taken off; null where nothing is summed. */
  total: Quantity | null
  /** What was left out, in a sentence: months of nothing. */
  leftOut?: string
}

/** A symbol of a formula, with its value for this deal. */
export interface FormulaSymbol {
  symbol: string
  meaning: string
  value: Quantity
}

/** How a figure came about, as data. */
export interface Explanation {
  /** Its id in the catalogue of figures. */
  figure: string
  /** The formula in a sentence. */
  sentence: string
  /** The same in symbols, where they say more; `symbols` says what they stand for. */
  formula: string | null
  symbols: readonly FormulaSymbol[]
  /** Where the formula is from, where it is not arithmetic. */
  source: string | null
  inputs: readonly Input[]
  /** The way to the figure. Where one table alone has a total, and the figure is its unit, that is the figure. */
  tables: readonly StepTable[]
  result: Quantity
  /** Another definition of the same name, and what it would give. */
  otherwise: readonly { definition: string; value: Quantity }[]
}

/** How one figure of the catalogue is explained. */
export interface Explainer {
  /** Whether it compares the deal with the baseline, so that both need a price and a capacity. */
  isComparison?: boolean
  sentence: string
  formula?: string | ((of: Explained) => string)
  source?: string
  symbols?: (of: Explained) => FormulaSymbol[]
  inputs(of: Explained): Input[]
  tables(of: Explained): StepTable[]
  result(of: Explained): Quantity
  otherwise?: (of: Explained) => { definition: string; value: Quantity }[]
}

/** What an explanation is made from. */
export interface Explained {
  figures: DealFigures
  schedule: Schedule
  /** Of the baseline; null for the baseline itself, or where there is none. */
  against: Schedule | null
  context: EvaluationContext
}

export const amount = (value: number): Quantity => ({ kind: 'amount', value })
export const number = (value: number, unit: string): Quantity => ({ kind: 'number', value, unit })
/** A number whose unit stands at the head of its column. */
export const bare = (value: number): Quantity => ({ kind: 'number', value, unit: '' })
export const rate = (value: number): Quantity => ({ kind: 'rate', value })
export const factor = (value: number): Quantity => ({ kind: 'factor', value })
export const date = (value: DayNumber): Quantity => ({ kind: 'date', value })
export const words = (value: string): Quantity => ({ kind: 'words', value })
/** A price in minor units of so many decimals, as a float. */
export const price = (value: number, digits: number, per: string): Quantity => ({
  kind: 'price',
  value: value * 10 ** (6 - digits),
  per,
})

export const plus = (label: string, value: Quantity, parts?: readonly Quantity[]): Step => ({
  label,
  value,
  enters: 'plus',
  ...(parts && { parts }),
})
export const minus = (label: string, value: Quantity): Step => ({ label, value, enters: 'minus' })
export const shown = (label: string, value: Quantity, parts?: readonly Quantity[]): Step => ({
  label,
  value,
  enters: 'shown',
  ...(parts && { parts }),
})

/** An amount, or the words for where there is none. */
export const amountOr = (value: number | null, otherwise: string): Quantity =>
  value === null ? words(otherwise) : amount(value)

/** Steps that only lead on, in a table of their own. */
export const facts = (title: string, steps: readonly Step[]): StepTable => ({
  title,
  head: { label: 'Step', parts: [], value: 'Value' },
  steps,
  total: null,
})

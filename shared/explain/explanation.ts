import type { DayNumber } from '../days.ts'
import type { DealFigures, EvaluationContext } from '../engine/figures.ts'
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
  | { kind: 'date'; value: DayNumber }
  | { kind: 'words'; value: string }

/** A term a figure rests on, by its id in the catalogue of terms; null for what is chosen for the whole book. */
export interface Input {
  term: string | null
  label: string
  value: Quantity
}

export interface Step {
  label: string
  value: Quantity
  /** How it enters the figure: added, taken off, or shown on the way. */
  enters: 'plus' | 'minus' | 'shown'
}

/** How a figure came about, as data. */
export interface Explanation {
  /** Its id in the catalogue of figures. */
  figure: string
  formula: string
  /** Where the formula is from, where it is not arithmetic. */
  source?: string
  inputs: readonly Input[]
  /** In order; of a sum, what is added less what is taken off is the result. */
  steps: readonly Step[]
  result: Quantity
  /** Another definition of the same name, and what it would give. */
  otherwise?: readonly { definition: string; value: Quantity }[]
}

/** What an explanation is made from. */
export interface Explained {
  figures: DealFigures
  schedule: Schedule
  context: EvaluationContext
}

export const amount = (value: number): Quantity => ({ kind: 'amount', value })
export const number = (value: number, unit: string): Quantity => ({ kind: 'number', value, unit })
export const price = (value: number, per: string): Quantity => ({ kind: 'price', value, per })
export const rate = (value: number): Quantity => ({ kind: 'rate', value })
export const date = (value: DayNumber): Quantity => ({ kind: 'date', value })
export const words = (value: string): Quantity => ({ kind: 'words', value })

export const plus = (label: string, value: Quantity): Step => ({ label, value, enters: 'plus' })
export const minus = (label: string, value: Quantity): Step => ({ label, value, enters: 'minus' })
export const shown = (label: string, value: Quantity): Step => ({ label, value, enters: 'shown' })

/** An amount, or the words for where there is none. */
export const amountOr = (value: number | null, otherwise: string): Quantity =>
  value === null ? words(otherwise) : amount(value)

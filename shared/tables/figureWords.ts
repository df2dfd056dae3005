import type { EvaluationContext } from '../engine/context.ts'
import { formatDay } from '../format/date.ts'

const discountingWords = {
  effective: 'effective, by months',
  nominal: 'nominal/12, by months',
  actual365: 'effective, actual/365',
} as const
const timingWords = {
  advance: 'fees in advance',
  middle: 'fees in mid-month',
  arrears: 'fees in arrears',
} as const

/** The convention of every present value, in words: `effective, by months; fees in advance; valued 1 May 2026`. */
export const valuationWords = ({ valuation }: EvaluationContext): string =>
  `${discountingWords[valuation.discounting]}; ${timingWords[valuation.timing]}; valued ${formatDay(valuation.on)}`

/** A label that is the same for both parties. */
export const always = (label: string) => () => label

/** A label that turns with whose books are read. */
export const asSeen =
  (buyer: string, provider: string) =>
  ({ perspective }: EvaluationContext) =>
    perspective === 'buyer' ? buyer : provider

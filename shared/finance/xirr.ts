import type { CivilDate } from '../days.ts'
import { daysAYear, daysOfFlows } from './presentValue.ts'
import { type RateOfReturn, rateOfReturn } from './rateOfReturn.ts'

/**
 * The effective yearly rate at which dated flows are worth nothing, actual/365: a rate of `xnpv` zero. Dates may come
 * in any order and more than once. What has no rate, or several, is a result and no error: see RateOfReturn.
 *
 * @param dates as YYYY-MM-DD, one for each value.
 * @param guess picks one of several rates; above -1.
 * @throws RangeError where the lists differ in length, a value is not finite, a date is none, or the guess is -1 or
 *   less.
 */
export const xirr = (values: readonly number[], dates: readonly CivilDate[], guess?: number): RateOfReturn =>
  rateOfReturn(values, daysOfFlows(values, dates), daysAYear, guess)

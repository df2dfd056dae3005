/** Values of a row of flows at one rate, a period apart or on dates. After OpenFormula 1.2, 6.12. */
import { type CivilDate, dayOf } from '../days.ts'
import { type Cell, finite, numbersOf, requireRate } from './numbers.ts'

/** Days in the year that dated flows are discounted by, whatever the calendar says: actual/365 fixed. */
export const daysAYear = 365

/**
 * The value, one period before the first flow, of flows a period apart: the sum of values[k] / (1 + rate)^(k + 1).
 * Blanks, text and truth values are passed over and take no period.
 *
 * @throws RangeError where the rate is -1 or less, a value is not finite, or the result is beyond a number.
 */
export function npv(rate: number, values: readonly Cell[]): number {
  requireRate(rate)
  return finite(numbersOf(values).reduceRight((later, value) => (later + value) / (1 + rate), 0))
}

/** The day of each flow. Throws a RangeError where there is not a date for each, or a value is not finite. */
export function daysOfFlows(values: readonly number[], dates: readonly CivilDate[]): number[] {
  if (values.length !== dates.length) {
    throw new RangeError(`There are ${values.length} values and ${dates.length} dates.`)
  }
  if (!values.every(Number.isFinite)) throw new RangeError('Every value must be a finite number.')
  return dates.map(dayOf)
}

/** The worth of dated flows on `day`; those before it grow, those after it are discounted. */
function valueOn(day: number, rate: number, values: readonly number[], days: readonly number[]): number {
  const logGrowth = Math.log1p(rate) / daysAYear
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== 0) sum += values[i]! * Math.exp(logGrowth * (day - days[i]!))
  }
  return finite(sum)
}

/**
 * The value of dated flows on the first date listed: the sum of values[k] / (1 + rate)^((dates[k] - dates[0]) / 365).
 * No flows are worth 0. Dates may come in any order; one before the first listed makes its flow grow, where some
 * spreadsheets refuse it.
 *
 * @param dates as YYYY-MM-DD, one for each value.
 * @throws RangeError where the rate is -1 or less, the lists differ in length, a value is not finite, a date is
 *   none, or the result is beyond a number.
 */
export function xnpv(rate: number, values: readonly number[], dates: readonly CivilDate[]): number {
  requireRate(rate)
  const days = daysOfFlows(values, dates)
  return valueOn(days[0] ?? 0, rate, values, days)
}

/** The value of dated flows on the last of their dates. Arguments and errors as for `xnpv`. */
export function xnfv(rate: number, values: readonly number[], dates: readonly CivilDate[]): number {
  requireRate(rate)
  const days = daysOfFlows(values, dates)
  return valueOn(
    days.reduce((last, day) => Math.max(last, day), -Infinity),
    rate,
    values,
    days,
  )
}

import type { DayNumber } from '../days.ts'
import type { PartsPerMillion } from '../rate.ts'
import { toFraction } from '../rate.ts'
import type { Settings } from '../schema/book.ts'
import type { Billing } from './billing.ts'
import type { Line, Schedule } from './schedule.ts'

/** What makes a present value a figure: its date, how the rate compounds, and where in its month a fee falls. */
export interface Valuation {
  on: DayNumber
  discounting: Settings['discounting']
  timing: Settings['timing']
}

/** The present value at `valuation.on` of what `amount` gives for each line; lines that fall earlier are left out. */
function presentValueOf(
  schedule: Schedule,
  rate: PartsPerMillion,
  valuation: Valuation,
  amount: (line: Line) => number,
): number {
  const base = schedule.billing.axis(valuation.on)
  const yearly = toFraction(rate)
  let value = 0
  for (const line of schedule.lines) {
    const years = yearsFrom(valuation, schedule.billing, base, line)
    if (years < 0) continue
    value += amount(line) * discountFactor(yearly, valuation.discounting, years)
  }
  return value
}

/** Years from the valuation date to the moment a line is taken to be paid. */
function yearsFrom(
  { on, discounting, timing }: Valuation,
  billing: Billing,
  base: number,
  { from, until }: Line,
): number {
  const axis = (day: DayNumber) =>
    discounting === 'actual365' ? (day - on) / 365 : (billing.axis(day) - base) / 12
  switch (timing) {
    case 'advance':
      return axis(from)
    case 'arrears':
      return axis(until)
    case 'middle':
      return (axis(from) + axis(until)) / 2
  }
}

/** (1 + r)^-t at an effective yearly rate; (1 + r/12)^-12t at a nominal one that compounds monthly. */
function discountFactor(rate: number, discounting: Settings['discounting'], years: number): number {
  return discounting === 'nominal' ? (1 + rate / 12) ** (-12 * years) : (1 + rate) ** -years
}

/** The present value of a deal's fees, in minor units as a float. For a buyer a cost, shown positive. */
export const presentValueOfFees = (schedule: Schedule, rate: PartsPerMillion, valuation: Valuation): number =>
  presentValueOf(schedule, rate, valuation, (line) => line.payable)

/** The level fee a month that has the same present value: PV(fees) / PV(1 a month). Null where no fee is left. */
export function presentValueRate(
  schedule: Schedule,
  rate: PartsPerMillion,
  valuation: Valuation,
): number | null {
  const months = presentValueOf(schedule, rate, valuation, (line) => line.parts / line.monthParts)
  return months > 0 ? presentValueOfFees(schedule, rate, valuation) / months : null
}

/**
 * Levelised price: PV(cost) / PV(delivered GPU-hours), in minor units an hour; hours are days times 24.
 * Null where nothing is delivered, or the number of GPUs is not stated.
 */
export function levelisedPrice(
  schedule: Schedule,
  gpus: number | null,
  rate: PartsPerMillion,
  valuation: Valuation,
): number | null {
  const hours = presentValueOf(schedule, rate, valuation, (line) => (gpus ?? 0) * 24 * line.deliveredDays)
  return hours > 0 ? presentValueOfFees(schedule, rate, valuation) / hours : null
}

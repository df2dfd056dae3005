import type { DayNumber } from '../days.ts'
import { type PartsPerMillion, toFraction } from '../rate.ts'
import type { Settings } from '../schema/book.ts'
import type { Billing } from './billing.ts'
import { newColumn } from './column.ts'
import type { DatedAmounts } from './datedAmounts.ts'
import type { Schedule } from './scheduleColumns.ts'

/** What makes a present value a figure: its date, how the rate compounds, and where in its month a fee falls. */
export interface Valuation {
  on: DayNumber
  discounting: Settings['discounting']
  timing: Settings['timing']
}

/** The logarithm of a month's discount factor: of 1 / (1 + r/12), or of the twelfth root of 1 / (1 + r). */
const monthlyDecay = (rate: PartsPerMillion, discounting: Settings['discounting']): number =>
  discounting === 'nominal' ? -Math.log1p(toFraction(rate) / 12) : -Math.log1p(toFraction(rate)) / 12

/** How a schedule is discounted: what a month takes off, and where the valuation lies on its axis of billing months. */
interface Discount {
  /** By days over 365 in place of months. */
  inDays: boolean
  decay: number
  on: DayNumber
  axisOn: number
  /** The axis at the first billing month. */
  axisFirst: number
}

function discountOf(
  { timeline, plan: { billing } }: Schedule,
  rate: PartsPerMillion,
  valuation: Valuation,
): Discount {
  const { on, discounting } = valuation
  return {
    inDays: discounting === 'actual365',
    decay: monthlyDecay(rate, discounting),
    on,
    axisOn: billing.axis(on),
    axisFirst: billing.axis(timeline.months[0]!),
  }
}

/** What each entry of a column is discounted by, and how far it lies from the valuation in months of a twelfth of a year. */
export interface Discounting {
  /** Below zero for what falls before the valuation, which is left out. */
  elapsed: Float64Array
  /** 0 for what falls before the valuation. */
  factors: Float64Array
}

/** How a schedule is discounted at a valuation: its stretches, and amounts on days, which are in order. */
export interface Discounts {
  stretches: Discounting
  of(days: Int32Array): Discounting
}

/** The discounting of a schedule at the deal's own rate. */
export function discountsOf(schedule: Schedule, valuation: Valuation): Discounts {
  const discount = discountOf(schedule, schedule.terms.deal.discountRate, valuation)
  return {
    stretches: discountedStretches(schedule, valuation, discount),
    of: (days) => discountedDays(schedule, discount, days),
  }
}

/**
 * Each stretch, by where in its month a fee is taken to fall: on the first day of service in it, after the last, or between.
 * However a month is cut, its fee falls on one day.
 */
function discountedStretches(
  { timeline, plan: { billing } }: Schedule,
  { timing }: Valuation,
  { inDays, decay, on, axisOn, axisFirst }: Discount,
): Discounting {
  const { count, bounds, monthOf, months } = timeline
  const [elapsed, factors] = [newColumn(count), newColumn(count)]
  for (let i = 0; i < count;) {
    const first = i
    const month = monthOf[i]!
    while (i < count && monthOf[i] === month) i++
    let [from, until] = [bounds[first]!, bounds[i]!]
    if (!inDays) {
      from = axisIn(billing, months, month, axisFirst, from)
      until =
        until === months[month + 1] ? axisFirst + month + 1 : axisIn(billing, months, month, axisFirst, until)
    }
    const at = timing === 'advance' ? from : timing === 'arrears' ? until : (from + until) / 2
    const away = inDays ? ((at - on) * 12) / 365 : at - axisOn
    const factor = away < 0 ? 0 : Math.exp(decay * away)
    for (let k = first; k < i; k++) {
      elapsed[k] = away
      factors[k] = factor
    }
  }
  return { elapsed, factors }
}

const weigh = (column: Float64Array, factors: Float64Array): number => {
  let value = 0
  for (let i = 0; i < column.length; i++) value += column[i]! * factors[i]!
  return value
}

/** Each of these days, which are in order. */
function discountedDays(
  { timeline: { months }, plan: { billing } }: Schedule,
  { inDays, decay, on, axisOn, axisFirst }: Discount,
  days: Int32Array,
): Discounting {
  const [elapsed, factors] = [newColumn(days.length), newColumn(days.length)]
  let month = 0
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!
    if (day < on) {
      elapsed[i] = -1
      continue
    }
    let away = ((day - on) / 365) * 12
    if (!inDays) {
      while (month + 1 < months.length && months[month + 1]! <= day) month++
      away = axisIn(billing, months, month, axisFirst, day) - axisOn
    }
    elapsed[i] = away
    factors[i] = Math.exp(decay * away)
  }
  return { elapsed, factors }
}

/** The axis of billing months at a day, counted from the month that is the last to begin by then, where one does. */
function axisIn(
  billing: Billing,
  months: readonly DayNumber[],
  month: number,
  axisFirst: number,
  day: DayNumber,
): number {
  const [from, until] = [months[month]!, months[month + 1]]
  if (day === from) return axisFirst + month
  if (day < from || until === undefined) return billing.axis(day)
  return axisFirst + month + billing.partsOf(from, day) / billing.partsOf(from, until)
}

/** The present value of a deal in each of its readings, in minor units as floats. */
export interface PresentValues {
  /**
   * Fees as they accrue month by month at expected usage, and what is paid once on its date. For a buyer a cost, shown
   * positive.
   */
  fees: number
  /** The level fee a month with the same present value: PV(fees) / PV(1 a month). Null where no fee is left. */
  monthlyRate: number | null
  /** What leaves the account, by payment date: with power, prepayments and expected use. */
  cash: number
  /** PV(cash) / PV(delivered GPU-hours * availability), hours being days times 24; null where none is delivered. */
  levelisedPerGpuHour: number | null
  /** PV(cash) / PV(delivered kW-months). */
  levelisedPerKilowattMonth: number | null
}

export function presentValues(schedule: Schedule, valuation: Valuation): PresentValues {
  const { terms, timeline, payable, usage, oneOffs, capacity } = schedule
  const { availability } = terms.deal
  const discounts = discountsOf(schedule, valuation)
  const { factors } = discounts.stretches
  const valueOf = ({ days, amounts }: DatedAmounts) => weigh(amounts, discounts.of(days).factors)
  const { count, bounds, parts, monthParts } = timeline
  let [months, hours, kilowattMonths] = [0, 0, 0]
  for (let i = 0; i < count; i++) {
    const share = (parts[i]! / monthParts[i]!) * factors[i]!
    months += share
    if (capacity.deliveredGpus)
      hours += capacity.deliveredGpus[i]! * (bounds[i + 1]! - bounds[i]!) * 24 * factors[i]!
    if (capacity.deliveredKilowatts) kilowattMonths += capacity.deliveredKilowatts[i]! * share
  }
  const fees = weigh(payable, factors) + weigh(usage, factors) + valueOf(oneOffs)
  const cash = valueOf(schedule.payments())
  const available = hours * toFraction(availability)
  return {
    fees,
    monthlyRate: months > 0 ? fees / months : null,
    cash,
    levelisedPerGpuHour: available > 0 ? cash / available : null,
    levelisedPerKilowattMonth: kilowattMonths > 0 ? cash / kilowattMonths : null,
  }
}

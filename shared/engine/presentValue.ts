import type { DayNumber } from '../days.ts'
import { type PartsPerMillion, toFraction } from '../rate.ts'
import type { Settings } from '../schema/book.ts'
import { paymentsOf } from './cashFlows.ts'
import type { Schedule } from './schedule.ts'

/** What makes a present value a figure: its date, how the rate compounds, and where in its month a fee falls. */
export interface Valuation {
  on: DayNumber
  discounting: Settings['discounting']
  timing: Settings['timing']
}

/**
 * The factor each stretch is discounted by at `valuation.on`, by where in its months a fee is taken to fall; 0 for a
 * stretch that falls earlier, which is left out.
 */
function stretchFactors(schedule: Schedule, rate: PartsPerMillion, valuation: Valuation): Float64Array {
  const { timeline, plan } = schedule
  const { count, bounds, parts, monthOf, monthParts, months } = timeline
  const { on, discounting, timing } = valuation
  const factors = new Float64Array(count)
  const perYear = discounting === 'actual365' ? 365 : 12
  const growth = monthlyGrowth(rate, discounting)
  const first = plan.billing.axis(months[0]!)
  const base = discounting === 'actual365' ? on : plan.billing.axis(on)
  let [served, month] = [0, -1]
  for (let i = 0; i < count; i++) {
    if (monthOf[i] !== month) {
      month = monthOf[i]!
      served = bounds[i] === months[month] ? 0 : plan.billing.partsOf(months[month]!, bounds[i]!)
    }
    let [from, until] = [bounds[i]!, bounds[i + 1]!]
    if (perYear === 12) {
      from = first + month + served / monthParts[i]!
      served += parts[i]!
      until = first + month + served / monthParts[i]!
    }
    const at = timing === 'advance' ? from : timing === 'arrears' ? until : (from + until) / 2
    // A month's end is a sum of its parts: what differs by less than a second is the same moment.
    if (at - base >= -1e-9) factors[i] = growth ** -(Math.max(0, at - base) / (perYear / 12))
  }
  return factors
}

/** One and the rate of a month, as discount factors compound: 1 + r/12, or the twelfth root of 1 + r. */
const monthlyGrowth = (rate: PartsPerMillion, discounting: Settings['discounting']): number =>
  discounting === 'nominal' ? 1 + toFraction(rate) / 12 : (1 + toFraction(rate)) ** (1 / 12)

const weigh = (column: Float64Array, factors: Float64Array): number => {
  let value = 0
  for (let i = 0; i < column.length; i++) value += column[i]! * factors[i]!
  return value
}

/** The factor a day is discounted by; 0 for a day before the valuation. */
function dayFactor(
  { plan: { billing } }: Schedule,
  rate: PartsPerMillion,
  { on, discounting }: Valuation,
): (day: DayNumber) => number {
  const growth = monthlyGrowth(rate, discounting)
  const base = discounting === 'actual365' ? on : billing.axis(on)
  return (day) => {
    if (day < on) return 0
    const months = discounting === 'actual365' ? ((day - on) / 365) * 12 : billing.axis(day) - base
    return growth ** -months
  }
}

/** The present value of a deal in each of its readings, in minor units as floats. */
export interface PresentValues {
  /** Fees as they accrue month by month, and what is paid once on its date. For a buyer a cost, shown positive. */
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
  const { terms, timeline, payable, oneOffs, capacity } = schedule
  const { discountRate, availability } = terms.deal
  const factors = stretchFactors(schedule, discountRate, valuation)
  const { count, bounds, parts, monthParts } = timeline
  let [months, hours, kilowattMonths] = [0, 0, 0]
  for (let i = 0; i < count; i++) {
    const share = (parts[i]! / monthParts[i]!) * factors[i]!
    months += share
    if (capacity.deliveredGpus)
      hours += capacity.deliveredGpus[i]! * (bounds[i + 1]! - bounds[i]!) * 24 * factors[i]!
    if (capacity.deliveredKilowatts) kilowattMonths += capacity.deliveredKilowatts[i]! * share
  }
  const factorOn = dayFactor(schedule, discountRate, valuation)
  const once = oneOffs.reduce((sum, { on, amount }) => sum + amount * factorOn(on), 0)
  const fees = weigh(payable, factors) + once
  const cash = paymentsOf(schedule).reduce((sum, { on, amount }) => sum + amount * factorOn(on), 0)
  const available = hours * toFraction(availability)
  return {
    fees,
    monthlyRate: months > 0 ? fees / months : null,
    cash,
    levelisedPerGpuHour: available > 0 ? cash / available : null,
    levelisedPerKilowattMonth: kilowattMonths > 0 ? cash / kilowattMonths : null,
  }
}

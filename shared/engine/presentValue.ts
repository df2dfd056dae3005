import type { DayNumber } from '../days.ts'
import { type PartsPerMillion, toFraction } from '../rate.ts'
import type { Settings } from '../schema/book.ts'
import type { DatedAmount, Schedule } from './scheduleColumns.ts'

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
  const decay = monthlyDecay(rate, discounting)
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
    if (at - base >= -1e-9) factors[i] = Math.exp((decay * Math.max(0, at - base) * 12) / perYear)
  }
  return factors
}

/** The logarithm of a month's discount factor: of 1 / (1 + r/12), or of the twelfth root of 1 / (1 + r). */
const monthlyDecay = (rate: PartsPerMillion, discounting: Settings['discounting']): number =>
  discounting === 'nominal' ? -Math.log1p(toFraction(rate) / 12) : -Math.log1p(toFraction(rate)) / 12

const weigh = (column: Float64Array, factors: Float64Array): number => {
  let value = 0
  for (let i = 0; i < column.length; i++) value += column[i]! * factors[i]!
  return value
}

/** The present value of dated amounts, in the order of their days; those before the valuation are left out. */
function valueOfDated(
  { timeline, plan: { billing } }: Schedule,
  rate: PartsPerMillion,
  { on, discounting }: Valuation,
  amounts: readonly DatedAmount[],
): number {
  const decay = monthlyDecay(rate, discounting)
  const { months } = timeline
  const [base, first] = [billing.axis(on), billing.axis(months[0]!)]
  let month = 0
  const axis = (day: DayNumber): number => {
    while (month + 1 < months.length && months[month + 1]! <= day) month++
    const [from, until] = [months[month]!, months[month + 1]]
    if (day === from) return first + month
    if (day < from || until === undefined) return billing.axis(day)
    return first + month + billing.partsOf(from, day) / billing.partsOf(from, until)
  }
  let value = 0
  for (const { on: day, amount } of amounts) {
    if (day < on) continue
    const elapsed = discounting === 'actual365' ? ((day - on) / 365) * 12 : axis(day) - base
    value += amount * Math.exp(decay * elapsed)
  }
  return value
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
  const fees = weigh(payable, factors) + valueOfDated(schedule, discountRate, valuation, oneOffs)
  const cash = valueOfDated(schedule, discountRate, valuation, schedule.payments())
  const available = hours * toFraction(availability)
  return {
    fees,
    monthlyRate: months > 0 ? fees / months : null,
    cash,
    levelisedPerGpuHour: available > 0 ? cash / available : null,
    levelisedPerKilowattMonth: kilowattMonths > 0 ? cash / kilowattMonths : null,
  }
}

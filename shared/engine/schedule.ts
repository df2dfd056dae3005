import { type DayNumber, dayOf, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRate, multiplyRatio, total } from '../money.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { type CapacityColumns, capacityColumns } from './capacity.ts'
import { type Invoice, invoicesOf, lineNumber } from './invoices.ts'
import { meteredColumns } from './metered.ts'
import { type Plan, planOf, type SeriesPlan } from './plan.ts'
import { monthlyRate, recurringColumns } from './recurring.ts'
import { stretchAt, type Timeline, timelineOf } from './timeline.ts'

/** What one series of charges comes to on each stretch of the schedule, in minor units. */
export interface SeriesColumns {
  readonly plan: SeriesPlan
  /** Without ramp and before escalation. Nothing for metered use and power. */
  readonly base: Float64Array
  /** As escalated, without ramp. */
  readonly standard: Float64Array
  /** Payable for service whatever is used: a recurring fee, or the minimum of a metered charge. */
  readonly payable: Float64Array
  /** Payable on all stretches before the one at the same index; one longer than `payable`. */
  readonly payableBefore: Float64Array
  /** Payable at the use that is expected; as `payable` for a recurring charge. */
  readonly expected: Float64Array
  /** What of it is expected back as service credits. */
  readonly credits: Float64Array
  /** Of what is expected, less service credits. */
  readonly invoices: readonly Invoice[]
}

/** What is paid once. Below zero a credit to the buyer. */
export interface DatedAmount {
  readonly on: DayNumber
  readonly amount: MinorUnits
}

/**
 * A deal over its term `[start, end)`, cut into stretches in which nothing changes: an amount on each, exact, rounded
 * once a posted line. Columns have an entry a stretch; whoever wants months adds the stretches of a month up.
 */
export interface Schedule {
  readonly terms: DealTerms
  readonly plan: Plan
  readonly timeline: Timeline
  readonly start: DayNumber
  readonly end: DayNumber
  readonly series: readonly SeriesColumns[]
  readonly capacity: CapacityColumns
  /** The recurring fees before escalation and without ramp; as escalated; and what is payable for service. */
  readonly base: Float64Array
  readonly standard: Float64Array
  readonly payable: Float64Array
  /** What expected use costs beyond the minimum; below zero on a stretch whose shortfall is settled later. */
  readonly usage: Float64Array
  /** Power that is passed through: apart from the contract's value. */
  readonly power: Float64Array
  /** Service credits that are expected: apart from the contract's value too. */
  readonly credits: Float64Array
  /** Fees and credits on a date, in the order of dates. */
  readonly oneOffs: readonly DatedAmount[]
}

const schedules = new WeakMap<DealTerms, Schedule>()

/** The schedule of a deal: computed once for as long as its terms stay the same objects. */
export function scheduleOf(terms: DealTerms): Schedule {
  const known = schedules.get(terms)
  if (known) return known
  const made = makeSchedule(terms)
  schedules.set(terms, made)
  return made
}

/** The same, computed anew: for terms that are made by the thousand and looked at once. */
export function makeSchedule(terms: DealTerms): Schedule {
  const plan = planOf(terms)
  const timeline = timelineOf(plan)
  const nothing = new Float64Array(timeline.count)
  const series = plan.series.map((each) => seriesColumns(each, plan, timeline, nothing))
  const sum = (column: 'base' | 'standard' | 'payable', kind: (each: SeriesColumns) => boolean) =>
    sumOf(series.filter(kind).map((each) => each[column]), nothing)
  const isRecurring = ({ plan: { charge } }: SeriesColumns) => charge.kind === 'recurring'
  return {
    terms,
    plan,
    timeline,
    start: plan.start,
    end: plan.end,
    series,
    capacity: capacityColumns(plan.capacities, timeline),
    base: sum('base', isRecurring),
    standard: sum('standard', isRecurring),
    payable: sum('payable', isContract),
    usage: usageOf(series, nothing),
    power: sumOf(series.filter((each) => !isContract(each)).map((each) => each.expected), nothing),
    credits: sumOf(series.map((each) => each.credits), nothing),
    oneOffs: terms.oneOffs
      .map(({ on, kind, amount }) => ({ on: dayOf(on), amount: kind === 'fee' ? amount : -amount }))
      .toSorted((a, b) => a.on - b.on),
  }
}

/** Whether a series is part of the contract's value, as power that is passed through is not. */
const isContract = ({ plan: { charge } }: SeriesColumns): boolean => charge.kind !== 'power'

function seriesColumns(
  plan: SeriesPlan,
  { rounding, digits, serviceCredits }: Plan,
  timeline: Timeline,
  nothing: Float64Array,
): SeriesColumns {
  const { charge } = plan
  const lineOf = lineNumber(plan, timeline, charge.frequency)
  if (charge.kind === 'recurring') {
    const columns = recurringColumns(plan, timeline, lineOf, rounding, digits)
    const expected = columns.payable
    const payableBefore = runningTotal(expected)
    const credits = serviceCredits === 0 ? nothing : expected.map((fee) => multiplyRate(fee, serviceCredits))
    const invoices = invoicesOf(plan, timeline, lineOf, expected, credits)
    return { plan, ...columns, payableBefore, expected, credits, invoices }
  }
  const settlementOf = lineNumber(plan, timeline, charge.settlement)
  const { minimum, expected } = meteredColumns(plan, timeline, settlementOf, rounding, digits)
  const hasCredits = serviceCredits > 0 && charge.kind === 'metered'
  const credits = hasCredits ? expected.map((fee) => multiplyRate(fee, serviceCredits)) : nothing
  const invoices = invoicesOf(plan, timeline, lineOf, expected, credits)
  const payableBefore = runningTotal(minimum)
  const columns = { base: nothing, standard: nothing, payable: minimum, payableBefore }
  return { plan, ...columns, expected, credits, invoices }
}

function sumOf(columns: readonly Float64Array[], nothing: Float64Array): Float64Array {
  if (columns.length === 0) return nothing
  if (columns.length === 1) return columns[0]!
  const sum = new Float64Array(nothing.length)
  for (const column of columns) for (let i = 0; i < sum.length; i++) sum[i]! += column[i]!
  return sum
}

function usageOf(series: readonly SeriesColumns[], nothing: Float64Array): Float64Array {
  const metered = series.filter(({ plan: { charge } }) => charge.kind === 'metered')
  if (metered.length === 0) return nothing
  const usage = new Float64Array(nothing.length)
  for (const { expected, payable } of metered)
    for (let i = 0; i < usage.length; i++) usage[i]! += expected[i]! - payable[i]!
  return usage
}

function runningTotal(column: Float64Array): Float64Array {
  const before = new Float64Array(column.length + 1)
  for (let i = 0; i < column.length; i++) before[i + 1] = exact(before[i]! + column[i]!)
  return before
}

/** The sum of a column of a schedule. */
export function sumColumn(column: Float64Array): MinorUnits {
  let sum = 0
  for (let i = 0; i < column.length; i++) sum += column[i]!
  return exact(sum)
}

/**
 * What a column comes to from the start of service until `day` (exclusive), by cumulative rounding within a stretch.
 * `before` is its running total, where it is known.
 */
export function columnUntil(
  { timeline, plan: { billing } }: Schedule,
  column: Float64Array,
  day: DayNumber,
  before?: Float64Array,
): MinorUnits {
  const { bounds, count, parts } = timeline
  if (day <= bounds[0]!) return 0
  const i = day >= bounds[count]! ? count : stretchAt(timeline, day)
  const whole = before ? before[i]! : sumColumn(column.subarray(0, i))
  if (i === count || day === bounds[i] || parts[i] === 0) return whole
  const served = billing.partsOf(bounds[i]!, day)
  return exact(whole + multiplyRatio(column[i]!, served, parts[i]!))
}

/** What a series has to be paid from the start of service until `day` (exclusive), whatever is used. */
export const seriesUntil = (schedule: Schedule, series: SeriesColumns, day: DayNumber): MinorUnits =>
  columnUntil(schedule, series.payable, day, series.payableBefore)

/** What is payable for service from the start of service until `day` (exclusive): each charge by itself. */
export function accruedUntil(schedule: Schedule, day: DayNumber): MinorUnits {
  let accrued = 0
  for (const series of schedule.series)
    if (isContract(series)) accrued += seriesUntil(schedule, series, day)
  return exact(accrued)
}

/** Fees and credits on a date from `from` until `until` (exclusive). */
export const oneOffsBetween = ({ oneOffs }: Schedule, from: DayNumber, until: DayNumber): MinorUnits =>
  oneOffs.length === 0
    ? 0
    : total(oneOffs.filter(({ on }) => from <= on && on < until).map(({ amount }) => amount))

/** Fees for service in `[from, until)`, and what is paid once on a day of it. Neighbouring stretches add up to the cent. */
export const feesBetween = (schedule: Schedule, from: DayNumber, until: DayNumber): MinorUnits =>
  until <= from
    ? 0
    : exact(
        accruedUntil(schedule, until) -
          accruedUntil(schedule, from) +
          oneOffsBetween(schedule, from, until),
      )

/** Fees from a date on to the end of the deal, what is paid once after its term too. */
export const feesFrom = (schedule: Schedule, from: DayNumber): MinorUnits => feesBetween(schedule, from, Infinity)

/** Total contract value: fixed and minimum amounts over the stated term, and what is paid once, whenever it is. */
export const totalContractValue = (schedule: Schedule): MinorUnits => feesFrom(schedule, -Infinity)

/** What a whole month costs at the rate in force on a day; before and after the term, at its first and its last. */
export function monthlyRateOn({ plan, start, end }: Schedule, day: DayNumber): MinorUnits {
  const within = Math.min(Math.max(day, start), end - 1)
  return total(
    plan.series
      .filter(({ charge }) => charge.kind === 'recurring')
      .map((series) => monthlyRate(series, within, plan.rounding, plan.digits)),
  )
}

/** The first day after twelve months of service, or the end of a shorter term. */
export const endOfFirstYear = ({ start, end }: Schedule): DayNumber => Math.min(end, monthsAfter(start, 12))

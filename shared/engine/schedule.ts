import { dayOf } from '../days.ts'
import { exact, multiplyRate } from '../money.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { newColumn } from './column.ts'
import { isContract } from './accrual.ts'
import { advancePlan } from './advances.ts'
import { capacityColumns } from './capacity.ts'
import { invoicesOf, lineNumber } from './invoices.ts'
import { meteredColumns } from './metered.ts'
import { paymentsOf } from './payments.ts'
import { type Plan, planOf, type SeriesPlan } from './plan.ts'
import { recurringColumns } from './recurring.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'
import { type Timeline, timelineOf } from './timeline.ts'

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
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
  const nothing = newColumn(timeline.count)
  const series = plan.series.map((each) => seriesColumns(each, plan, timeline, nothing))
  const sum = (column: 'base' | 'standard' | 'payable', kind: (each: SeriesColumns) => boolean) =>
    sumOf(
      series.filter(kind).map((each) => each[column]),
      nothing,
    )
  const isRecurring = ({ plan: { charge } }: SeriesColumns) => charge.kind === 'recurring'
  const schedule: Schedule = {
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
    power: sumOf(
      series.filter((each) => !isContract(each)).map((each) => each.expected),
      nothing,
    ),
    credits: sumOf(
      series.map((each) => each.credits),
      nothing,
    ),
    oneOffs: terms.oneOffs
      .map(({ on, kind, amount }) => ({ on: dayOf(on), amount: kind === 'fee' ? amount : -amount }))
      .toSorted((a, b) => a.on - b.on),
    advances: lazily(() => terms.advances.map((advance) => advancePlan(schedule, advance))),
    payments: lazily(() => paymentsOf(series, schedule.oneOffs, schedule.advances())),
  }
  return schedule
}

function seriesColumns(
  plan: SeriesPlan,
  { rounding, digits, serviceCredits }: Plan,
  timeline: Timeline,
  nothing: Float64Array,
): SeriesColumns {
  const { charge } = plan
  const lineOf = lineNumber(plan, timeline, charge.frequency)
  if (charge.kind === 'recurring') {
    const columns = recurringColumns({ series: plan, timeline, lineOf, rounding, digits })
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
  const sum = newColumn(nothing.length)
  for (const column of columns) for (let i = 0; i < sum.length; i++) sum[i]! += column[i]!
  return sum
}

function usageOf(series: readonly SeriesColumns[], nothing: Float64Array): Float64Array {
  const metered = series.filter(({ plan: { charge } }) => charge.kind === 'metered')
  if (metered.length === 0) return nothing
  const usage = newColumn(nothing.length)
  for (const { expected, payable } of metered)
    for (let i = 0; i < usage.length; i++) usage[i]! += expected[i]! - payable[i]!
  return usage
}

function runningTotal(column: Float64Array): Float64Array {
  const before = newColumn(column.length + 1)
  for (let i = 0; i < column.length; i++) before[i + 1] = exact(before[i]! + column[i]!)
  return before
}

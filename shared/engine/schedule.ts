import { type DayNumber, dayOf } from '../days.ts'
import { remembered } from '../remembered.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { newColumn } from './column.ts'
import { isContract } from './accrual.ts'
import { type AdvancePlan, advancesOf } from './advances.ts'
import { type CapacityColumns, capacityColumns } from './capacity.ts'
import { type DatedAmounts, datedAmounts } from './datedAmounts.ts'
import { invoicesOf, linesOf } from './invoices.ts'
import { meteredColumns } from './metered.ts'
import { paymentsOf } from './payments.ts'
import { type Plan, planOf, type SeriesPlan } from './plan.ts'
import { postedColumn, recurringColumns } from './recurring.ts'
import { creditColumn } from './serviceCredits.ts'
import { runningTotal } from './runningTotal.ts'
import type { RunningColumn, Schedule, SeriesColumns } from './scheduleColumns.ts'
import { type Timeline, timelineOf } from './timeline.ts'

/** The schedule of a deal, computed anew: for terms that are made by the thousand and looked at once. */
export const makeSchedule = (terms: DealTerms): Schedule => new DealSchedule(terms)

/** The schedule of a deal: computed once for as long as its terms stay the same objects. */
export const scheduleOf: (terms: DealTerms) => Schedule = remembered(makeSchedule)

const isRecurring = ({ plan: { charge } }: SeriesColumns) => charge.kind === 'recurring'
const isPower = (series: SeriesColumns) => !isContract(series)
const isAny = () => true

/** What few figures ask for is computed when first asked for. */
class DealSchedule implements Schedule {
  readonly terms: DealTerms
  readonly plan: Plan
  readonly timeline: Timeline
  readonly start: DayNumber
  readonly end: DayNumber
  readonly series: readonly SeriesColumns[]
  readonly capacity: CapacityColumns
  readonly payable: Float64Array
  readonly oneOffs: DatedAmounts
  readonly #nothing: Float64Array
  #base: Float64Array | undefined
  #standard: Float64Array | undefined
  #usage: Float64Array | undefined
  #power: Float64Array | undefined
  #credits: Float64Array | undefined
  #variable: RunningColumn | undefined
  #advances: readonly AdvancePlan[] | undefined
  #payments: DatedAmounts | undefined

  constructor(terms: DealTerms) {
    const plan = planOf(terms)
    const timeline = timelineOf(plan)
    const nothing = newColumn(timeline.count)
    const series = plan.series.map((each) => seriesColumns(each, plan, timeline, nothing))
    this.terms = terms
    this.plan = plan
    this.timeline = timeline
    this.start = plan.start
    this.end = plan.end
    this.series = series
    this.capacity = capacityColumns(plan.capacities, timeline)
    this.payable = sumOf(series, isContract, ({ payable }) => payable, nothing)
    this.oneOffs = datedAmounts(
      terms.oneOffs.map(({ on, kind, amount }) => ({
        on: dayOf(on),
        amount: kind === 'fee' ? amount : 0 - amount,
      })),
    )
    this.#nothing = nothing
  }

  advances(): readonly AdvancePlan[] {
    return (this.#advances ??= advancesOf(this))
  }

  payments(): DatedAmounts {
    return (this.#payments ??= paymentsOf(this.series, this.oneOffs, this.advances()))
  }

  get base(): Float64Array {
    const { timeline, plan } = this
    const { rounding, digits } = plan
    const columnOf = ({ plan: series, lines }: SeriesColumns) =>
      postedColumn({ series, timeline, lines, rounding, digits }, 'base')
    return (this.#base ??= sumOf(this.series, isRecurring, columnOf, this.#nothing))
  }

  get standard(): Float64Array {
    return (this.#standard ??= sumOf(this.series, isRecurring, ({ standard }) => standard, this.#nothing))
  }

  get usage(): Float64Array {
    return (this.#usage ??= usageOf(this.series, this.#nothing))
  }

  get power(): Float64Array {
    return (this.#power ??= sumOf(this.series, isPower, ({ expected }) => expected, this.#nothing))
  }

  get credits(): Float64Array {
    return (this.#credits ??= sumOf(this.series, isAny, ({ credits }) => credits, this.#nothing))
  }

  get variable(): RunningColumn {
    return (this.#variable ??= variableOf(this))
  }
}

function variableOf({ usage, power }: Schedule): RunningColumn {
  const amounts = newColumn(usage.length)
  for (let i = 0; i < amounts.length; i++) amounts[i] = usage[i]! + power[i]!
  return { amounts, before: runningTotal(amounts) }
}

function seriesColumns(
  plan: SeriesPlan,
  { rounding, digits, serviceCredits }: Plan,
  timeline: Timeline,
  nothing: Float64Array,
): SeriesColumns {
  const { charge } = plan
  const lines = linesOf(plan, timeline, charge.frequency)
  if (charge.kind === 'recurring') {
    const { standard, payable } = recurringColumns({ series: plan, timeline, lines, rounding, digits })
    const credits = serviceCredits === 0 ? nothing : creditColumn(payable, lines, serviceCredits, rounding)
    return {
      plan,
      lines,
      standard,
      payable,
      payableBefore: runningTotal(payable),
      expected: payable,
      credits,
      invoices: invoicesOf(plan, timeline, lines, payable, credits),
    }
  }
  const settlements = linesOf(plan, timeline, charge.settlement)
  const { minimum, expected } = meteredColumns(plan, timeline, settlements, rounding, digits)
  const hasCredits = serviceCredits > 0 && charge.kind === 'metered'
  const credits = hasCredits ? creditColumn(expected, lines, serviceCredits, rounding) : nothing
  return {
    plan,
    lines,
    standard: nothing,
    payable: minimum,
    payableBefore: runningTotal(minimum),
    expected,
    credits,
    invoices: invoicesOf(plan, timeline, lines, expected, credits),
  }
}

/** The sum of a column of those series that count; of one alone, its own column. */
function sumOf(
  series: readonly SeriesColumns[],
  counts: (each: SeriesColumns) => boolean,
  columnOf: (each: SeriesColumns) => Float64Array,
  nothing: Float64Array,
): Float64Array {
  const columns: Float64Array[] = []
  for (const each of series) if (counts(each)) columns.push(columnOf(each))
  if (columns.length < 2) return columns[0] ?? nothing
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

import type { DayNumber } from '../days.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import type { AdvancePlan } from './advances.ts'
import type { CapacityColumns } from './capacity.ts'
import type { DatedAmounts } from './datedAmounts.ts'
import type { Invoices } from './invoices.ts'
import type { Plan, SeriesPlan } from './plan.ts'
import type { Timeline } from './timeline.ts'

/** What one series of charges comes to on each stretch of the schedule, in minor units. */
export interface SeriesColumns {
  readonly plan: SeriesPlan
  /** The number of the invoice of each stretch. */
  readonly lines: Int32Array
  /** As escalated, without ramp. Nothing for metered use and power. */
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
  readonly invoices: Invoices
}

/** A column, and its sum before the stretch at the same index; one longer. */
export interface RunningColumn {
  readonly amounts: Float64Array
  readonly before: Float64Array
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
  /** The cost of service beside what is payable and before service credits: usage + power, with its sum before each stretch. */
  readonly variable: RunningColumn
  /** Fees and, below zero, credits on a date. */
  readonly oneOffs: DatedAmounts
  /** Prepayments and deposits; computed when first asked for. */
  advances(): readonly AdvancePlan[]
  /** What leaves the buyer's account, one payment a day; computed when first asked for. */
  payments(): DatedAmounts
}

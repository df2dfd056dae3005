import type { DayNumber } from '../days.ts'
import { exact, type MinorUnits } from '../money.ts'
import { all } from './capacity.ts'
import { newColumn } from './column.ts'
import type { SeriesPlan } from './plan.ts'
import { postedColumn, rampOn } from './recurring.ts'
import { sumColumn } from './accrual.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'
import { stretchAt, type Timeline, timelineOf } from './timeline.ts'

/** Three answers to "what does the ramp save?", always shown together. */
export interface RampSavings {
  /** The standard fee, as escalated, on capacity contractually due, less what is payable. */
  headline: MinorUnits
  /** The standard fee for what is delivered, over the whole term, less what is payable: below zero for late delivery. */
  likeForLike: MinorUnits
  /** As the headline, but over the ramp against the baseline's standard fee, since a higher list price inflates savings. */
  onBaselineStandard: MinorUnits | null
}

/** Of recurring charges; without a baseline, `baseline` is null. */
export function rampSavings(schedule: Schedule, baseline: Schedule | null): RampSavings {
  let [headline, likeForLike] = [0, 0]
  for (const series of schedule.series) {
    if (series.plan.charge.kind !== 'recurring') continue
    const payable = sumColumn(series.payable)
    headline = exact(headline + sumColumn(series.standard) - payable)
    likeForLike = exact(likeForLike + sumColumn(forDelivered(schedule, series)) - payable)
  }
  return { headline, likeForLike, onBaselineStandard: baseline && onStandardOf(schedule, baseline) }
}

/** What is payable for recurring charges on each stretch. */
export const recurringPayable = (schedule: Schedule): Float64Array =>
  sumOfRecurring(schedule, ({ payable }) => payable)

/** The standard fee for what is delivered on each stretch. */
export const standardOfDelivered = (schedule: Schedule): Float64Array =>
  sumOfRecurring(schedule, (series) => forDelivered(schedule, series))

function sumOfRecurring(
  { series, timeline }: Schedule,
  columnOf: (each: SeriesColumns) => Float64Array,
): Float64Array {
  const sum = newColumn(timeline.count)
  for (const each of series) {
    if (each.plan.charge.kind !== 'recurring') continue
    const column = columnOf(each)
    for (let i = 0; i < sum.length; i++) sum[i]! += column[i]!
  }
  return sum
}

/** The standard fee of a series for what is delivered; of a charge that does not follow capacity, what is payable. */
function forDelivered(
  { timeline, plan: deal }: Schedule,
  { plan, lines, standard, payable }: SeriesColumns,
): Float64Array {
  if (!plan.charge.followsCapacity) return payable
  if (plan.capacities.every(({ delivery }) => delivery.length === 0)) return standard
  const { rounding, digits } = deal
  return postedColumn({ series: proRata(plan), timeline, lines, rounding, digits }, 'payable')
}

/** A series whose fee follows what is delivered from its beginning to its end. */
const proRata = (plan: SeriesPlan): SeriesPlan => ({
  ...plan,
  ramps: [{ from: plan.from, until: plan.until, basis: 'proRata', share: all, fixedFees: null }],
})

/** On the stretches with a ramp: the baseline's standard fee for them, less what is payable. */
function onStandardOf(schedule: Schedule, baseline: Schedule): MinorUnits {
  const ramped = rampedStretches(schedule)
  let sum = 0
  for (const standard of standardsOnRamp(schedule, baseline, ramped)) sum += sumAt(ramped, standard)
  for (const { plan, payable } of schedule.series)
    if (plan.charge.kind === 'recurring') sum -= sumAt(ramped, payable)
  return exact(sum)
}

function sumAt(stretches: readonly number[], column: Float64Array): number {
  let sum = 0
  for (const i of stretches) sum += column[i]!
  return sum
}

/** The stretches on which a ramp of any charge applies. */
export function rampedStretches({ timeline, plan }: Schedule): number[] {
  const ramped: number[] = []
  for (let i = 0; i < timeline.count; i++) if (isRamped(plan.series, timeline.bounds[i]!)) ramped.push(i)
  return ramped
}

/** The baseline's standard fee on each stretch of a deal from its first with a ramp to its last. */
export function standardOnRamp(schedule: Schedule, baseline: Schedule): Float64Array {
  const sum = newColumn(schedule.timeline.count)
  for (const standard of standardsOnRamp(schedule, baseline, rampedStretches(schedule)))
    for (let i = 0; i < sum.length; i++) sum[i]! += standard[i]!
  return sum
}

/**
 * The baseline's price list on this deal's lines, a charge a column: without its ramps, over this deal's term. What changes
 * in it within a stretch counts from its day.
 */
function standardsOnRamp(
  { timeline, plan }: Schedule,
  baseline: Schedule,
  ramped: readonly number[],
): Float64Array[] {
  if (ramped.length === 0) return []
  const first = timeline.bounds[ramped[0]!]!
  const last = timeline.bounds[ramped.at(-1)! + 1]!
  const columns: Float64Array[] = []
  for (const each of baseline.plan.series) {
    if (each.charge.kind !== 'recurring') continue
    const from = Math.max(first, each.from <= baseline.start ? plan.start : each.from)
    const until = Math.min(last, each.until >= baseline.end ? plan.end : each.until)
    const { rounding, digits } = plan
    const changes = changesWithin(
      timeline,
      [from, until, ...each.prices.days, ...scopeDays(each)],
      from,
      until,
    )
    const cut = changes.length === 0 ? timeline : timelineOf(plan, changes)
    const posted = { series: each, timeline: cut, lines: cut.monthOf, rounding, digits }
    const column = postedColumn(posted, 'standard', from, until)
    columns.push(cut === timeline ? column : joined(column, cut, timeline))
  }
  return columns
}

/** The days on which the capacity that a series is paid for changes, as the buyer accepts fewer. */
const scopeDays = ({ capacities }: SeriesPlan): DayNumber[] =>
  capacities.flatMap(({ acceptedFrom, from, until, delivery }) =>
    acceptedFrom === null
      ? []
      : [acceptedFrom, from, until, ...delivery.flatMap((step) => [step.from, step.until])],
  )

/** Those of some days that lie within a stretch, and not between two. */
const changesWithin = (timeline: Timeline, days: readonly DayNumber[], from: DayNumber, until: DayNumber) =>
  days.filter(
    (day) =>
      day >= from &&
      day <= until &&
      day < timeline.bounds[timeline.count]! &&
      day !== timeline.bounds[stretchAt(timeline, day)],
  )

/** A column of a timeline that is cut into more stretches, on those it was cut from. */
function joined(column: Float64Array, cut: Timeline, timeline: Timeline): Float64Array {
  const sums = newColumn(timeline.count)
  for (let i = 0; i < cut.count; i++) sums[stretchAt(timeline, cut.bounds[i]!)]! += column[i]!
  return sums
}

/** Whether a ramp of any charge applies on a day. */
function isRamped(series: readonly SeriesPlan[], day: DayNumber): boolean {
  for (const { ramps } of series) if (rampOn(ramps, day)) return true
  return false
}

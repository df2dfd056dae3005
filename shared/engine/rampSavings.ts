import { exact, type MinorUnits, total } from '../money.ts'
import { all } from './capacity.ts'
import { linesOf } from './invoices.ts'
import type { RampPlan, SeriesPlan } from './plan.ts'
import { postedColumn, rampOn } from './recurring.ts'
import { sumColumn } from './accrual.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'

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
  const recurring = schedule.series.filter(({ plan }) => plan.charge.kind === 'recurring')
  const payable = total(recurring.map((series) => sumColumn(series.payable)))
  const standard = total(recurring.map((series) => sumColumn(series.standard)))
  const delivered = total(recurring.map((series) => forDelivered(schedule, series)))
  return {
    headline: exact(standard - payable),
    likeForLike: exact(delivered - payable),
    onBaselineStandard: baseline && onStandardOf(schedule, baseline, recurring),
  }
}

/** The standard fee of a series for what is delivered; of a charge that does not follow capacity, what is payable. */
function forDelivered(
  { timeline, plan: deal }: Schedule,
  { plan, standard, payable }: SeriesColumns,
): MinorUnits {
  if (!plan.charge.followsCapacity) return sumColumn(payable)
  if (plan.capacities.every(({ delivery }) => delivery.length === 0)) return sumColumn(standard)
  const lines = linesOf(plan, timeline, plan.charge.frequency)
  const { rounding, digits } = deal
  return sumColumn(postedColumn({ series: proRata(plan), timeline, lines, rounding, digits }, 'payable'))
}

/** A series whose fee follows what is delivered from its beginning to its end. */
const proRata = (plan: SeriesPlan): SeriesPlan => ({
  ...plan,
  ramps: [{ from: plan.from, until: plan.until, basis: 'proRata', share: all, fixedFees: null }],
})

/** On the stretches with a ramp: the baseline's standard fee for them, less what is payable. */
function onStandardOf(
  schedule: Schedule,
  baseline: Schedule,
  recurring: readonly SeriesColumns[],
): MinorUnits {
  const { timeline, plan } = schedule
  const ramps: RampPlan[] = []
  for (const each of plan.series) ramps.push(...each.ramps)
  if (ramps.length === 0) return 0
  const first = Math.min(...ramps.map(({ from }) => from))
  const last = Math.max(...ramps.map(({ until }) => until))
  // The baseline's price list on this deal's lines: its charges, without their ramps, over this deal's term.
  const standards = baseline.plan.series
    .filter(({ charge }) => charge.kind === 'recurring')
    .map((each) => {
      const stretched = {
        ...each,
        ramps: [],
        from: Math.max(first, each.from <= baseline.start ? plan.start : each.from),
        until: Math.min(last, each.until >= baseline.end ? plan.end : each.until),
      }
      const { rounding, digits } = plan
      return postedColumn(
        { series: stretched, timeline, lines: timeline.monthOf, rounding, digits },
        'standard',
      )
    })
  let sum = 0
  for (let i = 0; i < timeline.count && timeline.bounds[i]! < last; i++) {
    if (!rampOn(ramps, timeline.bounds[i]!)) continue
    for (const standard of standards) sum += standard[i]!
    for (const { payable } of recurring) sum -= payable[i]!
  }
  return exact(sum)
}

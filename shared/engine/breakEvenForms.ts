import { type BreakEvenAgainstBaseline, breakEvenOf } from './comparison.ts'
import { type CostPath, type CumulativeCost, fraction, type Vertex } from './crossings.ts'
import { baselineCost, type CostBasis, cumulativeCost } from './cumulative.ts'
import { exactCostPath } from './exactCost.ts'
import type { Valuation } from './presentValue.ts'
import { toFraction } from '../rate.ts'
import { multiply, rational } from '../rational.ts'
import type { Schedule } from './scheduleColumns.ts'

/** The forms of a break-even. */
export type BreakEvenForm = CostBasis | 'presentValue' | 'likeCapacity'

/** Two cumulative curves that a break-even compares. */
export interface ComparedCurves {
  baseline: CumulativeCost
  deal: CumulativeCost
  /** What a value of them is divided by to be minor units. */
  scale: number
}

/** The curves a break-even compares; null where it is on like capacity, and that is not stated. */
export function comparedCurves(
  form: BreakEvenForm,
  baseline: Schedule,
  deal: Schedule,
  valuation: Valuation,
): ComparedCurves | null {
  switch (form) {
    case 'presentValue':
      return presentValueCurves(baseline, deal, valuation)
    case 'likeCapacity':
      return likeCapacityCurves(baseline, deal)
    case 'accrued':
    case 'invoiced':
    case 'paid':
      return { baseline: baselineCost(baseline, form), deal: cumulativeCost(deal, form), scale: 1 }
  }
}

/** Break-even of a deal against the baseline in one of its forms; null where there are no curves to compare. */
export function breakEvenInForm(
  form: BreakEvenForm,
  baseline: Schedule,
  deal: Schedule,
  valuation: Valuation,
): BreakEvenAgainstBaseline | null {
  const curves = comparedCurves(form, baseline, deal, valuation)
  return curves && breakEvenOf(baseline, deal, curves.baseline, curves.deal)
}

/**
 * Break-even on like capacity: each deal's cost accrued for the same number of GPUs (or the same power, where GPUs are not
 * stated), since a deal for half the capacity is no cheaper for it. Null where neither is stated by both, or one has none.
 */
function likeCapacityCurves(baseline: Schedule, deal: Schedule): ComparedCurves | null {
  const sizes = (['gpus', 'kilowatts'] as const)
    .map((unit) => [contracted(baseline, unit), contracted(deal, unit)] as const)
    .find(([a, b]) => a > 0 && b > 0)
  if (!sizes) return null
  // A cost for so many GPUs, times the other's number, is a cost for the product of both: over the deal's, for the baseline's.
  const scaled = (curve: CostPath, factor: number): CostPath =>
    curve.map(({ at, value }) => ({ at, value: multiply(fraction(value), rational(factor)) }))
  const [ofBaseline, ofDeal] = [exactCostPath(baseline), exactCostPath(deal)]
  return { baseline: scaled(ofBaseline, sizes[1]), deal: scaled(ofDeal, sizes[0]), scale: sizes[1] }
}

/** The capacity a deal contracts in full: the sum of its tranches, 0 where one does not state it. */
function contracted({ plan }: Schedule, unit: 'gpus' | 'kilowatts'): number {
  let sum = 0
  for (const { tranche } of plan.capacities) {
    const size = tranche[unit]
    if (size === null) return 0
    sum += size
  }
  return sum
}

/**
 * Break-even in present value: each payment at its value on the valuation date, effective at the baseline's rate over
 * actual/365, so that both are measured by one. Present values are taken to the nearest minor unit.
 */
function presentValueCurves(baseline: Schedule, deal: Schedule, { on }: Valuation): ComparedCurves {
  const growth = 1 + toFraction(baseline.terms.deal.discountRate)
  const discounted = (schedule: Schedule): CostPath => {
    const { days, amounts } = schedule.payments()
    const curve: Vertex[] = [{ at: Math.min(schedule.start, days[0] ?? schedule.start), value: 0n }]
    let value = 0
    for (const [i, at] of days.entries()) {
      curve.push({ at, value: BigInt(Math.round(value)) })
      value += amounts[i]! * growth ** ((on - at) / 365)
      curve.push({ at, value: BigInt(Math.round(value)) })
    }
    return curve
  }
  return { baseline: discounted(baseline), deal: discounted(deal), scale: 1 }
}

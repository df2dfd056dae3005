import { type BreakEvenAgainstBaseline, breakEvenOf } from './comparison.ts'
import type { CostPath, Vertex } from './crossings.ts'
import { accruedCurve } from './cumulative.ts'
import type { Valuation } from './presentValue.ts'
import { toFraction } from '../rate.ts'
import type { Schedule } from './scheduleColumns.ts'

/**
 * Break-even on like capacity: each deal's cost accrued for the same number of GPUs (or the same power, where GPUs are not
 * stated), since a deal for half the capacity is no cheaper for it. Null where neither is stated by both, or one has none.
 */
export function likeCapacityBreakEven(baseline: Schedule, deal: Schedule): BreakEvenAgainstBaseline | null {
  const sizes = (['gpus', 'kilowatts'] as const)
    .map((unit) => [contracted(baseline, unit), contracted(deal, unit)] as const)
    .find(([a, b]) => a > 0 && b > 0)
  if (!sizes) return null
  // A cost for so many GPUs, times the other's number, is a cost for the product of both.
  const scaled = (curve: CostPath, factor: number): CostPath =>
    curve.map(({ at, value }) => ({ at, value: BigInt(value) * BigInt(factor) }))
  const [ofBaseline, ofDeal] = [accruedCurve(baseline), accruedCurve(deal)]
  return breakEvenOf(baseline, deal, scaled(ofBaseline, sizes[1]), scaled(ofDeal, sizes[0]))
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
export function presentValueBreakEven(
  baseline: Schedule,
  deal: Schedule,
  { on }: Valuation,
): BreakEvenAgainstBaseline {
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
  return breakEvenOf(baseline, deal, discounted(baseline), discounted(deal))
}

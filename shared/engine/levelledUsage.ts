import { newColumn } from './column.ts'
import { deliveredOf, isDue } from './capacity.ts'
import { linesOf } from './invoices.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'
import { daysOf } from './timeline.ts'

/**
 * What a series costs on each stretch at expected usage, in minor units as floats: where usage is settled against a minimum
 * or a threshold, the cost of a settlement is spread over what it delivers, so that its end is no dearer than its beginning.
 */
export function levelledUsage({ plan, expected }: SeriesColumns, { timeline }: Schedule): Float64Array {
  const { charge, capacity } = plan
  const isSettled = charge.kind === 'metered' && (charge.minimumShare > 0 || charge.overageAbove !== null)
  if (!isSettled || !capacity) return expected
  const settlements = linesOf(plan, timeline, charge.settlement)
  const levelled = newColumn(timeline.count)
  const deliveredOn = (i: number) => {
    const day = timeline.bounds[i]!
    if (day < plan.from || day >= plan.until || !isDue(capacity, day)) return 0
    const { numerator, denominator } = deliveredOf(capacity, day)
    return (daysOf(timeline, i) * numerator) / denominator
  }
  for (let first = 0; first < timeline.count;) {
    let next = first
    let [cost, delivered] = [0, 0]
    for (; next < timeline.count && settlements[next] === settlements[first]; next++) {
      cost += expected[next]!
      delivered += deliveredOn(next)
    }
    for (let i = first; i < next; i++)
      levelled[i] = delivered > 0 ? (cost * deliveredOn(i)) / delivered : expected[i]!
    first = next
  }
  return levelled
}

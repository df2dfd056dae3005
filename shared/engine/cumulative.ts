import { exact } from '../money.ts'
import { paymentsOf } from './cashFlows.ts'
import type { CostPath, Vertex } from './crossings.ts'
import type { Schedule } from './schedule.ts'

/** Two cumulative cost curves a deal has: as service accrues, and as it is paid. */
export type CostBasis = 'accrued' | 'paid'

/** Cost as service accrues: straight through each line. The axis is day numbers. */
function accruedCurve({ start, lines, payableBefore }: Schedule): CostPath {
  return [
    { at: start, value: 0 },
    ...lines.map((line, i) => ({ at: line.until, value: payableBefore[i + 1]! })),
  ]
}

/** Cost by payment date: a jump on each day on which something is paid. The axis is day numbers. */
function paidCurve(schedule: Schedule): CostPath {
  const curve: Vertex[] = [{ at: schedule.start, value: 0 }]
  let value = 0
  for (const { on, amount } of paymentsOf(schedule)) {
    curve.push({ at: on, value })
    value = exact(value + amount)
    curve.push({ at: on, value })
  }
  return curve
}

export const cumulativeCost = (schedule: Schedule, basis: CostBasis): CostPath =>
  basis === 'accrued' ? accruedCurve(schedule) : paidCurve(schedule)

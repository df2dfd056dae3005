import { total } from '../money.ts'
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
function paidCurve({ start, lines }: Schedule): CostPath {
  const paid = new Map<number, number[]>()
  for (const { paidOn, payable } of lines) paid.set(paidOn, [...(paid.get(paidOn) ?? []), payable])
  const curve: Vertex[] = [{ at: start, value: 0 }]
  let value = 0
  for (const [at, amounts] of [...paid].toSorted(([a], [b]) => a - b)) {
    curve.push({ at, value })
    value = total([value, ...amounts])
    curve.push({ at, value })
  }
  return curve
}

export const cumulativeCost = (schedule: Schedule, basis: CostBasis): CostPath =>
  basis === 'accrued' ? accruedCurve(schedule) : paidCurve(schedule)

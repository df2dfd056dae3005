import type { DayNumber } from '../days.ts'
import { exact } from '../money.ts'
import { remembered } from '../remembered.ts'
import { costUntil } from './accrual.ts'
import { type DatedAmounts, together } from './datedAmounts.ts'
import { billedAmounts } from './invoices.ts'
import type { CostPath, CumulativeCost, Steps, Vertex } from './crossings.ts'
import type { Schedule } from './scheduleColumns.ts'

/** The cumulative cost curves of a deal: as service accrues, as it is invoiced, and as it is paid. */
export type CostBasis = 'accrued' | 'invoiced' | 'paid'

/**
 * Cost as service accrues, at the use that is expected and with power: straight between the days on which anything
 * changes, a jump at what is paid once. The axis is day numbers.
 */
export function accruedCurve(schedule: Schedule): CostPath {
  const { days, amounts } = schedule.oneOffs
  const vertices: Vertex[] = []
  let next = 0
  for (const at of placesOfChange(schedule)) {
    const value = costUntil(schedule, at)
    vertices.push({ at, value })
    if (days[next] === at) vertices.push({ at, value: exact(value + amounts[next++]!) })
  }
  return vertices
}

/** Every day on which a stretch begins or ends, a part of a month counts otherwise, or something is paid once. */
function placesOfChange({ timeline, oneOffs, plan, start, end }: Schedule): DayNumber[] {
  const { bounds } = timeline
  const all = [...bounds, ...oneOffs.days, ...plan.billing.unevenDays(start, end)]
  return [...new Set(all)].sort((a, b) => a - b)
}

/** Cost that jumps on each day on which something is due. The axis is day numbers. */
const jumping = (start: number, jumps: DatedAmounts): Steps => ({
  from: Math.min(start, jumps.days[0] ?? start),
  jumps,
})

/** What is invoiced, and what is paid once. */
const invoicedAmounts = ({ series, oneOffs }: Schedule): DatedAmounts =>
  together([...series.map(({ invoices }) => billedAmounts(invoices)), oneOffs])

const onBasis = (basis: CostBasis) => remembered((schedule: Schedule) => cumulativeCost(schedule, basis))
const ofBaselines = { accrued: onBasis('accrued'), invoiced: onBasis('invoiced'), paid: onBasis('paid') }

/** The curve of a baseline, which every deal beside it asks for again. */
export const baselineCost = (schedule: Schedule, basis: CostBasis): CumulativeCost =>
  ofBaselines[basis](schedule)

/** A cumulative cost curve of a deal. */
export function cumulativeCost(schedule: Schedule, basis: CostBasis): CumulativeCost {
  switch (basis) {
    case 'accrued':
      return accruedCurve(schedule)
    case 'invoiced':
      return jumping(schedule.start, invoicedAmounts(schedule))
    case 'paid':
      return jumping(schedule.start, schedule.payments())
  }
}

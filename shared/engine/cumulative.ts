import { remembered } from '../remembered.ts'
import { type DatedAmounts, together } from './datedAmounts.ts'
import { exactCostPath } from './exactCost.ts'
import { billedAmounts } from './invoices.ts'
import type { CumulativeCost, Steps } from './crossings.ts'
import type { Schedule } from './scheduleColumns.ts'

/** The cumulative cost curves of a deal: as service accrues, as it is invoiced, and as it is paid. */
export type CostBasis = 'accrued' | 'invoiced' | 'paid'

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
      return exactCostPath(schedule)
    case 'invoiced':
      return jumping(schedule.start, invoicedAmounts(schedule))
    case 'paid':
      return jumping(schedule.start, schedule.payments())
  }
}

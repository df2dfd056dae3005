import { type DayNumber, dayOf } from '../days.ts'
import type { MinorUnits } from '../money.ts'
import { feesBetween } from './accrual.ts'
import type { Schedule } from './scheduleColumns.ts'
import { exitOf } from './termination.ts'

/** Straight-line expense over a stretch of the term: illustrative, for a price discount at constant capacity. */
export interface StraightLine {
  /** The first day beyond the stretch. */
  ends: DayNumber
  /** Billing months of it. */
  months: number
  /** Fees over it. */
  fees: MinorUnits
  /** Fees over months, in minor units as a float; null where it counts no month. */
  perMonth: number | null
}

/**
 * The enforceable term of a deal as of a date: it ends when both parties may have left, so the later of both exits; a
 * right of one alone does not shorten it (IFRS 16, B34; IFRIC, November 2019). Before signing, the day of signing.
 */
function enforceableEnd(schedule: Schedule, asOf: DayNumber): DayNumber {
  const ends = (['buyer', 'provider'] as const).map((party) => exitOf(schedule, party, asOf).serviceEnds)
  return Math.max(...ends)
}

/** Straight-line expense over the stated term, and over the enforceable one at signing. */
export function straightLine(schedule: Schedule): { stated: StraightLine; enforceable: StraightLine } {
  const { terms, start, end, plan } = schedule
  const at = terms.deal.signed === null ? start : dayOf(terms.deal.signed)
  const over = (ends: DayNumber): StraightLine => {
    const months = plan.billing.axis(Math.max(start, ends)) - plan.billing.axis(start)
    const fees = feesBetween(schedule, -Infinity, ends >= end ? Infinity : ends)
    return { ends, months, fees, perMonth: months > 0 ? fees / months : null }
  }
  return { stated: over(end), enforceable: over(enforceableEnd(schedule, at)) }
}

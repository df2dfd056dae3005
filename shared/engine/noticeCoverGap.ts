import { type DayNumber, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRatio, multiplyUnitPrice } from '../money.ts'
import { accruedUntil } from './accrual.ts'
import type { Schedule } from './scheduleColumns.ts'
import type { Exit } from './termination.ts'
import { stretchAt } from './timeline.ts'

/** What capacity a deal leaves a buyer without, between the end of a notice and its replacement. */
export interface NoticeCoverGap {
  /** The first day without service, and the first with the replacement. */
  readonly from: DayNumber
  readonly until: DayNumber
  readonly days: number
  readonly months: number
  /** GPUs that can be had in between, of those contracted. */
  readonly coveredGpus: number
  /** Capacity nobody can supply: GPU-months, not money. */
  readonly uncoveredGpuMonths: number
  /** What the covered GPUs cost at the replacement price, 24 hours a day. */
  readonly interimCost: MinorUnits
  /** The contract's fees for the same GPUs, which are not paid. */
  readonly feesNotPaid: MinorUnits
  /** The cost of the gap: interim cost less fees not paid. */
  readonly incrementalCost: MinorUnits
}

/**
 * The gap a provider's notice leaves, the replacement being ordered on the day of notice. Null where no replacement is
 * assumed, the deal does not state its GPUs, or the provider may not leave; a gap of no days where the replacement comes in time.
 */
export function noticeCoverGap(schedule: Schedule, exit: Exit): NoticeCoverGap | null {
  const { terms, capacity, timeline, end, plan } = schedule
  const { replacementMonths, replacementPrice, replacementGpus } = terms.deal
  if (replacementMonths === null || replacementPrice === null || exit.status !== 'open') return null
  const from = exit.serviceEnds
  // Beyond the term there is no capacity to replace.
  const until = Math.max(from, Math.min(end, monthsAfter(exit.noticeOn, replacementMonths)))
  const gpus = capacity.gpus?.[stretchAt(timeline, Math.min(from, end - 1))]
  if (gpus === undefined) return null
  const coveredGpus = Math.min(gpus, replacementGpus ?? gpus)
  const days = until - from
  const months = plan.billing.axis(until) - plan.billing.axis(from)
  const interimCost = multiplyUnitPrice(
    replacementPrice,
    coveredGpus * days * 24,
    1,
    plan.rounding,
    plan.digits,
  )
  const fees = exact(accruedUntil(schedule, until) - accruedUntil(schedule, from))
  const feesNotPaid = gpus === 0 ? 0 : multiplyRatio(fees, coveredGpus, gpus)
  return {
    from,
    until,
    days,
    months,
    coveredGpus,
    uncoveredGpuMonths: (gpus - coveredGpus) * months,
    interimCost,
    feesNotPaid,
    incrementalCost: exact(interimCost - feesNotPaid),
  }
}

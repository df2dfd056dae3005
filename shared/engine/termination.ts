import { type DayNumber, dayOf, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRate, total } from '../money.ts'
import type { Party } from '../schema/deal.ts'
import type { TerminationFee, TerminationRight } from '../schema/termination.ts'
import { prepaidBalance } from './advances.ts'
import { invoiceFrom, linesOf } from './invoices.ts'
import { feesBetween, feesFrom, monthlyRateOn, seriesUntil, isContract } from './accrual.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'
import { stretchAt } from './timeline.ts'

/** What a party's right to leave comes to, for a notice given as early as it can be from a date on. */
export interface Exit {
  /** `none`: no right, so all is committed. `ended`: the term is over. `beforeService`: it ends before it begins. */
  status: 'open' | 'none' | 'ended' | 'beforeService'
  /** The day on which notice is given: the date asked about, or later where signing or the lock-out bars it. */
  noticeOn: DayNumber
  /** The first day without service. */
  serviceEnds: DayNumber
  /** The term ends before the notice would. */
  termEndsFirst: boolean
  /** Fees from the date asked about until service ends, before any credit for what was prepaid. */
  serviceFees: MinorUnits
  /** What was invoiced in advance, or is a minimum of a period, beyond the end of service and not given back. */
  unusedBilling: MinorUnits
  /** What leaving costs beside the fees; nothing at the end of the term. */
  terminationFee: MinorUnits
  /** What was prepaid, is not credited by then, and is lost. */
  prepaidForfeited: MinorUnits
  /** All four together: the exit cost. */
  committed: MinorUnits
  /** Fees from the date asked about to the end of the deal. */
  remaining: MinorUnits
  /** What remains less what is committed; below zero where leaving costs more than staying. */
  atRisk: MinorUnits
}

/**
 * The exit for a notice given on `asOf`, or on the first day after it on which notice can be given.
 * E = min(end, max(t, L) + N) where the lock-out to L bars giving notice, min(end, max(t + N, L)) where it bars
 * service ending. At the end of the term there is nothing to pay for leaving.
 */
export function exitOf(schedule: Schedule, party: Party, asOf: DayNumber): Exit {
  const right = schedule.terms.rights[party]
  const remaining = feesFrom(schedule, asOf)
  if (asOf >= schedule.end) return held('ended', schedule, asOf, remaining)
  if (!right.allowed) return held('none', schedule, asOf, remaining)

  const { noticeOn, ends } = noticeEnds(right, firstNotice(schedule, asOf))
  const serviceEnds = Math.min(schedule.end, ends)
  const isEarly = serviceEnds < schedule.end
  const serviceFees = isEarly ? feesBetween(schedule, asOf, serviceEnds) : remaining
  const cost = leavingCost(schedule, party, serviceEnds)
  const committed = exact(serviceFees + cost.unusedBilling + cost.terminationFee + cost.prepaidForfeited)
  return {
    status: serviceEnds <= schedule.start ? 'beforeService' : 'open',
    noticeOn,
    serviceEnds,
    termEndsFirst: ends > schedule.end,
    serviceFees,
    ...cost,
    committed,
    remaining,
    atRisk: exact(remaining - committed),
  }
}

/** Notice cannot be given before the deal is signed. */
const firstNotice = ({ terms: { deal } }: Schedule, day: DayNumber): DayNumber =>
  deal.signed === null ? day : Math.max(day, dayOf(deal.signed))

const held = (
  status: 'none' | 'ended',
  schedule: Schedule,
  asOf: DayNumber,
  remaining: MinorUnits,
): Exit => ({
  status,
  noticeOn: asOf,
  serviceEnds: schedule.end,
  termEndsFirst: false,
  serviceFees: remaining,
  unusedBilling: 0,
  terminationFee: 0,
  prepaidForfeited: 0,
  committed: remaining,
  remaining,
  atRisk: 0,
})

type LeavingCost = Pick<Exit, 'unusedBilling' | 'terminationFee' | 'prepaidForfeited'>

/** What a party pays beside the fees where service ends on a day. */
export function leavingCost(schedule: Schedule, party: Party, serviceEnds: DayNumber): LeavingCost {
  const { rights, terminationFees } = schedule.terms
  const right = rights[party]
  if (serviceEnds >= schedule.end) return { unusedBilling: 0, terminationFee: 0, prepaidForfeited: 0 }
  return {
    unusedBilling: right.refundsUnused ? 0 : unusedBilling(schedule, serviceEnds),
    terminationFee: terminationFee(schedule, right, terminationFees[party], serviceEnds),
    prepaidForfeited: right.forfeitsPrepaid ? prepaidBalance(schedule, serviceEnds) : 0,
  }
}

/** What is billed in advance for days after `day`, and the rest of the minimum of a settlement that is under way. */
const unusedBilling = (schedule: Schedule, day: DayNumber): MinorUnits =>
  total(
    schedule.series
      .filter(isContract)
      .map((series) =>
        exact(
          seriesUntil(schedule, series, keptUntil(schedule, series, day)) -
            seriesUntil(schedule, series, day),
        ),
      ),
  )

/** How far what is billed in advance, or is a minimum of a settlement, reaches beyond a day on which service ends. */
export function keptUntil(schedule: Schedule, { plan, invoices }: SeriesColumns, day: DayNumber): DayNumber {
  const { charge } = plan
  const k = charge.invoiced === 'advance' ? invoiceFrom(invoices, day) : null
  return Math.max(
    day,
    k !== null && invoices.bounds[k]! < day ? invoices.bounds[k + 1]! : day,
    charge.kind === 'metered' ? (settlementAround(schedule, plan, day)?.until ?? day) : day,
  )
}

/** The settlement of a metered charge that is cut where service ends on a day: from, and until (exclusive); null for none. */
export function settlementAround(
  { timeline }: Schedule,
  plan: Schedule['series'][number]['plan'],
  day: DayNumber,
): { from: DayNumber; until: DayNumber } | null {
  if (day <= plan.from || day >= plan.until) return null
  const settlements = linesOf(plan, timeline, plan.charge.settlement)
  // The last day of service decides: leaving as a settlement ends leaves nothing of it.
  let first = stretchAt(timeline, day - 1)
  let end = first
  const settlement = settlements[first]
  while (end < timeline.count && settlements[end] === settlement) end++
  while (first > 0 && settlements[first - 1] === settlement) first--
  const until = Math.min(plan.until, timeline.bounds[end]!)
  return until === day ? null : { from: timeline.bounds[first]!, until }
}

/** The fee for leaving on a day before the end of the term. */
function terminationFee(
  schedule: Schedule,
  right: TerminationRight,
  byDate: readonly TerminationFee[],
  serviceEnds: DayNumber,
): MinorUnits {
  switch (right.feeBasis) {
    case 'none':
      return 0
    case 'fixed':
      return right.feeAmount
    case 'months':
      return exact(right.feeMonths * monthlyRateOn(schedule, serviceEnds - 1))
    case 'share':
      return multiplyRate(
        Math.max(0, feesFrom(schedule, serviceEnds)),
        right.feeShare,
        schedule.plan.rounding,
      )
    case 'byDate':
      return (
        byDate.find((step) => dayOf(step.from) <= serviceEnds && serviceEnds < dayOf(step.until))?.amount ?? 0
      )
  }
}

/** When a notice given on `day` ends, with the day on which it can in fact be given. */
function noticeEnds(right: TerminationRight, day: DayNumber): { noticeOn: DayNumber; ends: DayNumber } {
  const lockOut = right.lockOutUntil === null ? null : dayOf(right.lockOutUntil)
  const noticeOn = lockOut !== null && right.lockOutBars === 'notice' ? Math.max(day, lockOut) : day
  const first = right.dayOfNoticeCounts ? noticeOn : noticeOn + 1
  const served = right.noticeUnit === 'days' ? first + right.notice : monthsAfter(first, right.notice)
  return {
    noticeOn,
    ends: lockOut !== null && right.lockOutBars === 'end' ? Math.max(served, lockOut) : served,
  }
}

/**
 * The least that is owed from the start of service once a deal is signed: fees to the earliest exit for a notice
 * given on the day of signing, and what leaving costs beside them. Null where the deal has no signing date.
 */
export function commitmentAtSigning(schedule: Schedule, party: Party): MinorUnits | null {
  const { signed } = schedule.terms.deal
  if (signed === null) return null
  const exit = exitOf(schedule, party, dayOf(signed))
  const isEarly = exit.serviceEnds < schedule.end
  const fees = feesBetween(schedule, -Infinity, isEarly ? exit.serviceEnds : Infinity)
  return exact(fees + exit.unusedBilling + exit.terminationFee + exit.prepaidForfeited)
}

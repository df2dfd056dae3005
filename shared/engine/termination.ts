import { monthsAfter, type DayNumber, dayOf } from '../days.ts'
import type { MinorUnits } from '../money.ts'
import type { Deal, TerminationRight } from '../schema/deal.ts'
import { accruedUntil, feesBetween, type Schedule } from './schedule.ts'

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
  /** Fees for service from the date asked about until service ends. */
  committed: MinorUnits
  /** Fees for service from the date asked about to the end of the term. */
  remaining: MinorUnits
  /** What remains less what is committed. */
  atRisk: MinorUnits
}

/**
 * The exit for a notice given on `asOf`, or on the first day after it on which notice can be given.
 * E = min(end, max(t, L) + N) where the lock-out to L bars giving notice, min(end, max(t + N, L)) where it bars
 * service ending. Unused days of a month paid in advance are taken as refunded; no termination fee.
 */
export function exitOf(schedule: Schedule, deal: Deal, right: TerminationRight, asOf: DayNumber): Exit {
  const remaining = feesBetween(schedule, asOf, schedule.end)
  if (asOf >= schedule.end) return held('ended', schedule, asOf, 0)
  if (!right.allowed) return held('none', schedule, asOf, remaining)

  const { noticeOn, ends } = noticeEnds(
    right,
    Math.max(asOf, deal.signed === null ? asOf : dayOf(deal.signed)),
  )
  const serviceEnds = Math.min(schedule.end, ends)
  const committed = feesBetween(schedule, asOf, serviceEnds)
  return {
    status: serviceEnds <= schedule.start ? 'beforeService' : 'open',
    noticeOn,
    serviceEnds,
    termEndsFirst: ends > schedule.end,
    committed,
    remaining,
    atRisk: remaining - committed,
  }
}

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
  committed: remaining,
  remaining,
  atRisk: 0,
})

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
 * given on the day of signing. Null where the deal has no signing date.
 */
export function commitmentAtSigning(
  schedule: Schedule,
  deal: Deal,
  right: TerminationRight,
): MinorUnits | null {
  if (deal.signed === null) return null
  return accruedUntil(schedule, exitOf(schedule, deal, right, dayOf(deal.signed)).serviceEnds)
}

import { type DayNumber, dayOf, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRate } from '../money.ts'
import type { Party, TerminationFee, TerminationRight } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { accruedUntil, feesBetween, monthlyRateOn, type Schedule } from './schedule.ts'

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
  serviceFees: MinorUnits
  /** What leaving costs beside them; nothing at the end of the term. */
  terminationFee: MinorUnits
  /** Both together: the exit cost. */
  committed: MinorUnits
  /** Fees for service from the date asked about to the end of the term. */
  remaining: MinorUnits
  /** What remains less what is committed; below zero where leaving costs more than staying. */
  atRisk: MinorUnits
}

/**
 * The exit for a notice given on `asOf`, or on the first day after it on which notice can be given.
 * E = min(end, max(t, L) + N) where the lock-out to L bars giving notice, min(end, max(t + N, L)) where it bars
 * service ending. Unused days of a month paid in advance are taken as refunded.
 */
export function exitOf(schedule: Schedule, terms: DealTerms, party: Party, asOf: DayNumber): Exit {
  const right = terms.rights[party]
  const remaining = feesBetween(schedule, asOf, schedule.end)
  if (asOf >= schedule.end) return held('ended', schedule, asOf, 0)
  if (!right.allowed) return held('none', schedule, asOf, remaining)

  const { noticeOn, ends } = noticeEnds(right, firstNotice(terms, asOf))
  const serviceEnds = Math.min(schedule.end, ends)
  const serviceFees = feesBetween(schedule, asOf, serviceEnds)
  const fee = terminationFee(schedule, right, terms.terminationFees[party], serviceEnds)
  const committed = exact(serviceFees + fee)
  return {
    status: serviceEnds <= schedule.start ? 'beforeService' : 'open',
    noticeOn,
    serviceEnds,
    termEndsFirst: ends > schedule.end,
    serviceFees,
    terminationFee: fee,
    committed,
    remaining,
    atRisk: exact(remaining - committed),
  }
}

/** Notice cannot be given before the deal is signed. */
const firstNotice = ({ deal: { signed } }: DealTerms, day: DayNumber): DayNumber =>
  signed === null ? day : Math.max(day, dayOf(signed))

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
  terminationFee: 0,
  committed: remaining,
  remaining,
  atRisk: 0,
})

/** The fee for leaving on a day before the end of the term. */
function terminationFee(
  schedule: Schedule,
  right: TerminationRight,
  byDate: readonly TerminationFee[],
  serviceEnds: DayNumber,
): MinorUnits {
  if (serviceEnds >= schedule.end) return 0
  switch (right.feeBasis) {
    case 'none':
      return 0
    case 'fixed':
      return right.feeAmount
    case 'months':
      return exact(right.feeMonths * monthlyRateOn(schedule, serviceEnds - 1))
    case 'share':
      return multiplyRate(feesBetween(schedule, serviceEnds, schedule.end), right.feeShare, schedule.rounding)
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
 * given on the day of signing, and the fee for leaving. Null where the deal has no signing date.
 */
export function commitmentAtSigning(schedule: Schedule, terms: DealTerms, party: Party): MinorUnits | null {
  if (terms.deal.signed === null) return null
  const exit = exitOf(schedule, terms, party, dayOf(terms.deal.signed))
  return exact(accruedUntil(schedule, exit.serviceEnds) + exit.terminationFee)
}

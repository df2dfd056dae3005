import { type DayNumber, dayOf } from '../days.ts'
import { exact, type MinorUnits } from '../money.ts'
import type { Party } from '../schema/deal.ts'
import { feesBetween } from './accrual.ts'
import type { Schedule } from './scheduleColumns.ts'
import { type Exit, exitOf, leavingCost } from './termination.ts'

/** The cheapest way out from a date on, waiting included. */
export interface LeastObligation {
  /** Fees from the date asked about until the exit, and what leaving costs beside them. */
  amount: MinorUnits
  /** The day on which to give notice; null where it is cheapest to stay to the end. */
  noticeOn: DayNumber | null
  /** The first day without service. */
  serviceEnds: DayNumber
}

/**
 * The smallest, over all later notice dates, of fees until then and the exit cost then. The cost is a sum of pieces that
 * each are level or straight between certain days, so the least lies at the first notice possible or beside one of
 * those days: where the fee by date or the monthly fee changes, an invoice or a settlement ends, a credit falls due or
 * something is paid once. Of equal ways the earliest, and leaving before staying.
 */
export function leastObligation(
  schedule: Schedule,
  party: Party,
  asOf: DayNumber,
  now: Exit = exitOf(schedule, party, asOf),
): LeastObligation {
  const { end } = schedule
  const stay = { amount: now.remaining, noticeOn: null, serviceEnds: end }
  if (now.status === 'none' || now.status === 'ended') return stay
  const first = { amount: now.committed, noticeOn: now.noticeOn, serviceEnds: now.serviceEnds }
  let least = first.amount <= stay.amount ? first : stay
  for (const noticeOn of noticesToTry(schedule, party, asOf, now)) {
    const { serviceEnds } = exitOf(schedule, party, noticeOn)
    if (serviceEnds >= end) break
    const cost = leavingCost(schedule, party, serviceEnds)
    const amount = exact(
      feesBetween(schedule, asOf, serviceEnds) +
        cost.unusedBilling +
        cost.terminationFee +
        cost.prepaidForfeited,
    )
    if (amount < least.amount)
      least = { amount, noticeOn: exitOf(schedule, party, noticeOn).noticeOn, serviceEnds }
  }
  return least
}

/** The notices that can be the cheapest, in the order of their dates. */
function noticesToTry(schedule: Schedule, party: Party, asOf: DayNumber, now: Exit): DayNumber[] {
  const { end, terms } = schedule
  const { feeBasis, feeShare, forfeitsPrepaid } = terms.rights[party]
  // A share of what remains, or a prepaid balance, can fall as fast as fees grow: to the cent, any day can be the cheapest.
  if ((feeBasis === 'share' && feeShare > 0) || (forfeitsPrepaid && terms.advances.length > 0))
    return Array.from({ length: Math.max(0, end - asOf) }, (_, days) => asOf + days)
  const ends = (day: DayNumber) => exitOf(schedule, party, day).serviceEnds
  return placesOfChange(schedule, party)
    .filter((place) => place > now.serviceEnds && place < end)
    .map((place) => firstNoticeFor(place, asOf, end, ends))
}

/** The ends of service at which what leaving costs can fall, in the order of dates. */
function placesOfChange(schedule: Schedule, party: Party): DayNumber[] {
  const { terms, timeline, oneOffs, series } = schedule
  const right = terms.rights[party]
  const { bounds, count } = timeline
  const places: DayNumber[] = []
  if (right.feeBasis === 'byDate')
    for (const { from, until } of terms.terminationFees[party]) places.push(dayOf(from), dayOf(until))
  // The rate is that of the last day served: a new one is first reached a day after it begins.
  const hasLines =
    right.feeBasis === 'months' ||
    !right.refundsUnused ||
    series.some(({ plan }) => plan.charge.kind === 'metered')
  if (hasLines) for (let i = 0; i < count; i++) places.push(bounds[i]!, bounds[i]! + 1)
  // A credit makes a later end cheaper.
  for (const on of oneOffs.days) places.push(on, on + 1)
  return [...new Set(places)].sort((a, b) => a - b)
}

/** The first day on which a notice ends service at `place` or later; ends never come earlier for a later notice. */
function firstNoticeFor(
  place: DayNumber,
  from: DayNumber,
  end: DayNumber,
  serviceEnds: (noticeOn: DayNumber) => DayNumber,
): DayNumber {
  let [low, high] = [from, end - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (serviceEnds(middle) >= place) high = middle
    else low = middle + 1
  }
  return low
}

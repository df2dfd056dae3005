import { type DayNumber, dayOf } from '../days.ts'
import { exact, type MinorUnits } from '../money.ts'
import type { Party } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { feesBetween, type Schedule } from './schedule.ts'
import { exitOf } from './termination.ts'

/** The cheapest way out from a date on, waiting included. */
export interface LeastObligation {
  /** Fees for service from the date asked about until the exit, and the fee for leaving. */
  amount: MinorUnits
  /** The day on which to give notice; null where it is cheapest to stay to the end. */
  noticeOn: DayNumber | null
  /** The first day without service. */
  serviceEnds: DayNumber
}

/**
 * The smallest, over all later notice dates, of fees until then and the exit cost then. Fees only grow with time, so the
 * least lies at the first notice possible, or where the fee for leaving can fall: where it changes by date, and where the
 * monthly fee does. Of equal ways the earliest, and leaving before staying.
 */
export function leastObligation(
  schedule: Schedule,
  terms: DealTerms,
  party: Party,
  asOf: DayNumber,
): LeastObligation {
  const { end } = schedule
  const now = exitOf(schedule, terms, party, asOf)
  const stay = { amount: now.remaining, noticeOn: null, serviceEnds: end }
  if (now.status === 'none' || now.status === 'ended') return stay
  const cost = (noticeOn: DayNumber): LeastObligation => {
    const exit = exitOf(schedule, terms, party, noticeOn)
    const until = feesBetween(schedule, asOf, exit.serviceEnds)
    return {
      amount: exact(until + exit.terminationFee),
      noticeOn: exit.noticeOn,
      serviceEnds: exit.serviceEnds,
    }
  }
  const ways = placesOfChange(schedule, terms, party)
    .filter((place) => place > now.serviceEnds && place < end)
    .map((place) =>
      cost(firstNoticeFor(place, asOf, end, (day) => exitOf(schedule, terms, party, day).serviceEnds)),
    )
  return [cost(asOf), ...ways, stay].reduce((least, way) => (way.amount < least.amount ? way : least))
}

/** The ends of service at which the fee for leaving can fall, in the order of dates. */
function placesOfChange(
  { lines }: Schedule,
  { rights, terminationFees }: DealTerms,
  party: Party,
): DayNumber[] {
  switch (rights[party].feeBasis) {
    case 'byDate':
      return terminationFees[party].flatMap(({ from, until }) => [dayOf(from), dayOf(until)])
    case 'months':
      // The rate is that of the last day served: a new one is first reached a day after it begins.
      return lines.map(({ from }) => from + 1)
    case 'none':
    case 'fixed':
    case 'share':
      return []
  }
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

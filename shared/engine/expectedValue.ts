import { type DayNumber, startOfNextMonth } from '../days.ts'
import { toFraction } from '../rate.ts'
import type { MinorUnits } from '../money.ts'
import type { Party } from '../schema/deal.ts'
import { feesBetween } from './accrual.ts'
import { valueBetween } from './expectedUsage.ts'
import type { Schedule } from './scheduleColumns.ts'
import { type Exit, exitOf } from './termination.ts'
import { usageToExit } from './usageToExit.ts'

/** What a deal is worth when either party may give notice, in minor units as floats. */
export interface ExpectedValue {
  /** Fees at expected usage and costs of leaving from the date on, each way out by its probability. */
  cost: number
  /** Months of service from the date on, by their probability. */
  months: number
  /** That service goes on to the term's end, 0 to 1: a notice too late to shorten the term is no exit. */
  servedToEnd: number
}

/**
 * Each party gives notice within a year with its own probability p, which is a monthly survival of (1 - p)^(1/12); the
 * parties are independent, and notice is given on `asOf` already, then on the first day of each month. On a day on which a
 * party cannot yet give notice, or on which a notice would end after the term, it does not; service goes on to the end of
 * the notice, the earlier of both.
 */
export function expectedValue(schedule: Schedule, asOf: DayNumber): ExpectedValue {
  const from = Math.max(asOf, schedule.start)
  const { axis } = schedule.plan.billing
  const monthsUntil = (day: DayNumber) => Math.max(0, axis(Math.max(from, day)) - axis(from))
  const ways = waysOut(schedule, asOf)
  let [cost, months] = [0, 0]
  for (const { probability, ends, paid } of ways) {
    cost += probability * paid
    months += probability * monthsUntil(ends)
  }
  return { cost, months, servedToEnd: ways.at(-1)!.probability }
}

/** One way in which service can end. */
export interface WayOut {
  /** The day on which notice is given; null for the last way, in which nobody leaves. */
  noticeOn: DayNumber | null
  /** 0 to 1; those of all ways are one together. */
  probability: number
  /** The first day without service. */
  ends: DayNumber
  /** Fees at expected usage from the date on until then, and what leaving costs beside them. */
  paid: MinorUnits
}

/** Every way out from a date on, in the order of notices: by the buyer, the provider or both on each; staying is the last. */
export function waysOut(schedule: Schedule, asOf: DayNumber): WayOut[] {
  const { end, terms } = schedule
  const survival = (hazard: number) => (1 - toFraction(hazard)) ** (1 / 12)
  const stay = {
    buyer: survival(terms.rights.buyer.hazard),
    provider: survival(terms.rights.provider.hazard),
  }
  const ways: WayOut[] = []
  let surviving = 1
  for (let day = asOf; surviving > 0 && day < end; day = startOfNextMonth(day)) {
    const way = (party: Party) => {
      const exit = exitOf(schedule, party, day)
      const canLeave = exit.status !== 'none' && exit.noticeOn === day && exit.serviceEnds < end
      const paid = paidOnLeaving(schedule, party, asOf, exit)
      return { leaves: canLeave ? 1 - stay[party] : 0, ends: exit.serviceEnds, paid }
    }
    const [buyer, provider] = [way('buyer'), way('provider')]
    const first = buyer.ends <= provider.ends ? buyer : provider
    const add = (probability: number, { ends, paid }: typeof buyer) =>
      ways.push({ noticeOn: day, probability: surviving * probability, ends, paid })
    add(buyer.leaves * (1 - provider.leaves), buyer)
    add(provider.leaves * (1 - buyer.leaves), provider)
    add(buyer.leaves * provider.leaves, first)
    surviving *= (1 - buyer.leaves) * (1 - provider.leaves)
  }
  ways.push({ noticeOn: null, probability: surviving, ends: end, paid: paidToTheEnd(schedule, asOf) })
  return ways
}

/** What is paid from a date on where nobody leaves, at expected usage. */
export const paidToTheEnd = (schedule: Schedule, asOf: DayNumber): MinorUnits =>
  valueBetween(schedule, asOf, Infinity)

/** What is paid from a date on, at expected usage, where a party leaves by an exit: fees, and what leaving costs beside them. */
export function paidOnLeaving(schedule: Schedule, party: Party, asOf: DayNumber, exit: Exit): MinorUnits {
  const { serviceEnds, unusedBilling, terminationFee, prepaidForfeited } = exit
  if (serviceEnds >= schedule.end) return paidToTheEnd(schedule, asOf)
  const owesWholeMinimum = !schedule.terms.rights[party].refundsUnused
  return (
    feesBetween(schedule, asOf, serviceEnds) +
    usageToExit(schedule, asOf, serviceEnds, owesWholeMinimum) +
    unusedBilling +
    terminationFee +
    prepaidForfeited
  )
}

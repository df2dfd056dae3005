import { type DayNumber, dayOf } from '../days.ts'
import type { Party } from '../schema/deal.ts'
import { parties } from '../schema/vocabulary.ts'
import { deliveredOf, isDue } from './capacity.ts'
import { type CapacityPlan, remedyFrom } from './plan.ts'
import { renewedValue } from './renewals.ts'
import type { Schedule } from './scheduleColumns.ts'
import { exitOf } from './termination.ts'

export type KeyDateKind =
  | 'signing'
  | 'start'
  | 'delivery'
  | 'rampEnd'
  | 'lockOutEnd'
  | 'lastNotice'
  | 'longStop'
  | 'graceEnd'
  /** From this day on the fee is pro rata to what is delivered, which is less than contracted. */
  | 'feeReduced'
  | 'escalation'
  | 'creditStart'
  | 'renewalDeadline'
  | 'lastDay'

/** A day on which something happens or has to be done. */
export interface KeyDate {
  readonly on: DayNumber
  readonly kind: KeyDateKind
  /** Whose lock-out or notice; null for what is the deal's. */
  readonly party: Party | null
  /** The tranche, charge or prepayment it is about; empty for what is the deal's. */
  readonly subject: string
  /** For a notice: the day by which service is to have ended. */
  readonly outBy: DayNumber | null
}

/** Every key date of a deal in order. `outBy` asks for the notice that ends service by a day of one's own. */
export function keyDates(schedule: Schedule, outBy: DayNumber | null = null): KeyDate[] {
  const { terms, plan, start, end } = schedule
  const found: KeyDate[] = []
  const add = (on: DayNumber, kind: KeyDateKind, more: Partial<KeyDate> = {}) =>
    found.push({ on, kind, party: null, subject: '', outBy: null, ...more })
  if (terms.deal.signed !== null) add(dayOf(terms.deal.signed), 'signing')
  add(start, 'start')
  for (const capacity of plan.capacities) {
    const { tranche, from } = capacity
    const subject = tranche.label
    if (from > start) add(from, 'delivery', { subject })
    if (tranche.longStop === null) continue
    const longStop = dayOf(tranche.longStop)
    add(longStop, 'longStop', { subject })
    const remedy = remedyFrom(tranche)!
    if (tranche.graceMonths > 0) add(remedy - 1, 'graceEnd', { subject })
    if (isReducedFrom(capacity, remedy)) add(remedy, 'feeReduced', { subject })
  }
  for (const { charge, ramps, prices } of plan.series) {
    const last = ramps.at(-1)
    if (last && last.until < end) add(last.until, 'rampEnd', { subject: charge.label })
    for (const day of prices.days.slice(1)) add(day, 'escalation', { subject: charge.label })
  }
  for (const { advance, creditsFrom } of schedule.advances())
    if (creditsFrom !== null) add(creditsFrom, 'creditStart', { subject: advance.label })
  for (const party of parties) {
    const { allowed, lockOutUntil } = terms.rights[party]
    if (!allowed) continue
    if (lockOutUntil !== null) add(dayOf(lockOutUntil), 'lockOutEnd', { party })
    if (outBy === null) continue
    const notice = latestNotice(schedule, party, outBy)
    if (notice !== null) add(notice, 'lastNotice', { party, outBy })
  }
  for (const { decideBy } of renewedValue(schedule).periods) add(decideBy, 'renewalDeadline')
  add(end - 1, 'lastDay')
  return found.sort((a, b) => a.on - b.on)
}

/** Whether the buyer accepts fewer from a day on, with less than the whole tranche in service on it. */
function isReducedFrom(capacity: CapacityPlan, day: DayNumber): boolean {
  if (capacity.acceptedFrom !== day || !isDue(capacity, day)) return false
  const { numerator, denominator } = deliveredOf(capacity, day)
  return numerator < denominator
}

/**
 * "To be out by X, give notice by Y": the last day on which a notice ends service on `outBy` or before. Null where the
 * party has no right to leave, or none in time.
 */
export function latestNotice(schedule: Schedule, party: Party, outBy: DayNumber): DayNumber | null {
  const right = schedule.terms.rights[party]
  if (!right.allowed) return null
  const { signed } = schedule.terms.deal
  const earliest = Math.min(signed === null ? schedule.start : dayOf(signed), schedule.start)
  const endsInTime = (day: DayNumber) => {
    const { noticeOn, serviceEnds, termEndsFirst } = exitOf(schedule, party, day)
    return noticeOn === day && !termEndsFirst && serviceEnds <= outBy
  }
  // Ends never come earlier for a later notice; where a lock-out bars notice, the first day is its end.
  const first = Math.max(earliest, exitOf(schedule, party, earliest).noticeOn)
  if (!endsInTime(first)) return null
  let [low, high] = [first, Math.max(first, Math.min(outBy, schedule.end - 1))]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (endsInTime(middle)) low = middle
    else high = middle - 1
  }
  return low
}

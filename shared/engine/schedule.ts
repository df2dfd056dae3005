import { monthsAfter, type DayNumber, dayOf, startOfMonth, startOfNextMonth } from '../days.ts'
import { exact, type MinorUnits, multiplyRatio } from '../money.ts'
import { wholePpm } from '../rate.ts'
import type { RampStep } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'

/**
 * One posted line: what is payable for a stretch of service within one calendar month and one step of the ramp.
 * Every amount on it is rounded once, halves away from zero.
 */
export interface Line {
  readonly from: DayNumber
  /** Exclusive. */
  readonly until: DayNumber
  /** Days in the calendar month the stretch belongs to. */
  readonly monthDays: number
  /** The fee without ramp. */
  readonly standard: MinorUnits
  readonly payable: MinorUnits
  /** What a whole month costs at the rate in force on this stretch. */
  readonly monthlyRate: MinorUnits
  /** The standard fee for the share of capacity that is delivered. */
  readonly standardOfDelivered: MinorUnits
  /** Days of service, each counted by the share of capacity delivered on it. */
  readonly deliveredDays: number
  readonly isRamp: boolean
  readonly paidOn: DayNumber
}

/** All lines of a deal over its term `[start, end)`, with their running total. */
export interface Schedule {
  readonly start: DayNumber
  readonly end: DayNumber
  readonly lines: readonly Line[]
  /** Payable on all lines before the one at the same index; one longer than `lines`. */
  readonly payableBefore: readonly MinorUnits[]
}

const schedules = new WeakMap<DealTerms, Schedule>()

/** The schedule of a deal: computed once for as long as its terms stay the same objects. */
export function scheduleOf(terms: DealTerms): Schedule {
  const known = schedules.get(terms)
  if (known) return known
  const made = makeSchedule(terms)
  schedules.set(terms, made)
  return made
}

interface DatedShare {
  from: DayNumber
  until: DayNumber
  share: number
}

function makeSchedule({ deal, charge, ramp, delivery }: DealTerms): Schedule {
  const [start, end] = [dayOf(deal.start), dayOf(deal.end)]
  const rampDays = ramp.map((step) => ({ step, from: dayOf(step.from), until: dayOf(step.until) }))
  const deliveryDays = delivery.map(({ from, until, share }) => ({
    from: dayOf(from),
    until: dayOf(until),
    share,
  }))

  const lines: Line[] = []
  const payableBefore: MinorUnits[] = [0]
  for (let from = start; from < end;) {
    const monthStart = startOfMonth(from)
    const monthEnd = startOfNextMonth(from)
    const current = rampDays.find((step) => step.from <= from && from < step.until)
    const nextStart = rampDays.find((step) => step.from > from)?.from ?? end
    const until = Math.min(monthEnd, end, current?.until ?? nextStart)
    const [days, monthDays] = [until - from, monthEnd - monthStart]
    const delivered = deliveredPartsOfDays(deliveryDays, from, until)
    const invoicedOn = charge.invoiced === 'advance' ? Math.max(start, monthStart) : Math.min(end, monthEnd)
    const payable = payableFor(charge.monthlyFee, current?.step, days, monthDays)
    const monthlyRate = payableFor(charge.monthlyFee, current?.step, 1, 1)
    lines.push({
      from,
      until,
      monthDays,
      standard: multiplyRatio(charge.monthlyFee, days, monthDays),
      payable,
      monthlyRate,
      standardOfDelivered: multiplyRatio(charge.monthlyFee, delivered, monthDays * wholePpm),
      deliveredDays: delivered / wholePpm,
      isRamp: current !== undefined,
      paidOn: invoicedOn + charge.netDays,
    })
    payableBefore.push(exact(payableBefore.at(-1)! + payable))
    from = until
  }
  return { start, end, lines, payableBefore }
}

function payableFor(
  fee: MinorUnits,
  step: RampStep | undefined,
  days: number,
  monthDays: number,
): MinorUnits {
  switch (step?.basis) {
    case undefined:
      return multiplyRatio(fee, days, monthDays)
    case 'fixedFee':
      return multiplyRatio(step.fixedFee ?? 0, days, monthDays)
    case 'percentOfStandard':
      return multiplyRatio(fee, days * (step.share ?? 0), monthDays * wholePpm)
    case 'percentOff':
      return multiplyRatio(fee, days * (wholePpm - (step.share ?? 0)), monthDays * wholePpm)
  }
}

/** Days of `[from, until)`, each times the parts per million of capacity delivered on it. */
function deliveredPartsOfDays(delivery: readonly DatedShare[], from: DayNumber, until: DayNumber): number {
  let parts = (until - from) * wholePpm
  for (const step of delivery) {
    const days = Math.min(until, step.until) - Math.max(from, step.from)
    if (days > 0) parts -= days * (wholePpm - step.share)
  }
  return parts
}

/** What accrues from the start of service until `day` (exclusive), by cumulative rounding within a line. */
export function accruedUntil(schedule: Schedule, day: DayNumber): MinorUnits {
  if (day <= schedule.start) return 0
  if (day >= schedule.end) return schedule.payableBefore.at(-1)!
  const { lines, payableBefore } = schedule
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]!.until > day) high = middle
    else low = middle + 1
  }
  const line = lines[low]!
  return exact(payableBefore[low]! + multiplyRatio(line.payable, day - line.from, line.until - line.from))
}

/** Fees for service in `[from, until)`. Neighbouring stretches add up to the cent. */
export const feesBetween = (schedule: Schedule, from: DayNumber, until: DayNumber): MinorUnits =>
  until <= from ? 0 : exact(accruedUntil(schedule, until) - accruedUntil(schedule, from))

/** The fee a whole month would cost at the rate in force on the last day of service. */
export const closingMonthlyRate = (schedule: Schedule): MinorUnits => schedule.lines.at(-1)?.monthlyRate ?? 0

/** The first day after twelve months of service, or the end of a shorter term. */
export const endOfFirstYear = ({ start, end }: Schedule): DayNumber => Math.min(end, monthsAfter(start, 12))

/** Months of a line's calendar month that it covers, by the share of capacity delivered: MW-months per MW. */
export const deliveredMonths = ({ deliveredDays, monthDays }: Line): number => deliveredDays / monthDays

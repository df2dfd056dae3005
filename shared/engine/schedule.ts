import { type DayNumber, dayOf, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRatio, type RoundingMode } from '../money.ts'
import { wholePpm } from '../rate.ts'
import type { RampStep } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { type Billing, billingOf } from './billing.ts'
import { escalated, feeOn, type FeeStep } from './escalation.ts'

/**
 * One posted line: what is payable for a stretch of service within one billing month, one step of the ramp and one
 * escalated fee. Every amount on it is rounded once.
 */
export interface Line {
  readonly from: DayNumber
  /** Exclusive. */
  readonly until: DayNumber
  /** What the stretch counts of its billing month, out of `monthParts`: days, but for 30/360. */
  readonly parts: number
  readonly monthParts: number
  /** The fee as escalated, without ramp. */
  readonly standard: MinorUnits
  /** How much of the standard fee is escalation. */
  readonly escalation: MinorUnits
  readonly payable: MinorUnits
  /** What a whole month costs at the rate in force on this stretch. */
  readonly monthlyRate: MinorUnits
  /** The standard fee for the share of capacity that is delivered. */
  readonly standardOfDelivered: MinorUnits
  /** Days of service, each counted by the share of capacity delivered on it. */
  readonly deliveredDays: number
  /** The same in parts of the billing month. */
  readonly deliveredParts: number
  readonly isRamp: boolean
  readonly paidOn: DayNumber
}

/** All lines of a deal over its term `[start, end)`, with their running total. */
export interface Schedule {
  readonly start: DayNumber
  readonly end: DayNumber
  readonly billing: Billing
  readonly rounding: RoundingMode
  /** The standard fee a month, as escalated, in the order of dates. */
  readonly fees: readonly FeeStep[]
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

/** A step of the ramp in days; a fixed fee as it escalates, or stays. */
interface DatedRamp {
  from: DayNumber
  until: DayNumber
  step: RampStep
  fixedFees: readonly FeeStep[]
}

interface DatedShare {
  from: DayNumber
  until: DayNumber
  share: number
}

function makeSchedule({ deal, charge, ramp, escalator, delivery }: DealTerms): Schedule {
  const term = [dayOf(deal.start), dayOf(deal.end)] as const
  const [start, end] = term
  const { rounding } = deal
  const billing = billingOf(deal, start)
  const fees = escalated(charge.monthlyFee, escalator, term, rounding)
  const ofRamp = escalator?.appliesTo === 'ramped' ? escalator : null
  const ramps = ramp.map((step) => ({
    step,
    from: dayOf(step.from),
    until: dayOf(step.until),
    fixedFees: escalated(step.fixedFee ?? 0, ofRamp, term, rounding),
  }))
  const deliveries = delivery.map(({ from, until, share }) => ({
    from: dayOf(from),
    until: dayOf(until),
    share,
  }))

  const lines: Line[] = []
  const payableBefore: MinorUnits[] = [0]
  for (let from = start; from < end;) {
    const month = billing.monthOf(from)
    const current = ramps.find((each) => each.from <= from && from < each.until)
    const nextRamp = ramps.find((each) => each.from > from)?.from ?? end
    const nextFee = fees.find((each) => each.from > from)?.from ?? end
    const until = Math.min(month.until, end, current?.until ?? nextRamp, nextFee)
    const [parts, monthParts] = [billing.partsOf(from, until), billing.partsOf(month.from, month.until)]
    const fee = feeOn(fees, from)
    const standard = multiplyRatio(fee, parts, monthParts, rounding)
    const payable = payableFor(fee, current, from, parts, monthParts, rounding)
    const invoicedOn =
      charge.invoiced === 'advance' ? Math.max(start, month.from) : Math.min(end, month.until)
    const deliveredPpm = ppmOfParts(deliveries, from, until, billing.partsOf)
    lines.push({
      from,
      until,
      parts,
      monthParts,
      standard,
      escalation: exact(standard - multiplyRatio(charge.monthlyFee, parts, monthParts, rounding)),
      payable,
      monthlyRate: payableFor(fee, current, from, 1, 1, rounding),
      standardOfDelivered: multiplyRatio(fee, deliveredPpm, monthParts * wholePpm, rounding),
      deliveredDays: ppmOfParts(deliveries, from, until, (a, b) => b - a) / wholePpm,
      deliveredParts: deliveredPpm / wholePpm,
      isRamp: current !== undefined,
      paidOn: invoicedOn + charge.netDays,
    })
    payableBefore.push(exact(payableBefore.at(-1)! + payable))
    from = until
  }
  return { start, end, billing, rounding, fees, lines, payableBefore }
}

function payableFor(
  fee: MinorUnits,
  ramp: DatedRamp | undefined,
  day: DayNumber,
  parts: number,
  monthParts: number,
  rounding: RoundingMode,
): MinorUnits {
  switch (ramp?.step.basis) {
    case undefined:
      return multiplyRatio(fee, parts, monthParts, rounding)
    case 'fixedFee':
      return multiplyRatio(feeOn(ramp.fixedFees, day), parts, monthParts, rounding)
    case 'percentOfStandard':
      return multiplyRatio(fee, parts * (ramp.step.share ?? 0), monthParts * wholePpm, rounding)
    case 'percentOff':
      return multiplyRatio(fee, parts * (wholePpm - (ramp.step.share ?? 0)), monthParts * wholePpm, rounding)
  }
}

/** The parts of `[from, until)`, each times the parts per million of capacity delivered on it. */
function ppmOfParts(
  deliveries: readonly DatedShare[],
  from: DayNumber,
  until: DayNumber,
  partsOf: Billing['partsOf'],
): number {
  let ppm = partsOf(from, until) * wholePpm
  for (const step of deliveries) {
    const [first, last] = [Math.max(from, step.from), Math.min(until, step.until)]
    if (first < last) ppm -= partsOf(first, last) * (wholePpm - step.share)
  }
  return ppm
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
  if (line.parts === 0) return payableBefore[low]!
  const parts = schedule.billing.partsOf(line.from, day)
  return exact(payableBefore[low]! + multiplyRatio(line.payable, parts, line.parts))
}

/** Fees for service in `[from, until)`. Neighbouring stretches add up to the cent. */
export const feesBetween = (schedule: Schedule, from: DayNumber, until: DayNumber): MinorUnits =>
  until <= from ? 0 : exact(accruedUntil(schedule, until) - accruedUntil(schedule, from))

/** What a whole month costs at the rate in force on a day; before and after the term, at its first and its last. */
export const monthlyRateOn = ({ lines }: Schedule, day: DayNumber): MinorUnits =>
  (lines.find((line) => day < line.until) ?? lines.at(-1))?.monthlyRate ?? 0

/** The fee a whole month would cost at the rate in force on the last day of service. */
export const closingMonthlyRate = (schedule: Schedule): MinorUnits => schedule.lines.at(-1)?.monthlyRate ?? 0

/** The first day after twelve months of service, or the end of a shorter term. */
export const endOfFirstYear = ({ start, end }: Schedule): DayNumber => Math.min(end, monthsAfter(start, 12))

/** Months of a line's billing month that it covers, by the share of capacity delivered: MW-months per MW. */
export const deliveredMonths = ({ deliveredParts, monthParts }: Line): number => deliveredParts / monthParts

import type { DayNumber } from '../days.ts'
import type { MinorUnits, RoundingMode } from '../money.ts'
import { add, divide, multiply, type Rational, rational, signOf, subtract } from '../rational.ts'
import { wholePpm } from '../rate.ts'
import { newColumn } from './column.ts'
import { deliveredOf, isDue } from './capacity.ts'
import { priceOn } from './escalation.ts'
import type { SeriesPlan } from './plan.ts'
import { Posting } from './posting.ts'
import { hoursInMonth } from './contractRate.ts'
import { daysOf, type Timeline } from './timeline.ts'

/** What a metered charge comes to on each stretch of a timeline, in minor units. */
export interface MeteredColumns {
  /** What is paid whatever is used: the contract's minimum. */
  readonly minimum: Float64Array
  /** What is paid at the use that is expected, shortfall and overage included. */
  readonly expected: Float64Array
  /** GPU-hours or kilowatt-hours paid for and not used, by the last stretch of each settlement; as floats. */
  readonly shortfall: Float64Array
}

const zero = rational(0)
const least = (a: Rational, b: Rational) => (signOf(subtract(a, b)) < 0 ? a : b)
const most = (a: Rational, b: Rational) => (signOf(subtract(a, b)) > 0 ? a : b)
const shareOf = (amount: Rational, ppm: number) => multiply(amount, rational(ppm, wholePpm))
const toFloat = ({ numerator, denominator }: Rational) => Number(numerator) / Number(denominator)

type OnPosted = (stretch: number, posting: Posting) => void

/**
 * Use is held against the minimum settlement by settlement: what is used is paid as it is used, up to the overage
 * threshold at the price and beyond it at the overage price, both spread evenly over what a month uses; the shortfall of a
 * settlement to the minimum is paid at the price in force at its end, and accrues by the days of its last billing month. So
 * no amount depends on how a month is cut. With carry-forward, units paid for and not used are used later, above the
 * minimum, without paying again.
 */
export function meteredColumns(
  series: SeriesPlan,
  timeline: Timeline,
  settlements: Int32Array,
  rounding: RoundingMode,
  digits: number,
  onExpected: OnPosted | null = null,
): MeteredColumns {
  const { bounds, monthOf } = timeline
  const { charge } = series
  const minimum = minimumColumn(series, timeline, settlements, rounding, digits)
  const expected = newColumn(timeline.count)
  const shortfall = newColumn(timeline.count)
  const count = stretchesUntilEnd(series, timeline)
  const perUnit = minorUnitsOf(digits)
  const overPrice = multiply(rational(charge.overagePrice), perUnit)
  const posting = new Posting(rounding)
  let carried = zero
  let i = 0
  while (i < count) {
    const first = i
    let available = zero
    for (; i < count && settlements[i] === settlements[first]; i++)
      available = add(available, unitsOn(series, timeline, i))
    const threshold = charge.overageAbove === null ? null : shareOf(available, charge.overageAbove)
    const floor = shareOf(available, charge.minimumShare)
    let used = zero
    const paid: Rational[] = []
    let month = { first, days: 0 }
    for (let k = first; k < i;) {
      const from = k
      const before = used
      const uses: Rational[] = []
      for (; k < i && monthOf[k] === monthOf[from]; k++) {
        const use = shareOf(unitsOn(series, timeline, k), usageOn(series, bounds[k]!))
        used = add(used, use)
        uses.push(use)
      }
      const overShare = threshold ? shareAbove(threshold, before, used) : zero
      for (const [n, use] of uses.entries()) {
        const price = priceAt(series, perUnit, bounds[from + n]!)
        paid.push(multiply(use, add(price, multiply(overShare, subtract(overPrice, price)))))
      }
      month = monthOfService(series, timeline, from, k)
    }
    const missing = most(zero, subtract(floor, used))
    shortfall[i - 1] = toFloat(missing)
    let settled = missing
    if (charge.carriesForward) {
      // What was carried is used above the minimum and at most up to the threshold, at the last price.
      const base = threshold ? least(used, threshold) : used
      const drawn = least(carried, most(zero, subtract(base, floor)))
      carried = add(subtract(carried, drawn), missing)
      settled = subtract(missing, drawn)
    }
    const settlement = multiply(settled, priceAt(series, perUnit, bounds[i - 1]!))
    posting.nextLine()
    for (let k = first; k < i; k++) {
      const share = rational(k < month.first ? 0 : daysOf(timeline, k), month.days)
      expected[k] = post(posting, add(paid[k - first]!, multiply(settlement, share)))
      onExpected?.(k, posting)
    }
  }
  return { minimum, expected, shortfall }
}

/** The minimum of a metered charge on each stretch of a timeline, in minor units. */
export function minimumColumn(
  series: SeriesPlan,
  timeline: Timeline,
  settlements: Int32Array,
  rounding: RoundingMode,
  digits: number,
  onPosted: OnPosted | null = null,
): Float64Array {
  const minimum = newColumn(timeline.count)
  if (series.charge.minimumShare === 0) return minimum
  const posting = new Posting(rounding)
  for (let i = 0; i < stretchesUntilEnd(series, timeline); i++) {
    if (i === 0 || settlements[i] !== settlements[i - 1]) posting.nextLine()
    minimum[i] = postMinimum(posting, series, timeline.bounds[i]!, daysOf(timeline, i), digits)
    onPosted?.(i, posting)
  }
  return minimum
}

/** Posts the minimum of some days on which nothing changes. */
export const postMinimum = (
  posting: Posting,
  series: SeriesPlan,
  day: DayNumber,
  days: number,
  digits: number,
): MinorUnits =>
  post(
    posting,
    multiply(
      shareOf(unitsIn(series, day, days * 24), series.charge.minimumShare),
      priceAt(series, minorUnitsOf(digits), day),
    ),
  )

/** The stretches before a series ends: it settles on the last of them, and what lies after it is not billed. */
const stretchesUntilEnd = ({ until }: SeriesPlan, { bounds }: Timeline): number =>
  bounds.findIndex((day) => day >= until)

/** Minor units of one millionth of the major unit. */
const minorUnitsOf = (digits: number): Rational => rational(10 ** digits, wholePpm)

/** The share of the units between two cumulative readings that lies above a threshold; none where none are used. */
function shareAbove(threshold: Rational, before: Rational, after: Rational): Rational {
  const used = subtract(after, before)
  const above = subtract(most(after, threshold), most(before, threshold))
  return signOf(used) > 0 ? divide(above, used) : zero
}

/** The stretches `[first, end)` of one billing month from where a series begins in it, and their days. */
function monthOfService(
  { from }: SeriesPlan,
  { bounds }: Timeline,
  first: number,
  end: number,
): { first: number; days: number } {
  let start = first
  while (start + 1 < end && bounds[start]! < from) start++
  return { first: start, days: bounds[end]! - bounds[start]! }
}

/** The price of a unit in minor units on a day. */
const priceAt = ({ prices }: SeriesPlan, perUnit: Rational, day: number): Rational =>
  multiply(rational(priceOn(prices, day)), perUnit)

/** Posts an exact amount; one below zero, where carried units are drawn, as what it takes from the line. */
function post(posting: Posting, amount: Rational): number {
  if (amount.numerator >= 0n)
    return posting.post(
      Number(amount.numerator / amount.denominator),
      amount.numerator % amount.denominator,
      amount.denominator,
    )
  const floor = (amount.numerator - amount.denominator + 1n) / amount.denominator
  return posting.post(Number(floor), amount.numerator - floor * amount.denominator, amount.denominator)
}

/**
 * What a month of 730 hours costs at the price, the delivery and the usage of a day, in minor units: the shortfall to the
 * minimum and the overage of such a month included, without units carried forward.
 */
export function meteredMonthlyRate(
  series: SeriesPlan,
  day: DayNumber,
  rounding: RoundingMode,
  digits: number,
): MinorUnits {
  const { charge } = series
  const perUnit = minorUnitsOf(digits)
  const price = priceAt(series, perUnit, day)
  const overPrice = multiply(rational(charge.overagePrice), perUnit)
  const units = unitsIn(series, day, hoursInMonth)
  const used = shareOf(units, usageOn(series, day))
  const atPrice = charge.overageAbove === null ? used : least(used, shareOf(units, charge.overageAbove))
  const billed = most(atPrice, shareOf(units, charge.minimumShare))
  const cost = add(multiply(billed, price), multiply(subtract(used, atPrice), overPrice))
  return post(new Posting(rounding), cost)
}

/** GPU-hours, or kilowatt-hours at the meter, that a stretch delivers at full use. */
const unitsOn = (series: SeriesPlan, timeline: Timeline, i: number): Rational =>
  unitsIn(series, timeline.bounds[i]!, daysOf(timeline, i) * 24)

/** The same for so many hours, as delivered on a day. */
function unitsIn({ charge, capacity, from, until }: SeriesPlan, day: DayNumber, inHours: number): Rational {
  if (!capacity || day < from || day >= until || !isDue(capacity, day)) return zero
  const { numerator, denominator } = deliveredOf(capacity, day)
  const { gpus, kilowatts, powerBasis, pue } = capacity.tranche
  const hours = BigInt(inHours) * BigInt(numerator)
  if (charge.basis === 'perGpuHour') return rational(BigInt(gpus ?? 0) * hours, denominator)
  // Power measured at the facility holds its cooling and losses already.
  const overhead = powerBasis === 'criticalIt' ? (pue ?? wholePpm) : wholePpm
  return rational(BigInt(kilowatts ?? 0) * hours * BigInt(overhead), BigInt(denominator) * BigInt(wholePpm))
}

/** Parts per million of what is delivered that is used on a day. */
function usageOn({ charge, usage }: SeriesPlan, day: number): number {
  for (const step of usage) if (step.from <= day && day < step.until) return step.share
  return charge.utilisation
}

import type { RoundingMode } from '../money.ts'
import { add, multiply, type Rational, rational, signOf, subtract } from '../rational.ts'
import { wholePpm } from '../rate.ts'
import { newColumn } from './column.ts'
import { deliveredOf, isDue } from './capacity.ts'
import { priceOn } from './escalation.ts'
import type { SeriesPlan } from './plan.ts'
import { Posting } from './posting.ts'
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

/**
 * Use is held against the minimum settlement by settlement: what is used is paid as it is used, up to the overage
 * threshold at the price and beyond it at the overage price; at the end of a settlement the shortfall to the minimum is
 * paid at the price then in force. With carry-forward, units paid for and not used are used later, above the minimum,
 * without paying again.
 */
export function meteredColumns(
  series: SeriesPlan,
  timeline: Timeline,
  settlements: Int32Array,
  rounding: RoundingMode,
  digits: number,
): MeteredColumns {
  const { bounds } = timeline
  const { charge } = series
  const minimum = newColumn(timeline.count)
  const expected = newColumn(timeline.count)
  const shortfall = newColumn(timeline.count)
  // A charge that ends settles on its last stretch: what lies after it is not billed.
  const count = bounds.findIndex((day) => day >= series.until)
  const perUnit = rational(10 ** digits, wholePpm)
  const [ofMinimum, ofExpected] = [new Posting(rounding), new Posting(rounding)]
  let carried = zero
  let i = 0
  while (i < count) {
    const settlement = settlements[i]
    const first = i
    let available = zero
    for (; i < count && settlements[i] === settlement; i++)
      available = add(available, unitsOn(series, timeline, i))
    const threshold = charge.overageAbove === null ? null : shareOf(available, charge.overageAbove)
    const floor = shareOf(available, charge.minimumShare)
    ofMinimum.nextLine()
    ofExpected.nextLine()
    let used = zero
    for (let k = first; k < i; k++) {
      const price = multiply(rational(priceOn(series.prices, bounds[k]!)), perUnit)
      const overPrice = multiply(rational(charge.overagePrice), perUnit)
      const units = unitsOn(series, timeline, k)
      minimum[k] = post(ofMinimum, multiply(shareOf(units, charge.minimumShare), price))
      const before = used
      used = add(used, shareOf(units, usageOn(series, bounds[k]!)))
      const upTo = (limit: Rational | null) =>
        limit ? subtract(least(used, limit), least(before, limit)) : subtract(used, before)
      const atPrice = upTo(threshold)
      let paid = add(multiply(atPrice, price), multiply(subtract(subtract(used, before), atPrice), overPrice))
      if (k === i - 1) {
        const missing = most(zero, subtract(floor, used))
        shortfall[k] = toFloat(missing)
        paid = add(paid, multiply(missing, price))
        if (charge.carriesForward) {
          // What was carried is used above the minimum and at most up to the threshold, at the last price.
          const base = threshold ? least(used, threshold) : used
          const drawn = least(carried, most(zero, subtract(base, floor)))
          carried = add(subtract(carried, drawn), missing)
          paid = subtract(paid, multiply(drawn, price))
        }
      }
      expected[k] = post(ofExpected, paid)
    }
  }
  return { minimum, expected, shortfall }
}

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

/** GPU-hours, or kilowatt-hours at the meter, that a stretch delivers at full use. */
function unitsOn({ charge, capacity, from, until }: SeriesPlan, timeline: Timeline, i: number): Rational {
  const day = timeline.bounds[i]!
  if (!capacity || day < from || day >= until || !isDue(capacity, day)) return zero
  const { numerator, denominator } = deliveredOf(capacity, day)
  const { gpus, kilowatts, powerBasis, pue } = capacity.tranche
  const hours = BigInt(daysOf(timeline, i) * 24) * BigInt(numerator)
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

import type { DayNumber } from '../days.ts'
import type { MinorUnits, RoundingMode } from '../money.ts'
import { newColumn } from './column.ts'
import { acceptedShare, all, deliveredShare, type Share } from './capacity.ts'
import { type Prices, priceOn } from './escalation.ts'
import type { RampPlan, SeriesPlan } from './plan.ts'
import { Posting } from './posting.ts'
import { daysOf, type Timeline } from './timeline.ts'

/** What a recurring charge comes to on each stretch of a timeline, in minor units. */
export interface RecurringColumns {
  /** The fee as escalated, without ramp, for the capacity the buyer has accepted. */
  readonly standard: Float64Array
  readonly payable: Float64Array
}

/** The price of a month (or an hour) on contracted capacity: whole minor units and rest / unit of one. */
interface UnitFee {
  readonly whole: MinorUnits
  readonly rest: number
  readonly unit: number
}

/** A series whose lines are posted: on which stretches, by which invoices, and how they round. */
export interface Posted {
  readonly series: SeriesPlan
  readonly timeline: Timeline
  /** The number of the invoice of each stretch. */
  readonly lines: Int32Array
  readonly rounding: RoundingMode
  /** Decimals of the currency. */
  readonly digits: number
}

/** Standard and payable fee of a series; one column where they cannot differ. */
export function recurringColumns(posted: Posted): RecurringColumns {
  const standard = postedColumn(posted, 'standard')
  return { standard, payable: posted.series.ramps.length > 0 ? postedColumn(posted, 'payable') : standard }
}

/**
 * The parts of each line of a series: a line is what one invoice bills, and its parts are rounded cumulatively. Between
 * the series' own days, or others.
 */
export function postedColumn(
  { series, timeline, lines, rounding, digits }: Posted,
  column: 'base' | 'standard' | 'payable',
  from: DayNumber = series.from,
  until: DayNumber = series.until,
  onPosted: ((stretch: number, posting: Posting) => void) | null = null,
): Float64Array {
  const { count, bounds, parts, monthParts } = timeline
  const { prices, ramps } = series
  const amounts = newColumn(count)
  const posting = new Posting(rounding)
  const isHourly = series.charge.basis === 'perGpuHour'
  const fees = prices.prices.map((price) => unitFee(series, price, digits))
  const mayBeLess = acceptsLess(series)
  let [line, step] = [-1, 0]
  for (let i = 0; i < count; i++) {
    const day = bounds[i]!
    if (day < from) continue
    if (day >= until) break
    if (lines[i] !== line) {
      line = lines[i]!
      posting.nextLine()
    }
    if (column !== 'base') while (step + 1 < prices.days.length && prices.days[step + 1]! <= day) step++
    const amount = isHourly ? daysOf(timeline, i) * 24 : parts[i]!
    const of = isHourly ? 1 : monthParts[i]!
    const ramp = column === 'payable' ? rampOn(ramps, day) : null
    const scope = mayBeLess ? scopeOn(series, ramp, day) : all
    amounts[i] = ramp?.fixedFees
      ? postScoped(posting, fixedFeeOn(ramp.fixedFees, day), parts[i]!, monthParts[i]!, all, scope)
      : postScoped(posting, fees[step]!, amount, of, payableShare(series, ramp, day), scope)
    onPosted?.(i, posting)
  }
  return amounts
}

/** Posts what is payable from the start of a stretch of a series until a day within it, which counts so many parts. */
export function postUntil(
  posting: Posting,
  { series, timeline, digits }: Posted,
  stretch: number,
  day: DayNumber,
  parts: number,
): MinorUnits {
  const from = timeline.bounds[stretch]!
  if (from < series.from || from >= series.until) return 0
  const of = timeline.monthParts[stretch]!
  const ramp = rampOn(series.ramps, from)
  const scope = scopeOn(series, ramp, from)
  if (ramp?.fixedFees) return postScoped(posting, fixedFeeOn(ramp.fixedFees, from), parts, of, all, scope)
  const fee = unitFee(series, priceOn(series.prices, from), digits)
  const share = payableShare(series, ramp, from)
  return series.charge.basis === 'perGpuHour'
    ? postScoped(posting, fee, (day - from) * 24, 1, share, scope)
    : postScoped(posting, fee, parts, of, share, scope)
}

/** Whether a series is counted by the hour, whatever a part of a month counts; a fixed fee is one of a month. */
export const isByHour = ({ charge, ramps }: SeriesPlan, day: DayNumber): boolean =>
  charge.kind !== 'recurring' || (charge.basis === 'perGpuHour' && !rampOn(ramps, day)?.fixedFees)

export function rampOn(ramps: readonly RampPlan[], day: number): RampPlan | null {
  for (const ramp of ramps) if (ramp.from <= day && day < ramp.until) return ramp
  return null
}

/** A fixed fee is one of a month, whatever the charge is measured by. */
const fixedFeeOn = (fees: Prices, day: number): UnitFee => ({ whole: priceOn(fees, day), rest: 0, unit: 1 })

/** The share of the standard fee that is payable on a day, where the ramp is no fixed fee. */
const payableShare = ({ capacities }: SeriesPlan, ramp: RampPlan | null, day: number): Share =>
  ramp === null ? all : ramp.basis === 'proRata' ? deliveredShare(capacities, day) : ramp.share

/**
 * The share of the contracted capacity that is paid for on a day: from the remedy for late delivery on, what is delivered.
 * A step of a ramp pro rata counts what is delivered by itself.
 */
const scopeOn = (series: SeriesPlan, ramp: RampPlan | null, day: number): Share =>
  ramp?.basis === 'proRata' || !acceptsLess(series) ? all : acceptedShare(series.capacities, day)

const acceptsLess = ({ capacities }: SeriesPlan): boolean =>
  capacities.some(({ acceptedFrom }) => acceptedFrom !== null)

/** fee * parts / of * share * scope. */
const postScoped = (
  posting: Posting,
  fee: UnitFee,
  parts: number,
  of: number,
  share: Share,
  scope: Share,
): MinorUnits =>
  scope === all ? postShare(posting, fee, parts, of, share) : postBig(posting, fee, parts, of, share, scope)

/** fee * parts / of * share, in doubles where they hold every product, else in bigints. */
function postShare(posting: Posting, fee: UnitFee, parts: number, of: number, share: Share): MinorUnits {
  const { whole, rest } = fee
  const isWholeMonth = parts === of
  const top = isWholeMonth ? share.numerator : parts * share.numerator
  const bottom = isWholeMonth ? share.denominator : of * share.denominator
  if (rest === 0 && top === bottom) return posting.post(whole, 0, 1)
  if (rest === 0 && top < bottom && top * bottom <= Number.MAX_SAFE_INTEGER) {
    // whole = times * bottom + lower, so that whole * top / bottom = times * top + lower * top / bottom.
    const times = Math.floor(whole / bottom)
    const product = (whole - times * bottom) * top
    const units = Math.floor(product / bottom)
    return posting.post(times * top + units, product - units * bottom, bottom)
  }
  return postBig(posting, fee, parts, of, share, all)
}

function postBig(
  posting: Posting,
  { whole, rest, unit }: UnitFee,
  parts: number,
  of: number,
  share: Share,
  scope: Share,
): MinorUnits {
  const fee = BigInt(whole) * BigInt(unit) + BigInt(rest)
  const amount = fee * BigInt(parts) * BigInt(share.numerator) * BigInt(scope.numerator)
  const scale = BigInt(unit) * BigInt(of) * BigInt(share.denominator) * BigInt(scope.denominator)
  return posting.post(Number(amount / scale), amount % scale, scale)
}

/** What a month (or, by the hour, an hour) costs on the capacity contracted: exact. */
function unitFee({ charge, capacity }: SeriesPlan, price: number, digits: number): UnitFee {
  if (charge.basis === 'flat' || !capacity) return { whole: price, rest: 0, unit: 1 }
  const { kilowatts, gpus } = capacity.tranche
  const isPower = charge.basis === 'perMegawatt' || charge.basis === 'perKilowatt'
  const quantity = (isPower ? kilowatts : gpus) ?? 0
  // Millionths of the major unit become minor units of `digits` decimals; a price a MW is for a thousand kilowatts.
  const unit = 10 ** (6 - digits) * (charge.basis === 'perMegawatt' ? 1000 : 1)
  const product = price * quantity
  if (Number.isSafeInteger(product))
    return { whole: (product - (product % unit)) / unit, rest: product % unit, unit }
  const exactProduct = BigInt(price) * BigInt(quantity)
  return { whole: Number(exactProduct / BigInt(unit)), rest: Number(exactProduct % BigInt(unit)), unit }
}

/** What a whole month costs in force on a day, after the ramp; by the hour, a month is 730 hours. */
export function monthlyRate(
  series: SeriesPlan,
  day: number,
  rounding: RoundingMode,
  digits: number,
): MinorUnits {
  if (day < series.from || day >= series.until) return 0
  const posting = new Posting(rounding)
  const ramp = rampOn(series.ramps, day)
  const scope = scopeOn(series, ramp, day)
  if (ramp?.fixedFees) return postScoped(posting, fixedFeeOn(ramp.fixedFees, day), 1, 1, all, scope)
  const hours = series.charge.basis === 'perGpuHour' ? 730 : 1
  const fee = unitFee(series, priceOn(series.prices, day), digits)
  return postScoped(posting, fee, hours, 1, payableShare(series, ramp, day), scope)
}

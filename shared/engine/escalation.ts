import { type DayNumber, dayOf, monthsAfter } from '../days.ts'
import { divideRounded, multiplyRate, type RoundingMode } from '../money.ts'
import { type PartsPerMillion, wholePpm } from '../rate.ts'
import type { EscalatorTerm } from '../schema/charge.ts'

/** A price and the days on which it changes: `prices[k]` holds from `days[k]` on. */
export interface Prices {
  readonly days: readonly DayNumber[]
  /** Minor units a month for a flat fee, else millionths of the major unit a unit. */
  readonly prices: readonly number[]
}

/** What an escalator adds at each anniversary: its rate, that of an index held between floor and cap. */
export const escalationRate = ({ kind, rate, cap, floor }: EscalatorTerm): PartsPerMillion =>
  kind === 'fixed' ? rate : Math.max(floor ?? -Infinity, Math.min(cap ?? Infinity, rate))

/** The units a price is rounded to at each anniversary, for a price of so many decimals: 100 for whole dollars in cents. */
const stepOf = ({ decimals }: EscalatorTerm, priceDecimals: number): number =>
  decimals === null || decimals >= priceDecimals ? 1 : 10 ** (priceDecimals - decimals)

/** A price after one anniversary, rounded to the contract's precision. */
function escalatedOnce(
  price: number,
  priceDecimals: number,
  escalator: EscalatorTerm,
  rounding: RoundingMode,
): number {
  const growth = wholePpm + escalationRate(escalator)
  const step = stepOf(escalator, priceDecimals)
  return step === 1
    ? multiplyRate(price, growth, rounding)
    : divideRounded(BigInt(price) * BigInt(growth), BigInt(wholePpm) * BigInt(step), rounding) * step
}

/**
 * A price over a term `[start, end)`: at each anniversary it is rounded to the contract's precision and compounds from
 * there, as a contract's price list does.
 */
export function escalated(
  price: number,
  priceDecimals: number,
  escalator: EscalatorTerm | null,
  [start, end]: readonly [DayNumber, DayNumber],
  rounding: RoundingMode,
): Prices {
  const days = [start]
  const prices = [price]
  if (escalator === null) return { days, prices }
  const first = dayOf(escalator.firstOn)
  let current = price
  for (let count = 0; ; count++) {
    const from = monthsAfter(first, count * escalator.everyMonths)
    if (from >= end) return { days, prices }
    current = escalatedOnce(current, priceDecimals, escalator, rounding)
    days.push(from)
    prices.push(current)
  }
}

/** The price in force on a day; before the first, the first. */
export function priceOn({ days, prices }: Prices, day: DayNumber): number {
  let k = days.length - 1
  while (k > 0 && days[k]! > day) k--
  return prices[k]!
}

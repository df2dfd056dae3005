import { rational, round } from './rational.ts'
import { type PartsPerMillion, wholePpm } from './rate.ts'
import { checkInteger, divideRounded, exact, type RoundingMode, settle } from './rounding.ts'

export { divideRounded, exact, roundDecimal, type RoundingMode } from './rounding.ts'
export { allocate, spread } from './split.ts'

/** An amount in the currency's smallest unit (cents for USD), an exact integer. */
export type MinorUnits = number

/** Digits after the decimal separator (ISO 4217, minor unit), for the currencies a book can be kept in. */
export const currencyDigits: Readonly<Record<string, number>> = {
  USD: 2,
  EUR: 2,
  GBP: 2,
  CHF: 2,
  CAD: 2,
  AUD: 2,
  SGD: 2,
  INR: 2,
  AED: 2,
  SAR: 2,
  JPY: 0,
  KRW: 0,
  KWD: 3,
}

export const total = (amounts: readonly MinorUnits[]): MinorUnits =>
  amounts.reduce((sum, amount) => exact(sum + amount), 0)

/**
 * amount * numerator / denominator, the product exact and rounded once.
 * Numerator and denominator are integers, the denominator above zero.
 */
export function multiplyRatio(
  amount: MinorUnits,
  numerator: number,
  denominator: number,
  mode: RoundingMode = 'halfAwayFromZero',
): MinorUnits {
  if (numerator === denominator) return amount
  if (mode !== 'halfAwayFromZero') return divideRounded(BigInt(amount) * BigInt(numerator), denominator, mode)
  const product = amount * numerator
  if (Number.isSafeInteger(product) && Math.abs(product) < Number.MAX_SAFE_INTEGER / 2) {
    const magnitude = Math.abs(product)
    const remainder = magnitude % denominator
    const rounded = (magnitude - remainder) / denominator + (remainder * 2 >= denominator ? 1 : 0)
    return exact(product < 0 ? -rounded : rounded)
  }
  return exact(Number(round(rational(BigInt(amount) * BigInt(numerator), denominator))))
}

/**
 * An amount times a rate in parts per million, rounded once, in the amount's own minor units.
 * Throws a RangeError where either is no safe integer, or the product is beyond 2^53 minor units.
 */
export function multiplyRate(
  amount: MinorUnits,
  rate: PartsPerMillion,
  mode: RoundingMode = 'halfAwayFromZero',
): MinorUnits {
  checkInteger(amount, 'An amount')
  checkInteger(rate, 'A rate')
  // amount = q * 10^6 + lo makes amount * rate / 10^6 = q * rate + lo * rate / 10^6. The first term is whole, and
  // both have one sign, so that the quotients cut towards zero add up to that of the whole.
  const lo = amount % wholePpm
  const product = lo * rate
  if (!Number.isSafeInteger(product)) return divideRounded(BigInt(amount) * BigInt(rate), wholePpm, mode)
  const rest = product % wholePpm
  return settle(exact(((amount - lo) / wholePpm) * rate + (product - rest) / wholePpm), rest, wholePpm, mode)
}

/**
 * A unit price times a quantity, exact and rounded once: the price in integer millionths of the currency's major
 * unit, the quantity a ratio of integers, the amount in minor units of `digits` decimals.
 * Throws a RangeError where an argument is no safe integer, the quantity's denominator is zero, the digits are not
 * 0 to 6, or the amount is beyond 2^53 minor units.
 */
export function multiplyUnitPrice(
  priceMicros: number,
  quantityNumerator: number,
  quantityDenominator = 1,
  mode: RoundingMode = 'halfAwayFromZero',
  digits = 2,
): MinorUnits {
  checkInteger(priceMicros, 'A unit price')
  checkInteger(quantityNumerator, 'A quantity')
  checkInteger(quantityDenominator, 'A quantity')
  if (!Number.isInteger(digits) || digits < 0 || digits > 6)
    throw new RangeError('A currency has 0 to 6 decimals here.')
  const product = BigInt(priceMicros) * BigInt(quantityNumerator)
  return divideRounded(product, BigInt(quantityDenominator) * BigInt(10 ** (6 - digits)), mode)
}

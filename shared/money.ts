import { rational, round } from './rational.ts'

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

/** Returns the amount where a double still holds it exactly. Throws a RangeError beyond 2^53 minor units. */
export function exact(amount: MinorUnits): MinorUnits {
  if (!Number.isSafeInteger(amount)) throw new RangeError('The amount is too large to be kept exactly.')
  return amount === 0 ? 0 : amount
}

export const total = (amounts: readonly MinorUnits[]): MinorUnits =>
  amounts.reduce((sum, amount) => exact(sum + amount), 0)

/**
 * amount * numerator / denominator, the product exact and rounded once, halves away from zero.
 * Numerator and denominator are integers, the denominator above zero.
 */
export function multiplyRatio(amount: MinorUnits, numerator: number, denominator: number): MinorUnits {
  if (numerator === denominator) return amount
  const product = amount * numerator
  if (Number.isSafeInteger(product) && Math.abs(product) < Number.MAX_SAFE_INTEGER / 2) {
    const magnitude = Math.abs(product)
    const remainder = magnitude % denominator
    const rounded = (magnitude - remainder) / denominator + (remainder * 2 >= denominator ? 1 : 0)
    return exact(product < 0 ? -rounded : rounded)
  }
  return exact(Number(round(rational(BigInt(amount) * BigInt(numerator), denominator))))
}

/** Exact fractions: what a break-even month is before it is shown, and what a typed formula is before it is rounded. */
export interface Rational {
  numerator: bigint
  /** Always above zero; the fraction is in lowest terms. */
  denominator: bigint
}

/**
 * A double as the exact fraction it is: a whole number over a power of two. Throws a RangeError where it is not finite.
 */
export function binaryFraction(value: number): Rational {
  if (!Number.isFinite(value)) throw new RangeError('Only a finite number is a fraction.')
  let denominator = 1n
  let scaled = value
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    denominator *= 2n
  }
  return { numerator: BigInt(scaled), denominator }
}

const absolute = (value: bigint) => (value < 0n ? -value : value)

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER)

/** Euclid's algorithm, in doubles as soon as they hold both numbers. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [absolute(a), absolute(b)]
  while (y > largestSafe) [x, y] = [y, x % y]
  if (y === 0n) return x
  let [larger, smaller] = [Number(y), Number(x % y)]
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller]
  return BigInt(larger)
}

/** The fraction in lowest terms. Throws a RangeError where the denominator is zero. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const [n, d] = [BigInt(numerator), BigInt(denominator)]
  if (d === 0n) throw new RangeError('A fraction cannot have the denominator zero.')
  if (d === 1n) return { numerator: n, denominator: d }
  const divisor = greatestCommonDivisor(n, d) * (d < 0n ? -1n : 1n)
  return { numerator: n / divisor, denominator: d / divisor }
}

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

export const subtract = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)

export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator)

/** Throws a RangeError where `b` is zero. */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator)

export const signOf = (value: Rational): -1 | 0 | 1 =>
  value.numerator > 0n ? 1 : value.numerator < 0n ? -1 : 0

/** The largest whole number not above the fraction. */
export function floor({ numerator, denominator }: Rational): bigint {
  const quotient = numerator / denominator
  return numerator < 0n && numerator % denominator !== 0n ? quotient - 1n : quotient
}

/** The smallest whole number not below the fraction. */
export const ceiling = (value: Rational): bigint =>
  -floor({ numerator: -value.numerator, denominator: value.denominator })

/** The nearest whole number, halves away from zero, as a spreadsheet's ROUND does. */
export function round({ numerator, denominator }: Rational): bigint {
  const rounded = (absolute(numerator) * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -rounded : rounded
}

/** For display and for floats downstream; exact where both parts are below 2^53. */
export const toNumber = ({ numerator, denominator }: Rational): number => {
  const whole = numerator / denominator
  return Number(whole) + Number(numerator - whole * denominator) / Number(denominator)
}

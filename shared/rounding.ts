/** How quotients become whole numbers, exactly, in every mode contracts and libraries name. */

/** Returns the amount where a double still holds it exactly. Throws a RangeError beyond 2^53 minor units. */
export function exact(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError('The amount is too large to be kept exactly.')
  return amount === 0 ? 0 : amount
}

/**
 * How a number between two neighbours goes to one of them. The first six go to the nearer and differ on halves
 * only; `up` and `down` do not ask which is nearer.
 *
 * - `halfAwayFromZero`: 2.5 to 3, -2.5 to -3, as a spreadsheet's ROUND.
 * - `halfTowardsZero`: 2.5 to 2, -2.5 to -2.
 * - `halfEven`, `halfOdd`: to the even or the odd neighbour.
 * - `halfUp`: towards plus infinity: 2.5 to 3, -2.5 to -2.
 * - `halfDown`: towards minus infinity: 2.5 to 2, -2.5 to -3.
 * - `up`: towards plus infinity: 2.1 to 3, -2.9 to -2.
 * - `down`: towards minus infinity: 2.9 to 2, -2.1 to -3.
 *
 * Names and directions are those of Dinero.js; other libraries mean away from and towards zero by up and down.
 */
export type RoundingMode =
  | 'halfAwayFromZero'
  | 'halfTowardsZero'
  | 'halfEven'
  | 'halfOdd'
  | 'halfUp'
  | 'halfDown'
  | 'up'
  | 'down'

/**
 * Whether a quotient that was cut towards zero, with something left over, goes on to its neighbour away from zero.
 * `half` compares what was left over with one half: below, at or above zero.
 */
function goesAway(mode: RoundingMode, isNegative: boolean, half: number, isOdd: boolean): boolean {
  if (mode === 'up') return !isNegative
  if (mode === 'down') return isNegative
  if (half !== 0) return half > 0
  switch (mode) {
    case 'halfAwayFromZero':
      return true
    case 'halfTowardsZero':
      return false
    case 'halfEven':
      return isOdd
    case 'halfOdd':
      return !isOdd
    case 'halfUp':
      return !isNegative
    case 'halfDown':
      return isNegative
  }
}

export const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

function divideBigInts(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  if (denominator === 0n) throw new RangeError('Nothing can be divided by zero.')
  const quotient = numerator / denominator
  const rest = numerator % denominator
  if (rest === 0n) return quotient
  const isNegative = numerator < 0n !== denominator < 0n
  const half = Number(magnitude(rest) * 2n - magnitude(denominator))
  if (!goesAway(mode, isNegative, half, quotient % 2n !== 0n)) return quotient
  return isNegative ? quotient - 1n : quotient + 1n
}

/**
 * A quotient that was cut towards zero, rounded by what was left over. All are safe integers, and `rest` is less
 * than the denominator, which is not zero.
 */
export function settle(quotient: number, rest: number, denominator: number, mode: RoundingMode): number {
  if (rest === 0) return exact(quotient)
  const isNegative = rest < 0 !== denominator < 0
  // 2 |rest| is even and below 2^54, and lies within |denominator| of it: both steps are exact.
  const half = Math.abs(rest) * 2 - Math.abs(denominator)
  if (!goesAway(mode, isNegative, half, quotient % 2 !== 0)) return exact(quotient)
  return exact(isNegative ? quotient - 1 : quotient + 1)
}

export function checkInteger(value: number, name: string): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be an integer that is kept exactly.`)
}

/**
 * numerator / denominator, rounded once. Each is a safe integer or a bigint of any size and sign.
 * Returns a safe integer, never -0. Throws a RangeError where the denominator is zero, where a number is no safe
 * integer, and where the quotient is beyond 2^53.
 */
export function divideRounded(
  numerator: number | bigint,
  denominator: number | bigint,
  mode: RoundingMode = 'halfAwayFromZero',
): number {
  if (typeof numerator === 'number') checkInteger(numerator, 'A numerator')
  if (typeof denominator === 'number') checkInteger(denominator, 'A denominator')
  if (typeof numerator === 'number' && typeof denominator === 'number' && denominator !== 0) {
    const rest = numerator % denominator
    return settle((numerator - rest) / denominator, rest, denominator, mode)
  }
  return exact(Number(divideBigInts(BigInt(numerator), BigInt(denominator), mode)))
}

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/

/**
 * An exact decimal as text, such as `-1.34534432`, rounded to `scale` digits after the point, and written with all
 * of them: `2.5` to 2 digits is `2.50`. Never `-0`. Any number of digits.
 * Throws a RangeError where the text is no plain decimal, or the scale not an integer from 0 to 1000.
 */
export function roundDecimal(text: string, scale: number, mode: RoundingMode = 'halfAwayFromZero'): string {
  const match = decimalPattern.exec(text)
  if (!match) throw new RangeError('A decimal is digits, with a point and more digits or without.')
  if (!Number.isInteger(scale) || scale < 0 || scale > 1000)
    throw new RangeError('A decimal is rounded to 0 to 1000 digits.')
  const fraction = match[3] ?? ''
  const numerator = BigInt(match[2]! + fraction.padEnd(scale, '0')) * (match[1] === '-' ? -1n : 1n)
  const rounded = divideBigInts(numerator, 10n ** BigInt(Math.max(0, fraction.length - scale)), mode)
  const digits = String(magnitude(rounded)).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  return `${rounded < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${digits.slice(-scale)}`}`
}

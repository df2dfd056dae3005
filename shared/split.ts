import { checkInteger, divideRounded, exact, magnitude, type RoundingMode } from './rounding.ts'

/**
 * Splits an amount by weights into parts that sum to it, each within one minor unit of its exact share: all get
 * their share cut towards zero, and what is left goes one unit each to the largest remainders, ties in order. A
 * negative amount is split as its opposite. A part without weight gets nothing.
 *
 * The method of Hamilton, or largest remainder. Throws a RangeError where the total is no safe integer, a weight is
 * no safe integer of 0 or more, or none is above 0.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  checkInteger(total, 'An amount')
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0))
    throw new RangeError('A weight must be an integer of 0 or more that is kept exactly.')
  const sum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (sum === 0n) throw new RangeError('An amount cannot be split where no weight is above 0.')
  const whole = magnitude(BigInt(total))
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight)
    return { index, cut: Number(product / sum), rest: product % sum }
  })
  const left = Math.abs(total) - shares.reduce((sum, { cut }) => sum + cut, 0)
  const raised = new Set(
    shares
      .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ index }) => index),
  )
  return shares.map(({ index, cut }) => {
    const part = cut + (raised.has(index) ? 1 : 0)
    return exact(total < 0 ? -part : part)
  })
}

/**
 * Splits an amount into `count` equal parts in order of time that sum to it: each is the amount due until then,
 * rounded, less what was posted before. So no running total is off by more than half a unit.
 * Throws a RangeError where the total is no safe integer, or the count no integer above 0.
 */
export function spread(total: number, count: number, mode: RoundingMode = 'halfAwayFromZero'): number[] {
  checkInteger(total, 'An amount')
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError('An amount can be spread over 1 part or more.')
  let posted = 0
  return Array.from({ length: count }, (_, i) => {
    const due = divideRounded(BigInt(total) * BigInt(i + 1), count, mode)
    const part = exact(due - posted)
    posted = due
    return part
  })
}

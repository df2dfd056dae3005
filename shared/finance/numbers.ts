/** What every function here checks of its arguments, and promises of its result. */

/** When payments fall: 0 at the end of each period (in arrears), 1 at its start (in advance). */
export type PaymentType = 0 | 1

/** Throws a RangeError, naming the argument, where one is NaN, infinite or missing. */
export function requireFinite(named: Record<string, number>): void {
  for (const name of Object.keys(named)) {
    if (!Number.isFinite(named[name])) throw new RangeError(`${name} must be a finite number.`)
  }
}

/** Throws a RangeError where the rate is -100 % or less: nothing can be discounted at it. */
export function requireRate(rate: number): void {
  requireFinite({ rate })
  if (rate <= -1) throw new RangeError(`The rate must be above -1, and it is ${rate}.`)
}

export function requireType(type: number): void {
  if (type !== 0 && type !== 1) throw new RangeError('type must be 0 (arrears) or 1 (advance).')
}

/** The result as it is handed out: 0 for -0. Throws a RangeError where it is beyond what a number can hold. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('The result is too large for a number.')
  return value === 0 ? 0 : value
}

/** What a spreadsheet's range may hold; a number or what is passed over. */
export type Cell = number | string | boolean | null | undefined

/**
 * The numbers of a list: blanks, text and truth values are passed over and leave no gap, as in a spreadsheet's
 * range. Throws a RangeError where a number is NaN or infinite.
 */
export function numbersOf(values: readonly Cell[]): number[] {
  const numbers = values.filter((value) => typeof value === 'number')
  if (!numbers.every(Number.isFinite)) throw new RangeError('Every value must be a finite number.')
  return numbers
}

/** A power of two about the size of the largest value: dividing by it keeps every digit. */
export const scaleOf = (values: readonly number[]): number =>
  2 ** Math.floor(Math.log2(values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1))

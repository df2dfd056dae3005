import { exact, type MinorUnits, type RoundingMode } from '../money.ts'

/**
 * Posts the parts of one line as they come, so that what is posted so far is always the rounded sum so far: parts of a
 * line add up to the line, however it is cut. Amounts are not below zero.
 */
export interface Posting {
  /** Begins the next line: what is left of a minor unit on this one is dropped. */
  nextLine(): void
  /**
   * Adds a whole number of minor units and numerator / denominator of one, integers with a fraction from 0 to below 1
   * where they are numbers; of any size where they are bigints.
   */
  post(whole: MinorUnits, numerator: number | bigint, denominator: number | bigint): MinorUnits
}

export function postingOf(rounding: RoundingMode): Posting {
  const toEven = rounding === 'halfEven'
  let posted = 0
  // The part of a minor unit still to be posted; below zero where the last part was rounded up.
  let pending: number | bigint = 0
  let unit: number | bigint = 1

  function settleBig(whole: number, numerator: bigint, denominator: bigint): MinorUnits {
    const sum = BigInt(pending) * denominator + numerator * BigInt(unit)
    const scale = BigInt(unit) * denominator
    let floor = sum / scale
    let rest = sum % scale
    if (rest < 0n) [floor, rest] = [floor - 1n, rest + scale]
    const below = posted + whole + Number(floor)
    const isUp = rest * 2n > scale || (rest * 2n === scale && (!toEven || below % 2 !== 0))
    pending = isUp ? rest - scale : rest
    unit = scale
    const amount = exact(whole + Number(floor) + (isUp ? 1 : 0))
    posted += amount
    return amount
  }

  return {
    nextLine() {
      posted = 0
      pending = 0
      unit = 1
    },
    post(whole, numerator, denominator) {
      if (pending || typeof numerator === 'bigint')
        return numerator ? settleBig(whole, BigInt(numerator), BigInt(denominator)) : settleBig(whole, 0n, 1n)
      const scale = Number(denominator)
      const isUp =
        numerator * 2 > scale || (numerator * 2 === scale && (!toEven || (posted + whole) % 2 !== 0))
      pending = isUp ? numerator - scale : numerator
      unit = scale
      const amount = exact(isUp ? whole + 1 : whole)
      posted += amount
      return amount
    },
  }
}

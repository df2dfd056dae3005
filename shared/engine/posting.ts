import { exact, type MinorUnits, type RoundingMode } from '../money.ts'
import { type Rational, rational } from '../rational.ts'

/** The denominator from which on what is pending is reduced, so that a line of many parts stays quick. */
const reducedFrom = 10n ** 18n

/**
 * Posts the parts of one line as they come, so that what is posted so far is always the rounded sum so far: parts of a
 * line add up to the line, however it is cut. Amounts are not below zero.
 */
export class Posting {
  readonly #toEven: boolean
  #posted = 0
  /** The part of a minor unit still to be posted; below zero where the last part was rounded up. */
  #pending: number | bigint = 0
  #unit: number | bigint = 1

  constructor(rounding: RoundingMode) {
    this.#toEven = rounding === 'halfEven'
  }

  /** Goes on with a line of which so much is posted, and a part of a minor unit is pending. */
  goOn(posted: MinorUnits, pending: Rational | null): void {
    this.#posted = posted
    this.#pending = pending?.numerator ?? 0
    this.#unit = pending?.denominator ?? 1
  }

  /** The exact sum of this line so far less what is posted of it; null where nothing is pending. */
  get pending(): Rational | null {
    return this.#pending ? rational(this.#pending, this.#unit) : null
  }

  /** Begins the next line: what is left of a minor unit on this one is dropped. */
  nextLine(): void {
    this.#posted = 0
    this.#pending = 0
    this.#unit = 1
  }

  /**
   * Adds a whole number of minor units and numerator / denominator of one, integers with a fraction from 0 to below 1
   * where they are numbers; of any size where they are bigints.
   */
  post(whole: MinorUnits, numerator: number | bigint, denominator: number | bigint): MinorUnits {
    if (this.#pending || typeof numerator === 'bigint')
      return numerator
        ? this.#postBig(whole, BigInt(numerator), BigInt(denominator))
        : this.#postBig(whole, 0n, 1n)
    const scale = Number(denominator)
    const isUp =
      numerator * 2 > scale ||
      (numerator * 2 === scale && (!this.#toEven || (this.#posted + whole) % 2 !== 0))
    this.#pending = isUp ? numerator - scale : numerator
    this.#unit = scale
    const amount = exact(isUp ? whole + 1 : whole)
    this.#posted += amount
    return amount
  }

  #postBig(whole: number, numerator: bigint, denominator: bigint): MinorUnits {
    const unit = BigInt(this.#unit)
    const sum = BigInt(this.#pending) * denominator + numerator * unit
    const scale = unit * denominator
    let floor = sum / scale
    let rest = sum % scale
    if (rest < 0n) [floor, rest] = [floor - 1n, rest + scale]
    const below = this.#posted + whole + Number(floor)
    const isUp = rest * 2n > scale || (rest * 2n === scale && (!this.#toEven || below % 2 !== 0))
    const pending = isUp ? rest - scale : rest
    if (scale > reducedFrom) {
      const { numerator, denominator } = rational(pending, scale)
      this.#pending = numerator
      this.#unit = denominator
    } else {
      this.#pending = pending
      this.#unit = scale
    }
    const amount = exact(whole + Number(floor) + (isUp ? 1 : 0))
    this.#posted += amount
    return amount
  }
}

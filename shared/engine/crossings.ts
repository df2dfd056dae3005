import { exact } from '../rounding.ts'
import { type Rational, rational, toNumber } from '../rational.ts'
import type { DatedAmounts } from './datedAmounts.ts'

/**
 * A cumulative cost, piecewise linear between vertices on an axis of whole ticks (days); two vertices at one place are a
 * jump. It is zero before its first vertex and level after its last.
 */
export type CostPath = readonly Vertex[]

export interface Vertex {
  at: number
  /** Minor units: a whole number, or an exact fraction. */
  value: number | bigint | Rational
}

/** A cumulative cost that is zero until `from` and only ever jumps, on the days of its jumps in their order. */
export interface Steps {
  readonly from: number
  readonly jumps: DatedAmounts
}

export type CumulativeCost = CostPath | Steps

export type CheaperSide = 'a' | 'b'

/** Where two curves are equal: later than `t` the end of a stretch on which they run together. */
interface Meeting {
  t: Rational
  until: Rational
}

export interface Crossing extends Meeting {
  cheaperAfter: CheaperSide
}

export interface BreakEven {
  /** The sign of A - B once the curves first part: below zero A is cheaper, zero where they never part. */
  startSign: -1 | 0 | 1
  /** Every change of the cheaper side. Equality at the start is none. The last is the headline: after it nothing changes. */
  crossings: readonly Crossing[]
  /** Where the curves meet and part again without changing sides. */
  touches: readonly Meeting[]
  /** How long the curves run together from the start; null where they part at once or never. */
  initialCoincidence: Rational | null
  /** From where they stay equal up to the horizon; null where they do not. */
  mergedFrom: Rational | null
  identical: boolean
}

/** A whole number, or a fraction that is not reduced: only its sign and ratios of it are used. */
type Value = number | { numerator: bigint; denominator: bigint }

/** Every place where A - B changes its sign or is zero, exactly. Both are read from `origin` up to and including `horizon`. */
export function crossingsOf(
  a: CumulativeCost,
  b: CumulativeCost,
  origin: number,
  horizon: number,
): BreakEven {
  const crossings: Crossing[] = []
  const touches: Meeting[] = []
  let startSign: -1 | 0 | 1 = 0
  let initialCoincidence: Rational | null = null
  let lastSign = 0
  let equalSince = origin

  let [difference, before]: [Value, -1 | 0 | 1] = [0, 0]
  walk(a, b, origin, horizon, (from, at, value) => {
    const now = signOf(value)
    if (before !== 0 && now !== 0 && before !== now) {
      const t = zeroBetween(from, difference, at, value)
      crossings.push({ t, until: t, cheaperAfter: cheaperBy(now) })
    } else if (before === 0 && now !== 0) {
      const until = rational(from)
      if (lastSign === 0) {
        startSign = now
        initialCoincidence = from > origin ? until : null
      } else if (lastSign === now) touches.push({ t: rational(equalSince), until })
      else crossings.push({ t: rational(equalSince), until, cheaperAfter: cheaperBy(now) })
    } else if (before !== 0 && now === 0) equalSince = at
    if (now !== 0) lastSign = now
    difference = value
    before = now
  })
  return {
    startSign,
    crossings,
    touches,
    initialCoincidence,
    mergedFrom: before === 0 && lastSign !== 0 ? rational(equalSince) : null,
    identical: before === 0 && lastSign === 0,
  }
}

function signOf(value: Value): -1 | 0 | 1 {
  const numerator = typeof value === 'number' ? value : value.numerator
  return numerator > 0 ? 1 : numerator < 0 ? -1 : 0
}

// A - B above zero: A has cost more so far.
const cheaperBy = (sign: number): CheaperSide => (sign > 0 ? 'b' : 'a')

const absolute = (value: bigint) => (value < 0n ? -value : value)

/** An exact value as numerator and denominator, which is above zero. */
export const fraction = (value: Value | bigint): { numerator: bigint; denominator: bigint } =>
  typeof value === 'object' ? value : { numerator: BigInt(value), denominator: 1n }

/** The zero of a straight stretch between two places where A - B has opposite signs; of a jump, its place. */
function zeroBetween(from: number, fromValue: Value, to: number, toValue: Value): Rational {
  const [first, last] = [fraction(fromValue), fraction(toValue)]
  const before = absolute(first.numerator) * last.denominator
  const after = absolute(last.numerator) * first.denominator
  return rational(BigInt(from) * (before + after) + BigInt(to - from) * before, before + after)
}

/**
 * Visits A - B at every vertex of either curve, before and after each jump, and at the horizon: it comes straight from
 * its value at `from`. What only jumps is visited where it does.
 */
function walk(
  a: CumulativeCost,
  b: CumulativeCost,
  origin: number,
  horizon: number,
  visit: (from: number, at: number, difference: Value) => void,
): void {
  const [ofA, ofB] = [cursorOn(a), cursorOn(b)]
  const isLevel = 'jumps' in a && 'jumps' in b
  let from = origin
  for (let at = -Infinity; at < horizon;) {
    at = Math.min(ofA.next(), ofB.next(), horizon)
    ofA.moveTo(at)
    ofB.moveTo(at)
    if (at < origin) continue
    if (!isLevel) visit(from, at, subtract(ofA.before, ofB.before))
    if (ofA.after !== ofA.before || ofB.after !== ofB.before) visit(at, at, subtract(ofA.after, ofB.after))
    from = at
  }
}

function subtract(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a - b)) return a - b
  const [x, y] = [fraction(a), fraction(b)]
  return {
    numerator: x.numerator * y.denominator - y.numerator * x.denominator,
    denominator: x.denominator * y.denominator,
  }
}

/** What a cumulative cost has come to on each of these days, which are in order, what is paid on them with it; as floats. */
export function costsOn(cost: CumulativeCost, days: readonly number[]): number[] {
  const cursor = cursorOn(cost)
  return days.map((day) => {
    cursor.moveTo(day)
    const { numerator, denominator } = fraction(cursor.after)
    return toNumber({ numerator, denominator })
  })
}

const valueOf = (value: Vertex['value']): Value => (typeof value === 'number' ? value : fraction(value))

/** A place on a curve, which only ever moves on, with its readings there: where it does not jump, both are the same. */
interface Cursor {
  readonly before: Value
  readonly after: Value
  /** The next place at which there is a vertex; infinite where there is none. */
  next(): number
  moveTo(at: number): void
}

const cursorOn = (cost: CumulativeCost): Cursor =>
  'jumps' in cost ? new StepsCursor(cost) : new PathCursor(cost)

class StepsCursor implements Cursor {
  before = 0
  after = 0
  readonly #from: number
  readonly #days: DatedAmounts['days']
  readonly #amounts: DatedAmounts['amounts']
  /** The first jump beyond the place; -1 until the place is at the beginning. */
  #index = -1

  constructor({ from, jumps }: Steps) {
    this.#from = from
    this.#days = jumps.days
    this.#amounts = jumps.amounts
  }

  next(): number {
    if (this.#index < 0) return this.#from
    return this.#index < this.#days.length ? this.#days[this.#index]! : Infinity
  }

  moveTo(at: number): void {
    if (at < this.#from) return
    if (this.#index < 0) this.#index = 0
    this.before = this.after
    for (; this.#index < this.#days.length && this.#days[this.#index]! <= at; this.#index++)
      this.after = exact(this.after + this.#amounts[this.#index]!)
  }
}

class PathCursor implements Cursor {
  before: Value = 0
  after: Value = 0
  readonly #curve: CostPath
  /** The first vertex beyond the place. */
  #index = 0

  constructor(curve: CostPath) {
    this.#curve = curve
  }

  next(): number {
    return this.#index < this.#curve.length ? this.#curve[this.#index]!.at : Infinity
  }

  moveTo(at: number): void {
    const curve = this.#curve
    let index = this.#index
    while (index < curve.length && curve[index]!.at < at) index++
    const left = index > 0 ? curve[index - 1]! : null
    const right = index < curve.length ? curve[index]! : null
    if (right?.at === at) {
      while (index < curve.length && curve[index]!.at === at) index++
      const [first, last] = [left ? right.value : 0, curve[index - 1]!.value]
      this.before = valueOf(first)
      this.after = last === first ? this.before : valueOf(last)
    } else {
      const isLevel = !left || !right || left.value === right.value
      this.before = isLevel ? valueOf(left?.value ?? 0) : between(left, right, at)
      this.after = this.before
    }
    this.#index = index
  }
}

function between(left: Vertex, right: Vertex, at: number): Value {
  const [first, last] = [fraction(left.value), fraction(right.value)]
  return {
    numerator:
      first.numerator * last.denominator * BigInt(right.at - at) +
      last.numerator * first.denominator * BigInt(at - left.at),
    denominator: first.denominator * last.denominator * BigInt(right.at - left.at),
  }
}

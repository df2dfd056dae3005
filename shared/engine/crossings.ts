import { type Rational, rational } from '../rational.ts'

/**
 * A cumulative cost, piecewise linear between vertices on an axis of whole ticks (days); two vertices at one place are a
 * jump. It is zero before its first vertex and level after its last.
 */
export type CostPath = readonly Vertex[]

export interface Vertex {
  at: number
  /** A whole number: minor units. */
  value: number | bigint
}

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

/** A - B at a place. */
interface Difference {
  at: number
  value: Value
}

/** Every place where A - B changes its sign or is zero, exactly. Both are read from `origin` up to and including `horizon`. */
export function crossingsOf(a: CostPath, b: CostPath, origin: number, horizon: number): BreakEven {
  const crossings: Crossing[] = []
  const touches: Meeting[] = []
  let startSign: -1 | 0 | 1 = 0
  let initialCoincidence: Rational | null = null
  let lastSign = 0
  let equalSince = rational(origin)

  let previous: Difference = { at: origin, value: 0 }
  const visit = (current: Difference): void => {
    const before = signOf(previous)
    const now = signOf(current)
    if (before !== 0 && now !== 0 && before !== now) {
      const t = zeroBetween(previous, current)
      crossings.push({ t, until: t, cheaperAfter: cheaperBy(now) })
    } else if (before === 0 && now !== 0) {
      const until = rational(previous.at)
      if (lastSign === 0) {
        startSign = now
        initialCoincidence = previous.at > origin ? until : null
      } else if (lastSign === now) touches.push({ t: equalSince, until })
      else crossings.push({ t: equalSince, until, cheaperAfter: cheaperBy(now) })
    } else if (before !== 0 && now === 0) equalSince = rational(current.at)
    if (now !== 0) lastSign = now
    previous = current
  }
  walk(a, b, origin, horizon, visit)
  const endsEqual = signOf(previous) === 0
  return {
    startSign,
    crossings,
    touches,
    initialCoincidence,
    mergedFrom: endsEqual && lastSign !== 0 ? equalSince : null,
    identical: endsEqual && lastSign === 0,
  }
}

const signOf = ({ value }: Difference): -1 | 0 | 1 => {
  const numerator = typeof value === 'number' ? value : value.numerator
  return numerator > 0 ? 1 : numerator < 0 ? -1 : 0
}

// A - B above zero: A has cost more so far.
const cheaperBy = (sign: number): CheaperSide => (sign > 0 ? 'b' : 'a')

const absolute = (value: bigint) => (value < 0n ? -value : value)

const fraction = (value: Value) =>
  typeof value === 'number' ? { numerator: BigInt(value), denominator: 1n } : value

/** The zero of a straight stretch between two places of opposite sign; of a jump, its place. */
function zeroBetween(from: Difference, to: Difference): Rational {
  const [first, last] = [fraction(from.value), fraction(to.value)]
  const before = absolute(first.numerator) * last.denominator
  const after = absolute(last.numerator) * first.denominator
  return rational(BigInt(from.at) * (before + after) + BigInt(to.at - from.at) * before, before + after)
}

/** Visits A - B at every vertex of either curve, before and after each jump, and at the horizon. */
function walk(
  a: CostPath,
  b: CostPath,
  origin: number,
  horizon: number,
  visit: (difference: Difference) => void,
): void {
  const [ofA, ofB] = [cursorOn(a), cursorOn(b)]
  for (let at = -Infinity; at < horizon;) {
    at = Math.min(ofA.nextAfter(at), ofB.nextAfter(at), horizon)
    if (at < origin) continue
    ofA.moveTo(at)
    ofB.moveTo(at)
    visit({ at, value: subtract(ofA.before, ofB.before) })
    if (ofA.after !== ofA.before || ofB.after !== ofB.before)
      visit({ at, value: subtract(ofA.after, ofB.after) })
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

const valueOf = (value: number | bigint): Value =>
  typeof value === 'number' ? value : { numerator: value, denominator: 1n }

/** A place on a curve, which only ever moves on, with its readings there: where it does not jump, both are the same. */
interface Cursor {
  before: Value
  after: Value
  /** The next place beyond `at` at which there is a vertex; infinite where there is none. */
  nextAfter(at: number): number
  moveTo(at: number): void
}

function cursorOn(curve: CostPath): Cursor {
  let next = 0
  const cursor: Cursor = {
    before: 0,
    after: 0,
    nextAfter(at) {
      let i = next
      while (i < curve.length && curve[i]!.at <= at) i++
      return curve[i]?.at ?? Infinity
    },
    moveTo(at) {
      while (next < curve.length && curve[next]!.at < at) next++
      const [left, right] = [curve[next - 1], curve[next]]
      if (right?.at === at) {
        let last = next
        while (curve[last + 1]?.at === at) last++
        const [first, end] = [left ? right.value : 0, curve[last]!.value]
        cursor.before = valueOf(first)
        cursor.after = end === first ? cursor.before : valueOf(end)
      } else {
        cursor.before =
          !left || !right || left.value === right.value ? valueOf(left?.value ?? 0) : between(left, right, at)
        cursor.after = cursor.before
      }
    },
  }
  return cursor
}

const between = (left: Vertex, right: Vertex, at: number): Value => ({
  numerator: BigInt(left.value) * BigInt(right.at - at) + BigInt(right.value) * BigInt(at - left.at),
  denominator: BigInt(right.at - left.at),
})

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

/** A - B at a place, as a fraction that is not reduced: only its sign and ratios of it are used. */
interface Difference {
  at: number
  numerator: bigint
  denominator: bigint
}

/** Every place where A - B changes its sign or is zero, exactly. Both are read from `origin` up to and including `horizon`. */
export function crossingsOf(a: CostPath, b: CostPath, origin: number, horizon: number): BreakEven {
  const path = differencePath(a, b, origin, horizon)
  const crossings: Crossing[] = []
  const touches: Meeting[] = []
  let startSign: -1 | 0 | 1 = 0
  let initialCoincidence: Rational | null = null
  let lastSign = 0
  let equalSince = rational(origin)

  let previous: Difference = { at: origin, numerator: 0n, denominator: 1n }
  for (const current of path) {
    const [before, now] = [signOf(previous), signOf(current)]
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

const signOf = ({ numerator }: Difference): -1 | 0 | 1 => (numerator > 0n ? 1 : numerator < 0n ? -1 : 0)

// A - B above zero: A has cost more so far.
const cheaperBy = (sign: number): CheaperSide => (sign > 0 ? 'b' : 'a')

const absolute = (value: bigint) => (value < 0n ? -value : value)

/** The zero of a straight stretch between two places of opposite sign; of a jump, its place. */
function zeroBetween(from: Difference, to: Difference): Rational {
  const before = absolute(from.numerator) * to.denominator
  const after = absolute(to.numerator) * from.denominator
  return rational(BigInt(from.at) * (before + after) + BigInt(to.at - from.at) * before, before + after)
}

/** A - B at every vertex of either curve, before and after each jump, and at the horizon. */
function differencePath(a: CostPath, b: CostPath, origin: number, horizon: number): Difference[] {
  const places = [...new Set([...a, ...b].map((vertex) => vertex.at).concat(horizon))]
    .filter((at) => at >= origin && at <= horizon)
    .toSorted((x, y) => x - y)
  const [readA, readB] = [reader(a), reader(b)]
  return places.flatMap((at) => {
    const [fromA, fromB] = [readA(at), readB(at)]
    const before = subtract(at, fromA.before, fromB.before)
    return fromA.jumps || fromB.jumps ? [before, subtract(at, fromA.after, fromB.after)] : [before]
  })
}

interface Reading {
  numerator: bigint
  denominator: bigint
}

function subtract(at: number, a: Reading, b: Reading): Difference {
  if (a.denominator === b.denominator)
    return { at, numerator: a.numerator - b.numerator, denominator: a.denominator }
  return {
    at,
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

const whole = (value: number | bigint): Reading => ({ numerator: BigInt(value), denominator: 1n })

/** Reads a curve at places that only ever grow. */
function reader(curve: CostPath): (at: number) => { before: Reading; after: Reading; jumps: boolean } {
  let next = 0
  return (at) => {
    while (next < curve.length && curve[next]!.at < at) next++
    const [left, right] = [curve[next - 1], curve[next]]
    if (right?.at === at) {
      let last = next
      while (curve[last + 1]?.at === at) last++
      const before = left ? right.value : 0
      const after = curve[last]!.value
      return { before: whole(before), after: whole(after), jumps: before !== after }
    }
    if (!left || !right) {
      const level = whole(left?.value ?? 0)
      return { before: level, after: level, jumps: false }
    }
    const reading = {
      numerator: BigInt(left.value) * BigInt(right.at - at) + BigInt(right.value) * BigInt(at - left.at),
      denominator: BigInt(right.at - left.at),
    }
    return { before: reading, after: reading, jumps: false }
  }
}

/**
 * Every real root of an equation of value, positive part = negative part, in u = ln(1 + rate).
 *
 * The search works on the gap, ln(positive part / negative part): it has the sign and the roots of the net present
 * value, does not change when both parts are scaled, so nothing overflows, and is close to a straight line, which
 * suits Newton's method. Near a root it is twice the net value over the sum of absolute values.
 *
 * A grid of cells runs outwards from u = 0. Where it may end follows from Laguerre's extension of Descartes' rule of
 * signs: the roots beyond u are as many as the sign changes in the partial sums of the flows discounted at u, or
 * fewer by an even number (G. J. O. Jameson, "Counting zeros of generalized polynomials", Mathematical Gazette 90,
 * 2006; at u = 0 it is Norstrøm's criterion). So beyond no change there is no root, and beyond one change just one.
 */

/** What an equation of value writes for one u. */
export interface Balance {
  /** The sums of the discounted positive and negative flows, both as amounts above zero, on a common scale. */
  positive: number
  negative: number
  /** Their derivatives by u. */
  positiveSlope: number
  negativeSlope: number
  /** Sign changes in the partial sums, taken from the start or from the end. */
  variations: number
}

/**
 * Writes the balance at u into the record it is handed. From the start, values are those on the first date, for u of
 * 0 and more; otherwise those on the last date, for u of 0 and less: no factor then exceeds 1.
 */
export type Equation = (u: number, fromStart: boolean, balance: Balance) => void

/** As far as a number can tell the rate from -1, and as far as it can hold it. */
const lowest = -36.7
const highest = 709.7

/** ln(1 + 10^12): rates beyond, the artefacts of flows a few days apart, count only where there is no other. */
const ordinary = Math.log1p(1e12)

/** A gap of this size is none: the residual is half of it. */
const touching = 1e-12
const roundingNoise = 64 * Number.EPSILON

/** The width of a cell in asinh(u scale), which is even near zero and logarithmic far from it. */
const cellWidth = 1 / 8
const narrowestCell = 1e-5
const shortestHorizon = 1e-6
const longestHorizon = 1e9

interface Point {
  u: number
  gap: number
  slope: number
  variations: number
}

const gapOf = ({ positive, negative }: Balance): number => Math.log(positive / negative)

const slopeOf = ({ positive, positiveSlope, negative, negativeSlope }: Balance): number =>
  positiveSlope / positive - negativeSlope / negative

/** How far the two parts are from equal, against their sum. */
export function residualAt(equation: Equation, u: number): number {
  const balance = emptyBalance()
  equation(u, u >= 0, balance)
  return Math.abs(balance.positive - balance.negative) / (balance.positive + balance.negative)
}

const emptyBalance = (): Balance => ({
  positive: 0.1,
  negative: 0.1,
  positiveSlope: 0.1,
  negativeSlope: 0.1,
  variations: 0,
})

/**
 * All roots in ascending order, a double root once. Rates above 10^12 are left out unless there is no other.
 *
 * @param horizon the longest time in the equation, in years or periods: it sets the scale of the cells.
 * @param start where Newton's method starts if it lies in the cell.
 */
export function realRoots(equation: Equation, horizon: number, start: number): number[] {
  const roots: number[] = []
  const balance = emptyBalance()

  const scale = Math.min(Math.max(horizon, shortestHorizon), longestHorizon)
  const spread = (u: number) => Math.asinh(u * scale)
  const middle = (low: number, high: number, share = 0.5) => {
    const from = spread(low)
    return Math.sinh(from + (spread(high) - from) * share) / scale
  }

  function measure(u: number, fromStart: boolean): Point {
    equation(u, fromStart, balance)
    return { u, gap: gapOf(balance), slope: slopeOf(balance), variations: balance.variations }
  }

  /** The root in a cell whose ends differ in sign: Newton's steps, and halving where they leave or stall. */
  function polish(a: Point, b: Point): number {
    let low = a.u
    let high = b.u
    const risesTo = b.gap > 0
    let u = start > low && start < high ? start : middle(low, high)
    let previous = high - low
    for (let i = 0; i < 200; i++) {
      equation(u, u >= 0, balance)
      const gap = gapOf(balance)
      if (gap === 0) return u
      if (gap > 0 === risesTo) high = u
      else low = u
      let step = -gap / slopeOf(balance)
      const next = u + step
      const goesWell = next > low && next < high && Math.abs(step) < Math.abs(previous) / 2
      if (Math.abs(gap) < roundingNoise) return goesWell ? next : u
      step = goesWell ? step : middle(low, high) - u
      if (Math.abs(step) <= Number.EPSILON * Math.abs(u)) return u
      previous = step
      u += step
    }
    return u
  }

  /** Two roots, a double one or none between two ends of one sign, where the gap turns back towards zero. */
  function turnBack(a: Point, b: Point, fromStart: boolean): void {
    const side = Math.sign(a.gap)
    let low = a
    let high = b
    for (let i = 0; i < 100; i++) {
      // The zero of the slope by the secant, kept off the ends so that both of them move.
      const share = low.slope / (low.slope - high.slope)
      const kept = i % 3 === 2 ? 0.5 : Math.min(0.98, Math.max(0.02, share))
      const u = low.u + (high.u - low.u) * kept
      const turn = measure(u, fromStart)
      if (side * turn.gap < -touching) {
        searchCell(a, turn, fromStart)
        searchCell(turn, b, fromStart)
        return
      }
      if (Math.abs(turn.slope) < roundingNoise * scale || !(u > low.u && u < high.u)) {
        if (Math.abs(turn.gap) <= touching) roots.push(u)
        return
      }
      if (side * turn.slope < 0) low = turn
      else high = turn
      // Slopes like those of the ends cannot bring it to zero any more.
      const reach = Math.max(Math.abs(low.slope), Math.abs(high.slope)) * (high.u - low.u)
      if (side * turn.gap > touching && Math.abs(turn.gap) > 2 * reach) return
    }
  }

  /** A point inside the cell that is not itself close to a root. */
  function divide(a: Point, b: Point, fromStart: boolean, at: number): Point {
    let point = measure(middle(a.u, b.u, at), fromStart)
    for (const share of [0.9, 0.8, 0.7]) {
      if (Math.abs(point.gap) > 1e-9) return point
      point = measure(middle(a.u, b.u, at * share), fromStart)
    }
    return point
  }

  /**
   * Whether the cubic through the ends with their slopes has no extreme between them (F. N. Fritsch and R. E.
   * Carlson, "Monotone Piecewise Cubic Interpolation", 1980): then one crossing is all that the cubic has.
   */
  function isMonotone(a: Point, b: Point): boolean {
    const chord = (b.gap - a.gap) / (b.u - a.u)
    const start = a.slope / chord
    const end = b.slope / chord
    return start >= 0 && end >= 0 && start <= 3 && end <= 3
  }

  /** Whether that cubic describes the gap, judged by a point inside. */
  function isCubic(a: Point, b: Point, inside: Point): boolean {
    const width = b.u - a.u
    const t = (inside.u - a.u) / width
    const cubic =
      (1 - t) * (1 - t) * ((1 + 2 * t) * a.gap + t * width * a.slope) +
      t * t * ((3 - 2 * t) * b.gap - (1 - t) * width * b.slope)
    return Math.abs(inside.gap - cubic) <= 0.02 * (Math.abs(a.gap) + Math.abs(b.gap))
  }

  /** Whether slopes like those of the ends could bring the gap to zero between them. */
  const comesNear = (a: Point, b: Point): boolean =>
    Math.min(Math.abs(a.gap), Math.abs(b.gap)) < 2 * (Math.abs(a.slope) + Math.abs(b.slope)) * (b.u - a.u)

  function searchCell(a: Point, b: Point, fromStart: boolean): void {
    const crosses = a.gap > 0 !== b.gap > 0
    if (!crosses && !comesNear(a, b)) return
    const side = Math.sign(a.gap)
    const turnsBack = !crosses && side * a.slope < 0 && side * b.slope > 0
    const isNarrowest = spread(b.u) - spread(a.u) < narrowestCell
    const inside = isNarrowest ? a : divide(a, b, fromStart, 0.5)
    // Between ends of one sign a cubic has no root either where it leads away from zero and back.
    const isPlain = turnsBack || isMonotone(a, b) || (!crosses && a.slope * b.slope < 0)
    if (isNarrowest || (isPlain && isCubic(a, b, inside))) {
      if (crosses) roots.push(polish(a, b))
      else if (turnsBack) turnBack(a, b, fromStart)
      return
    }
    searchCell(a, inside, fromStart)
    searchCell(inside, b, fromStart)
  }

  /** The cells from a point outwards to a limit, until no more than one root can lie beyond. */
  function searchOutwards(from: number, limit: number): void {
    const fromStart = limit > from
    const end = measure(limit, fromStart)
    let here = measure(from, fromStart)
    while (here.variations > 0 && here.u !== limit) {
      const share = cellWidth / Math.abs(spread(limit) - spread(here.u))
      const isLast = here.variations === 1 || share >= 0.9
      const next = isLast ? end : divide(here, end, fromStart, share)
      if (here.variations === 1) {
        if (here.gap > 0 !== end.gap > 0) roots.push(fromStart ? polish(here, end) : polish(end, here))
      } else if (fromStart) searchCell(here, next, fromStart)
      else searchCell(next, here, fromStart)
      here = next
    }
  }

  // The two directions start from zero, or from beside it where zero is about a root.
  let pivot = 0
  for (const share of [0, 0.05, -0.07, 0.11, -0.2]) {
    pivot = share / scale
    if (Math.abs(measure(pivot, true).gap) > 1e-6) break
  }
  searchOutwards(pivot, lowest)
  searchOutwards(pivot, ordinary)
  if (roots.length === 0) searchOutwards(ordinary, highest)
  return roots.sort((a, b) => a - b)
}

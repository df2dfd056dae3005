/** The internal rate of return: every rate at which a row of flows is worth nothing. */
import { requireRate, scaleOf } from './numbers.ts'
import { type Equation, realRoots, residualAt } from './roots.ts'

export interface RateOfReturn {
  /**
   * ok: one rate. multiple: several, all of them true. none: the sign changes and yet no rate above -1 that a number
   * can hold makes the flows worth nothing. no sign change: only outlays or only income. all zero: no flow at all.
   */
  status: 'ok' | 'multiple' | 'none' | 'no sign change' | 'all zero'
  /** The rate (0.1 is 10 %); of several the nearest to the guess, and null without a guess. */
  rate: number | null
  /**
   * All rates, ascending, each above -1; one at which the value only touches zero is listed once. Rates above 10^12,
   * which flows a few days apart can have beside a sensible one, are listed only where there is no other.
   */
  roots: number[]
  /** Between one flow and the next in time, once flows of one time are added up: at least the number of roots. */
  signChanges: number
  /**
   * What is left at the rate: |sum of discounted flows| / sum of |discounted flows|; null where there is no rate.
   * About 1e-16, but as much as the few digits left of 1 + rate make it where the rate is next to -1.
   */
  residual: number | null
}

/** Flows in order of time, one for each time and none of them zero, scaled to about 1. */
interface Flows {
  amounts: Float64Array
  /** Since the first flow, in years. */
  years: Float64Array
  /** The different distances between neighbours, in years, and which of them lies before each flow. */
  gaps: Float64Array
  gapBefore: Uint32Array
}

function inOrder(times: readonly number[]): number[] {
  const order = times.map((_, i) => i)
  const isSorted = times.every((time, i) => i === 0 || times[i - 1]! <= time)
  return isSorted ? order : order.sort((a, b) => times[a]! - times[b]!)
}

function flowsOf(values: readonly number[], times: readonly number[], timesAYear: number): Flows {
  const order = inOrder(times)
  const scale = scaleOf(values)
  const amounts = new Float64Array(values.length)
  const at = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < order.length;) {
    const time = times[order[i]!]!
    let sum = 0
    let size = 0
    for (; i < order.length && times[order[i]!] === time; i++) {
      const amount = values[order[i]!]! / scale
      sum += amount
      size += Math.abs(amount)
    }
    // What cancels but for rounding is no flow: it would add a sign change, and a rate near -1 or beyond reason.
    if (Math.abs(sum) <= 4 * Number.EPSILON * size || sum === 0) continue
    amounts[count] = sum
    at[count++] = time
  }
  const gaps: number[] = []
  const known = new Map<number, number>()
  const gapBefore = new Uint32Array(count)
  const years = new Float64Array(count)
  for (let k = 1; k < count; k++) {
    const gap = at[k]! - at[k - 1]!
    let index = known.get(gap)
    if (index === undefined) {
      index = gaps.push(gap / timesAYear) - 1
      known.set(gap, index)
    }
    gapBefore[k] = index
    years[k] = (at[k]! - at[0]!) / timesAYear
  }
  return { amounts: amounts.subarray(0, count), years, gaps: Float64Array.from(gaps), gapBefore }
}

/** The equation of value of the flows. A power is taken once for each different gap, not once for each flow. */
function equationOf({ amounts, years, gaps, gapBefore }: Flows): Equation {
  const last = amounts.length - 1
  const factors = new Float64Array(gaps.length)
  return (u, fromStart, balance) => {
    const sign = fromStart ? -1 : 1
    for (let j = 0; j < factors.length; j++) factors[j] = Math.exp(sign * u * gaps[j]!)
    const origin = fromStart ? 0 : years[last]!
    let positive = 0
    let positiveSlope = 0
    let negative = 0
    let negativeSlope = 0
    let factor = 1
    let sum = 0
    let side = 0
    let variations = 0
    for (let step = 0; step <= last; step++) {
      const k = fromStart ? step : last - step
      if (step > 0) factor *= factors[gapBefore[fromStart ? k : k + 1]!]!
      const value = amounts[k]! * factor
      if (value > 0) {
        positive += value
        positiveSlope += (origin - years[k]!) * value
      } else {
        negative -= value
        negativeSlope -= (origin - years[k]!) * value
      }
      sum += value
      const newSide = sum > 0 ? 1 : sum < 0 ? -1 : side
      if (newSide === -side) variations += side * side
      side = newSide
    }
    balance.positive = positive
    balance.positiveSlope = positiveSlope
    balance.negative = negative
    balance.negativeSlope = negativeSlope
    balance.variations = variations
  }
}

function countSignChanges(amounts: Float64Array): number {
  let count = 0
  for (let k = 1; k < amounts.length; k++) if (amounts[k]! > 0 !== amounts[k - 1]! > 0) count++
  return count
}

export const nearest = (roots: readonly number[], guess: number): number =>
  roots.reduce((best, root) => (Math.abs(root - guess) < Math.abs(best - guess) ? root : best))

/**
 * The yearly rates at which flows at these times are worth nothing, for times counted in any unit: an exponent is
 * time / timesAYear. Times may come in any order and more than once.
 *
 * @param guess picks one of several rates; it never decides which are found. Above -1.
 * @throws RangeError where the lists differ in length, a value or time is not finite, or the guess is -1 or less.
 */
export function rateOfReturn(
  values: readonly number[],
  times: readonly number[],
  timesAYear: number,
  guess?: number,
): RateOfReturn {
  if (guess !== undefined) requireRate(guess)
  if (values.length !== times.length) {
    throw new RangeError(`There are ${values.length} values and ${times.length} times.`)
  }
  if (!values.every(Number.isFinite) || !times.every(Number.isFinite)) {
    throw new RangeError('Every value and every time must be a finite number.')
  }
  const flows = flowsOf(values, times, timesAYear)
  const signChanges = countSignChanges(flows.amounts)
  const without = (status: RateOfReturn['status']): RateOfReturn => ({
    status,
    rate: null,
    roots: [],
    signChanges,
    residual: null,
  })
  if (flows.amounts.length === 0) return without('all zero')
  if (signChanges === 0) return without('no sign change')

  const equation = equationOf(flows)
  const found = realRoots(equation, flows.years.at(-1)!, Math.log1p(guess ?? 0))
  const roots = found
    // Adding 0 turns -0 into 0.
    .map((u) => Math.expm1(u) + 0)
    .filter((root, i, all) => root !== all[i - 1])
  if (roots.length === 0) return without('none')
  const rate = roots.length === 1 ? roots[0]! : guess === undefined ? null : nearest(roots, guess)
  return {
    status: roots.length === 1 ? 'ok' : 'multiple',
    rate,
    roots,
    signChanges,
    residual: rate === null ? null : residualAt(equation, Math.log1p(rate)),
  }
}

import { binaryFraction } from '../rational.ts'
import { type BreakEven, type CostPath, crossingsOf, type Vertex } from './crossings.ts'

export type { BreakEven } from './crossings.ts'

/**
 * What something costs over time, on an axis of whole ticks without a unit: days in deals, months in textbooks. Each rate
 * accrues evenly from its tick until the next begins; each jump is paid at once. Both are in the order of their ticks.
 */
export interface Curve {
  rates: readonly (readonly [from: number, amountPerTick: number])[]
  jumps: readonly (readonly [at: number, amount: number])[]
}

/**
 * Where the cumulative costs of two curves cross between their first tick and the horizon (inclusive), and who is cheaper
 * after: D(t) = cumulative cost A - cumulative cost B, piecewise linear on the union of both curves' ticks.
 * A crossing's `t` and `until` are exact fractions of a tick. Amounts that are not whole (present values) are taken as the
 * exact binary fractions they are. Throws a RangeError for a tick that is not whole or an amount that is not finite.
 */
export function breakEven(a: Curve, b: Curve, horizon: number): BreakEven {
  const ticks = [...a.rates, ...a.jumps, ...b.rates, ...b.jumps].map(([tick]) => tick)
  if (![...ticks, horizon].every(Number.isSafeInteger)) throw new RangeError('Ticks are whole numbers.')
  const amounts = [...a.rates, ...a.jumps, ...b.rates, ...b.jumps].map(([, amount]) => amount)
  const scale = scaleOf(amounts)
  const origin = Math.min(horizon, ...ticks)
  return crossingsOf(pathOf(a, scale, horizon), pathOf(b, scale, horizon), origin, horizon)
}

/** What makes every amount whole: the denominators of binary fractions are powers of two, so the largest is a multiple of all. */
function scaleOf(amounts: readonly number[]): bigint {
  if (!amounts.every(Number.isFinite)) throw new RangeError('Amounts are finite numbers.')
  return amounts.reduce((scale, amount) => {
    const { denominator } = binaryFraction(amount)
    return denominator > scale ? denominator : scale
  }, 1n)
}

function pathOf({ rates, jumps }: Curve, scale: bigint, horizon: number): CostPath {
  const whole = (amount: number) => {
    const { numerator, denominator } = binaryFraction(amount)
    return numerator * (scale / denominator)
  }
  const ticks = [...new Set([...rates, ...jumps].map(([tick]) => tick).concat(horizon))].toSorted(
    (x, y) => x - y,
  )
  const path: Vertex[] = []
  let value = 0n
  let rate = 0n
  let last = ticks[0]!
  for (const tick of ticks) {
    value += rate * BigInt(tick - last)
    path.push({ at: tick, value })
    for (const [at, amount] of jumps) if (at === tick) value += whole(amount)
    path.push({ at: tick, value })
    rate = rates.reduce((current, [from, perTick]) => (from === tick ? whole(perTick) : current), rate)
    last = tick
  }
  return path
}

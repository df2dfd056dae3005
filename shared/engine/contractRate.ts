import { wholePpm } from '../rate.ts'
import { add, divide, multiply, type Rational, rational } from '../rational.ts'
import { isDue } from './capacity.ts'
import type { SeriesPlan } from './plan.ts'
import type { Schedule } from './scheduleColumns.ts'

/** Hours of a year and of a month by which prices of both are converted, whatever year or month it is. */
export const hoursInYear = 8760
export const hoursInMonth = hoursInYear / 12

/** The exact cost of one charge per month of 730 hours on contracted capacity at full usage, in minor units. */
export interface RatePart {
  readonly series: SeriesPlan
  readonly perMonth: Rational
  /** The units it is priced on: GPUs, or kilowatts; null for a flat fee. */
  readonly units: number | null
}

/** The price of all contracted capacity in the contract's own words, and what it is the price of. */
export interface ContractRate {
  readonly parts: readonly RatePart[]
  /** All parts together. */
  readonly perMonth: Rational
  /** Contracted units; null where a tranche does not state them. */
  readonly gpus: number | null
  readonly kilowatts: number | null
}

/**
 * The rate of a deal at its start, before escalation and without ramp, at full usage of all contracted units: a monthly
 * fee is one of 730 hours, a charge per GPU-hour or per kWh its own price. It rests on no month's length and on no date of
 * delivery. Capacity that comes later counts, with what is charged for it then. Of tranches that replace each other, those
 * count which are due together when most is due. Power pass-through is apart.
 */
export function contractRate({ plan, timeline, capacity }: Schedule): ContractRate {
  const at = fullest(capacity.gpus ?? capacity.kilowatts)
  const due = new Set(plan.capacities.filter((each) => isDue(each, timeline.bounds[at]!)))
  const priced = plan.series
    .map((series) => ({ ...series, capacities: series.capacities.filter((each) => due.has(each)) }))
    .filter(
      ({ charge, from, until, capacities }) =>
        charge.kind !== 'power' && from < until && capacities.length > 0,
    )
  const parts = priced
    .filter((series) => isOfStart(series, priced))
    .map((series) => partOf(series, plan.digits))
  return {
    parts,
    perMonth: parts.reduce((sum, { perMonth }) => add(sum, perMonth), rational(0)),
    gpus: capacity.gpus && capacity.gpus[at]!,
    kilowatts: capacity.kilowatts && capacity.kilowatts[at]!,
  }
}

/** The first stretch on which the most capacity is due. */
function fullest(size: Float64Array | null): number {
  let at = 0
  if (size) for (let i = 1; i < size.length; i++) if (size[i]! > size[at]!) at = i
  return at
}

/**
 * Whether a series is charged on the first day on which all of its capacity is due. One that begins later counts where
 * nothing was charged for that capacity before, as after free months; one that ends earlier where nothing follows it.
 */
function isOfStart(series: SeriesPlan, all: readonly SeriesPlan[]): boolean {
  const day = Math.max(...series.capacities.map(({ from }) => from))
  const others = all.filter(
    (other) => other !== series && other.capacities.some((each) => series.capacities.includes(each)),
  )
  if (series.from > day) return !others.some(({ from }) => from < series.from)
  if (series.until <= day) return !others.some(({ from }) => from >= series.until)
  return true
}

function partOf(series: SeriesPlan, digits: number): RatePart {
  const { charge, capacity, prices } = series
  const price = rational(prices.prices[0]!)
  if (charge.basis === 'flat' || !capacity) return { series, perMonth: price, units: null }
  const { gpus, kilowatts, powerBasis, pue } = capacity.tranche
  const isByGpu = charge.basis === 'perGpu' || charge.basis === 'perGpuHour'
  const units = (isByGpu ? gpus : kilowatts) ?? 0
  // Unit prices are millionths of the major unit.
  const amount = multiply(multiply(price, rational(units)), rational(10 ** digits, 1_000_000))
  const byHour = (perHour: Rational) => multiply(perHour, rational(hoursInMonth))
  switch (charge.basis) {
    case 'perMegawatt':
      return { series, perMonth: divide(amount, rational(1000)), units }
    case 'perKilowatt':
    case 'perGpu':
      return { series, perMonth: amount, units }
    case 'perGpuHour':
      return { series, perMonth: byHour(amount), units }
    case 'perKilowattHour': {
      // Power measured at the facility holds its cooling and losses already.
      const overhead = powerBasis === 'criticalIt' ? (pue ?? wholePpm) : wholePpm
      return { series, perMonth: byHour(multiply(amount, rational(overhead, wholePpm))), units }
    }
  }
}

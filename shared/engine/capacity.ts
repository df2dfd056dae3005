import type { Rational } from '../rational.ts'
import { rational } from '../rational.ts'
import { newColumn } from './column.ts'
import type { CapacityPlan } from './plan.ts'
import type { Timeline } from './timeline.ts'

/** A share of capacity as a ratio of integers: 73,333 of 220,000 GPUs is no whole number of millionths. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/** The whole of it. */
export const all: Share = { numerator: 1, denominator: 1 }

/** Whether a tranche is contractually due on a day. */
export const isDue = ({ from, until }: CapacityPlan, day: number): boolean => from <= day && day < until

/** The share of one tranche that is in service on a day. */
export function deliveredOf({ delivery }: CapacityPlan, day: number): Share {
  for (const step of delivery) if (step.from <= day && day < step.until) return step
  return all
}

/** The share of one tranche that is paid for on a day: from the remedy for late delivery on, what is in service. */
const acceptedOf = (capacity: CapacityPlan, day: number): Share =>
  capacity.acceptedFrom !== null && day >= capacity.acceptedFrom ? deliveredOf(capacity, day) : all

/** What a tranche weighs among others: its GPUs, where one states them, else its power, else one as another. */
export function weightsOf(capacities: readonly CapacityPlan[]): number[] {
  for (const unit of ['gpus', 'kilowatts'] as const) {
    const sizes = capacities.map(({ tranche }) => tranche[unit])
    // A tranche that does not say how much it is counts for nothing beside one that does.
    if (sizes.some((size) => size !== null)) return sizes.map((size) => size ?? 0)
  }
  return capacities.map(() => 1)
}

/** The share of what is due on a day that is in service, over several tranches; all of it where nothing is due. */
export const deliveredShare = (capacities: readonly CapacityPlan[], day: number): Share =>
  shareOfDue(capacities, day, deliveredOf)

/** The share of what is due on a day that is paid for where the buyer accepts fewer; all of it before the remedy. */
export const acceptedShare = (capacities: readonly CapacityPlan[], day: number): Share =>
  shareOfDue(capacities, day, acceptedOf)

/** The share of several tranches together on a day, each by its size, those that are due alone. */
function shareOfDue(
  capacities: readonly CapacityPlan[],
  day: number,
  shareOf: (capacity: CapacityPlan, day: number) => Share,
): Share {
  if (capacities.length === 1) return isDue(capacities[0]!, day) ? shareOf(capacities[0]!, day) : all
  const due = capacities.filter((capacity) => isDue(capacity, day))
  if (due.every(({ delivery }) => delivery.length === 0)) return all
  const weights = weightsOf(due)
  let sum: Rational = rational(0)
  let whole = 0n
  for (const [i, capacity] of due.entries()) {
    const { numerator, denominator } = shareOf(capacity, day)
    const part = rational(BigInt(weights[i]!) * BigInt(numerator), denominator)
    sum = rational(
      sum.numerator * part.denominator + part.numerator * sum.denominator,
      sum.denominator * part.denominator,
    )
    whole += BigInt(weights[i]!)
  }
  if (whole === 0n) return all
  const share = rational(sum.numerator, sum.denominator * whole)
  return { numerator: Number(share.numerator), denominator: Number(share.denominator) }
}

/** Capacity of a deal on each stretch of its timeline. */
export interface CapacityColumns {
  /** Kilowatts and GPUs contractually due; null where a tranche does not state them. */
  readonly kilowatts: Float64Array | null
  readonly gpus: Float64Array | null
  /** What of them is in service, as floats. */
  readonly deliveredKilowatts: Float64Array | null
  readonly deliveredGpus: Float64Array | null
}

export function capacityColumns(
  capacities: readonly CapacityPlan[],
  { count, bounds }: Timeline,
): CapacityColumns {
  const isInFull = capacities.every(({ delivery }) => delivery.length === 0)
  const columns = (unit: 'kilowatts' | 'gpus') => {
    if (capacities.some(({ tranche }) => tranche[unit] === null)) return [null, null] as const
    const due = newColumn(count)
    const delivered = isInFull ? due : newColumn(count)
    for (const capacity of capacities) {
      const size = capacity.tranche[unit]!
      for (let i = 0; i < count; i++) {
        const day = bounds[i]!
        if (!isDue(capacity, day)) continue
        due[i]! += size
        if (isInFull) continue
        const { numerator, denominator } = deliveredOf(capacity, day)
        delivered[i]! += (size * numerator) / denominator
      }
    }
    return [due, delivered] as const
  }
  const [kilowatts, deliveredKilowatts] = columns('kilowatts')
  const [gpus, deliveredGpus] = columns('gpus')
  return { kilowatts, gpus, deliveredKilowatts, deliveredGpus }
}

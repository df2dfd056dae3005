import { deliveredOf, isDue } from '../engine/capacity.ts'
import type { Schedule } from '../engine/scheduleColumns.ts'
import { total } from '../money.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { priceOn } from '../engine/escalation.ts'
import { chargeSlot } from '../terms/slot.ts'
import { limits } from '../schema/limits.ts'
import { wholePpm } from '../rate.ts'
import { dateOf } from '../days.ts'
import type { Term } from '../terms/term.ts'

/** What a term comes to on each stretch of the schedule, from 0 to 1: what its small drawing shows. */

const seriesOf = ({ series, terms }: Schedule, slot: number) =>
  series.filter(({ plan }) => plan.charge.id === terms.charges[slot]?.charge.id)

/** What is payable of the standard fee; where a fixed fee is above it, of the highest. */
export function rampShares(schedule: Schedule, slot: number): readonly number[] {
  const series = seriesOf(schedule, slot)
  const shares = Array.from({ length: schedule.timeline.count }, (_, i) => {
    const standard = total(series.map((each) => each.standard[i]!))
    return standard === 0 ? 0 : total(series.map((each) => each.payable[i]!)) / standard
  })
  const highest = Math.max(1, ...shares)
  return shares.map((share) => share / highest)
}

/** The share of a tranche in service; nothing while it is not due. */
export function deliveredShares({ plan, timeline }: Schedule, slot: number): readonly number[] {
  const capacity = plan.capacities[slot]!
  return Array.from(timeline.bounds.subarray(0, timeline.count), (day) => {
    const { numerator, denominator } = deliveredOf(capacity, day)
    return isDue(capacity, day) ? numerator / denominator : 0
  })
}

/** The use that is expected of what is delivered. */
function usedShares({ terms, timeline }: Schedule, slot: number): readonly number[] {
  const { charge, usage } = terms.charges[slot]!
  return Array.from(timeline.bounds.subarray(0, timeline.count), (day) => {
    const on = dateOf(day)
    const step = usage.find(({ from, until }) => from <= on && on < until)
    return (step?.share ?? charge.utilisation) / wholePpm
  })
}

/** The price of a charge as it escalates, drawn from somewhat below its first: a rise of a few per cent is to be seen. */
function escalatedShares(schedule: Schedule, slot: number): readonly number[] {
  const [first] = seriesOf(schedule, slot)
  if (!first) return []
  const { bounds, count } = schedule.timeline
  const prices = Array.from(bounds.subarray(0, count), (day) => priceOn(first.plan.prices, day))
  const [least, most] = [Math.min(...prices), Math.max(...prices)]
  const floor = least - (most - least) / 2
  return most === least ? [] : prices.map((price) => (price - floor) / (most - floor))
}

const slotOfEscalator = new Map(
  Array.from({ length: limits.charges }, (_, slot) => [chargeSlot(slot).id('escalator'), slot]),
)

/** Whether a deal says a term by steps, or lets it escalate, so that it is worth a drawing. */
export function hasShares({ id, editor }: Term, { charges, tranches }: DealTerms): boolean {
  if (editor.kind !== 'steps') return Boolean(charges[slotOfEscalator.get(id) ?? -1]?.escalator)
  switch (editor.steps) {
    case 'ramp':
      return (charges[editor.slot]?.ramp.length ?? 0) > 0
    case 'usage':
      return (charges[editor.slot]?.usage.length ?? 0) > 0
    case 'delivery':
      return (tranches[editor.slot]?.delivery.length ?? 0) > 0
    default:
      return false
  }
}

/** The shares of a term that has some. */
export function sharesOf({ id, editor }: Term, schedule: Schedule): readonly number[] {
  if (editor.kind !== 'steps') return escalatedShares(schedule, slotOfEscalator.get(id)!)
  if (editor.steps === 'ramp') return rampShares(schedule, editor.slot)
  if (editor.steps === 'usage') return usedShares(schedule, editor.slot)
  return deliveredShares(schedule, editor.slot)
}

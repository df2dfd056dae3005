import { priceOn } from '../engine/escalation.ts'
import { monthlyRate } from '../engine/recurring.ts'
import type { Schedule } from '../engine/scheduleColumns.ts'
import { exitOf } from '../engine/termination.ts'
import { total } from '../money.ts'
import { parties } from '../schema/vocabulary.ts'
import type { PartTableId } from '../terms/partTables.ts'
import { deliveredShares } from './monthlyShares.ts'

/**
 * What one part of a deal comes to on each stretch of the schedule, from 0 to 1 of its highest: the capacity a tranche
 * delivers, what a month of a charge costs, or what leaving costs the party on notice of the stretch's first day.
 */
export function partShares(table: PartTableId, schedule: Schedule, part: number): readonly number[] {
  const { bounds, count } = schedule.timeline
  const days = [...bounds.subarray(0, count)]
  switch (table) {
    case 'tranches':
      return deliveredShares(schedule, part)
    case 'charges':
      return ofHighest(days.map((day) => chargeOn(schedule, part, day)))
    case 'rights':
      return ofHighest(days.map((day) => exitOf(schedule, parties[part]!, day).committed))
  }
}

/** What a month of a charge costs at the rate in force on a day; of one by use, its price. */
function chargeOn({ plan, terms }: Schedule, part: number, day: number): number {
  const { charge } = terms.charges[part]!
  const series = plan.series.filter((each) => each.charge.id === charge.id)
  if (charge.kind === 'recurring')
    return total(series.map((each) => monthlyRate(each, day, plan.rounding, plan.digits)))
  const [first] = series
  return first && first.from <= day && day < first.until ? priceOn(first.prices, day) : 0
}

/** What is below nothing, as where a credit is still to come, is drawn as nothing. */
function ofHighest(amounts: readonly number[]): readonly number[] {
  const highest = Math.max(0, ...amounts)
  return amounts.map((amount) => (highest === 0 ? 0 : Math.max(0, amount) / highest))
}

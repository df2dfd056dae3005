import type { DayNumber } from '../days.ts'
import type { Schedule } from './scheduleColumns.ts'

/** A stretch in which more is leased than a facility has. */
export interface Oversold {
  readonly from: DayNumber
  /** Exclusive. */
  readonly until: DayNumber
  readonly leased: number
  readonly capacity: number
  /** What is leased beyond the capacity. */
  readonly short: number
}

/**
 * Where the leases of one facility contract more GPUs (or kilowatts) together than it has: a day by day sum of what is
 * contractually due. Leases that do not state theirs count as none.
 */
export function oversold(
  capacity: number,
  leases: readonly Schedule[],
  unit: 'gpus' | 'kilowatts' = 'gpus',
): Oversold[] {
  const days = [...new Set(leases.flatMap(({ timeline }) => [...timeline.bounds]))].sort((a, b) => a - b)
  const found: Oversold[] = []
  for (const [i, from] of days.entries()) {
    const until = days[i + 1]
    if (until === undefined) break
    const leased = leases.reduce((sum, lease) => sum + dueOn(lease, from, unit), 0)
    if (leased <= capacity) continue
    const last = found.at(-1)
    if (last && last.until === from && last.leased === leased) found[found.length - 1] = { ...last, until }
    else found.push({ from, until, leased, capacity, short: leased - capacity })
  }
  return found
}

function dueOn({ plan, start, end }: Schedule, day: DayNumber, unit: 'gpus' | 'kilowatts'): number {
  if (day < start || day >= end) return 0
  return plan.capacities.reduce(
    (sum, { tranche, from, until }) => sum + (from <= day && day < until ? (tranche[unit] ?? 0) : 0),
    0,
  )
}

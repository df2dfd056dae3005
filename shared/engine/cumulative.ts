import { exact } from '../money.ts'
import { type DatedAmounts, together } from './datedAmounts.ts'
import { billedAmounts } from './invoices.ts'
import type { CostPath, CumulativeCost, Steps, Vertex } from './crossings.ts'
import type { Schedule } from './scheduleColumns.ts'

/** The cumulative cost curves of a deal: as service accrues, as it is invoiced, and as it is paid. */
export type CostBasis = 'accrued' | 'invoiced' | 'paid'

/**
 * Cost as service accrues, at the use that is expected and with power: straight through each stretch, a jump at what is
 * paid once. The axis is day numbers.
 */
export function accruedCurve({
  start,
  end,
  timeline,
  payable,
  usage,
  power,
  credits,
  oneOffs,
}: Schedule): CostPath {
  const { count, bounds } = timeline
  const { days, amounts } = oneOffs
  const vertices: Vertex[] = []
  let value = 0
  let next = 0
  const jumpsUntil = (day: number) => {
    for (; next < days.length && days[next]! <= day; next++) {
      vertices.push({ at: days[next]!, value })
      value = exact(value + amounts[next]!)
      vertices.push({ at: days[next]!, value })
    }
  }
  jumpsUntil(start - 1)
  vertices.push({ at: start, value })
  for (let i = 0; i < count; i++) {
    const [from, until] = [bounds[i]!, bounds[i + 1]!]
    const cost = payable[i]! + usage[i]! + power[i]! - credits[i]!
    const base = value
    let within = 0
    // A jump inside a stretch parts it: what has accrued by then is its share of the stretch's days.
    for (; next < days.length && days[next]! < until; next++) {
      const on = days[next]!
      const accrued = Math.round((cost * (on - from)) / (until - from))
      value = exact(base + within + accrued)
      vertices.push({ at: on, value })
      within += amounts[next]!
      value = exact(base + within + accrued)
      vertices.push({ at: on, value })
    }
    value = exact(base + within + cost)
    vertices.push({ at: until, value })
  }
  jumpsUntil(Math.max(end, days.at(-1) ?? end))
  return vertices
}

/** Cost that jumps on each day on which something is due. The axis is day numbers. */
const jumping = (start: number, jumps: DatedAmounts): Steps => ({
  from: Math.min(start, jumps.days[0] ?? start),
  jumps,
})

/** What is invoiced, and what is paid once. */
const invoicedAmounts = ({ series, oneOffs }: Schedule): DatedAmounts =>
  together([...series.map(({ invoices }) => billedAmounts(invoices)), oneOffs])

const ofBaselines: Readonly<Record<CostBasis, WeakMap<Schedule, CumulativeCost>>> = {
  accrued: new WeakMap(),
  invoiced: new WeakMap(),
  paid: new WeakMap(),
}

/** The curve of a baseline, which every deal beside it asks for again. */
export function baselineCost(schedule: Schedule, basis: CostBasis): CumulativeCost {
  const known = ofBaselines[basis].get(schedule)
  if (known) return known
  const made = cumulativeCost(schedule, basis)
  ofBaselines[basis].set(schedule, made)
  return made
}

/** A cumulative cost curve of a deal. */
export function cumulativeCost(schedule: Schedule, basis: CostBasis): CumulativeCost {
  switch (basis) {
    case 'accrued':
      return accruedCurve(schedule)
    case 'invoiced':
      return jumping(schedule.start, invoicedAmounts(schedule))
    case 'paid':
      return jumping(schedule.start, schedule.payments())
  }
}

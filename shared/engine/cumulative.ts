import { exact } from '../money.ts'
import type { Payment } from './payments.ts'
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
  const vertices: Vertex[] = []
  let value = 0
  let next = 0
  const jumpsUntil = (day: number) => {
    for (; next < oneOffs.length && oneOffs[next]!.on <= day; next++) {
      vertices.push({ at: oneOffs[next]!.on, value })
      value = exact(value + oneOffs[next]!.amount)
      vertices.push({ at: oneOffs[next]!.on, value })
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
    for (; next < oneOffs.length && oneOffs[next]!.on < until; next++) {
      const { on, amount } = oneOffs[next]!
      const accrued = Math.round((cost * (on - from)) / (until - from))
      value = exact(base + within + accrued)
      vertices.push({ at: on, value })
      within += amount
      value = exact(base + within + accrued)
      vertices.push({ at: on, value })
    }
    value = exact(base + within + cost)
    vertices.push({ at: until, value })
  }
  jumpsUntil(Math.max(end, oneOffs.at(-1)?.on ?? end))
  return vertices
}

/** Cost that jumps on each day on which something is due. The axis is day numbers. */
const jumping = (start: number, jumps: readonly Payment[]): Steps => ({
  from: Math.min(start, jumps[0]?.on ?? start),
  jumps,
})

function invoicesOf({ series, oneOffs }: Schedule): Payment[] {
  const invoices = series.flatMap(({ invoices }) =>
    invoices.map(({ invoicedOn, amount }) => ({ on: invoicedOn, amount })),
  )
  return [...invoices, ...oneOffs].toSorted((a, b) => a.on - b.on)
}

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
      return jumping(schedule.start, invoicesOf(schedule))
    case 'paid':
      return jumping(schedule.start, schedule.payments())
  }
}

import { scheduleOf } from '../engine/schedule.ts'
import type { DealFigures } from '../engine/figures.ts'
import type { FigureDefinition } from './figure.ts'
import type { FigureSource } from './figures.ts'
import { missingParts } from '../engine/incomplete.ts'

/** Below it, two floats are one figure. */
const relativeTolerance = 1e-9

/**
 * The deals whose figure is the lowest of its row, or for a provider the highest. Only comparable figures have a rank: unit
 * prices always, totals where all deals have one term and one contracted capacity. None where fewer than two deals have
 * the figure, where all have the same, and of a deal without price or capacity.
 */
export function lowestOf(
  { measure }: FigureDefinition,
  { columns, context }: FigureSource,
): ReadonlySet<string> {
  if (!measure?.rank) return new Set()
  const complete = columns.filter((figures) => missingParts(figures).length === 0)
  if (measure.rank === 'total' && !complete.every((figures) => isOfOneSize(figures, complete[0]!)))
    return new Set()
  const sign = context.perspective === 'buyer' ? 1 : -1
  const measured = complete.flatMap((figures) => {
    const value = measure.of(figures)
    return value === null ? [] : [{ dealId: figures.terms.deal.id, value: sign * value }]
  })
  const least = Math.min(...measured.map(({ value }) => value))
  const lowest = measured.filter(({ value }) => isSame(value, least))
  return new Set(lowest.length === measured.length ? [] : lowest.map(({ dealId }) => dealId))
}

/** Whether two deals have the same term and the same contracted capacity, in every unit that both state. */
function isOfOneSize(a: DealFigures, b: DealFigures): boolean {
  const [one, other] = [scheduleOf(a.terms), scheduleOf(b.terms)]
  if (one.start !== other.start || one.end !== other.end) return false
  const units = (['gpus', 'kilowatts'] as const).filter((unit) => one.capacity[unit] && other.capacity[unit])
  return units.length > 0 && units.every((unit) => isSame(unitDays(a, unit), unitDays(b, unit)))
}

/** Contracted units times the days on which they are due. */
function unitDays({ terms }: DealFigures, unit: 'gpus' | 'kilowatts'): number {
  const { timeline, capacity } = scheduleOf(terms)
  const sizes = capacity[unit]
  let sum = 0
  if (!sizes) return sum
  for (let i = 0; i < timeline.count; i++) sum += sizes[i]! * (timeline.bounds[i + 1]! - timeline.bounds[i]!)
  return sum
}

const isSame = (a: number, b: number): boolean =>
  Math.abs(a - b) <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b))

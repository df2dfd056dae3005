import type { FigureDefinition } from './figure.ts'
import type { FigureSource } from './figures.ts'

/** Below it, two floats are one figure. */
const relativeTolerance = 1e-9

/**
 * The deals whose figure is the best of its row: the lowest cost for a buyer, the highest for a provider. None where the
 * row is no number, where fewer than two deals have one, and where all have the same.
 */
export function bestOf(
  { measure }: FigureDefinition,
  { columns, context }: FigureSource,
): ReadonlySet<string> {
  if (!measure) return new Set()
  const isLowest = measure.lowerIsBetter === (context.perspective === 'buyer')
  const measured = columns.flatMap((figures) => {
    const value = measure.of(figures)
    return value === null ? [] : [{ dealId: figures.terms.deal.id, value: isLowest ? value : -value }]
  })
  const least = Math.min(...measured.map(({ value }) => value))
  const best = measured.filter(({ value }) => isSame(value, least))
  return new Set(best.length === measured.length ? [] : best.map(({ dealId }) => dealId))
}

const isSame = (a: number, b: number): boolean =>
  Math.abs(a - b) <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b))

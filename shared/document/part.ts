import { wholePpm } from '../rate.ts'
import type { DealProblem } from './problems.ts'

/** The id of the one deal a document holds; those of its parts begin with it. */
export const dealId = 'deal'

/** A part with its rates in parts per million, and without what is undefined. */
export function inPpm<T extends object>(part: T, fields: readonly string[]): T {
  const entries = Object.entries(part)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [
      key,
      fields.includes(key) && typeof value === 'number'
        ? Math.round(value * wholePpm) + 0
        : (value as unknown),
    ])
  return Object.fromEntries(entries) as T
}

/** Steps in the order of their dates. */
export const byFrom = <T extends { from: string }>(steps: readonly T[]): T[] =>
  steps.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

/** The id in a book of a tranche by the id its document gives it. */
export const trancheId = (id: string | null | undefined): string | null => (id ? `${dealId}/${id}` : null)

/**
 * A part checked by its own schema, whose one rule is that it has a single value by its basis: in a list, or none where
 * it breaks the rule, which `problems` then says with `message`.
 */
export function checked<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  problems: DealProblem[],
  place: string,
  message: string,
  value: unknown,
): T[] {
  const part = schema.safeParse(value)
  if (part.success) return [part.data]
  problems.push({ term: place, message: `${place}: ${message}` })
  return []
}

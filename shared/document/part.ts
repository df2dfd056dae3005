import { wholePpm } from '../rate.ts'
import type { DealProblem } from './problems.ts'

/** The id of the one deal a document holds; those of its parts begin with it. */
export const dealId = 'deal'

type Stated<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** What is said: a field that is there but undefined is left out. */
export const stated = <T extends object>(said: T): Stated<T> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Stated<T>

/** A part with its rates in parts per million, no zero below zero, and without what is undefined. */
export function inPpm<T extends object>(part: T, fields: readonly string[]): T {
  const entries = Object.entries(part)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [
      key,
      typeof value === 'number'
        ? (fields.includes(key) ? Math.round(value * wholePpm) : value) + 0
        : (value as unknown),
    ])
  return Object.fromEntries(entries) as T
}

/** Steps in the order of their dates. */
export const byFrom = <T extends { from: string }>(steps: readonly T[]): T[] =>
  steps.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

/** The id in a book of the tranche in one place of a document. */
export const trancheOwner = (position: number): string =>
  `${dealId}/${position === 0 ? 'capacity' : `tranche-${position + 1}`}`

/** The ids in a book of the tranches of a document, by the ids that it gives them. */
export type TrancheIds = ReadonlyMap<string, string>

export const trancheIdsOf = (tranches: readonly { id?: string | undefined }[]): TrancheIds =>
  new Map(tranches.flatMap(({ id }, position) => (id ? [[id, trancheOwner(position)] as const] : [])))

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

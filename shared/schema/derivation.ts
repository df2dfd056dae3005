import type { Book, EntityKind } from './book.ts'
import { carryGrouping } from './ownedBy.ts'

/** An entity by its place in a book. */
export interface EntityKey {
  readonly kind: EntityKind
  readonly id: string
}

interface Derivation {
  /** Not kept alive by what was made of it. */
  readonly from: WeakRef<Book>
  readonly touched: readonly EntityKey[]
}

const derivations = new WeakMap<Book, Derivation>()

/**
 * Notes that a book was made from another by touching these entities and no others, so that nobody has to look through
 * thousands of deals to find out. What is not noted is looked for.
 */
export function noteDerivation(from: Book, to: Book, touched: readonly EntityKey[]): void {
  if (from === to) return
  derivations.set(to, { from: new WeakRef(from), touched })
  for (const [kind, keys] of Map.groupBy(touched, (key) => key.kind))
    carryGrouping(
      from,
      to,
      kind,
      keys.map(({ id }) => id),
    )
}

/** The entities that can differ between two books, where one was made from the other or both from a third; else null. */
export function touchedBetween(one: Book, other: Book): readonly EntityKey[] | null {
  const [a, b] = [derivations.get(one), derivations.get(other)]
  if (b?.from.deref() === one) return b.touched
  if (a?.from.deref() === other) return a.touched
  if (!a || !b) return null
  const shared = a.from.deref()
  return shared !== undefined && shared === b.from.deref() ? unique([...a.touched, ...b.touched]) : null
}

/** Each entity once. */
export const unique = (keys: readonly EntityKey[]): EntityKey[] => [
  ...new Map(keys.map((key) => [`${key.kind} ${key.id}`, key])).values(),
]

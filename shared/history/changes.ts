import type { Book, Entity, EntityKind } from '../schema/book.ts'
import { type EntityKey, noteDerivation, touchedBetween, unique } from '../schema/derivation.ts'
import { entityKinds } from '../schema/vocabulary.ts'

/** One entity before and after an edit, whole; null where it did not exist. */
export interface Change {
  kind: EntityKind
  id: string
  before: Entity | null
  after: Entity | null
}

/** Whether two entities say the same. Their fields hold no objects. */
function isSame(one: Entity | undefined, other: Entity | undefined): boolean {
  if (!one || !other || one === other) return one === other
  const fields = Object.entries(one)
  const others: Record<string, unknown> = { ...other }
  return (
    fields.length === Object.keys(others).length && fields.every(([name, value]) => others[name] === value)
  )
}

/** What differs between two versions of a book. Only entities of another identity are looked into: none is changed in place. */
export function changesBetween(before: Book, after: Book): Change[] {
  return (touchedBetween(before, after) ?? keysThatDiffer(before, after)).flatMap(({ kind, id }) => {
    const [old, next] = [entityIn(before, kind, id), entityIn(after, kind, id)]
    return isSame(old, next) ? [] : [{ kind, id, before: old ?? null, after: next ?? null }]
  })
}

const recordOf = (book: Book, kind: EntityKind): Readonly<Record<string, Entity>> => book[kind]

const entityIn = (book: Book, kind: EntityKind, id: string): Entity | undefined => recordOf(book, kind)[id]

function keysThatDiffer(before: Book, after: Book): EntityKey[] {
  const keys: EntityKey[] = []
  for (const kind of entityKinds) {
    const [old, next] = [recordOf(before, kind), recordOf(after, kind)]
    if (old === next) continue
    for (const id of Object.keys(old)) if (old[id] !== next[id]) keys.push({ kind, id })
    for (const id of Object.keys(next)) if (old[id] === undefined) keys.push({ kind, id })
  }
  return keys
}

/** The book with every changed entity as it was before (or after) the edit. */
export function withChanges(book: Book, changes: readonly Change[], side: 'before' | 'after'): Book {
  const next: Record<string, Record<string, Entity>> = { ...book }
  for (const { kind, id, [side]: entity } of changes) {
    if (next[kind] === book[kind]) next[kind] = { ...book[kind] }
    const record = next[kind]!
    if (entity) record[id] = entity
    else delete record[id]
  }
  const made = next as unknown as Book
  noteDerivation(book, made, unique(changes))
  return made
}

import type { Book, Entity, EntityKind } from '../schema/book.ts'
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
  return entityKinds.flatMap((kind) => {
    const [old, next]: Readonly<Record<string, Entity>>[] = [before[kind], after[kind]]
    if (!old || !next || old === next) return []
    const ids = new Set([...Object.keys(old), ...Object.keys(next)])
    return [...ids]
      .filter((id) => !isSame(old[id], next[id]))
      .map((id) => ({ kind, id, before: old[id] ?? null, after: next[id] ?? null }))
  })
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
  return next as unknown as Book
}

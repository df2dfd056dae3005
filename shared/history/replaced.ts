import type { Book, Entity } from '../schema/book.ts'
import { entityKinds } from '../schema/vocabulary.ts'

/**
 * A book read from elsewhere, with the present book's own entities where they say the same: so that only what differs is
 * a change.
 */
export function withSharedEntities(present: Book, book: Book): Book {
  const records = entityKinds.map((kind) => {
    const [known, next]: Readonly<Record<string, Entity>>[] = [present[kind], book[kind]]
    const shared = Object.entries(next!).map(([id, entity]) => {
      const same = known![id]
      return [id, same && saysTheSame(same, entity) ? same : entity]
    })
    return [kind, Object.fromEntries(shared)]
  })
  return Object.fromEntries(records) as Book
}

/** Entities are flat: what they say is in their properties. */
function saysTheSame(a: Entity, b: Entity): boolean {
  const [x, y]: Readonly<Record<string, unknown>>[] = [{ ...a }, { ...b }]
  const keys = Object.keys(x!)
  return keys.length === Object.keys(y!).length && keys.every((key) => x![key] === y![key])
}

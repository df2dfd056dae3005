import { createBook } from '../../electron/book/create.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import type { Book, Entity } from '../../shared/schema/book.ts'
import { entityKinds } from '../../shared/schema/vocabulary.ts'

/** Ids that name a deal, or a part of one by its deal's. */
const naming = ['id', 'dealId', 'chargeId', 'trancheId', 'rightId']

/**
 * Writes a book of so many deals: those of the sample again and again, each with its parts, three of them side by side;
 * with the sources of every term, or without.
 */
export function writeLargeBook(path: string, deals: number, withSources: boolean): void {
  const sample = sampleBook()
  const ids = Object.keys(sample.deals)
  const records: Record<string, Record<string, Entity>> = {}
  for (const kind of entityKinds) records[kind] = { ...sample[kind] }
  for (let i = ids.length; i < deals; i += 1) {
    const from = ids[i % ids.length]!
    for (const kind of entityKinds)
      if (kind !== 'settings' && (withSources || kind !== 'evidence'))
        for (const entity of Object.values<Entity>(sample[kind])) {
          if (entity.id !== from && !entity.id.startsWith(`${from}/`)) continue
          const copy = copyFor(entity, from, `deal-${i}`)
          records[kind]![copy.id] =
            'shown' in copy ? { ...copy, position: i, shown: false, name: `${copy.name} ${i}` } : copy
        }
  }
  const written = createBook(path, records as unknown as Book)
  if (!written.ok) throw new Error(written.error.message)
}

function copyFor(entity: Entity, from: string, to: string): Entity {
  const renamed = Object.entries(entity).map(([key, value]: [string, unknown]) => [
    key,
    naming.includes(key) && typeof value === 'string' ? to + value.slice(from.length) : value,
  ])
  return Object.fromEntries(renamed) as Entity
}

import type { Book, Entity } from '../schema/book.ts'
import type { Change } from './changes.ts'

/** The ids of the deals that changes are about, each once: those that change themselves, and those whose parts do. */
export function touchedDeals(book: Book, changes: readonly Change[]): string[] {
  const changed = new Map(changes.map(({ kind, id, before, after }) => [`${kind} ${id}`, after ?? before]))
  const find = (kind: 'charges' | 'tranches' | 'terminationRights', id: string): Entity | null | undefined =>
    book[kind][id] ?? changed.get(`${kind} ${id}`)
  const dealOf = (entity: Entity): string | null => {
    if ('dealId' in entity) return entity.dealId
    const owner =
      'chargeId' in entity
        ? find('charges', entity.chargeId)
        : 'trancheId' in entity
          ? find('tranches', entity.trancheId)
          : 'rightId' in entity
            ? find('terminationRights', entity.rightId)
            : null
    return owner && 'dealId' in owner ? owner.dealId : null
  }
  const ids = changes.flatMap(({ kind, id, before, after }) =>
    kind === 'deals' ? [id] : [before, after].flatMap((part) => (part ? (dealOf(part) ?? []) : [])),
  )
  return [...new Set(ids)]
}

import type { Book, Entity, EntityKind } from './book.ts'

/** The id of what a part belongs to: a deal, or a charge, a tranche or a right of one; null for what belongs to none. */
function ownerOf(part: Entity): string | null {
  if ('dealId' in part) return part.dealId
  if ('chargeId' in part) return part.chargeId
  if ('trancheId' in part) return part.trancheId
  return 'rightId' in part ? part.rightId : null
}

/** The parts of one record by their owner: as they were once grouped, and what has changed since. */
interface Index {
  readonly grouped: Map<string, readonly Entity[]>
  readonly changed: Map<string, readonly Entity[]>
}

/** Beyond so many owners that changed, grouping anew is as quick. */
const mostChanged = 200

const indexes = new WeakMap<object, Index>()
const none: readonly never[] = []

/** Of so few parts the ones of an owner are found by looking at all. */
const fewParts = 64

/** The parts of one record that belong to an owner. A long record is grouped once, and what is derived from it keeps that. */
export function ownedBy<K extends EntityKind>(
  book: Book,
  kind: K,
  ownerId: string,
): readonly Book[K][string][] {
  const record: Readonly<Record<string, Entity>> = book[kind]
  return partsIn(record, ownerId) as readonly Book[K][string][]
}

function partsIn(record: Readonly<Record<string, Entity>>, ownerId: string): readonly Entity[] {
  let index = indexes.get(record)
  if (!index) {
    if (isShort(record)) return Object.values(record).filter((part) => ownerOf(part) === ownerId)
    index = { grouped: groupedByOwner(Object.values(record)), changed: new Map() }
    indexes.set(record, index)
  }
  return index.changed.get(ownerId) ?? index.grouped.get(ownerId) ?? none
}

function isShort(record: object): boolean {
  let count = 0
  for (const _ in record) if (++count > fewParts) return false
  return true
}

function groupedByOwner(parts: readonly Entity[]): Map<string, Entity[]> {
  const groups = new Map<string, Entity[]>()
  for (const part of parts) {
    const owner = ownerOf(part)
    if (owner === null) continue
    const group = groups.get(owner)
    if (group) group.push(part)
    else groups.set(owner, [part])
  }
  return groups
}

/** Carries the grouping of a record over to one that was made from it, where only the parts of these ids differ. */
export function carryGrouping(before: Book, after: Book, kind: EntityKind, ids: readonly string[]): void {
  const [old, next]: Readonly<Record<string, Entity>>[] = [before[kind], after[kind]]
  const index = indexes.get(old!)
  if (!index || old === next || indexes.has(next!)) return
  const changed = new Map(index.changed)
  for (const id of ids) {
    const [was, is] = [old![id], next![id]]
    const owners = new Set([was && ownerOf(was), is && ownerOf(is)])
    for (const owner of owners) {
      if (owner === null || owner === undefined) continue
      const parts = changed.get(owner) ?? index.grouped.get(owner) ?? none
      const belongs = is !== undefined && ownerOf(is) === owner
      const replaced = parts.flatMap((part) => (part.id === id ? (belongs ? [is] : []) : [part]))
      const isNew = belongs && parts.every((part) => part.id !== id)
      changed.set(owner, isNew ? [...replaced, is] : replaced)
    }
  }
  if (changed.size <= mostChanged) indexes.set(next!, { grouped: index.grouped, changed })
}

/** Brings the grouping of a record up to date where its entities were changed in place. */
export function regroup(
  record: object,
  changes: readonly { readonly before: Entity | null; readonly after: Entity | null }[],
): void {
  const index = indexes.get(record)
  if (!index) return
  const { grouped, changed } = index
  const partsOf = (owner: string): readonly Entity[] => changed.get(owner) ?? grouped.get(owner) ?? none
  const put = (owner: string, parts: readonly Entity[]): void => {
    grouped.set(owner, parts)
    changed.delete(owner)
  }
  for (const { before, after } of changes) {
    const [old, next] = [before && ownerOf(before), after && ownerOf(after)]
    if (before && old !== null) {
      const replaced = after && next === old ? [after] : []
      put(
        old,
        partsOf(old).flatMap((part) => (part.id === before.id ? replaced : [part])),
      )
    }
    if (after && next !== null && next !== old) put(next, [...partsOf(next), after])
  }
}

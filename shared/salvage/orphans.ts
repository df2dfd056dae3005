import type { Book, EntityKind } from '../schema/book.ts'
import { entityKinds } from '../schema/vocabulary.ts'

type Records = Record<EntityKind, Record<string, object>>

/** By which property a part names what it belongs to, and of which kind that is. Owners come before their parts. */
const owners: readonly [property: string, owner: EntityKind, kinds: readonly EntityKind[]][] = [
  [
    'dealId',
    'deals',
    ['charges', 'tranches', 'terminationRights', 'oneOffs', 'advances', 'renewals', 'evidence'],
  ],
  ['chargeId', 'charges', ['rampSteps', 'escalators', 'usageSteps']],
  ['trancheId', 'tranches', ['deliverySteps']],
  ['rightId', 'terminationRights', ['terminationFees']],
]

/** What there is only one of in its owner. */
const single: Partial<Record<EntityKind, (part: Record<string, unknown>) => string>> = {
  terminationRights: ({ dealId, party }) => `${String(dealId)} ${String(party)}`,
  escalators: ({ chargeId }) => String(chargeId),
}

/** A book without the parts whose owner is lost, and a sentence on them. */
export function withoutOrphans(parts: Book): { book: Book; missing: string[] } {
  const records = Object.fromEntries(
    entityKinds.map((kind) => [kind, { ...parts[kind] }]),
  ) as unknown as Records
  const lostDeals = new Set<string>()
  let orphans = 0
  for (const [property, owner, kinds] of owners)
    for (const kind of kinds)
      for (const [id, part] of Object.entries(records[kind])) {
        const ownerId = String((part as Record<string, unknown>)[property])
        if (records[owner][ownerId]) continue
        delete records[kind][id]
        orphans += 1
        if (owner === 'deals') lostDeals.add(ownerId)
      }
  keepSingle(records)
  const untied = untie(records)
  const missing: string[] = []
  if (orphans > 0)
    missing.push(
      lostDeals.size > 0
        ? `${count(lostDeals.size, 'deal')} could not be read, so ${count(orphans, 'part')} that belonged to what is lost had to be left out.`
        : `${count(orphans, 'part')} belonged to what could not be read and had to be left out.`,
    )
  if (untied > 0)
    missing.push(
      `${count(untied, 'charge or advance', 'charges or advances')} no longer name the tranche they were for, which is lost.`,
    )
  return { book: records as unknown as Book, missing }
}

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`

function keepSingle(records: Records): void {
  for (const [kind, keyOf] of Object.entries(single) as [
    EntityKind,
    (part: Record<string, unknown>) => string,
  ][]) {
    const known = new Set<string>()
    for (const [id, part] of Object.entries(records[kind])) {
      const key = keyOf(part as Record<string, unknown>)
      if (known.has(key)) delete records[kind][id]
      known.add(key)
    }
  }
}

/** Charges and advances for a tranche that is lost are for all of them. */
function untie(records: Records): number {
  let untied = 0
  for (const kind of ['charges', 'advances'] as const)
    for (const [id, part] of Object.entries(records[kind])) {
      const { trancheId } = part as { trancheId: string | null }
      if (trancheId === null || records.tranches[trancheId]) continue
      records[kind][id] = { ...part, trancheId: null }
      untied += 1
    }
  return untied
}

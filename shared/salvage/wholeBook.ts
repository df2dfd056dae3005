import { contradiction } from '../commands/rules.ts'
import type { Book, EntityKind } from '../schema/book.ts'
import type { Deal } from '../schema/deal.ts'
import { dealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import {
  firstChargeLabel,
  firstTrancheLabel,
  forfeitsPrepaid,
  newCharge,
  newRight,
  newTranche,
} from '../schema/newParts.ts'
import { dealsInOrder } from '../schema/readBook.ts'
import { entityKinds, parties } from '../schema/vocabulary.ts'
import { withoutOrphans } from './orphans.ts'

/** A book made whole again, and a sentence on each thing that had to be left out or put in. */
export interface WholeBook {
  book: Book
  missing: string[]
}

type Records = { [K in EntityKind]: Record<string, Book[K][string]> }

/**
 * The parts of a damaged book as a book that holds together: what belongs to nothing is left out, what every deal has is
 * put in empty where it is lost, and a deal that contradicts itself loses its lists, or goes. `fallback` has the settings
 * of a book whose own are lost.
 */
export function wholeBook(parts: Book, fallback: Book): WholeBook {
  const { book: joined, missing } = withoutOrphans(parts)
  const records = Object.fromEntries(entityKinds.map((kind) => [kind, { ...joined[kind] }])) as Records
  if (!records.settings['book']) {
    records.settings = { ...fallback.settings }
    missing.push('The name of the book and its conventions could not be read; they are those of a new book.')
  }
  const owners = ownersOf(records)
  for (const deal of Object.values(records.deals)) missing.push(...putInLostParts(records, deal, owners))
  missing.push(...settleContradictions(records))
  chooseColumns(records)
  return { book: records, missing }
}

/** The deals that have what every deal has, looked for once for all of them; rights by deal and party. */
const ownersOf = (records: Records) => ({
  tranches: new Set(Object.values(records.tranches).map(({ dealId }) => dealId)),
  charges: new Set(Object.values(records.charges).map(({ dealId }) => dealId)),
  rights: new Set(Object.values(records.terminationRights).map(({ dealId, party }) => `${dealId} ${party}`)),
})

/** Gives a deal the parts that every deal has. */
function putInLostParts(records: Records, deal: Deal, owners: ReturnType<typeof ownersOf>): string[] {
  const said: string[] = []
  const dealId = deal.id
  const lost = (what: string) =>
    said.push(`“${deal.name}” has lost its ${what}; empty ones stand in their place.`)
  if (!owners.tranches.has(dealId)) {
    const id = `${dealId}/capacity`
    records.tranches[id] = { id, dealId, position: 0, label: firstTrancheLabel, ...newTranche }
    lost('tranches')
  }
  if (!owners.charges.has(dealId)) {
    const id = `${dealId}/fee`
    records.charges[id] = { id, dealId, position: 0, label: firstChargeLabel, ...newCharge }
    lost('charges')
  }
  const missing = parties.filter((party) => !owners.rights.has(`${dealId} ${party}`))
  for (const party of missing) {
    const id = `${dealId}/${party}`
    records.terminationRights[id] = {
      id,
      dealId,
      party,
      ...newRight,
      forfeitsPrepaid: forfeitsPrepaid(party),
    }
  }
  if (missing.length > 0) lost('rights to leave')
  return said
}

/** What a deal may have lists of: without them it is plainer, and whole. */
const lists = [
  'rampSteps',
  'escalators',
  'usageSteps',
  'deliverySteps',
  'terminationFees',
  'oneOffs',
  'advances',
  'renewals',
] as const

/** All deals at once: what belongs to some of them is looked for among all parts there are. */
function settleContradictions(records: Records): string[] {
  const problemIn = ({ id }: Deal) => contradiction(dealTerms({ ...records }, id))
  const problems = new Map<Deal, string>()
  for (const deal of Object.values(records.deals)) {
    const problem = problemIn(deal)
    if (problem !== null) problems.set(deal, problem)
  }
  const contradictory = [...problems.keys()]
  if (contradictory.length === 0) return []
  for (const kind of lists) removeOf(records, kind, contradictory)
  const lost = new Set(contradictory.filter((deal) => problemIn(deal) !== null))
  for (const kind of entityKinds) if (kind !== 'settings') removeOf(records, kind, [...lost])
  return contradictory.map((deal) =>
    lost.has(deal)
      ? `“${deal.name}” contradicted itself and was left out: ${problems.get(deal)}`
      : `“${deal.name}” lost its steps and lists, which contradicted what is left of it: ${problems.get(deal)}`,
  )
}

/** Removes the parts of one kind, of deals or of their parts. */
function removeOf(records: Records, kind: Exclude<EntityKind, 'settings'>, deals: readonly Deal[]): void {
  const ids = new Set(deals.map(({ id }) => id))
  const left = Object.entries<object>(records[kind]).filter(
    ([id, part]) => !ids.has(dealOf(records, id, part) ?? ''),
  )
  Object.assign(records, { [kind]: Object.fromEntries(left) })
}

/** The deal that a part belongs to; a deal to itself. */
function dealOf(records: Records, id: string, part: object): string | undefined {
  if ('dealId' in part) return String(part.dealId)
  if ('chargeId' in part) return records.charges[String(part.chargeId)]?.dealId
  if ('trancheId' in part) return records.tranches[String(part.trancheId)]?.dealId
  if ('rightId' in part) return records.terminationRights[String(part.rightId)]?.dealId
  return id
}

/** The baseline is a deal of the book and shown, and no more are shown than fit. */
function chooseColumns(records: Records): void {
  const deals = dealsInOrder(records)
  const settings = records.settings['book']!
  const baseline = deals.find(({ id }) => id === settings.baselineId) ?? deals[0]
  records.settings['book'] = { ...settings, baselineId: baseline?.id ?? null }
  let left = limits.shownDeals - 1
  for (const deal of deals) {
    const shown = deal === baseline || (deal.shown && left-- > 0)
    if (shown !== deal.shown) records.deals[deal.id] = { ...deal, shown }
  }
}

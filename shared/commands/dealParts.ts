import type { Draft } from 'immer'
import type { Book, Entity, EntityKind } from '../schema/book.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import {
  firstChargeLabel,
  firstTrancheLabel,
  forfeitsPrepaid,
  newCharge,
  newDeal,
  newRight,
  newTranche,
} from '../schema/newParts.ts'
import { parties } from '../schema/vocabulary.ts'

function nextColumn(draft: Draft<Book>): { position: number; shown: boolean } {
  const deals = Object.values(draft.deals)
  return {
    position: deals.length,
    shown: deals.filter((deal) => deal.shown).length < limits.shownDeals,
  }
}

function becomeBaselineIfFirst(draft: Draft<Book>, dealId: string): void {
  draft.settings['book']!.baselineId ??= dealId
}

/** A deal with its parts, empty but whole. */
export function addDeal(
  draft: Draft<Book>,
  { dealId, name, start, end }: { dealId: string; name: string; start: string; end: string },
): void {
  draft.deals[dealId] = { id: dealId, ...nextColumn(draft), name, start, end, ...newDeal }
  const [chargeId, trancheId] = [`${dealId}/fee`, `${dealId}/capacity`]
  draft.charges[chargeId] = { id: chargeId, dealId, position: 0, label: firstChargeLabel, ...newCharge }
  draft.tranches[trancheId] = { id: trancheId, dealId, position: 0, label: firstTrancheLabel, ...newTranche }
  for (const party of parties) {
    const id = `${dealId}/${party}`
    draft.terminationRights[id] = {
      id,
      dealId,
      party,
      ...newRight,
      forfeitsPrepaid: forfeitsPrepaid(party),
    }
  }
  becomeBaselineIfFirst(draft, dealId)
}

/** An id no part of the book has: `deal/charge-2`. */
function freeId(record: Readonly<Record<string, unknown>>, dealId: string, kind: string): string {
  let number = 2
  while (record[`${dealId}/${kind}-${number}`]) number++
  return `${dealId}/${kind}-${number}`
}

/** One more charge, empty, after the others; it is invoiced as the first is. */
export function addCharge(draft: Draft<Book>, { deal, charges }: DealTerms, label: string): void {
  const id = freeId(draft.charges, deal.id, 'charge')
  const { invoiced, netDays, frequency } = charges[0]!.charge
  const terms = { ...newCharge, invoiced, netDays, frequency }
  draft.charges[id] = { id, dealId: deal.id, position: charges.at(-1)!.charge.position + 1, label, ...terms }
}

/** One more tranche, of no stated size, after the others. */
export function addTranche(draft: Draft<Book>, { deal, tranches }: DealTerms, label: string): void {
  const id = freeId(draft.tranches, deal.id, 'tranche')
  const position = tranches.at(-1)!.tranche.position + 1
  draft.tranches[id] = { id, dealId: deal.id, position, label, ...newTranche }
}

export function removeCharge(draft: Draft<Book>, { charges }: DealTerms, chargeId: string): void {
  const { charge, ramp, escalator, usage } = charges.find((each) => each.charge.id === chargeId)!
  delete draft.charges[charge.id]
  for (const step of ramp) delete draft.rampSteps[step.id]
  for (const step of usage) delete draft.usageSteps[step.id]
  if (escalator) delete draft.escalators[escalator.id]
}

export function removeTranche(draft: Draft<Book>, { tranches }: DealTerms, trancheId: string): void {
  const { tranche, delivery } = tranches.find((each) => each.tranche.id === trancheId)!
  delete draft.tranches[tranche.id]
  for (const step of delivery) delete draft.deliverySteps[step.id]
}

/** Every entity a deal consists of, itself first. */
const entitiesOf = (terms: DealTerms): (readonly [EntityKind, Entity])[] => [
  ['deals', terms.deal],
  ...terms.charges.flatMap(({ charge, ramp, escalator, usage }) => [
    ['charges', charge] as const,
    ...ramp.map((step) => ['rampSteps', step] as const),
    ...(escalator ? [['escalators', escalator] as const] : []),
    ...usage.map((step) => ['usageSteps', step] as const),
  ]),
  ...terms.tranches.flatMap(({ tranche, delivery }) => [
    ['tranches', tranche] as const,
    ...delivery.map((step) => ['deliverySteps', step] as const),
  ]),
  ...parties.flatMap((party) => [
    ['terminationRights', terms.rights[party]] as const,
    ...terms.terminationFees[party].map((step) => ['terminationFees', step] as const),
  ]),
  ...terms.oneOffs.map((item) => ['oneOffs', item] as const),
  ...terms.advances.map((item) => ['advances', item] as const),
  ...terms.renewals.map((item) => ['renewals', item] as const),
  ...terms.evidence.map((entry) => ['evidence', entry] as const),
]

/** What refers to a deal or one of its parts, beside an entity's own id. */
const references = ['id', 'dealId', 'chargeId', 'trancheId', 'rightId']

/** A copy of a deal with all its parts; its evidence is marked as inherited. */
export function duplicateDeal(
  draft: Draft<Book>,
  from: DealTerms,
  { dealId, name }: { dealId: string; name: string },
): void {
  const column = nextColumn(draft)
  const renamed = (id: string) =>
    id === from.deal.id || id.startsWith(`${from.deal.id}/`)
      ? dealId + id.slice(from.deal.id.length)
      : `${dealId}/${id}`
  for (const [kind, entity] of entitiesOf(from)) {
    const copy: Record<string, unknown> = { ...entity }
    for (const key of references) if (typeof copy[key] === 'string') copy[key] = renamed(copy[key])
    const record: Record<string, unknown> = draft[kind]
    record[copy['id'] as string] = copy
  }
  Object.assign(draft.deals[dealId]!, column, { name })
  for (const entry of from.evidence) draft.evidence[renamed(entry.id)]!.inherited = true
}

/** Removes a deal with all its parts, closes the gap in the order, and passes the baseline on. */
export function removeDeal(draft: Draft<Book>, terms: DealTerms): void {
  for (const [kind, { id }] of entitiesOf(terms)) delete draft[kind][id]
  const rest = Object.values(draft.deals).toSorted((a, b) => a.position - b.position)
  for (const [position, left] of rest.entries()) left.position = position
  const settings = draft.settings['book']!
  if (settings.baselineId !== terms.deal.id) return
  const heir = rest.find((left) => left.shown) ?? rest[0]
  settings.baselineId = heir?.id ?? null
  if (heir) heir.shown = true
}

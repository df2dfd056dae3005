import type { Draft } from 'immer'
import type { Book, Entity } from '../schema/book.ts'
import type { Deal, Evidence } from '../schema/deal.ts'
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
import type { Command } from './command.ts'
import { entitiesOf, entitiesUnder } from './dealEntities.ts'

function nextColumn(draft: Draft<Book>): Pick<Deal, 'position' | 'shown' | 'archived'> {
  const deals = Object.values(draft.deals)
  return {
    position: deals.length,
    shown: deals.filter((deal) => deal.shown).length < limits.shownDeals,
    archived: false,
  }
}

function becomeBaselineIfFirst(draft: Draft<Book>, dealId: string): void {
  draft.settings['book']!.baselineId ??= dealId
}

/** A deal with its parts, empty but whole. */
export function addDeal(
  draft: Draft<Book>,
  {
    dealId,
    name,
    start,
    end,
    discountRate = newDeal.discountRate,
  }: Omit<Command & { type: 'deal.add' }, 'type'>,
): void {
  draft.deals[dealId] = { id: dealId, ...nextColumn(draft), name, start, end, ...newDeal, discountRate }
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

/** A copy of a deal with all its parts; its evidence is marked as inherited. */
export function duplicateDeal(
  draft: Draft<Book>,
  from: DealTerms,
  { dealId, name }: { dealId: string; name: string },
): void {
  const column = nextColumn(draft)
  for (const [kind, entity] of entitiesUnder(from, dealId)) {
    const record: Record<string, Entity> = draft[kind]
    record[entity.id] = kind === 'evidence' ? { ...(entity as Evidence), inherited: true } : entity
  }
  Object.assign(draft.deals[dealId]!, column, { name })
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

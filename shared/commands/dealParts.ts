import type { Draft } from 'immer'
import type { Book } from '../schema/book.ts'
import type { EscalatorTerm, TerminationFee, TerminationFeeTerm } from '../schema/deal.ts'
import { parties } from '../schema/vocabulary.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { replaceTerminationFees } from './steps.ts'
import { limits } from '../schema/limits.ts'

const partIds = (dealId: string) => ({
  charge: `${dealId}/fee`,
  tranche: `${dealId}/capacity`,
  right: (party: string) => `${dealId}/${party}`,
})

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

/** A deal with its parts, empty but whole: no fee, no capacity stated, no right to leave. */
export function addDeal(
  draft: Draft<Book>,
  { dealId, name, start, end }: { dealId: string; name: string; start: string; end: string },
): void {
  const ids = partIds(dealId)
  draft.deals[dealId] = {
    id: dealId,
    ...nextColumn(draft),
    name,
    buyer: '',
    provider: '',
    facility: '',
    signed: null,
    start,
    end,
    billingMonths: 'calendar',
    partMonths: 'actual',
    rounding: 'halfAwayFromZero',
    discountRate: 100_000,
  }
  draft.charges[ids.charge] = {
    id: ids.charge,
    dealId,
    label: 'Capacity fee',
    monthlyFee: 0,
    invoiced: 'advance',
    netDays: 0,
  }
  draft.tranches[ids.tranche] = {
    id: ids.tranche,
    dealId,
    kilowatts: null,
    powerBasis: 'criticalIt',
    gpus: null,
  }
  for (const party of parties)
    draft.terminationRights[ids.right(party)] = {
      id: ids.right(party),
      dealId,
      party,
      allowed: false,
      notice: 90,
      noticeUnit: 'days',
      dayOfNoticeCounts: true,
      lockOutUntil: null,
      lockOutBars: 'notice',
      feeBasis: 'none',
      feeAmount: 0,
      feeMonths: 0,
      feeShare: 0,
    }
  becomeBaselineIfFirst(draft, dealId)
}

/** Gives a charge another escalator, or none. */
export function replaceEscalator(
  draft: Draft<Book>,
  chargeId: string,
  escalator: EscalatorTerm | null,
): void {
  const id = `${chargeId}/escalator`
  if (escalator) draft.escalators[id] = { ...escalator, id, chargeId }
  else delete draft.escalators[id]
}

/** A copy of a deal with all its parts; its evidence is marked as inherited. */
export function duplicateDeal(
  draft: Draft<Book>,
  from: DealTerms,
  { dealId, name }: { dealId: string; name: string },
): void {
  const ids = partIds(dealId)
  draft.deals[dealId] = { ...from.deal, id: dealId, ...nextColumn(draft), name }
  draft.charges[ids.charge] = { ...from.charge, id: ids.charge, dealId }
  draft.tranches[ids.tranche] = { ...from.tranche, id: ids.tranche, dealId }
  for (const [index, step] of from.ramp.entries()) {
    const id = `${ids.charge}/ramp-${index + 1}`
    draft.rampSteps[id] = { ...step, id, chargeId: ids.charge }
  }
  replaceEscalator(draft, ids.charge, from.escalator)
  for (const [index, step] of from.delivery.entries()) {
    const id = `${ids.tranche}/delivery-${index + 1}`
    draft.deliverySteps[id] = { ...step, id, trancheId: ids.tranche }
  }
  for (const party of parties) {
    const id = ids.right(party)
    draft.terminationRights[id] = { ...from.rights[party], id, dealId }
    replaceTerminationFees(draft, id, from.terminationFees[party].map(termOfFee))
  }
  for (const [index, entry] of from.evidence.entries()) {
    const id = `${dealId}/evidence-${index + 1}`
    draft.evidence[id] = { ...entry, id, dealId, inherited: true }
  }
}

const termOfFee = ({ from, until, amount }: TerminationFee): TerminationFeeTerm => ({ from, until, amount })

/** Removes a deal with all its parts, closes the gap in the order, and passes the baseline on. */
export function removeDeal(
  draft: Draft<Book>,
  { deal, charge, ramp, escalator, tranche, delivery, rights, terminationFees, evidence }: DealTerms,
): void {
  delete draft.deals[deal.id]
  delete draft.charges[charge.id]
  delete draft.tranches[tranche.id]
  for (const step of ramp) delete draft.rampSteps[step.id]
  if (escalator) delete draft.escalators[escalator.id]
  for (const step of delivery) delete draft.deliverySteps[step.id]
  for (const party of parties) {
    delete draft.terminationRights[rights[party].id]
    for (const step of terminationFees[party]) delete draft.terminationFees[step.id]
  }
  for (const entry of evidence) delete draft.evidence[entry.id]

  const rest = Object.values(draft.deals).toSorted((a, b) => a.position - b.position)
  for (const [position, left] of rest.entries()) left.position = position
  const settings = draft.settings['book']!
  if (settings.baselineId !== deal.id) return
  const heir = rest.find((left) => left.shown) ?? rest[0]
  settings.baselineId = heir?.id ?? null
  if (heir) heir.shown = true
}

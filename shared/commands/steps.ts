import type { Draft } from 'immer'
import type { Book } from '../schema/book.ts'
import type { EscalatorTerm, RampTerm, UsageTerm } from '../schema/charge.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import type { AdvanceTerm, OneOffTerm, RenewalTerm } from '../schema/extras.ts'
import type { TerminationFeeTerm } from '../schema/termination.ts'
import type { DeliveryTerm } from '../schema/tranche.ts'

const byFrom = (a: { from: string }, b: { from: string }) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

/** Gives an owner other parts of one kind. Their ids follow from the owner's and their order. */
function replace<Part extends { id: string }>(
  record: Record<string, Part>,
  isOwned: (part: Part) => boolean,
  parts: readonly Part[],
): void {
  for (const part of Object.values(record)) if (isOwned(part)) delete record[part.id]
  for (const part of parts) record[part.id] = part
}

export function replaceRamp(draft: Draft<Book>, chargeId: string, terms: readonly RampTerm[]): void {
  const parts = terms
    .toSorted(byFrom)
    .map((term, i) => ({ ...term, id: `${chargeId}/ramp-${i + 1}`, chargeId }))
  replace(draft.rampSteps, (step) => step.chargeId === chargeId, parts)
}

export function replaceUsage(draft: Draft<Book>, chargeId: string, terms: readonly UsageTerm[]): void {
  const parts = terms
    .toSorted(byFrom)
    .map((term, i) => ({ ...term, id: `${chargeId}/usage-${i + 1}`, chargeId }))
  replace(draft.usageSteps, (step) => step.chargeId === chargeId, parts)
}

/** Gives a charge another escalator, or none. */
export function replaceEscalator(
  draft: Draft<Book>,
  chargeId: string,
  escalator: EscalatorTerm | null,
): void {
  const parts = escalator ? [{ ...escalator, id: `${chargeId}/escalator`, chargeId }] : []
  replace(draft.escalators, (each) => each.chargeId === chargeId, parts)
}

export function replaceDelivery(draft: Draft<Book>, trancheId: string, terms: readonly DeliveryTerm[]): void {
  const parts = terms
    .toSorted(byFrom)
    .map((term, i) => ({ ...term, id: `${trancheId}/delivery-${i + 1}`, trancheId }))
  replace(draft.deliverySteps, (step) => step.trancheId === trancheId, parts)
}

export function replaceTerminationFees(
  draft: Draft<Book>,
  rightId: string,
  terms: readonly TerminationFeeTerm[],
): void {
  const parts = terms.toSorted(byFrom).map((term, i) => ({ ...term, id: `${rightId}/fee-${i + 1}`, rightId }))
  replace(draft.terminationFees, (step) => step.rightId === rightId, parts)
}

/** What a deal has in a list of its own, in the order given. */
export function replaceOneOffs(draft: Draft<Book>, dealId: string, items: readonly OneOffTerm[]): void {
  const parts = items.map((item, position) => ({ ...item, ...placed(dealId, 'one-off', position) }))
  replace(draft.oneOffs, (part) => part.dealId === dealId, parts)
}

export function replaceAdvances(draft: Draft<Book>, dealId: string, items: readonly AdvanceTerm[]): void {
  const parts = items.map((item, position) => ({ ...item, ...placed(dealId, 'advance', position) }))
  replace(draft.advances, (part) => part.dealId === dealId, parts)
}

export function replaceRenewals(draft: Draft<Book>, dealId: string, items: readonly RenewalTerm[]): void {
  const parts = items.map((item, position) => ({ ...item, ...placed(dealId, 'renewal', position) }))
  replace(draft.renewals, (part) => part.dealId === dealId, parts)
}

const placed = (dealId: string, kind: string, position: number) => ({
  id: `${dealId}/${kind}-${position + 1}`,
  dealId,
  position,
})

/**
 * After the term's start or end moved: steps that now stick out are cut to the term, so that a later or shorter term
 * needs no second edit. A step that would vanish is left as it was, and refuses the edit.
 */
export function fitStepsToTerm(draft: Draft<Book>, before: DealTerms): void {
  const { start, end } = draft.deals[before.deal.id]!
  const steps = [
    ...before.charges.flatMap(({ ramp, usage }) => [
      ...ramp.map((step) => draft.rampSteps[step.id]!),
      ...usage.map((step) => draft.usageSteps[step.id]!),
    ]),
    ...before.tranches.flatMap(({ delivery }) => delivery.map((step) => draft.deliverySteps[step.id]!)),
    ...Object.values(before.terminationFees)
      .flat()
      .map((step) => draft.terminationFees[step.id]!),
  ]
  for (const step of steps) {
    if (step.until <= start || step.from >= end) continue
    if (step.from < start) step.from = start
    if (step.until > end) step.until = end
  }
}

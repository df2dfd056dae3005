import type { Draft } from 'immer'
import type { Book } from '../schema/book.ts'
import type { DeliveryTerm, RampTerm, TerminationFeeTerm } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'

const byFrom = (a: { from: string }, b: { from: string }) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

/** Gives a charge another ramp. The ids of the steps follow from the charge's and their order. */
export function replaceRamp(draft: Draft<Book>, chargeId: string, terms: readonly RampTerm[]): void {
  for (const step of Object.values(draft.rampSteps))
    if (step.chargeId === chargeId) delete draft.rampSteps[step.id]
  for (const [index, term] of terms.toSorted(byFrom).entries()) {
    const id = `${chargeId}/ramp-${index + 1}`
    draft.rampSteps[id] = { ...term, id, chargeId }
  }
}

/** Gives a tranche other delivery steps, in the same way. */
export function replaceDelivery(draft: Draft<Book>, trancheId: string, terms: readonly DeliveryTerm[]): void {
  for (const step of Object.values(draft.deliverySteps))
    if (step.trancheId === trancheId) delete draft.deliverySteps[step.id]
  for (const [index, term] of terms.toSorted(byFrom).entries()) {
    const id = `${trancheId}/delivery-${index + 1}`
    draft.deliverySteps[id] = { ...term, id, trancheId }
  }
}

/** Gives a right other fees by date, in the same way. */
export function replaceTerminationFees(
  draft: Draft<Book>,
  rightId: string,
  terms: readonly TerminationFeeTerm[],
): void {
  for (const step of Object.values(draft.terminationFees))
    if (step.rightId === rightId) delete draft.terminationFees[step.id]
  for (const [index, term] of terms.toSorted(byFrom).entries()) {
    const id = `${rightId}/fee-${index + 1}`
    draft.terminationFees[id] = { ...term, id, rightId }
  }
}

/**
 * After the term's start or end moved: steps that now stick out are cut to the term, so that a later or shorter term
 * needs no second edit. A step that would vanish is left as it was, and refuses the edit.
 */
export function fitStepsToTerm(draft: Draft<Book>, before: DealTerms): void {
  const { start, end } = draft.deals[before.deal.id]!
  const steps = [
    ...before.ramp.map((step) => draft.rampSteps[step.id]!),
    ...before.delivery.map((step) => draft.deliverySteps[step.id]!),
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

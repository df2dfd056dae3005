import type { ChargeTerms, DealTerms, TrancheTerms } from '../schema/dealTerms.ts'
import type { Need } from './term.ts'

/**
 * The place of a charge or a tranche in its deal. The first of each stands in the term sheet by its plain names; the
 * others have rows of their own, which only deals that have so many speak of.
 */
export interface Slot<Part> {
  readonly index: number
  /** The id of one of its terms in the catalogue. */
  id(term: string): string
  label(text: string): string
  /** What stands in it. Only where the deal has so many. */
  of(terms: DealTerms): Part
  readonly needs: Need | undefined
  /** Its own need and another's. */
  needing(isMet: (part: Part) => boolean, otherwise: string, problem: string): Need
}

function slotOf<Part>(
  kind: 'charge' | 'tranche',
  index: number,
  partsOf: (terms: DealTerms) => readonly Part[],
): Slot<Part> {
  const number = index + 1
  const needs =
    index === 0
      ? undefined
      : {
          isMet: (terms: DealTerms) => partsOf(terms).length > index,
          otherwise: `no ${kind} ${number}`,
          problem: `This deal has no ${kind} ${number}. Add one from the deal’s menu first.`,
        }
  const of = (terms: DealTerms) => partsOf(terms)[index]!
  return {
    index,
    id: (term) => (index === 0 ? term : `${kind}-${number}-${term}`),
    label: (text) => (index === 0 ? text : `${text}, ${kind} ${number}`),
    of,
    needs,
    needing: (isMet, otherwise, problem) => ({
      isMet: (terms) => isMet(of(terms)),
      otherwise,
      problem,
      first: needs,
    }),
  }
}

export const chargeSlot = (index: number): Slot<ChargeTerms> =>
  slotOf('charge', index, ({ charges }) => charges)

export const trancheSlot = (index: number): Slot<TrancheTerms> =>
  slotOf('tranche', index, ({ tranches }) => tranches)

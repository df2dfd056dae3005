import { remembered } from '../remembered.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import { chargeTerms } from './chargeTerms.ts'
import { assumptionTerms, conventionTerms, periodTerms, supportTerms } from './dealFields.ts'
import { advances, oneOffs, renewals } from './listTerms.ts'
import { firstOffer, partyTerms } from './partyTerms.ts'
import { rightTerms } from './rightTerms.ts'
import { trancheTerms } from './trancheTerms.ts'
import type { Term } from './term.ts'

const places = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Every editable term of a deal, once, in the order of the term sheet. The name heads its column. */
export const termCatalog: readonly Term[] = [
  ...partyTerms,
  ...periodTerms,
  renewals,
  firstOffer,
  ...places(limits.tranches).flatMap(trancheTerms),
  ...places(limits.charges).flatMap(chargeTerms),
  ...conventionTerms,
  oneOffs,
  advances,
  ...supportTerms,
  ...rightTerms('buyer'),
  ...rightTerms('provider'),
  ...assumptionTerms,
]

const byId = new Map(termCatalog.map((term) => [term.id, term]))

/** Whether the catalogue has a term of this id. */
export const isTerm = (id: string): boolean => byId.has(id)

/** Throws where there is no such term: ids come from the catalogue itself. */
export function termById(id: string): Term {
  const term = byId.get(id)
  if (!term) throw new Error(`There is no term ${id}.`)
  return term
}

const applyingTo = remembered(
  (deal: DealTerms): ReadonlySet<Term> => new Set(termCatalog.filter((term) => term.applies(deal))),
)

/** The terms a deal speaks of, or has a source for. */
const saidBy = remembered((deal: DealTerms): ReadonlySet<Term> => {
  const sourced = new Set(deal.evidence.map(({ term }) => term))
  return new Set([...applyingTo(deal)].filter((term) => term.speaks(deal) || sourced.has(term.id)))
})

/** The terms of which at least one of these deals speaks, or has a source for; with the silent ones all that apply. */
export function termsThatApply(deals: readonly DealTerms[], withSilent = false): Term[] {
  const termsOf = deals.map(withSilent ? applyingTo : saidBy)
  return termCatalog.filter((term) => termsOf.some((terms) => terms.has(term)))
}

const canonicalTerms = remembered(
  (deal: DealTerms): ReadonlyMap<Term, string> =>
    new Map(termCatalog.map((term) => [term, term.canonical(deal)])),
)

/** Whether a term says the same of two deals, or of one before and after an edit. */
export const isSameIn = (term: Term, a: DealTerms, b: DealTerms): boolean =>
  canonicalTerms(a).get(term) === canonicalTerms(b).get(term)

/** What a person calls a deal and notes of it is its own, and no difference between two. */
const ownWords: ReadonlySet<string> = new Set(['name', 'status', 'tags', 'notes'])

/** Whether a term says something else of two deals; where it is part of what one lacks, that other term differs. */
export const differs = (term: Term, a: DealTerms, b: DealTerms): boolean =>
  !ownWords.has(term.id) && applyingTo(a).has(term) && applyingTo(b).has(term) && !isSameIn(term, a, b)

/** The terms whose value in one deal is not the other's. */
export const differingTerms = (a: DealTerms, b: DealTerms): Term[] =>
  [...applyingTo(a)].filter((term) => differs(term, a, b))

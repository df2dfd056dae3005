import type { DealTerms } from '../schema/dealTerms.ts'
import type { Evidence } from '../schema/deal.ts'
import { isTerm, termById } from '../terms/catalog.ts'
import { withTranches } from '../terms/trancheReferences.ts'
import type { DealDocument } from './dealDocument.ts'
import { dealId, stated, type TrancheIds } from './part.ts'
import { type DealProblem, problemAt } from './problems.ts'

/** Sources of terms that the catalogue does not have. */
export const evidenceProblems = ({ evidence = [] }: DealDocument): DealProblem[] =>
  evidence.flatMap(({ term }, i) =>
    isTerm(term) ? [] : [problemAt(`evidence[${i}].term`, `there is no term “${term}” in a term sheet.`)],
  )

/** The sources a document names for the terms of its deal. */
export function readEvidence(
  entries: NonNullable<DealDocument['evidence']>,
  terms: DealTerms,
  trancheIds: TrancheIds,
): Evidence[] {
  const inBook = (id: string) => trancheIds.get(id) ?? id
  return entries.map(({ supports, alternativeValue, ...said }, i) => ({
    ...newEvidence,
    ...stated(said),
    id: `${dealId}/evidence-${i + 1}`,
    dealId,
    term: said.term,
    confidence: said.confidence,
    supports:
      supports === undefined
        ? termById(said.term).canonical(terms)
        : withTranches(said.term, supports, inBook),
    alternativeValue: withTranches(said.term, alternativeValue ?? null, inBook),
  }))
}

/** What a source says until somebody says otherwise. */
const newEvidence = { source: '', quotation: '', dated: null, alternative: '', inherited: false }

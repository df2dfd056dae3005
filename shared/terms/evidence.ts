import type { Evidence } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { termById } from './catalog.ts'

export interface EvidenceMark {
  entry: Evidence
  /** The term does not say what its source supports: it was changed since, or the source's matter is not modelled. */
  differs: boolean
}

/** Where a term of a deal comes from, or null where nothing is entered for it. */
export function evidenceOf(terms: DealTerms, termId: string): EvidenceMark | null {
  const entry = terms.evidence.find((candidate) => candidate.term === termId)
  if (!entry) return null
  return { entry, differs: entry.supports !== termById(termId).canonical(terms) }
}

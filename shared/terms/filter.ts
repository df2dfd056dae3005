import type { DealTerms } from '../schema/dealTerms.ts'
import { differs, termById, termsThatApply } from './catalog.ts'
import { evidenceOf } from './evidence.ts'
import type { Term } from './term.ts'

/** Which terms have a row beside each other: `differences` from the baseline; `unsupported` by a source that states them. */
export const termFilters = ['said', 'every', 'differences', 'unsupported'] as const
export type TermFilter = (typeof termFilters)[number]

const name = termById('name')

/** The terms that have a row among these deals, the names first: they head the columns whatever is left out. */
export function termsShown(
  deals: readonly DealTerms[],
  baseline: DealTerms | null,
  filter: TermFilter,
): readonly Term[] {
  const rows = termsThatApply(deals, filter === 'every')
  switch (filter) {
    case 'said':
    case 'every':
      return rows
    case 'differences':
      return rows.filter(
        (term) => term === name || (baseline && deals.some((deal) => differs(term, deal, baseline))),
      )
    case 'unsupported':
      return rows.filter((term) => term === name || deals.some((deal) => isUnsupported(term, deal)))
  }
}

/** Whether a deal says it and no source states it as it is: assumed, reported, changed since, or of no known source. */
function isUnsupported(term: Term, terms: DealTerms): boolean {
  if (!term.applies(terms)) return false
  const mark = evidenceOf(terms, term.id)
  if (mark === null) return term.speaks(terms)
  return mark.entry.confidence !== 'stated' || mark.differs
}

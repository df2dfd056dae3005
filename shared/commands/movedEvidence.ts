import type { Draft } from 'immer'
import type { Book } from '../schema/book.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { chargeTerms } from '../terms/chargeTerms.ts'
import type { Term } from '../terms/term.ts'
import { trancheTerms } from '../terms/trancheTerms.ts'

/**
 * The sources of a deal after a charge or tranche in one place was removed: its own go with it, and those of the ones
 * after it move up with them, since a source stands behind a place of the term sheet.
 */
export function moveEvidence(
  draft: Draft<Book>,
  { evidence, charges, tranches }: DealTerms,
  kind: 'charge' | 'tranche',
  removed: number,
): void {
  const termsOf: (index: number) => Term[] = kind === 'charge' ? chargeTerms : trancheTerms
  const count = kind === 'charge' ? charges.length : tranches.length
  for (let index = removed; index < count; index++) {
    const terms = termsOf(index)
    const before = index === removed ? null : termsOf(index - 1)
    for (const [i, { id }] of terms.entries())
      for (const entry of evidence)
        if (entry.term === id) {
          if (before) draft.evidence[entry.id]!.term = before[i]!.id
          else delete draft.evidence[entry.id]
        }
  }
}

import type { Draft } from 'immer'
import type { Book } from '../schema/book.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import type { Command } from './command.ts'

/** What is said of a term in place of what was said before; it is the deal’s own from then on. */
export function putEvidence(
  draft: Draft<Book>,
  { deal, evidence }: DealTerms,
  { term, entry }: Command & { type: 'evidence.put' },
): void {
  const known = evidence.find((each) => each.term === term)
  const id = known?.id ?? freeId(draft, `${deal.id}/evidence-${term}`)
  draft.evidence[id] = { id, dealId: deal.id, term, ...entry, inherited: false }
}

/** Sources move up with the charge or tranche they are of, and keep their ids. */
function freeId({ evidence }: Draft<Book>, wanted: string): string {
  if (!evidence[wanted]) return wanted
  let number = 2
  while (evidence[`${wanted}-${number}`]) number++
  return `${wanted}-${number}`
}

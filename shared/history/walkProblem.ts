import { inSentence } from '../format/names.ts'
import { bookProblem } from '../commands/refusals.ts'
import { contradiction } from '../commands/rules.ts'
import type { Book } from '../schema/book.ts'
import { type DealTerms, dealTerms } from '../schema/dealTerms.ts'
import type { Change } from './changes.ts'
import { touchedDeals } from './touchedDeals.ts'

/**
 * Why a book may not stand as these changes, undone or repeated or restored, have left it; null where it may. It is checked
 * as after a command: a file's history may hold steps that no command would make.
 */
export function walkProblem(before: Book, after: Book, changes: readonly Change[]): string | null {
  const problem = bookProblem(before, after)
  if (problem !== null) return problem
  for (const id of touchedDeals(before, changes)) {
    const deal = after.deals[id]
    if (!deal) continue
    const terms = termsIn(after, id)
    const found = terms ? contradiction(terms) : 'It would lack a part that every deal has.'
    if (found !== null) return `“${inSentence(deal.name)}” cannot become what it was then. ${found}`
  }
  return null
}

function termsIn(book: Book, dealId: string): DealTerms | null {
  try {
    return dealTerms(book, dealId)
  } catch {
    return null
  }
}

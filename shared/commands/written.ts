import type { Evidence } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { isTerm, termById } from '../terms/catalog.ts'
import { type TermCommand, termCommand } from './command.ts'

/**
 * The command that writes a value as the catalogue keeps it into a term; null where it is none of that term. What a file
 * or a clipboard holds was written by anyone, so the command is checked as if it came from outside.
 */
export function written(terms: DealTerms, term: string, canonical: string): TermCommand | null {
  if (!isTerm(term)) return null
  try {
    const found = termCommand.safeParse(termById(term).write(terms, canonical))
    return found.success ? found.data : null
  } catch {
    return null
  }
}

/** The command that writes the other reading of a source; null where it has none, or none that can be read. */
export const otherReading = (terms: DealTerms, { term, alternativeValue }: Evidence): TermCommand | null =>
  alternativeValue === null ? null : written(terms, term, alternativeValue)

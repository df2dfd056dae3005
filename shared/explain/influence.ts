import { apply } from '../commands/apply.ts'
import { contextOf } from '../engine/context.ts'
import type { Book } from '../schema/book.ts'
import { dealTerms } from '../schema/dealTerms.ts'
import { termCatalog } from '../terms/catalog.ts'
import { numberOf, slidTo } from '../terms/slide.ts'
import type { Term } from '../terms/term.ts'
import { resultOf } from './explain.ts'
import type { Quantity } from './explanation.ts'

/** What a figure would change by if one number of its deal were a tenth more, all else equal. */
export interface Influence {
  term: Term
  /** In the unit of the figure: minor units, a fraction, days; never zero. */
  change: Measured
}

type Measured = Exclude<Quantity, { kind: 'words' }>

/** The numbers of a deal that change one of its figures most, the strongest first; none where the figure is a word. */
export function influences(figureId: string, book: Book, dealId: string, most: number): Influence[] {
  const now = measured(figureId, book, dealId)
  if (now === null) return []
  const terms = dealTerms(book, dealId)
  return termCatalog
    .flatMap((term): Influence[] => {
      const value = numberOf(term, terms)
      if (value === null || value === 0 || !term.speaks(terms)) return []
      const raised = apply(book, term.write(terms, slidTo(term, terms, Math.round(value * 1.1))))
      const then = raised.ok ? measured(figureId, raised.value, dealId) : null
      if (then === null || then.kind !== now.kind || then.value === now.value) return []
      return [{ term, change: { ...now, value: then.value - now.value } }]
    })
    .toSorted((a, b) => Math.abs(b.change.value) - Math.abs(a.change.value))
    .slice(0, most)
}

function measured(figureId: string, book: Book, dealId: string): Measured | null {
  const result = resultOf(figureId, dealTerms(book, dealId), contextOf(book))
  return result && result.kind !== 'words' ? result : null
}

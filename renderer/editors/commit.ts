import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { termById } from '../../shared/terms/catalog.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { edit, useBook } from '../stores/book.ts'
import { type CellAddress, dropDraft, keepDraft } from '../stores/view.ts'

/** Enters a text as a term of a deal, with whatever else belongs to one gesture; answers with why not, or null. */
export function enterText(
  { dealId, termId }: CellAddress,
  text: string,
  style: NumberStyle,
  gesture?: string,
): string | null {
  const { book } = useBook.getState().workspace
  if (!book.deals[dealId]) return null
  const entered = termById(termId).enter(dealTerms(book, dealId), text, style)
  if (!entered.ok) return entered.problem
  const made = entered.value === null ? null : edit(entered.value, gesture)
  return made && !made.ok ? made.error.message : null
}

/** Takes what was typed into a cell. A refusal keeps the text with its reason; answers whether it was taken. */
export function commitCell(cell: CellAddress, text: string, style: NumberStyle): boolean {
  const problem = enterText(cell, text, style)
  if (problem === null) dropDraft(cell)
  else keepDraft(cell, { text, problem })
  return problem === null
}

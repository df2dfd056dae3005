import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { termById } from '../../shared/terms/catalog.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { edit, useBook } from '../stores/book.ts'
import { type CellAddress, dropDraft, keepDraft } from '../stores/view.ts'

/** Takes what was typed into a cell. A refusal keeps the text with its reason; answers whether it was taken. */
export function commitCell(cell: CellAddress, text: string, style: NumberStyle): boolean {
  const { book } = useBook.getState().workspace
  if (!book.deals[cell.dealId]) return true
  const entered = termById(cell.termId).enter(dealTerms(book, cell.dealId), text, style)
  if (!entered.ok) {
    keepDraft(cell, { text, problem: entered.problem })
    return false
  }
  const made = entered.value === null ? null : edit(entered.value)
  if (made && !made.ok) {
    keepDraft(cell, { text, problem: made.error.message })
    return false
  }
  dropDraft(cell)
  return true
}

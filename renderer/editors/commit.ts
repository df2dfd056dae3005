import { isFormula, type Parsed } from '../../shared/format/expression.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { TermCommand } from '../../shared/commands/command.ts'
import type { Book } from '../../shared/schema/book.ts'
import { baselineTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { withBaseline } from '../../shared/terms/formula.ts'
import { edit, useBook } from '../stores/book.ts'
import { type CellAddress, cellKey, dropDraft, keepDraft, keepFormula, useView } from '../stores/view.ts'

/** What a text would write into a cell; a formula may speak of the baseline. */
function read(
  book: Book,
  { dealId, termId }: CellAddress,
  text: string,
  style: NumberStyle,
): Parsed<TermCommand | null> {
  const [term, terms] = [termById(termId), dealTerms(book, dealId)]
  const written = withBaseline(text, term, terms, baselineTerms(book), style)
  return written.ok ? term.enter(terms, written.value, style) : written
}

/** Enters a text as a term of a deal, as a part of one gesture where it says which; answers with why not, or null. */
export function enterText(
  cell: CellAddress,
  text: string,
  style: NumberStyle,
  gesture?: string,
): string | null {
  const { book } = useBook.getState().workspace
  if (!book.deals[cell.dealId]) return null
  const entered = read(book, cell, text, style)
  if (!entered.ok) return entered.problem
  const made = entered.value === null ? null : edit(entered.value, gesture)
  if (made && !made.ok) return made.error.message
  keepFormula(cell, isFormula(text) ? text.trim() : null)
  return null
}

/** The formula a cell was entered by, for as long as it still gives what the cell says. */
export function formulaOf(cell: CellAddress, style: NumberStyle): string | null {
  const formula = useView.getState().formulas[cellKey(cell)]
  if (formula === undefined) return null
  const entered = read(useBook.getState().workspace.book, cell, formula, style)
  return entered.ok && entered.value === null ? formula : null
}

/** Takes what was typed into a cell. A refusal keeps the text with its reason; answers whether it was taken. */
export function commitCell(cell: CellAddress, text: string, style: NumberStyle): boolean {
  const problem = enterText(cell, text, style)
  if (problem === null) dropDraft(cell)
  else keepDraft(cell, { text, problem })
  return problem === null
}

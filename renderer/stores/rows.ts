import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { termsThatApply } from '../../shared/terms/catalog.ts'
import type { Term } from '../../shared/terms/term.ts'
import { comparisonOf } from './comparison.ts'
import { useBook } from './book.ts'
import { useView } from './view.ts'

/** What the term sheet holds: its rows and, side by side, its deals. */
export interface SheetCells {
  rows: readonly Term[]
  deals: readonly DealTerms[]
}

/** The cells of the sheet as the keyboard finds them: the very rows that are drawn. */
export function sheetCells(): SheetCells {
  const deals = comparisonOf(useBook.getState().workspace.book).columns.map(({ terms }) => terms)
  return { rows: termsThatApply(deals, useView.getState().hasSilentTerms), deals }
}

/** Shows the rows no deal speaks of, or only what is said. */
export const toggleSilentTerms = (): void =>
  useView.setState(({ hasSilentTerms }) => ({ hasSilentTerms: !hasSilentTerms }))

import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import type { Term } from '../../shared/terms/term.ts'
import { type SheetCells, sheetCells } from './rows.ts'
import { type CellAddress, type CellRange, useView } from './view.ts'

/** The cells that are selected, as rows and columns that stand next to each other. */
export interface Selection {
  rows: readonly Term[]
  deals: readonly DealTerms[]
}

interface Bounds {
  top: number
  bottom: number
  left: number
  right: number
}

const between = (a: number, b: number): readonly [number, number] => (a < b ? [a, b] : [b, a])

function boundsIn({ rows, deals }: SheetCells, { anchor, extent }: CellRange): Bounds | null {
  const row = ({ termId }: CellAddress) => rows.findIndex(({ id }) => id === termId)
  const column = ({ dealId }: CellAddress) => deals.findIndex(({ deal }) => deal.id === dealId)
  const [top, bottom] = between(row(anchor), row(extent))
  const [left, right] = between(column(anchor), column(extent))
  return top < 0 || left < 0 ? null : { top, bottom, left, right }
}

let last: { cells: SheetCells; range: CellRange; bounds: Bounds | null }

/** Remembered for the last range: every row asks for it at each move. */
function currentBounds(range: CellRange): { cells: SheetCells; bounds: Bounds | null } {
  const cells = sheetCells()
  if (!last || last.cells !== cells || last.range !== range)
    last = { cells, range, bounds: boundsIn(cells, range) }
  return last
}

/** What is selected, or the one cell the keyboard is on; null where the keyboard is on none. */
export function currentSelection(): Selection | null {
  const { range, active } = useView.getState()
  const cells = sheetCells()
  const bounds =
    (range && currentBounds(range).bounds) ?? (active && boundsIn(cells, { anchor: active, extent: active }))
  if (!bounds) return null
  return {
    rows: cells.rows.slice(bounds.top, bounds.bottom + 1),
    deals: cells.deals.slice(bounds.left, bounds.right + 1),
  }
}

/** Where a row lies in a range: its columns, and whether the range begins or ends with it. `null` where it does not. */
export type RowInRange = `${number} ${number} ${'top' | ''} ${'bottom' | ''}` | null

/** A text, so that a row is drawn again only where its own part of the range changed. */
export function rowInRange(range: CellRange | null, term: Term): RowInRange {
  if (range === null) return null
  const { cells, bounds } = currentBounds(range)
  if (!bounds) return null
  const row = cells.rows.indexOf(term)
  if (row < bounds.top || row > bounds.bottom) return null
  const { left, right, top, bottom } = bounds
  return `${left} ${right} ${row === top ? 'top' : ''} ${row === bottom ? 'bottom' : ''}`
}

/** Selects from a cell to another; a range of one cell is none. */
export function selectRange(anchor: CellAddress, extent: CellAddress): void {
  const isOne = anchor.dealId === extent.dealId && anchor.termId === extent.termId
  useView.setState({ range: isOne ? null : { anchor, extent } })
}

/** What is selected, in words for a screen reader; empty where no more than a cell is. */
export function selectionWords(range: CellRange | null): string {
  const { bounds } = range ? currentBounds(range) : { bounds: null }
  if (!bounds) return ''
  const [rows, columns] = [bounds.bottom - bounds.top + 1, bounds.right - bounds.left + 1]
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`
  return `${count(rows * columns, 'cell')} selected: ${count(rows, 'term')} of ${count(columns, 'deal')}`
}

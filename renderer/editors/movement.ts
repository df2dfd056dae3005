import { termCatalog } from '../../shared/terms/catalog.ts'
import { sheetCells } from '../stores/rows.ts'
import { type CellAddress, useView } from '../stores/view.ts'

/** The element of a cell, for moving the focus. */
export const cellId = ({ dealId, termId }: CellAddress): string => `cell ${dealId} ${termId}`

/** Moves the keyboard to a cell at once, and brings it into view with the next frame: scrolling asks for a layout. */
export function focusCell(cell: CellAddress): void {
  const element = document.getElementById(cellId(cell))
  element?.focus({ preventScroll: true })
  requestAnimationFrame(() => element?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
}

/** The cell so many rows down and columns to the right; at an edge of the sheet, the cell on the edge. */
export function neighbour(cell: CellAddress, down: number, right: number): CellAddress {
  const { rows, deals: shown } = sheetCells()
  const deals = shown.map(({ deal }) => deal.id)
  const row = rows.findIndex((term) => term.id === cell.termId)
  const column = deals.indexOf(cell.dealId)
  const within = (index: number, length: number) => Math.min(length - 1, Math.max(0, index))
  return {
    termId: rows[within(row + down, rows.length)]!.id,
    dealId: deals[within(column + right, deals.length)] ?? cell.dealId,
  }
}

/**
 * After an edit or an undo took the row or the column the keyboard was on: it goes to the row before that one, so that
 * the next key press finds a cell. Nothing is taken from a field or a button that has the focus.
 */
export function keepKeyboard(): void {
  const { active } = useView.getState()
  if (active === null || document.getElementById(cellId(active))) return
  const { rows, deals } = sheetCells()
  const place = termCatalog.findIndex(({ id }) => id === active.termId)
  const row = rows.findLast((term) => termCatalog.indexOf(term) <= place)
  const deal = deals.find(({ deal: { id } }) => id === active.dealId) ?? deals[0]
  const next = row && deal ? { termId: row.id, dealId: deal.deal.id } : null
  useView.setState({ active: next, editing: null })
  if (next && document.activeElement === document.body) focusCell(next)
}

const rowsPerPage = 10

/** Where a key takes the keyboard in the sheet; null for a key that moves nothing. */
export function movedBy(
  key: string,
  isShifted: boolean,
  isMod: boolean,
  cell: CellAddress,
): CellAddress | null {
  switch (key) {
    case 'ArrowUp':
      return neighbour(cell, isMod ? -Infinity : -1, 0)
    case 'ArrowDown':
      return neighbour(cell, isMod ? Infinity : 1, 0)
    case 'ArrowLeft':
      return neighbour(cell, 0, isMod ? -Infinity : -1)
    case 'ArrowRight':
      return neighbour(cell, 0, isMod ? Infinity : 1)
    case 'PageUp':
      return neighbour(cell, -rowsPerPage, 0)
    case 'PageDown':
      return neighbour(cell, rowsPerPage, 0)
    case 'Home':
      return neighbour(cell, isMod ? -Infinity : 0, -Infinity)
    case 'End':
      return neighbour(cell, isMod ? Infinity : 0, Infinity)
    case 'Tab': {
      const next = neighbour(cell, 0, isShifted ? -1 : 1)
      return next.dealId === cell.dealId ? null : next
    }
    default:
      return null
  }
}

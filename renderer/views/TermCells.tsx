import { memo } from 'react'
import type { Term } from '../../shared/terms/term.ts'
import type { SheetCell } from '../stores/cells.ts'
import { type RowInRange, rowInRange } from '../stores/selection.ts'
import { type CellAddress, cellKey, useView } from '../stores/view.ts'
import { type CellInRange, TermCell } from './TermCell.tsx'

interface TermCellsProps {
  term: Term
  cells: readonly SheetCell[]
  /** The row of the deals' names, over all others. */
  isHeader?: boolean
}

/** One term of every deal. The row asks what the keyboard is on: hundreds of cells need not, at every move. */
export const TermCells = memo(function TermCells({ term, cells, isHeader = false }: TermCellsProps) {
  const dealOf = (cell: CellAddress | null) => (cell?.termId === term.id ? cell.dealId : null)
  const active = useView((view) => dealOf(view.active))
  const editing = useView((view) => dealOf(view.editing))
  const drafts = useView((view) => view.drafts)
  const inRange = useView((view) => rowInRange(view.range, term))
  return cells.map((cell, column) => {
    const { dealId } = cell
    return (
      <TermCell
        key={dealId}
        term={term}
        cell={cell}
        keyboard={dealId === editing ? 'editing' : dealId === active ? 'active' : 'away'}
        inRange={cellInRange(inRange, column)}
        draft={drafts[cellKey({ dealId, termId: term.id })]}
        isHeader={isHeader}
      />
    )
  })
})

/** The edges of the range a cell is at, as the style sheet calls them. */
function cellInRange(row: RowInRange, column: number): CellInRange {
  if (row === null) return null
  const [left, right, top, bottom] = row.split(' ')
  if (column < Number(left) || column > Number(right)) return null
  return [top, bottom, column === Number(left) && 'left', column === Number(right) && 'right']
    .filter(Boolean)
    .join(' ')
}

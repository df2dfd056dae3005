import { useEffect } from 'react'
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { hasPartsOf } from '../../shared/schema/partOfBook.ts'
import { type PartTable, partTableOf } from '../../shared/terms/partTables.ts'
import { cellId, partsId } from '../editors/movement.ts'
import { PartTableEditor } from '../editors/PartTableEditor.tsx'
import { TablePopover } from '../editors/TablePopover.tsx'
import { useBook } from '../stores/book.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { type SectionAddress, useView } from '../stores/view.ts'

/** What a deal has several of, side by side, opened from the heading of its section. */
export function PartsPopover() {
  const asked = useView((view) => view.parts)
  const book = useBook((state) => state.workspace.book)
  useView((view) => view.filter) // which may leave out the section
  useEffect(closeWithoutSection)
  const table = asked && partTableOf(asked.group)
  if (!table || !hasPartsOf(book, asked.dealId)) return null
  return <Parts key={partsId(asked)} asked={asked} table={table} terms={dealTerms(book, asked.dealId)} />
}

interface PartsProps {
  asked: SectionAddress
  table: PartTable
  terms: DealTerms
}

function Parts({ asked, table, terms }: PartsProps) {
  const style = useNumberStyle()
  return (
    <TablePopover
      anchor={() => document.getElementById(partsId(asked))}
      returnTo={activeCell}
      onClosed={() => useView.setState(({ parts }) => (parts === asked ? { parts: null } : {}))}
    >
      <PartTableEditor table={table} terms={terms} style={style} />
    </TablePopover>
  )
}

/** The cell the keyboard was on, which it goes back to: the button over a column leads nowhere. */
function activeCell(): HTMLElement | null {
  const { active } = useView.getState()
  return active && document.getElementById(cellId(active))
}

/** It goes with what it was opened from: a deal that an undo took has no parts to show. */
function closeWithoutSection(): void {
  const { parts } = useView.getState()
  if (parts && !document.getElementById(partsId(parts))) useView.setState({ parts: null })
}

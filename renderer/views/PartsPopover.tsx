import { Popover } from '@base-ui/react/popover'
import { useEffect } from 'react'
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { hasPartsOf } from '../../shared/schema/partOfBook.ts'
import { type PartTable, partTableOf } from '../../shared/terms/partTables.ts'
import { cellId, partsId } from '../editors/movement.ts'
import { PartTableEditor } from '../editors/PartTableEditor.tsx'
import partStyles from '../editors/parts.module.css'
import { useHeldOpen } from '../editors/useHeldOpen.ts'
import { useBook } from '../stores/book.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { type SectionAddress, useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'

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
  const { isOpen, popup, onOpenChange } = useHeldOpen()
  function onClosed(): void {
    useView.setState(({ parts }) => (parts === asked ? { parts: null } : {}))
    // The keyboard was left on nothing where a press elsewhere did not close it at first.
    if (document.activeElement === document.body) activeCell()?.focus()
  }
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(open) => !open && onClosed()}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => document.getElementById(partsId(asked))}
          sideOffset={2}
          align="end"
          collisionPadding={8}
        >
          <Popover.Popup
            ref={popup}
            className={`${controls['popup']} ${partStyles['parts']}`}
            finalFocus={() => activeCell() ?? true}
          >
            <PartTableEditor table={table} terms={terms} style={style} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
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

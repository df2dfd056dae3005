import { Popover } from '@base-ui/react/popover'
import { useEffect } from 'react'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { hasPartsOf } from '../../shared/schema/partOfBook.ts'
import { partTableOf } from '../../shared/terms/partTables.ts'
import { PartTableEditor } from '../editors/PartTableEditor.tsx'
import { partsId } from '../editors/movement.ts'
import partStyles from '../editors/parts.module.css'
import { useBook } from '../stores/book.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'

/** What a deal has several of, side by side, opened from the heading of its section. */
export function PartsPopover() {
  const asked = useView((view) => view.parts)
  const book = useBook((state) => state.workspace.book)
  const style = useNumberStyle()
  useView((view) => view.filter) // which may leave out the section
  useEffect(closeWithoutSection)
  const table = asked && partTableOf(asked.group)
  if (!table || !hasPartsOf(book, asked.dealId)) return null
  return (
    <Popover.Root open onOpenChange={(open) => !open && useView.setState({ parts: null })}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => document.getElementById(partsId(asked))}
          sideOffset={2}
          align="end"
          collisionPadding={8}
        >
          <Popover.Popup className={`${controls['popup']} ${partStyles['parts']}`}>
            <PartTableEditor table={table} terms={dealTerms(book, asked.dealId)} style={style} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** It goes with what it was opened from: a deal that an undo took has no parts to show. */
function closeWithoutSection(): void {
  const { parts } = useView.getState()
  if (parts && !document.getElementById(partsId(parts))) useView.setState({ parts: null })
}

import { Popover } from '@base-ui/react/popover'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import controls from '../styles/controls.module.css'
import styles from './editors.module.css'

interface TablePopoverProps {
  /** What it stands beside. */
  anchor(): Element | null
  /** Where the keyboard goes as it closes; by default to where it was. */
  returnTo?(): HTMLElement | null
  onClosed(): void
  children: ReactNode
}

/**
 * A small table of fields over the sheet, open until it is asked to close: then what stands in a field is committed, and
 * where one refuses its text it stays, with the keyboard in that field, until the text is mended or given up.
 */
export function TablePopover({ anchor, returnTo, onClosed, children }: TablePopoverProps) {
  const popup = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(true)
  function onClosingComplete(): void {
    onClosed()
    // The keyboard was left on nothing where a press elsewhere did not close it at first.
    if (document.activeElement === document.body) returnTo?.()?.focus()
  }
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={(open) => !open && whenTaken(popup, () => setOpen(false))}
      onOpenChangeComplete={(open) => !open && onClosingComplete()}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} sideOffset={2} align="end" collisionPadding={8}>
          <Popover.Popup
            ref={popup}
            className={`${controls['popup']} ${styles['tablePopup']}`}
            finalFocus={returnTo && (() => returnTo() ?? true)}
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Goes on once every field has taken its text; else the keyboard is in the first that refuses. */
function whenTaken(popup: RefObject<HTMLDivElement | null>, goOn: () => void): void {
  const field = document.activeElement
  if (field instanceof HTMLInputElement && popup.current?.contains(field)) field.blur()
  // A press elsewhere asks before the field it leaves was heard.
  setTimeout(() => {
    const refused = popup.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')
    if (refused) refused.focus()
    else goOn()
  })
}

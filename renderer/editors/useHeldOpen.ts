import { type RefObject, useRef, useState } from 'react'

/**
 * A popup with fields, open until it is asked to close: then what stands in a field is committed, and where one refuses
 * its text the popup stays, with the keyboard in that field, until the text is mended or given up.
 */
export function useHeldOpen(): {
  isOpen: boolean
  popup: RefObject<HTMLDivElement | null>
  onOpenChange(open: boolean): void
} {
  const [isOpen, setOpen] = useState(true)
  const popup = useRef<HTMLDivElement>(null)
  function onOpenChange(open: boolean): void {
    if (open) return
    const field = document.activeElement
    if (field instanceof HTMLInputElement && popup.current?.contains(field)) field.blur()
    // A press elsewhere asks before the field it leaves was heard.
    setTimeout(() => {
      const refused = popup.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')
      if (refused) refused.focus()
      else setOpen(false)
    })
  }
  return { isOpen, popup, onOpenChange }
}

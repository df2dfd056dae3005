import { pasteDeals } from './documents.ts'
import { isTextField } from './textField.ts'

/**
 * A deal pasted anywhere but into a field is added to the book; what is no deal goes to the cells the keyboard is on, and
 * so do a copy and a cut.
 */
export function listenToClipboard(): () => void {
  const onPaste = (event: ClipboardEvent) => {
    if (!isTextField(event.target) && pasteDeals(event.clipboardData?.getData('text/plain') ?? '')) end(event)
    else sendToKeyboard(event)
  }
  const onCopy = (event: ClipboardEvent) => {
    if (!isTextSelected()) sendToKeyboard(event)
  }
  const onCut = (event: ClipboardEvent) => {
    if (!isTextField(event.target)) sendToKeyboard(event)
  }
  // Before any cell sees them.
  window.addEventListener('paste', onPaste, { capture: true })
  window.addEventListener('copy', onCopy, { capture: true })
  window.addEventListener('cut', onCut, { capture: true })
  return () => {
    window.removeEventListener('paste', onPaste, { capture: true })
    window.removeEventListener('copy', onCopy, { capture: true })
    window.removeEventListener('cut', onCut, { capture: true })
  }
}

/** Whether a text is selected that a copy means; one that was left behind is not meant by the cell the keyboard is on. */
export function isTextSelected(): boolean {
  const selection = getSelection()
  if (!selection || selection.isCollapsed) return false
  const cell = document.activeElement?.closest('[role="grid"] [tabindex]')
  return !cell || (selection.anchorNode !== null && cell.contains(selection.anchorNode))
}

function end(event: ClipboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

/** Browsers send a copy or a paste to where their caret was last, which the keyboard may have left for another cell. */
function sendToKeyboard(event: ClipboardEvent): void {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) return
  if (event.target instanceof Node && activeElement.contains(event.target)) return
  const { type, clipboardData } = event
  const again = new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true })
  activeElement.dispatchEvent(again)
  event.stopPropagation()
  if (again.defaultPrevented) event.preventDefault()
}

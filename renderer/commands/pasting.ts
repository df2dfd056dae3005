import { pasteDeals } from './documents.ts'

/** What is pasted into a text field is the field's own. */
const isTextField = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && target.type !== 'checkbox') ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLElement && target.isContentEditable)

/** A deal pasted anywhere but into a field is added to the book; what is no deal goes to the cell it is pasted on. */
export function listenToPaste(): () => void {
  const onPaste = (event: ClipboardEvent) => {
    if (isTextField(event.target) || !pasteDeals(event.clipboardData?.getData('text/plain') ?? '')) return
    event.preventDefault()
    event.stopPropagation()
  }
  // Before any cell sees it.
  window.addEventListener('paste', onPaste, { capture: true })
  return () => window.removeEventListener('paste', onPaste, { capture: true })
}

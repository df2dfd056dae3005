/** Puts a text on the clipboard. Only from a press of a key or a button: nothing else may write there. */
export function copyText(text: string): boolean {
  const write = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  // The page has no permission for the clipboard, and needs none for the event of a copy.
  window.addEventListener('copy', write, { capture: true })
  const isCopied = document.execCommand('copy')
  window.removeEventListener('copy', write, { capture: true })
  return isCopied
}

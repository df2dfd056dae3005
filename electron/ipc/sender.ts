/** Who sent a message: the address of the frame, and whether it is its window's main frame. */
export interface Sender {
  url: string
  isMainFrame: boolean
}

/** Only the main frame of a page of the app itself may ask for anything. */
export function isTrusted(sender: Sender | null, origin: string): boolean {
  if (!sender?.isMainFrame) return false
  try {
    const { protocol, host } = new URL(sender.url)
    return `${protocol}//${host}` === origin
  } catch {
    return false
  }
}

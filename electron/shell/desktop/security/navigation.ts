import type { App, WebContents } from 'electron'
import { appOrigin } from '../protocol.ts'

/** A window stays where it was opened: no navigation or redirect off our origin, no new windows, no webviews. */
export function denyNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

function confine(contents: WebContents): void {
  const keepHome = (event: { url: string; preventDefault(): void }) => {
    if (originOf(event.url) !== appOrigin) event.preventDefault()
  }
  contents.on('will-navigate', keepHome)
  contents.on('will-frame-navigate', keepHome)
  contents.on('will-redirect', keepHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

// `URL.origin` is "null" for schemes the URL standard does not know, so scheme and host are put together here.
function originOf(url: string): string | null {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}`
  } catch {
    return null
  }
}

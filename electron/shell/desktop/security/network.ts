import type { Session } from 'electron'

/** Every scheme that leaves the app. The app's own requests pass by: asking about each would slow the start. */
const elsewhere = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`)

/** Offline by rule: a request to anywhere but the app itself is cancelled, whatever page it comes from. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: elsewhere }, (_details, answer) => answer({ cancel: true }))
}

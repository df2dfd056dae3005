import type { Session } from 'electron'

/** Offline by rule: a request that is not for the app's own origin (or its developer tools) is cancelled. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol, host } = new URL(details.url)
    const own = protocol === 'app:' && host === 'offtake'
    answer({ cancel: !own && protocol !== 'devtools:' && protocol !== 'data:' })
  })
}

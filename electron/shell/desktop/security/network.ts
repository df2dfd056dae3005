import type { App, Session } from 'electron'

/** Every scheme that leaves the app. The app's own requests pass by: asking about each would slow the start. */
const elsewhere = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`)

const withoutUdp = 'disable_non_proxied_udp'

/**
 * Switches of Chromium that hold below any page and session; they count only before the app is ready. No name has an
 * address, which stops Chromium's own requests and a page's hints to resolve or connect; and WebRTC sends nothing but
 * through a proxy, of which there is none. A switch on the command line comes first, for the tests: whoever controls the
 * command line could start any other program as well.
 */
export function switchNetworkOff({ commandLine }: App): void {
  const switches = {
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'force-webrtc-ip-handling-policy': withoutUdp,
  }
  for (const [name, value] of Object.entries(switches))
    if (!commandLine.hasSwitch(name)) commandLine.appendSwitch(name, value)
}

/** Keeps every page, those in hidden windows too, from finding peers over the network. */
export function denyPeers(app: App): void {
  app.on('web-contents-created', (_event, contents) => contents.setWebRTCIPHandlingPolicy(withoutUdp))
}

/** Offline by rule: a request to anywhere but the app itself is cancelled, whatever page it comes from. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: elsewhere }, (_details, answer) => answer({ cancel: true }))
  // Chromium itself fetches a dictionary for each of these at every start, past all handlers of requests.
  session.setSpellCheckerLanguages([])
}

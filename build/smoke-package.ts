/**
 * Starts the unpacked package in dist/, waits until its page is ready and asks for its book. Every name has the address of a
 * server here, and nothing may connect to it. It drives a copy, because the test runtime
 * needs an addon of its own, and by Chromium's debugging port, because the package takes no inspector.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AddressInfo, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { unpackedPackage } from './unpacked.ts'

const longestStart = 120_000

/** Milliseconds after the start in which Chromium's own requests would have been made. */
const ownRequests = 5000

const { folder, executable, resources } = unpackedPackage()
const place = mkdtempSync(join(tmpdir(), 'offtake-package-'))
const copy = join(place, 'app')
let app: ChildProcess | null = null
let connections = 0
const anywhere = createServer((socket) => {
  connections += 1
  socket.destroy()
}).listen(0, '127.0.0.1')
await once(anywhere, 'listening')
try {
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  useAddonOfTestRuntime()
  app = start()
  const browser = await chromium.connectOverCDP(await debuggingAddress(app))
  const page = browser.contexts()[0]!.pages()[0] ?? (await browser.contexts()[0]!.waitForEvent('page'))
  await page.locator('[data-ready="true"]').waitFor({ timeout: longestStart })
  const book = await page.evaluate<string>('window.offtake.call("book.read", {})')
  if (!(JSON.parse(book) as { ok: boolean }).ok) throw new Error(`The package has no book: ${book}`)
  console.log(`The package starts: ${page.url()} is ready, with the title “${await page.title()}”.`)
  await wait(ownRequests)
  console.log(`The package is offline: ${connections} connections.`)
  if (connections > 0) throw new Error('The package connects to somewhere.')
  // The app ends by itself, and the virtual screen after it.
  const session = await browser.newBrowserCDPSession()
  void session.send('Browser.close').catch(() => undefined)
  await Promise.race([once(app, 'exit'), new Promise((resolve) => setTimeout(resolve, 5000).unref())])
} finally {
  if (app) await end(app)
  anywhere.close()
  rmSync(place, { recursive: true, force: true })
}

function useAddonOfTestRuntime(): void {
  const addon = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'better_sqlite3-napi9.node')
  if (!existsSync(addon)) return
  const prebuilds = join(copy, resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
  cpSync(addon, join(prebuilds, `${process.platform}-${process.arch}.node`))
}

/** In a process group of its own, so that a virtual screen and the app's own processes end with it. */
function start(): ChildProcess {
  const command = [
    join(copy, executable),
    '--remote-debugging-port=0',
    `--user-data-dir=${join(place, 'user')}`,
    `--host-resolver-rules=MAP * 127.0.0.1:${(anywhere.address() as AddressInfo).port}`,
    // As root, Electron starts only without its outer sandbox; the windows' own sandbox stays on.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  const onScreen = hasScreen ? command : ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...command]
  return spawn(onScreen[0]!, onScreen.slice(1), { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
}

async function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  const said: string[] = []
  const timer = setTimeout(() => stderr!.destroy(), longestStart)
  for await (const line of createInterface({ input: stderr! })) {
    said.push(line)
    const address = /DevTools listening on (\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    clearTimeout(timer)
    stderr!.resume()
    return address
  }
  throw new Error(`The package did not start:\n${said.join('\n')}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  if (process.platform === 'win32') child.kill('SIGKILL')
  else process.kill(-child.pid!, 'SIGKILL')
  await exit
}

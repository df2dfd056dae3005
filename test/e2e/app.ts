import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import {
  type Browser,
  type BrowserType,
  type ElectronApplication,
  _electron,
  expect,
  test as base,
  type Page,
  type TestInfo,
} from '@playwright/test'

export { expect } from '@playwright/test'

/** Whether traces hold the page at each action: a fifth of the time goes there, so only where they are asked for. */
const hasSnapshots = process.env['OFFTAKE_TRACE'] === '1'

const root = resolve(import.meta.dirname, '../..')

/** Milliseconds after which an app that was asked to end is killed: one that is still writing on a busy machine is not. */
const longestEnd = 20_000

/** The running app, in the engine of the project, with a data folder of its own. */
export interface RunningApp {
  page: Page
  userData: string
  /** The Electron application, for what only its main process can tell; null in the browser. */
  electron: ElectronApplication | null
  /** Closes the app and starts it again on the same data folder; `meanwhile` is done while it is closed. */
  restart(meanwhile?: () => Promise<void>): Promise<Page>
  /** Ends the process that writes the book at once, without a word, and starts it again. */
  killAndRestart(): Promise<Page>
}

interface Started {
  page: Page
  /** What the page said of its own mistakes. */
  errors: string[]
  electron: ElectronApplication | null
  close(): Promise<void>
  kill(): Promise<void>
}

/** What a test may start the app with. */
interface AppOptions {
  appArguments: string[]
  /** Errors in the page's console that the test provokes; any other fails it. */
  provokedErrors: RegExp
}

/** One browser for all tests of a worker, launched by the first that wants it; each test has a context of its own. */
interface SharedBrowser {
  sharedBrowser: () => Promise<Browser>
}

export const test = base.extend<AppOptions & { app: RunningApp }, SharedBrowser>({
  sharedBrowser: [
    async ({ playwright }, use) => {
      let browser: Promise<Browser> | undefined
      await use(() => (browser ??= launchBrowser(playwright.chromium)))
      await (await browser)?.close()
    },
    { scope: 'worker' },
  ],
  appArguments: [[], { option: true }],
  provokedErrors: [
    /^Failed to load resource: net::ERR_(CONNECTION_REFUSED|EMPTY_RESPONSE)/,
    { option: true },
  ],
  app: async ({ appArguments, provokedErrors, sharedBrowser }, use, testInfo) => {
    const userData = await mkdtemp(join(tmpdir(), 'offtake-test-'))
    const start = () =>
      base.step('start the app', () => startApp(testInfo, sharedBrowser, userData, appArguments))
    let started = await start()
    const again = async (end: () => Promise<void>, meanwhile?: () => Promise<void>) => {
      await base.step('end the app', end)
      await meanwhile?.()
      started = await start()
      app.page = started.page
      app.electron = started.electron
      return started.page
    }
    const app: RunningApp = {
      page: started.page,
      electron: started.electron,
      userData,
      restart: (meanwhile) => again(started.close, meanwhile),
      killAndRestart: () => again(started.kill),
    }
    await use(app)
    await base.step('end the app', () => started.close())
    const errors = started.errors.filter((text) => !provokedErrors.test(text))
    expect(errors, 'errors in the console of the page').toEqual([])
    await rm(userData, { recursive: true, force: true })
  },
})

async function startApp(
  testInfo: TestInfo,
  sharedBrowser: () => Promise<Browser>,
  userData: string,
  appArguments: string[],
): Promise<Started> {
  const started =
    testInfo.project.name === 'chromium'
      ? await startInBrowser(await sharedBrowser(), userData, appArguments)
      : await startInElectron(userData, appArguments)
  const errors = errorsOf(started.page)
  await started.page.locator('[data-ready="true"]').waitFor({ timeout: 120_000 })
  // Beside the screen's pointer. Not earlier: while the main process starts, what it is asked to do can be lost.
  // And nobody is there to answer whether a window may close: a test that is about that answers for itself.
  await started.electron?.evaluate(({ BrowserWindow, dialog }) => {
    BrowserWindow.getAllWindows()[0]?.setPosition(0, 0)
    dialog.showMessageBoxSync = () => 1
  })
  // Only once the page stands: a trace begun while it loads can wait for ever. It watches every change of the page,
  // so there is none where time is measured.
  if (testInfo.project.name !== 'bench')
    await started.page.context().tracing.start({ snapshots: hasSnapshots })
  return { ...started, errors, close: () => closeTracing(started, testInfo).then(started.close) }
}

function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

/** Keeps the trace of a test that failed. */
async function closeTracing({ page }: Launched, testInfo: TestInfo): Promise<void> {
  const isFailure = testInfo.status !== testInfo.expectedStatus
  const path = testInfo.outputPath(`trace-${testInfo.retry}-${process.hrtime.bigint()}.zip`)
  await page
    .context()
    .tracing.stop(isFailure ? { path } : {})
    .catch(() => undefined)
}

type Launched = Omit<Started, 'errors'>

async function startInElectron(userData: string, appArguments: string[]): Promise<Launched> {
  // Named no executable, Playwright takes Electron's own package, and holds the app back until it is attached.
  const electron = await _electron.launch({
    args: [root, `--user-data-dir=${userData}`, '--lang=en-US', ...appArguments],
    cwd: root,
  })
  const electronProcess = electron.process()
  const page = await electron.firstWindow()
  return {
    page,
    electron,
    close: async () => {
      await Promise.race([electron.close().catch(() => undefined), ended(electronProcess, longestEnd)])
      await kill(electronProcess)
    },
    kill: () => kill(electronProcess),
  }
}

const launchBrowser = (chromium: BrowserType) =>
  chromium.launch({
    executablePath: process.env['OFFTAKE_CHROMIUM'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  })

async function startInBrowser(browser: Browser, userData: string, appArguments: string[]): Promise<Launched> {
  const server = spawn(process.execPath, ['out/browser/main.js', '--user-data', userData, ...appArguments], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(await printedAddress(server))
  return {
    page,
    electron: null,
    close: async () => {
      await context.close()
      server.kill('SIGTERM')
      await ended(server, longestEnd)
      await kill(server)
    },
    kill: async () => {
      await kill(server)
      await context.close()
    },
  }
}

/** The address a loopback shell prints once it listens. */
async function printedAddress(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address !== undefined) return address
  }
  throw new Error('The loopback shell ended before it printed its address.')
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

async function ended(child: ChildProcess, milliseconds: number): Promise<void> {
  if (!isRunning(child)) return
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), milliseconds)
  await once(child, 'exit', { signal: timeout.signal }).catch(() => undefined)
  clearTimeout(timer)
}

async function kill(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

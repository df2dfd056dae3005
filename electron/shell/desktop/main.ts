import { join, resolve } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import type { Core } from '../../core.ts'
import { dialogs } from './dialogs.ts'
import { answerPages } from './messages.ts'
import { showMenu } from './menu.ts'
import { createPrinter } from './printing.ts'
import { registerAppScheme, serveApp } from './protocol.ts'
import { denyDownloads } from './security/downloads.ts'
import { denyNavigation } from './security/navigation.ts'
import { denyNetwork } from './security/network.ts'
import { denyPermissions } from './security/permissions.ts'
import { openWorkbench } from './window.ts'

const pages = join(import.meta.dirname, '../renderer')

registerAppScheme()
denyNavigation(app)
app.on('window-all-closed', () => app.quit())
void app.whenReady().then(start)

function start(): void {
  denyPermissions(session.defaultSession)
  denyNetwork(session.defaultSession)
  denyDownloads(session.defaultSession)
  const hasScripts = new Promise<void>((served) => serveApp(session.defaultSession, pages, onceQuiet(served)))

  const window = openWorkbench()
  // A page starts by asking this process for its bridge and its scripts, and then takes its time to read them: in that
  // time the core is read and the book opened. Earlier the page would wait for it.
  const core = hasScripts.then(() => openCore(window))
  answerPages(async (channel, input) => (await core).dispatch(channel, input))
  showMenu((command) => window.webContents.send('command.requested', command))
  app.on('will-quit', () => void core.then(({ registry }) => registry.close()))
}

/** Calls once it was told something, and then nothing more for a moment. */
function onceQuiet(call: () => void): () => void {
  let pause: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(pause)
    pause = setTimeout(call, 1)
  }
}

async function openCore(window: BrowserWindow): Promise<Core> {
  const { startCore } = await import('../../core.ts')
  return startCore({
    version: app.getVersion(),
    userData: app.getPath('userData'),
    book: bookNamed(process.argv),
    shell: { kind: 'desktop', dialogs: dialogs(window), printer: createPrinter() },
  })
}

/** A double-clicked book arrives as the last argument. */
function bookNamed(argv: readonly string[]): string | null {
  const path = argv.slice(1).findLast((argument) => argument.endsWith('.offtake'))
  return path === undefined ? null : resolve(path)
}

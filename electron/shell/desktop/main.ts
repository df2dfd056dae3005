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
  serveApp(session.defaultSession, pages)

  const window = openWorkbench()
  // While the page's process starts: this one has nothing else to do then, and the page finds the core ready.
  const core = openCore(window)
  answerPages(async (channel, input) => (await core).dispatch(channel, input))
  showMenu((command) => window.webContents.send('command.requested', command))
  app.on('will-quit', () => void core.then(({ registry }) => registry.close()))
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

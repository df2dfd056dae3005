import { join, resolve } from 'node:path'
import { app, session } from 'electron'
import { coreBesidePage } from './coreBesidePage.ts'
import { lastWindow, openDesks, showLastWindow } from './desks.ts'
import { answerPages } from './messages.ts'
import { showMenu } from './menu.ts'
import { registerAppScheme, serveApp } from './protocol.ts'
import { denyDownloads } from './security/downloads.ts'
import { denyNavigation } from './security/navigation.ts'
import { denyNetwork, denyPeers, switchNetworkOff } from './security/network.ts'
import { denyPermissions } from './security/permissions.ts'

const pages = join(import.meta.dirname, '../renderer')

// The network, of which this app is denied all, has no process of its own: the first window would wait for its start.
app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2')
switchNetworkOff(app)
registerAppScheme()
denyNavigation(app)
denyPeers(app)
app.on('window-all-closed', () => app.quit())
// One process for a person's books: a second one hands its book over, and the windows know of each other.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

function start(): void {
  denyPermissions(session.defaultSession)
  denyNetwork(session.defaultSession)
  denyDownloads(session.defaultSession)
  const { core, onFile, start: startCore } = coreBesidePage()
  serveApp(session.defaultSession, pages, onFile)

  const desks = openDesks({ core, start: startCore })
  const show = (book: string | null) => {
    if (book === null) showLastWindow()
    else {
      startCore()
      void core().then((each) => each.focus(book) || desks.open(book))
    }
  }
  desks.open(bookNamed(process.argv, process.cwd()))
  answerPages(async (page, channel, input) => {
    startCore()
    return (await desks.behind(page))?.dispatch(channel, input)
  })
  showMenu((command) => lastWindow()?.webContents.send('command.requested', command))
  app.on('second-instance', (_event, argv, folder) => show(bookNamed(argv, folder)))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    show(path)
  })
}

/** A double-clicked book arrives as the last argument. */
function bookNamed(argv: readonly string[], folder: string): string | null {
  const path = argv.slice(1).findLast((argument) => argument.endsWith('.offtake'))
  return path === undefined ? null : resolve(folder, path)
}

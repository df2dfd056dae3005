import { once } from 'node:events'
import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { boundsWithin } from '../windowBounds.ts'
import { appOrigin } from './protocol.ts'
import { zoomByKeys } from './zoom.ts'

const preload = join(import.meta.dirname, 'preload.cjs')

/** `sandbox` is said per window: `app.enableSandbox()` ends every child process when run as root. */
const webPreferences = {
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
} as const

/**
 * The workbench's window. It is shown once its page has been read: a page in view waits for the graphics process before
 * it reads its scripts, a page out of view reads them meanwhile, and the window is blank for a shorter time.
 */
export function openWorkbench(): BrowserWindow {
  const window = new BrowserWindow({
    // Of its content, for only then does a page out of view know its size.
    useContentSize: true,
    width: 1440,
    height: 872,
    minWidth: 800,
    minHeight: 560,
    show: false,
    paintWhenInitiallyHidden: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14161a' : '#fbfbf9',
    webPreferences,
  })
  keepOnDisplay(window)
  // A page that could not be read stops loading without being ready; its window is shown as it is.
  const isRead = ['dom-ready', 'did-stop-loading'].map((event) => once(window.webContents, event))
  void Promise.race(isRead).then(() => window.show())
  zoomByKeys(window.webContents)
  void window.loadURL(`${appOrigin}/`)
  return window
}

/** Fits a window to its display, which where there is no window manager nothing else does. */
function keepOnDisplay(window: BrowserWindow): void {
  const bounds = window.getBounds()
  const { workArea } = screen.getDisplayMatching(bounds)
  const [minWidth, minHeight] = window.getMinimumSize() as [number, number]
  window.setMinimumSize(Math.min(minWidth, workArea.width), Math.min(minHeight, workArea.height))
  const fitting = boundsWithin(bounds, workArea)
  if (fitting.width < bounds.width || fitting.height < bounds.height) window.setBounds(fitting)
}

/** A window nobody sees, for laying out a document before it is printed. */
export function openHidden(page: 'print.html'): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    // The margins of a printed page have the colour of its window.
    backgroundColor: '#fff',
    webPreferences,
  })
  void window.loadURL(`${appOrigin}/${page}`)
  return window
}

import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { appOrigin } from './protocol.ts'

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

/** The workbench's window, there at once in the colour of its paper. */
export function openWorkbench(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14161a' : '#fbfbf9',
    webPreferences,
  })
  void window.loadURL(`${appOrigin}/`)
  return window
}

/** A window nobody sees, for laying out a document before it is printed. */
export function openHidden(page: 'print.html'): BrowserWindow {
  const window = new BrowserWindow({ show: false, width: 900, height: 1200, webPreferences })
  void window.loadURL(`${appOrigin}/${page}`)
  return window
}

import { app, type BrowserWindow, dialog } from 'electron'
import { log } from '../../log.ts'
import { crashLimit } from '../crashLimit.ts'
import { appOrigin } from './protocol.ts'

/** Asks the core to open another book in the window; answers whether one was opened. */
export type OpenInstead = (channel: 'book.open' | 'book.new') => Promise<boolean>

/**
 * Reads the page of a window again after it crashed: its book is in its file. After three crashes in a minute it asks what to
 * do, so that a book that crashes the page does not do so for ever. A page that does not answer can be read again, too.
 */
export function survive(window: BrowserWindow, openInstead: OpenInstead): void {
  const { webContents } = window
  const isTooMany = crashLimit()
  // The page says why it was read again.
  const readAgain = () => void window.loadURL(`${appOrigin}/#crashed`)

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log(`the page is gone: ${reason}`)
    if (isTooMany(performance.now())) void choose()
    else readAgain()
  })

  async function choose(): Promise<void> {
    window.show()
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The window stopped working three times within a minute.',
      detail:
        'Every edit that was saved is in the book’s file. Perhaps this book cannot be shown: another one can be opened in its place.',
      buttons: ['Try again', 'Open another book…', 'New book…', 'Quit'],
      defaultId: 0,
      cancelId: 3,
      noLink: true,
    })
    if (window.isDestroyed()) return
    if (response === 0) return readAgain()
    if (response === 3) return app.quit()
    if (await openInstead(response === 1 ? 'book.open' : 'book.new')) void window.loadURL(`${appOrigin}/`)
    else await choose()
  }

  window.on('unresponsive', () => void endUnlessWaited())

  async function endUnlessWaited(): Promise<void> {
    const answered = new AbortController()
    window.once('responsive', () => answered.abort())
    const isToWait = await askToWait(window, answered.signal)
    if (!isToWait && !window.isDestroyed()) webContents.forcefullyCrashRenderer()
  }
}

/** Whether to wait for a page that does not answer; a page that answers meanwhile closes the question. */
async function askToWait(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window does not answer.',
    detail: 'It may be computing still. Read again, it shows the book as it was saved last.',
    buttons: ['Wait', 'Read it again'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  })
  return response === 0 || signal.aborted
}

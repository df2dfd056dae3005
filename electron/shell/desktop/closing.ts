import { type BrowserWindow, dialog } from 'electron'

const stay = 0

/** Asks before a window is closed or read again whose page holds what was typed and is not in the book. */
export function askBeforeLosing(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: 'Something you typed is not in the book.',
      detail: 'An entry was refused, or a source is not saved. It is lost if the window closes now.',
      buttons: ['Stay', 'Close without it'],
      defaultId: stay,
      cancelId: stay,
      noLink: true,
    })
    // Prevents what the page did, which was to hold the window.
    if (answer !== stay) event.preventDefault()
  })
}

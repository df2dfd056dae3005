import type { RunningApp } from '../e2e/app.ts'
import { expect, test } from '../e2e/app.ts'

/**
 * Presses a key as the keyboard does, which the window sees before the page; keys pressed through the page's debugger, as
 * Playwright does it, reach the page alone. Key names are those of Electron's accelerators.
 */
const press = ({ electron }: RunningApp, keyCode: string, modifiers: ('control' | 'shift' | 'alt')[]) =>
  electron!.evaluate(
    ({ BrowserWindow }, given) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      webContents.sendInputEvent({ type: 'keyDown', ...given })
      webContents.sendInputEvent({ type: 'keyUp', ...given })
    },
    { keyCode, modifiers },
  )

const zoomLevel = ({ electron }: RunningApp) =>
  electron!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getZoomLevel())

test('the page zooms by every key that says so', async ({ app }) => {
  const zoomed = async (keyCode: string, level: number, ...shift: 'shift'[]) => {
    await press(app, keyCode, ['control', ...shift])
    await expect.poll(() => zoomLevel(app), keyCode).toBe(level)
  }
  await zoomed('=', 0.5)
  await zoomed('numadd', 1)
  await zoomed('+', 1.5, 'shift')
  await zoomed('-', 1)
  await zoomed('numsub', 0.5)
  await zoomed('0', 0)
  await zoomed('-', -0.5)
  await zoomed('num0', 0)
})

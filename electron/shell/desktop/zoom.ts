import type { WebContents } from 'electron'

/** How far one press goes, in Chromium's levels of 20 %: as the menu does. */
const step = 0.5

type Zoom = 'in' | 'out' | 'reset'

const byKey: Readonly<Record<string, Zoom>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '\u2212': 'out',
  _: 'out',
  '0': 'reset',
}
const byCode: Readonly<Record<string, Zoom>> = {
  // Where the row of numbers writes signs without Shift (France).
  Digit0: 'reset',
}

/**
 * Lets a page be zoomed by every key that says so: the menu of the system knows Ctrl and + alone, which is Ctrl, Shift and =
 * on an American keyboard, and knows no keypad.
 */
export function zoomByKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, { type, key, code, control, meta, alt }) => {
    const isMod = process.platform === 'darwin' ? meta : control
    const zoom = byKey[key] ?? byCode[code]
    if (type !== 'keyDown' || !isMod || alt || zoom === undefined) return
    event.preventDefault()
    if (zoom === 'reset') contents.setZoomLevel(0)
    else contents.setZoomLevel(contents.getZoomLevel() + (zoom === 'in' ? step : -step))
  })
}

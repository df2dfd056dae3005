import { type UIEvent, useState } from 'react'
import { windowHeight } from './windowHeight.ts'

/** Rows drawn above and below those in view. */
const margin = 8

/**
 * Which rows of a long list are drawn, where all are of one height in pixels: those in view are known without measuring.
 * `first` to `end`, exclusive; `show` says which row is on top, and `onScroll` follows the list.
 */
export function useRowsInView(count: number, rowHeight: number, topRow = 0) {
  const [top, setTop] = useState(topRow)
  return {
    first: Math.max(0, Math.min(top, count) - margin),
    end: Math.min(count, top + Math.ceil(windowHeight() / rowHeight) + margin),
    show: setTop,
    onScroll: (event: UIEvent<HTMLElement>) => setTop(Math.floor(event.currentTarget.scrollTop / rowHeight)),
  }
}

/** A place on the screen, in its pixels. */
export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

const within = (start: number, size: number, from: number, room: number): number =>
  Math.max(from, Math.min(start, from + room - size))

/** The bounds of a window, made no larger than the work area of its display and moved to lie within it. */
export function boundsWithin(window: Bounds, area: Bounds): Bounds {
  const width = Math.min(window.width, area.width)
  const height = Math.min(window.height, area.height)
  return {
    x: within(window.x, width, area.x, area.width),
    y: within(window.y, height, area.y, area.height),
    width,
    height,
  }
}

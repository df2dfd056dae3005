/** When something is done, told by the frames of the window. Each answers with how to call it off. */

/** Once: after so many milliseconds, or with the next frame where that comes first. */
function atLatestWithFrame(call: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds)
  const frame = requestAnimationFrame(run)
  function callOff(): void {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }
  function run(): void {
    callOff()
    call()
  }
  return callOff
}

/**
 * In a turn of its own, once the screen has followed what is done in this one; or with the next frame, where that comes
 * first. What asks for a layout then has it while the frame is waited for, and not within the frame.
 */
export const beforeFrame = (call: () => void): (() => void) => atLatestWithFrame(call, 0)

/** Milliseconds after which no frame is waited for any more: a window that is not seen has none. */
const longestWait = 100

/** Once the next frame is made: what takes the machine's time then takes none of the frame's. */
export function afterFrame(call: () => void): () => void {
  let turn: ReturnType<typeof setTimeout> | undefined
  const callOff = atLatestWithFrame(() => (turn = setTimeout(call)), longestWait)
  return () => {
    callOff()
    clearTimeout(turn)
  }
}

/** In the frame after the next one, which has been painted by then. */
export function inFrameAfterNext(call: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(call)
  })
  return () => cancelAnimationFrame(frame)
}

/**
 * Once the window's first paint is on the screen. It is long on its way there, and whatever is done meanwhile takes the
 * machine from it.
 */
export function afterFirstPaint(call: () => void): () => void {
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return
    observer.disconnect()
    call()
  })
  observer.observe({ type: 'paint', buffered: true })
  return () => observer.disconnect()
}

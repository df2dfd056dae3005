import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Calls in the frame after the next one, which has been painted by then; answers with how to call it off. */
function afterPaint(call: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(call)
  })
  return () => cancelAnimationFrame(frame)
}

/**
 * Calls once the window's first paint is on the screen. It is long on its way there, and whatever is done meanwhile takes
 * the machine from it.
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

/**
 * A value as it was when the screen was last painted; null before the first paint. What is drawn from it never delays the frame an edit is shown
 * in: a charting library works in one piece, so that `useDeferredValue` alone would let it run before the paint.
 */
export function useAfterPaint<T>(value: T): T | null {
  const [painted, setPainted] = useState<T | null>(null)
  // Asked for before the frame is painted, and drawn at once in the one after: else React lets more of them go by.
  useLayoutEffect(() => afterPaint(() => flushSync(() => setPainted(value))), [value])
  return painted
}

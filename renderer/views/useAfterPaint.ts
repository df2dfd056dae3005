import { useEffect, useState } from 'react'

/** Calls in the task after the next frame is painted; answers with how to call it off. */
function afterPaint(call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(call)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
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
  useEffect(() => afterPaint(() => setPainted(value)), [value])
  return painted
}

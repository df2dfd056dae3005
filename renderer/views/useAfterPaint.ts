import { startTransition, useEffect, useState } from 'react'

/**
 * A value as it was when the screen was last painted; null before the first paint. What is drawn from it never delays the frame an edit is shown
 * in: a charting library works in one piece, so that `useDeferredValue` alone would let it run before the paint.
 */
export function useAfterPaint<T>(value: T): T | null {
  const [painted, setPainted] = useState<T | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(value)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [value])
  return painted
}

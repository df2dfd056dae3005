import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { beforeFrame, inFrameAfterNext } from '../frames.ts'

/** A value that follows a turn after all else is drawn, and in the same frame: for what takes long to draw. */
export function useBeforeFrame<T>(value: T): T {
  const [followed, setFollowed] = useState(value)
  useLayoutEffect(() => beforeFrame(() => flushSync(() => setFollowed(value))), [value])
  return followed
}

/**
 * A value as it was when the screen was last painted; null before the first paint. What is drawn from it never delays the
 * frame an edit is shown in: a charting library works in one piece, so that `useDeferredValue` alone would let it run
 * before the paint.
 */
export function useAfterPaint<T>(value: T): T | null {
  const [painted, setPainted] = useState<T | null>(null)
  // Asked for before the frame is painted, and drawn at once in the one after: else React lets more of them go by.
  useLayoutEffect(() => inFrameAfterNext(() => flushSync(() => setPainted(value))), [value])
  return painted
}

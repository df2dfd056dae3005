import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * Calls in a turn of its own, once the screen has followed what is done in this one; or with the next frame, where that
 * comes first. What asks for a layout then has it while the frame is waited for, and not within the frame. Answers with how
 * to call it off.
 */
export function beforeFrame(call: () => void): () => void {
  const timer = setTimeout(run)
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

/** A value that follows a turn after all else is drawn, and in the same frame: for what takes long to draw. */
export function useBeforeFrame<T>(value: T): T {
  const [followed, setFollowed] = useState(value)
  useLayoutEffect(() => beforeFrame(() => flushSync(() => setFollowed(value))), [value])
  return followed
}

import { useEffect, useRef } from 'react'

/** Brings the keyboard to the first field of what was added, once that is drawn. Answers with what to call on adding. */
export function useFocusOnAdded(added: () => Element | null | undefined): (isAdded: boolean) => void {
  const isAwaited = useRef(false)
  useEffect(() => {
    if (isAwaited.current) added()?.querySelector('input')?.focus()
    isAwaited.current = false
  })
  return (isAdded) => {
    isAwaited.current = isAdded
  }
}

import { useEffect, useRef } from 'react'
import { addOpenEntry, type OpenEntry } from '../stores/openEntries.ts'

/** Makes a field with text that is not in the book yet known to the commands, for as long as it holds such text. */
export function useOpenEntry(entry: OpenEntry | null): void {
  const latest = useRef(entry)
  const isOpen = entry !== null
  useEffect(() => {
    latest.current = entry
  })
  useEffect(() => (isOpen ? addOpenEntry(latest as { readonly current: OpenEntry }) : undefined), [isOpen])
}

import { useState } from 'react'

/** A value as it was first given, for as long as what comes after it says the same. */
export function useKept<T>(value: T, isSame: (kept: T, value: T) => boolean): T {
  const [kept, keep] = useState(value)
  if (isSame(kept, value)) return kept
  keep(value)
  return value
}

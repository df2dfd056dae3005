import { identityOf } from './identity.ts'

/** Which files the windows of this process have open: a file is open in one of them at most, whatever it is called. */
export interface OpenBooks {
  /** Brings the window that has a file open to the front; false where none has. */
  focus(path: string): boolean
  /** Notes that a window has a file open; the answer forgets it. */
  add(path: string, focus: () => void): () => void
}

export function openBooks(): OpenBooks {
  const windows = new Map<string, () => void>()
  return {
    focus(path) {
      const identity = identityOf(path)
      const focus = identity === null ? undefined : windows.get(identity)
      focus?.()
      return focus !== undefined
    },
    add(path, focus) {
      const identity = identityOf(path)
      if (identity === null) return () => undefined
      windows.set(identity, focus)
      return () => void windows.delete(identity)
    },
  }
}

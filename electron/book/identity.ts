import { statSync } from 'node:fs'

/**
 * Which file a path leads to, by device and inode, whatever it is called; null where there is none. It only looks:
 * opening and closing a file a second time would drop SQLite's lock on it (POSIX locks belong to the process).
 */
export function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}` : null
}

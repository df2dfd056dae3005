import { statSync } from 'node:fs'

/**
 * Which file a path leads to, by device and inode, whatever it is called; null where there is none, or none that can be
 * looked at: the path is a link to itself, too long, in a folder nobody may enter, or on a drive that is gone. It only looks:
 * opening and closing a file a second time would drop SQLite's lock on it (POSIX locks belong to the process).
 */
export function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return null
  }
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** The size, times and header of a database file: each write changes one of them, and they are cheap to read. */
export interface FileState {
  readonly size: bigint
  /** Nanoseconds. */
  readonly modified: bigint
  /** Nanoseconds; it follows every write, and no program can set it back. */
  readonly changed: bigint
  /** The first 100 bytes, which hold SQLite's change counter. */
  readonly header: Buffer
}

/** A database file that is open for reading for as long as a connection to it lasts. */
export interface WatchedFile {
  /** Device and inode. */
  readonly identity: string
  state(): FileState
  /** Whether no name leads to the file any more. */
  isUnlinked(): boolean
  /** All of its bytes. */
  bytes(): Buffer
  /** To be called after the connection is closed: closing any handle of a file drops the process's locks on it. */
  close(): void
}

const headerLength = 100
/** The most bytes the system is asked for at once. */
const largestRead = 2 ** 30

/** Opens a database file to look at it while a connection has it open. Throws Node's system errors. */
export function watchFile(path: string): WatchedFile {
  const handle = openSync(path, 'r')
  const { dev, ino } = fstatSync(handle, { bigint: true })
  let isOpen = true
  return {
    identity: `${dev}:${ino}`,
    state() {
      const { size, mtimeNs, ctimeNs } = fstatSync(handle, { bigint: true })
      return { size, modified: mtimeNs, changed: ctimeNs, header: bytesOf(handle, headerLength) }
    },
    isUnlinked: () => fstatSync(handle).nlink === 0,
    bytes: () => bytesOf(handle, fstatSync(handle).size),
    close() {
      if (!isOpen) return
      isOpen = false
      try {
        closeSync(handle)
      } catch {
        // On a drive that is gone there is nothing left to close.
      }
    },
  }
}

/** As many bytes from the start of a file, or as many as it has. */
function bytesOf(handle: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const read = readSync(handle, bytes, filled, Math.min(length - filled, largestRead), filled)
    if (read === 0) break
    filled += read
  }
  return bytes.subarray(0, filled)
}

/** Whether nothing was written to a file between two of its states. */
export const isSameState = (one: FileState, other: FileState): boolean =>
  one.modified === other.modified && one.changed === other.changed && haveSameContent(one, other)

/** Whether two states may be of the same bytes, written at different times. */
export const haveSameContent = (one: FileState, other: FileState): boolean =>
  one.size === other.size && one.header.equals(other.header)

/**
 * Whether a state can be what one transaction of SQLite made of another: the change counter is counted up by one, or under
 * an exclusive lock left as it is, and the file has as many pages as it says. Offsets: "Database File Format",
 * sqlite.org/fileformat2.html, 1.3.
 */
export function canFollow(before: FileState, after: FileState): boolean {
  if (after.header.length < headerLength) return false
  const [old, next] = [before.header.readUInt32BE(24), after.header.readUInt32BE(24)]
  const pageSize = after.header.readUInt16BE(16)
  const size = BigInt(after.header.readUInt32BE(28)) * BigInt(pageSize === 1 ? 65_536 : pageSize)
  return (
    (next === old || next === (old + 1) % 2 ** 32) &&
    after.header.readUInt32BE(92) === next &&
    after.size === size
  )
}

import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { Connection } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import {
  canFollow,
  type FileState,
  haveSameContent,
  isSameState,
  type WatchedFile,
} from '../db/watchedFile.ts'
import { identityOf } from './identity.ts'

/** The file of an open book, and whether it still is what the last commit left: other programs obey no lock of SQLite's. */
export interface OwnFile {
  /** Whether it lies where it was opened; else a sentence. */
  place(): Result<void>
  /** Whether its bytes are those the last commit left; else a sentence. */
  content(): Result<void>
  /** Whether nothing was written since the last commit. Quick: inside of a transaction nothing more can be asked. */
  isUntouched(): boolean
  /** Takes the file as it is now for what a commit left; a sentence where it cannot be. */
  noteCommit(): Result<void>
  /** Whether what the book was saved to is lost: it was overwritten, or its last name given to another file. */
  isLost(): boolean
}

/**
 * Keeps watch over the file of an open book, from the state in which it was read. `isSameBook` says whether bytes hold the
 * book that is open, for a file whose times alone have changed.
 */
export function ownFile(
  path: string,
  connection: Connection,
  watched: WatchedFile,
  opened: FileState,
  isSameBook: (bytes: Buffer) => boolean,
): OwnFile {
  const fileName = basename(path)
  // Null once a commit was mixed with what another program wrote: no state is right then.
  let left: FileState | null = opened
  const isUntouched = () => left !== null && isSameState(watched.state(), left)
  const overwritten = fail(
    'overwritten',
    `“${fileName}” was overwritten by another program while it was open. That file is left as it is, and nothing more is written to it. What is on the screen is kept: save it as a new book, or open the file as it is now.`,
  )

  const file: OwnFile = {
    place: () =>
      identityOf(path) === watched.identity
        ? ok(undefined)
        : fail(
            'not-found',
            `“${fileName}” was moved, replaced or deleted while it was open, so the edit was not written. Open it where it is now and repeat the edit.`,
          ),
    content: () => reached(() => (isUntouched() || isRestored() ? ok(undefined) : overwritten)),
    isUntouched,
    noteCommit: () =>
      reached(() => {
        const now = watched.state()
        left = left && canFollow(left, now) ? now : null
        return left ? ok(undefined) : overwritten
      }),
    isLost: () => !file.content().ok || (watched.isUnlinked() && identityOf(path) !== null),
  }
  return file

  /** Looks at the file; a sentence where it is on a drive that is gone. */
  function reached(look: () => Result<void>): Result<void> {
    try {
      return look()
    } catch (error) {
      return { ok: false, error: fileError(error, fileName) }
    }
  }

  /**
   * Whether a file whose times have changed holds what it held: it was renamed and named back, its rights were changed, or
   * the same bytes were put back. What SQLite keeps in memory of it must be the same, or it would be written over that.
   */
  function isRestored(): boolean {
    const now = watched.state()
    if (!left || !haveSameContent(now, left)) return false
    try {
      const known = connection.serialize()
      const bytes = watched.bytes()
      if (!bytes.equals(known) || !isSameBook(bytes) || !isSameState(watched.state(), now)) return false
    } catch {
      return false
    }
    left = now
    return true
  }
}

import { basename } from 'node:path'
import type { Settled, Snapshot } from '../../shared/contract/contract.ts'
import type { KeptVersion } from '../../shared/contract/keeping.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { advance } from '../../shared/history/advance.ts'
import { changesBetween } from '../../shared/history/changes.ts'
import { keptAcrossRestarts } from '../../shared/history/kept.ts'
import { partFor, takeIn } from '../../shared/history/part.ts'
import { withStep } from '../../shared/history/step.ts'
import type { Edit, Workspace } from '../../shared/history/workspace.ts'
import type { Book } from '../../shared/schema/book.ts'
import { shownPartOf } from '../../shared/schema/partOfBook.ts'
import type { Connection } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import type { Repository } from '../db/repository.ts'
import { copyBook } from './copy.ts'
import { identityOf } from './identity.ts'
import type { Read } from './reading.ts'
import { keepVersion, readVersion, versionsIn } from './versions.ts'

/** An open book: the one place that changes its file. */
export interface Session {
  readonly path: string
  /** What is on the screen first: all of a book, or of a large one the deals side by side and the list of all. */
  snapshot(): Snapshot
  /** All of the book. */
  book(): Result<Book>
  /**
   * What comes once the book is on the screen, and before its first edit at the latest: the rest of a large book, and a
   * backup of the file as it was opened. Done once; later answers are the same.
   */
  settle(): Result<Settled>
  /** Makes one edit in one transaction, and answers with the new revision once it is on the disk. */
  edit(edit: Edit, baseRevision: number): Result<{ revision: number }>
  /** Makes the whole book another one, in one step that can be undone. */
  become(book: Book, step: { label: string; at: string }, baseRevision: number): Result<Snapshot>
  /** What is kept in the book under a name, newest first. */
  versions(): Result<KeptVersion[]>
  keepVersion(named: { id: string; name: string; madeAt: string }): Result<KeptVersion>
  readVersion(id: string): Result<Book>
  /** Whether its file lies where it was opened, and is the same; else why not. */
  isInPlace(): Result<void>
  /** Writes the book as it is to a new file. */
  saveCopy(path: string): Result<void>
  close(): void
}

/** A file that was opened, and what was read of it. */
export interface Opened {
  path: string
  connection: Connection
  repository: Repository
  workspace: Workspace
  revision: number
  /** Reads and checks what was not read yet; null where nothing is left. */
  readRest: (() => Result<Read>) | null
  /** Backs the file up as it is; a sentence where that was not possible. */
  backUp: () => Result<void>
  /** What a person should know about the opening. */
  notices: readonly string[]
}

const recentlyDone = ({ book, history }: Workspace): Workspace => ({
  book,
  history: keptAcrossRestarts(history),
})

const changedMeanwhile = fail(
  'conflict',
  'The book has changed since this window last read it. It was read again; please repeat the edit.',
)

export function startSession({ path, connection, repository, ...opened }: Opened): Session {
  // What the file holds. Steps of older sessions that are no longer kept leave it with the first edit: opening writes nothing.
  let { revision } = opened
  let workspace = recentlyDone(opened.workspace)
  let writtenHistory = opened.workspace.history
  let settled: Result<string[]> | null = null
  const fileName = basename(path)
  const identity = identityOf(path)

  const session: Session = {
    path,
    snapshot() {
      const isWhole = opened.readRest === null
      const isRead = isWhole || settled?.ok === true
      // Of a large book the screen keeps no more than it shows.
      const shown = isWhole || !isRead ? workspace : { ...workspace, book: shownPartOf(workspace.book) }
      return { workspace: shown, revision, fileName, isWhole }
    },
    book() {
      const isSettled = session.settle()
      return isSettled.ok ? ok(workspace.book) : isSettled
    },
    settle() {
      settled ??= settle()
      return settled.ok ? ok({ notices: settled.value }) : settled
    },
    edit: (edit, baseRevision) =>
      change(
        baseRevision,
        () => (opened.readRest === null ? workspace : partFor(workspace, edit)),
        (part) => advance(part, edit),
      ),
    become(book, { label, at }, baseRevision) {
      const made = change(
        baseRevision,
        () => workspace,
        (whole) => ok(withStep(whole, book, label, at)),
      )
      return made.ok ? ok(session.snapshot()) : made
    },
    versions: () => guarded(() => versionsIn(connection)),
    keepVersion(named) {
      const isReady = whenWritable()
      if (!isReady.ok) return isReady
      const version = { ...named, revision, deals: Object.keys(workspace.book.deals).length }
      const kept = guarded(() => keepVersion(connection, version))
      return kept.ok ? kept.value : kept
    },
    readVersion: (id) => readVersion(connection, id),
    isInPlace: () =>
      identityOf(path) === identity
        ? ok(undefined)
        : fail(
            'not-found',
            `“${fileName}” was moved, replaced or deleted while it was open, so the edit was not written. Open it where it is now and repeat the edit.`,
          ),
    saveCopy(copy) {
      try {
        copyBook(connection, copy)
        return ok(undefined)
      } catch (error) {
        return { ok: false, error: fileError(error, basename(copy), 'create') }
      }
    },
    close: () => connection.close(),
  }
  return session

  /** Answers with what a person should know. */
  function settle(): Result<string[]> {
    const rest = opened.readRest?.()
    if (rest && !rest.ok) return rest
    if (rest) {
      workspace = recentlyDone(rest.value.workspace)
      writtenHistory = rest.value.workspace.history
    }
    const backup = opened.backUp()
    return ok([...opened.notices, ...(backup.ok ? [] : [backup.error.message])])
  }

  /** The file is at its place still, read in full and backed up. */
  function whenWritable(): Result<unknown> {
    // SQLite would go on writing to a file that is no longer at this path, and the edit would be lost with it.
    const isInPlace = session.isInPlace()
    return isInPlace.ok ? session.settle() : isInPlace
  }

  /** Makes a change on as much of the book as it is about, writes it, and takes it into the whole. */
  function change(
    baseRevision: number,
    partOf: () => Workspace,
    make: (part: Workspace) => Result<Workspace>,
  ): Result<{ revision: number }> {
    if (baseRevision !== revision) return changedMeanwhile
    const isReady = whenWritable()
    if (!isReady.ok) return isReady
    const part = partOf()
    const made = make(part)
    if (!made.ok) return made
    const { book, history } = made.value
    if (made.value === part) return ok({ revision })
    const isWritten = guarded(() =>
      repository.write({ book: part.book, history: writtenHistory }, made.value, revision + 1),
    )
    if (!isWritten.ok) return isWritten
    const isPart = part !== workspace
    workspace = isPart
      ? { book: takeIn(workspace.book, book, changesBetween(part.book, book)), history }
      : made.value
    writtenHistory = history
    revision += 1
    return ok({ revision })
  }

  function guarded<T>(work: () => T): Result<T> {
    try {
      return ok(work())
    } catch (error) {
      return { ok: false, error: fileError(error, fileName) }
    }
  }
}

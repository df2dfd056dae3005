import { basename } from 'node:path'
import type { Settled, Snapshot } from '../../shared/contract/contract.ts'
import type { KeptVersion } from '../../shared/contract/keeping.ts'
import { type AppError, fail, ok, type Result } from '../../shared/contract/result.ts'
import { advance } from '../../shared/history/advance.ts'
import { changesBetween } from '../../shared/history/changes.ts'
import { keptAcrossRestarts } from '../../shared/history/kept.ts'
import { partFor, takeIn } from '../../shared/history/part.ts'
import { withStep } from '../../shared/history/step.ts'
import { walkProblem } from '../../shared/history/walkProblem.ts'
import type { Edit, History, Workspace } from '../../shared/history/workspace.ts'
import type { Book } from '../../shared/schema/book.ts'
import { shownPartOf } from '../../shared/schema/partOfBook.ts'
import { arePagesSound, type Connection, inMemory } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import { sqlitePath } from '../db/place.ts'
import { type Repository, repositoryOf } from '../db/repository.ts'
import type { FileState, WatchedFile } from '../db/watchedFile.ts'
import { makeNewFile } from '../newFile.ts'
import { copyBook, writeCopy } from './copy.ts'
import { ownFile } from './ownFile.ts'
import type { Read } from './reading.ts'
import { writeFromMemory } from './fromMemory.ts'
import { toldSentences } from './toldSentences.ts'
import { keepVersion, readVersion, type VersionRow, versionRowsIn, versionsIn } from './versions.ts'

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
  /** Whether its file lies where it was opened, and holds what was last written to it; else why not. */
  isInPlace(): Result<void>
  /** Writes the book as it is to a new file. */
  saveCopy(path: string): Result<void>
  /**
   * Writes the book as it is on the screen to a new file, whatever has become of its own. Answers with a sentence on each
   * thing that is not in it.
   */
  saveAsNew(path: string): Result<string[]>
  /** Ends the session. Edits whose file is lost are kept as a backup, unless they were saved as a new book. */
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
  /** The file, from before it was read, and the state in which it was read. */
  file: WatchedFile
  state: FileState
  /**
   * Backs the file up as it is, and answers with where that lies, or null where no backup was asked for; a sentence where it
   * was not possible. `isUntouched` says whether the copy is of one book, and not of one that was overwritten meanwhile.
   */
  backUp: (isUntouched: () => boolean) => Result<string | null>
  /** Keeps what is written to a temporary file as the newest backup; null where no backups are made. */
  keepAsBackup: ((write: (temporary: string) => void) => Result<unknown>) | null
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

const overwrittenMeanwhile = new Error('The file was overwritten during the transaction.')

export function startSession({ path, connection, repository, ...opened }: Opened): Session {
  // What the file holds. Steps of older sessions that are no longer kept leave it with the first edit: opening writes nothing.
  let { revision } = opened
  let workspace = recentlyDone(opened.workspace)
  let writtenHistory = opened.workspace.history
  let settled: Result<string[]> | null = null
  /** Where the backup of this session lies. */
  let backup: string | null = null
  /** Versions that were kept in this session: the backup lacks them. */
  const keptHere: VersionRow[] = []
  let isChanged = false
  const fileName = basename(path)
  const file = ownFile(path, connection, opened.file, opened.state, isSameBook)

  const session: Session = {
    path,
    snapshot() {
      // Of a large book the screen keeps no more than it shows.
      const shown = isWhole() || !isRead() ? workspace : { ...workspace, book: shownPartOf(workspace.book) }
      return { workspace: shown, revision, fileName, isWhole: isWhole() }
    },
    book() {
      const isSettled = session.settle()
      return isSettled.ok ? ok(workspace.book) : isSettled
    },
    settle() {
      if (settled) return settled.ok ? ok({ notices: toldSentences(settled.value) }) : settled
      const result = settle()
      // What was overwritten may be put back.
      if (result.ok || result.error.code !== 'overwritten') settled = result
      return result.ok ? ok({ notices: toldSentences(result.value) }) : result
    },
    edit: (edit, baseRevision) =>
      change(
        baseRevision,
        () => (isWhole() ? workspace : partFor(workspace, edit)),
        (part) => advance(part, edit),
      ),
    become(book, { label, at }, baseRevision) {
      const made = change(
        baseRevision,
        () => workspace,
        (whole) => {
          const restored = withStep(whole, book, label, at)
          const changes = restored === whole ? [] : restored.history.steps.at(-1)!.changes
          const problem = walkProblem(whole.book, book, changes)
          return problem === null ? ok(restored) : fail('refused', problem)
        },
      )
      return made.ok ? ok(session.snapshot()) : made
    },
    versions: () => reading(() => ok(versionsIn(connection))),
    keepVersion(named) {
      const isReady = whenWritable()
      if (!isReady.ok) return isReady
      const version = { ...named, revision, deals: Object.keys(workspace.book.deals).length }
      const kept = writing(() => keepVersion(connection, version))
      if (!kept.ok) return kept
      if (!kept.value.ok) return kept.value
      keptHere.push(kept.value.value)
      isChanged = true
      return ok(version)
    },
    readVersion: (id) => reading(() => readVersion(connection, id)),
    isInPlace() {
      const isThere = file.place()
      return isThere.ok ? file.content() : isThere
    },
    saveCopy(copy) {
      const isOurs = file.content()
      if (!isOurs.ok) return isOurs
      try {
        copyBook(connection, copy, confirmUntouched)
        return ok(undefined)
      } catch (error) {
        return failure(error, basename(copy), 'create')
      }
    },
    saveAsNew(path) {
      let missing: string[] = []
      try {
        makeNewFile(sqlitePath(path), (temporary) => {
          missing = writeShown(temporary)
        })
      } catch (error) {
        return failure(error, basename(path), 'create')
      }
      isChanged = false
      return ok(missing)
    },
    close() {
      if (connection.open && isChanged && file.isLost()) opened.keepAsBackup?.(writeShown)
      connection.close()
      opened.file.close()
    },
  }
  return session

  function isWhole(): boolean {
    return opened.readRest === null
  }

  function isRead(): boolean {
    return isWhole() || settled?.ok === true
  }

  /** Answers with what a person should know. */
  function settle(): Result<string[]> {
    const isOurs = file.content()
    if (!isOurs.ok) return isOurs
    const rest = opened.readRest?.()
    const made = rest?.ok === false ? null : opened.backUp(file.isUntouched)
    // What was read or copied while another program wrote is of two books.
    const isStillOurs = file.content()
    if (!isStillOurs.ok) return isStillOurs
    if (rest && !rest.ok) return rest
    if (rest) {
      workspace = recentlyDone(rest.value.workspace)
      writtenHistory = rest.value.workspace.history
    }
    if (made?.ok) backup = made.value
    return ok([...opened.notices, ...(made?.ok === false ? [made.error.message] : [])])
  }

  /** The file is at its place still, read in full and backed up. */
  function whenWritable(): Result<unknown> {
    // SQLite would go on writing to a file that is no longer at this path, and the edit would be lost with it; and to one that
    // another program has overwritten, of which it would make a mixture.
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
    const isWritten = writing(() =>
      repository.write({ book: part.book, history: writtenHistory }, made.value, revision + 1),
    )
    if (!isWritten.ok) return isWritten
    const isPart = part !== workspace
    workspace = isPart
      ? { book: takeIn(workspace.book, book, changesBetween(part.book, book)), history }
      : made.value
    writtenHistory = history
    revision += 1
    isChanged = true
    return ok({ revision })
  }

  /** Does all that writes to the file, in one transaction, which is taken back where another program wrote to it meanwhile. */
  function writing<T>(work: () => T): Result<T> {
    try {
      const done = connection
        .transaction(() => {
          const result = work()
          // As late as can be: until it commits, SQLite writes to its journal only.
          confirmUntouched()
          return result
        })
        .immediate()
      const isCommitted = file.noteCommit()
      return isCommitted.ok ? ok(done) : isCommitted
    } catch (error) {
      return failure(error, fileName)
    }
  }

  /** Reads from the file, which must be ours before and after. */
  function reading<T>(work: () => Result<T>): Result<T> {
    const isOurs = file.content()
    if (!isOurs.ok) return isOurs
    try {
      const result = work()
      const isStillOurs = file.content()
      return isStillOurs.ok ? result : isStillOurs
    } catch (error) {
      return failure(error, fileName)
    }
  }

  function confirmUntouched(): void {
    if (!file.isUntouched()) throw overwrittenMeanwhile
  }

  function failure(error: unknown, name: string, task?: 'create'): { ok: false; error: AppError } {
    const isOurs = error === overwrittenMeanwhile ? file.content() : ok(undefined)
    return isOurs.ok ? { ok: false, error: fileError(error, name, task) } : isOurs
  }

  /** Writes what is on the screen to an empty file, from the book's own where that still holds it, else from memory. */
  function writeShown(temporary: string): string[] {
    if (file.content().ok) {
      writeCopy(connection, temporary, confirmUntouched)
      return []
    }
    return writeFromMemory(temporary, { workspace, revision }, isRead(), () => [
      ...(backup === null ? [] : versionRowsIn(backup)),
      ...keptHere,
    ])
  }

  /** Whether the bytes of a file hold the book that is open, at its revision and with its history. */
  function isSameBook(bytes: Buffer): boolean {
    const copy = inMemory(bytes)
    try {
      const found = isRead() ? repositoryOf(copy).read() : repositoryOf(copy).readFirst()
      const { book, history } = found.workspace
      return (
        arePagesSound(copy) &&
        found.revision === revision &&
        (!isRead() || isSameHistory(history, keptAcrossRestarts(writtenHistory))) &&
        changesBetween(book, workspace.book).length === 0
      )
    } finally {
      copy.close()
    }
  }
}

const isSameHistory = (one: History, other: History): boolean =>
  one.cursor === other.cursor &&
  one.steps.length === other.steps.length &&
  one.steps.every(({ sequence, label }, i) => {
    const step = other.steps[i]!
    return sequence === step.sequence && label === step.label
  })

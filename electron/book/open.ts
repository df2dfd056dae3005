import { accessSync, constants } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { connect, type Connection, inMemory, keepOwnJournal } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import { checkHeader } from '../db/header.ts'
import { repositoryOf } from '../db/repository.ts'
import { isSameState, type WatchedFile, watchFile } from '../db/watchedFile.ts'
import type { Backups } from './backups.ts'
import { writeCopy } from './copy.ts'
import { settleOtherNames } from './otherNames.ts'
import { checkAndMigrate, readAll, readFirst } from './reading.ts'
import { bookIn } from './readOnly.ts'
import { type Session, startSession } from './session.ts'

/**
 * Opens a book that exists: its header first, then whether it can be written, then its lock, its schema and its
 * soundness, then its rows. Whatever is wrong is said, and the file is left as it is. A large book is read in part, and
 * the rest of it once that is on the screen. With `backups`, one is made before anything is written.
 */
export function openBook(path: string, backups: Backups | null = null): Result<Session> {
  const fileName = basename(path)
  const header = checkHeader(path, fileName)
  if (!header.ok) return header
  let connection: Connection | null = null
  let file: WatchedFile | null = null
  const close = () => {
    connection?.close()
    file?.close()
  }
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    settleOtherNames(path)
    connection = connect(path, { mustExist: true })
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    file = watchFile(path)
    const session = open({ path, fileName, connection, file }, backups)
    if (!session.ok) close()
    return session
  } catch (error) {
    close()
    return { ok: false, error: fileError(error, fileName) }
  }
}

interface Locked {
  path: string
  fileName: string
  connection: Connection
  file: WatchedFile
}

/** A book of so many deals is read at once. */
const smallBook = 500
/** The pages of a file of more bytes are checked once it is on the screen, and before its first edit: that takes a while. */
const largeFile = 4_000_000

function open({ path, fileName, connection, file }: Locked, backups: Backups | null): Result<Session> {
  let state = file.state()
  const beingWritten = fail(
    'busy',
    `“${fileName}” is being written by another program. It was left as it is; try again once that is done.`,
  )
  let isBackedUp = backups === null
  const backUp = (isUntouched: () => boolean): Result<string | null> => {
    if (isBackedUp) return ok(null)
    const made = backups!.make(path, (temporary) =>
      writeCopy(connection, temporary, () => {
        if (!isUntouched()) throw new Error('The book was overwritten while it was backed up.')
      }),
    )
    // Of a book that is being overwritten there is none yet.
    isBackedUp = isUntouched()
    return made
  }
  const isUntouched = () => isSameState(file.state(), state)
  let backup: string | null = null
  // What is refused once it is of today's schema is not brought there: it stays as it is.
  const tryAndBackUp = (): Result<void> => {
    const brought = bookIn(inMemory(connection.serialize()), fileName)
    if (!brought.ok) return brought
    keepOwnJournal(connection)
    state = file.state()
    const made = backUp(isUntouched)
    if (!isUntouched()) return beingWritten
    if (!made.ok) return made
    backup = made.value
    return ok(undefined)
  }
  const pagesLater = state.size > largeFile
  const notices = checkAndMigrate(connection, fileName, { beforeMigration: tryAndBackUp, pagesLater })
  if (!notices.ok) return notices
  if (notices.value.length > 0) state = file.state()
  const repository = repositoryOf(connection)
  const isSmall = repository.countOfDeals() <= smallBook
  const all = () => readAll(connection, fileName, repository, pagesLater)
  const read = isSmall ? all() : readFirst(fileName, repository)
  if (!isUntouched()) return beingWritten
  if (!read.ok) return read
  const { workspace, revision } = read.value
  keepOwnJournal(connection)
  // So that nothing of an edit is in the file before it is committed, and can be mixed with what another program writes.
  connection.pragma('cache_spill = OFF')
  return ok(
    startSession({
      path,
      connection,
      repository,
      workspace,
      revision,
      readRest: isSmall ? null : all,
      file,
      state: file.state(),
      backUp: (untouched) => (backup === null ? backUp(untouched) : ok(backup)),
      keepAsBackup: backups && ((write) => backups.make(path, write)),
      notices: notices.value,
    }),
  )
}

import { accessSync, constants, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { ok, type Result } from '../../shared/contract/result.ts'
import { connect, type Connection, inMemory, keepOwnJournal } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import { checkHeader } from '../db/header.ts'
import { repositoryOf } from '../db/repository.ts'
import type { Backups } from './backups.ts'
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
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    settleOtherNames(path)
    connection = connect(path, { mustExist: true })
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    const session = open(path, fileName, connection, backups)
    if (!session.ok) connection.close()
    return session
  } catch (error) {
    connection?.close()
    return { ok: false, error: fileError(error, fileName) }
  }
}

/** A book of so many deals is read at once. */
const smallBook = 500
/** The pages of a file of more bytes are checked once it is on the screen, and before its first edit: that takes a while. */
const largeFile = 4_000_000

function open(
  path: string,
  fileName: string,
  connection: Connection,
  backups: Backups | null,
): Result<Session> {
  let isBackedUp = backups === null
  const backUp = (): Result<void> => {
    if (isBackedUp) return ok(undefined)
    isBackedUp = true
    return backups!.make(path, connection)
  }
  // What is refused once it is of today's schema is not brought there: it stays as it is.
  const tryAndBackUp = (): Result<void> => {
    const brought = bookIn(inMemory(connection.serialize()), fileName)
    if (!brought.ok) return brought
    keepOwnJournal(connection)
    return backUp()
  }
  const pagesLater = statSync(path).size > largeFile
  const notices = checkAndMigrate(connection, fileName, { beforeMigration: tryAndBackUp, pagesLater })
  if (!notices.ok) return notices
  const repository = repositoryOf(connection)
  const isSmall = repository.countOfDeals() <= smallBook
  const all = () => readAll(connection, fileName, repository, pagesLater)
  const read = isSmall ? all() : readFirst(fileName, repository)
  if (!read.ok) return read
  const { workspace, revision } = read.value
  keepOwnJournal(connection)
  return ok(
    startSession({
      path,
      connection,
      repository,
      workspace,
      revision,
      readRest: isSmall ? null : all,
      backUp,
      notices: notices.value,
    }),
  )
}

import { accessSync, constants } from 'node:fs'
import { basename, dirname } from 'node:path'
import { z } from 'zod/mini'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { Workspace } from '../../shared/history/workspace.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { connect, type Connection, hasSchemaOf, isIntact, migrate, versionOf } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import { checkHeader } from '../db/header.ts'
import { type Repository, repositoryOf } from '../db/repository.ts'
import { schemaVersion } from '../db/schema.ts'
import { type Session, startSession } from './session.ts'

/**
 * Opens a book that exists: its header first, then whether it can be written, then its lock, its schema and its
 * soundness, then its rows. Whatever is wrong is said, and the file is left as it is.
 */
export function openBook(path: string): Result<Session> {
  const fileName = basename(path)
  const header = checkHeader(path, fileName)
  if (!header.ok) return header
  let connection: Connection | null = null
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    connection = connect(path, { mustExist: true })
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    const session = check(path, fileName, connection)
    if (!session.ok) connection.close()
    return session
  } catch (error) {
    connection?.close()
    return { ok: false, error: fileError(error, fileName) }
  }
}

function check(path: string, fileName: string, connection: Connection): Result<Session> {
  const book = readWhole(fileName, connection)
  return book.ok ? ok(startSession(path, connection, book.value.repository, book.value.opened)) : book
}

/** A book as its file holds it. */
interface ReadBook {
  repository: Repository
  opened: ReturnType<Repository['read']>
}

/** Checks an open file from its schema to its rows, and brings it to the schema of today. */
export function readWhole(fileName: string, connection: Connection): Result<ReadBook> {
  const damaged = (what: string) =>
    fail('damaged', `“${fileName}” is damaged (${what}) and was not opened. It was left as it is.`)
  // The lock rolled an interrupted transaction back, so the version may not be the one that was in the header.
  const version = versionOf(connection)
  if (version < 1 || version > schemaVersion) return damaged('it does not say which version of a book it is')
  // Before the rows are looked at, for that runs what the schema says.
  if (!hasSchemaOf(connection, version)) return damaged('its tables are not those of a book')
  if (!isIntact(connection)) return damaged('its pages or references are broken')
  migrate(connection, version)
  const repository = repositoryOf(connection)
  try {
    const opened = repository.read()
    return isWhole(opened.workspace)
      ? ok({ repository, opened })
      : damaged('a part that every book or deal has is missing')
  } catch (error) {
    if (error instanceof z.core.$ZodError || error instanceof SyntaxError)
      return damaged('a row holds a value no book can hold')
    throw error
  }
}

/** What SQLite's own checks cannot know: each deal has its parts, and the history is as long as it is said to be. */
function isWhole({ book, history }: Workspace): boolean {
  if (!book.settings['book'] || history.cursor > history.steps.length) return false
  try {
    for (const id of Object.keys(book.deals)) dealTerms(book, id)
    return true
  } catch {
    return false
  }
}

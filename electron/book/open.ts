import { accessSync, constants } from 'node:fs'
import { basename, dirname } from 'node:path'
import { ZodError } from 'zod'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { connect, type Connection, hasExpectedSchema, isIntact, migrate } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import { readBookVersion } from '../db/header.ts'
import { repositoryOf } from '../db/repository.ts'
import { schemaVersion } from '../db/schema.ts'
import { type Session, startSession } from './session.ts'

/**
 * Opens a book that exists: its header first, then whether it can be written, then its lock, its soundness and its
 * schema, then its rows. Whatever is wrong is said, and the file is left as it is.
 */
export function openBook(path: string): Result<Session> {
  const fileName = basename(path)
  const version = readBookVersion(path, fileName)
  if (!version.ok) return version
  let connection: Connection | null = null
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    connection = connect(path, { mustExist: true })
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    const session = check(path, fileName, connection, version.value)
    if (!session.ok) connection.close()
    return session
  } catch (error) {
    connection?.close()
    return { ok: false, error: fileError(error, fileName) }
  }
}

function check(path: string, fileName: string, connection: Connection, version: number): Result<Session> {
  const damaged = (what: string) =>
    fail('damaged', `“${fileName}” is damaged (${what}) and was not opened. It was left as it is.`)
  if (!isIntact(connection)) return damaged('its pages or references are broken')
  if (version === schemaVersion && !hasExpectedSchema(connection))
    return damaged('its tables are not those of a book')
  migrate(connection, version)
  const repository = repositoryOf(connection)
  try {
    return ok(startSession(path, connection, repository, repository.read()))
  } catch (error) {
    if (error instanceof ZodError) return damaged('a row holds a value no book can hold')
    throw error
  }
}

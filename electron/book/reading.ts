import { z } from 'zod/mini'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { Workspace } from '../../shared/history/workspace.ts'
import type { Book } from '../../shared/schema/book.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { areReferencesWhole, arePagesSound, type Connection, migrate, versionOf } from '../db/connection.ts'
import type { Repository } from '../db/repository.ts'
import { hasSchemaOf } from '../db/schemaCheck.ts'
import { schemaVersion } from '../db/schema.ts'

/** What a book's file holds. */
export interface Read {
  workspace: Workspace
  revision: number
}

const damaged = (fileName: string, what: string) =>
  fail('damaged', `“${fileName}” is damaged (${what}) and was not opened. It was left as it is.`)

interface Checks {
  /** Done first where there is a migration to come, and may forbid it. */
  beforeMigration?: () => Result<void>
  /** Whether the pages are checked later, with the rest of the rows. */
  pagesLater?: boolean
}

/**
 * Checks an open file's schema and its pages and brings it to the schema of today. Answers with what a person should know
 * about that.
 */
export function checkAndMigrate(
  connection: Connection,
  fileName: string,
  { beforeMigration = () => ok(undefined), pagesLater = false }: Checks = {},
): Result<string[]> {
  // The lock rolled an interrupted transaction back, so the version may not be the one that was in the header.
  const version = versionOf(connection)
  if (version < 1 || version > schemaVersion)
    return damaged(fileName, 'it does not say which version of a book it is')
  // Before the rows are looked at, for that runs what the schema says.
  if (!hasSchemaOf(connection, version)) return damaged(fileName, 'its tables are not those of a book')
  if (version === schemaVersion && pagesLater) return ok([])
  if (!arePagesSound(connection)) return damaged(fileName, 'its pages are broken')
  if (version === schemaVersion) return ok([])
  const isAllowed = beforeMigration()
  if (!isAllowed.ok) return isAllowed
  const steps = Number(connection.prepare('SELECT count(*) FROM history_steps').pluck().get())
  migrate(connection, version)
  const brought = `“${fileName}” was brought from version ${version} to version ${schemaVersion} of a book.`
  return ok([steps > 0 ? `${brought} What was done before that can no longer be undone.` : brought])
}

/** Every row of a file that was checked, and whether they make up a book. */
export function readAll(
  connection: Connection,
  fileName: string,
  repository: Repository,
  withPages = false,
): Result<Read> {
  if (withPages && !arePagesSound(connection)) return damaged(fileName, 'its pages are broken')
  if (!areReferencesWhole(connection)) return damaged(fileName, 'its references are broken')
  return checked(fileName, () => {
    const read = repository.read()
    return isWhole(read.workspace) ? read : null
  })
}

/** The list of all deals, and those side by side with their parts. */
export const readFirst = (fileName: string, repository: Repository): Result<Read> =>
  checked(fileName, () => {
    const read = repository.readFirst()
    const { book } = read.workspace
    const shown = Object.values(book.deals).filter((deal) => deal.shown)
    return book.settings['book'] && shown.every(({ id }) => hasParts(book, id)) ? read : null
  })

function checked(fileName: string, read: () => Read | null): Result<Read> {
  try {
    const found = read()
    return found ? ok(found) : damaged(fileName, 'a part that every book or deal has is missing')
  } catch (error) {
    if (error instanceof z.core.$ZodError || error instanceof SyntaxError)
      return damaged(fileName, 'a row holds a value no book can hold')
    throw error
  }
}

/** What SQLite's own checks cannot know: each deal has its parts, and the history is as long as it is said to be. */
const isWhole = ({ book, history }: Workspace): boolean =>
  book.settings['book'] !== undefined &&
  history.cursor <= history.steps.length &&
  Object.keys(book.deals).every((id) => hasParts(book, id))

function hasParts(book: Book, dealId: string): boolean {
  try {
    dealTerms(book, dealId)
    return true
  } catch {
    return false
  }
}

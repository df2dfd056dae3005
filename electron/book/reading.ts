import { z } from 'zod/mini'
import { contradiction } from '../../shared/commands/rules.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { Workspace } from '../../shared/history/workspace.ts'
import type { Book } from '../../shared/schema/book.ts'
import type { Deal } from '../../shared/schema/deal.ts'
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { areReferencesWhole, arePagesSound, type Connection, migrate, versionOf } from '../db/connection.ts'
import { excessIn } from '../db/counts.ts'
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
  const excess = excessIn(connection)
  if (excess !== null)
    return fail(
      'refused',
      `“${fileName}” has ${excess}, which is more than a book can hold, and was not opened. It was left as it is.`,
    )
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
    const { book, history } = read.workspace
    const isWhole = book.settings['book'] !== undefined && history.cursor <= history.steps.length
    return isWhole ? soundDeals(fileName, read, Object.values(book.deals)) : incomplete(fileName)
  })
}

/** The list of all deals, and those side by side with their parts. */
export const readFirst = (fileName: string, repository: Repository): Result<Read> =>
  checked(fileName, () => {
    const read = repository.readFirst()
    const { book } = read.workspace
    const shown = Object.values(book.deals).filter((deal) => deal.shown)
    return book.settings['book'] ? soundDeals(fileName, read, shown) : incomplete(fileName)
  })

const incomplete = (fileName: string) => damaged(fileName, 'a part that every book or deal has is missing')

/** Passes on what was read if each of these deals has its parts and keeps the rules of an edit; else says which does not. */
function soundDeals(fileName: string, read: Read, deals: readonly Deal[]): Result<Read> {
  for (const { id, name } of deals) {
    const terms = termsIn(read.workspace.book, id)
    if (!terms) return incomplete(fileName)
    const problem = contradiction(terms)
    if (problem !== null)
      return fail(
        'damaged',
        `“${fileName}” has a deal whose terms contradict each other, “${name}”, and was not opened. ${problem} The file was left as it is.`,
      )
  }
  return ok(read)
}

function checked(fileName: string, read: () => Result<Read>): Result<Read> {
  try {
    return read()
  } catch (error) {
    if (error instanceof z.core.$ZodError || error instanceof SyntaxError)
      return damaged(fileName, 'a row holds a value no book can hold')
    throw error
  }
}

/** The terms of a deal; null where it lacks a part that every deal has. */
function termsIn(book: Book, dealId: string): DealTerms | null {
  try {
    return dealTerms(book, dealId)
  } catch {
    return null
  }
}

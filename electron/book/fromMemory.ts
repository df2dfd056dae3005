import { partOfBook } from '../../shared/schema/partOfBook.ts'
import type { Book } from '../../shared/schema/book.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { emptyHistory } from '../../shared/history/advance.ts'
import { isSound } from '../db/connection.ts'
import { writeWorkspace } from './create.ts'
import type { Read } from './reading.ts'
import type { VersionRow } from './versions.ts'

/**
 * Writes an open book whose own file is lost to an empty file, with its history and its versions, and checks it. Answers
 * with a sentence on each thing that is not in it. Throws SQLite's errors.
 */
export function writeFromMemory(
  temporary: string,
  known: Read,
  isRead: boolean,
  versions: () => readonly VersionRow[],
): string[] {
  const missing: string[] = []
  const rows = (() => {
    try {
      return versions()
    } catch {
      missing.push('The versions that were kept in the book could not be read from its backup.')
      return []
    }
  })()
  const count = Object.keys(known.workspace.book.deals).length
  const read = isRead ? known : readPartOf(known)
  const left = count - Object.keys(read.workspace.book.deals).length
  if (left > 0)
    missing.push(
      `Only the deals side by side had been read from the file: ${left} of its ${count} deals are not in the new book.`,
    )
  writeWorkspace(temporary, read, rows)
  if (!isSound(temporary)) throw new Error('The file is not what was written.')
  return missing
}

/** The deals side by side as a book of their own: of a large book no more was read. */
function readPartOf({ workspace: { book }, revision }: Read): Read {
  const shown = Object.values(book.deals).filter((deal) => deal.shown)
  const deals = Object.fromEntries(shown.map((deal) => [deal.id, deal]))
  const { baselineId } = settingsOf(book)
  const settings = {
    ...settingsOf(book),
    baselineId: baselineId !== null && deals[baselineId] ? baselineId : (shown[0]?.id ?? null),
  }
  const part: Book = {
    ...partOfBook(
      book,
      shown.map(({ id }) => id),
    ),
    deals,
    settings: { book: settings },
  }
  return { workspace: { book: part, history: emptyHistory }, revision }
}

import { basename } from 'node:path'
import { fail, ok } from '../../shared/contract/result.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { identityOf } from '../book/identity.ts'
import { chooseNewBook } from '../export/chosenFile.ts'
import { exportBook, exportDeal } from '../export/json.ts'
import { readDocument } from '../import/document.ts'
import { noDialogs, opened } from './book.ts'
import type { Surroundings } from './handlers.ts'
import type { Handlers } from './router.ts'

const cancelled = { status: 'cancelled' } as const

/** Deals and books as JSON documents. */
export function documentHandlers({ registry, shell }: Surroundings) {
  return {
    async 'document.import'() {
      if (!shell.dialogs) return noDialogs
      const path = await shell.dialogs.chooseDocumentToImport()
      if (path === null) return ok(cancelled)
      const session = registry.current()
      // To read the file would take SQLite's lock off it: that belongs to the process, and goes with any handle.
      const identity = identityOf(path)
      if (session.ok && identity !== null && identity === identityOf(session.value.path))
        return fail(
          'invalid-input',
          `“${basename(path)}” is the book that is open. Choose a file of JSON to import.`,
        )
      const read = readDocument(path, session.ok ? session.value.book() : session)
      if (!read.ok) return read
      if (read.value.kind === 'deals') return ok({ status: 'deals', documents: read.value.documents })
      const { book } = read.value
      const place = await chooseNewBook(shell.dialogs, settingsOf(book).name)
      if (!place.ok) return place
      return place.value === null ? ok(cancelled) : opened(registry.create(place.value, book))
    },
    async 'deal.export'({ dealId }) {
      if (!shell.dialogs) return noDialogs
      const session = registry.current()
      return session.ok ? exportDeal(shell.dialogs, session.value, dealId) : session
    },
    async 'book.export'() {
      if (!shell.dialogs) return noDialogs
      const session = registry.current()
      return session.ok ? exportBook(shell.dialogs, session.value) : session
    },
  } satisfies Partial<Handlers>
}

import type { Output } from '../../shared/contract/contract.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { bookDocumentOf } from '../../shared/document/bookDocument.ts'
import { documentOf } from '../../shared/document/documentOf.ts'
import { writeJson } from '../../shared/document/json.ts'
import { safeFileName } from '../../shared/format/fileName.ts'
import type { Book } from '../../shared/schema/book.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import type { Session } from '../book/session.ts'
import { largestDocument } from '../import/jsonFile.ts'
import type { Dialogs } from '../ports.ts'
import { mayWrite, writeChosen } from './chosenFile.ts'

/** Writes one deal as JSON where a person chooses. */
export function exportDeal(
  dialogs: Dialogs,
  session: Session,
  dealId: string,
): Promise<Result<Output<'deal.export'>>> {
  const name = bookOf(session).deals[dealId]?.name ?? 'Deal'
  return exportJson(dialogs, session, name, (book) =>
    book.deals[dealId]
      ? ok(documentOf(dealTerms(book, dealId), settingsOf(book).currency))
      : fail('refused', 'That deal is no longer in the book.'),
  )
}

/** Writes the whole book as JSON where a person chooses. */
export const exportBook = (dialogs: Dialogs, session: Session): Promise<Result<Output<'book.export'>>> =>
  exportJson(dialogs, session, settingsOf(bookOf(session)).name, (book) => ok(bookDocumentOf(book)))

const bookOf = (session: Session): Book => session.snapshot().workspace.book

/** What is written is what the book says once the place is chosen, so that edits on their way are in it. */
async function exportJson(
  dialogs: Dialogs,
  session: Session,
  name: string,
  documentIn: (book: Book) => Result<object>,
): Promise<Result<Output<'book.export'>>> {
  const path = await dialogs.chooseDocument(safeFileName(name, '.json'))
  if (path === null) return ok({ status: 'cancelled' })
  const allowed = mayWrite(path, session.path)
  if (!allowed.ok) return allowed
  const book = session.book()
  if (!book.ok) return book
  const document = documentIn(book.value)
  if (!document.ok) return document
  const content = Buffer.from(writeJson(document.value))
  if (content.length > largestDocument)
    return fail(
      'refused',
      `As JSON this would be larger than ${largestDocument / 1024 / 1024} MB, the most that is imported again. Nothing was written; export its deals one by one.`,
    )
  return writeChosen(path, content)
}

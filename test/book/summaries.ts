import { PDFDocument } from '@cantoo/pdf-lib'
import { startSession, type Session } from '../../electron/book/session.ts'
import { connect, migrate } from '../../electron/db/connection.ts'
import { repositoryOf } from '../../electron/db/repository.ts'
import type { WatchedFile } from '../../electron/db/watchedFile.ts'
import { exportSummary } from '../../electron/export/summary.ts'
import type { Shell } from '../../electron/ports.ts'
import { ok, type Result } from '../../shared/contract/result.ts'
import { emptyHistory } from '../../shared/history/advance.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'

const options = { unit: 'billions', decimals: null, locale: 'en-US', yearStart: 1, paper: 'a4' } as const

/** A shell in which the person chooses `path`, and the page is a blank one. */
export function shellThatChooses(path: string | null): Shell {
  const choose = () => Promise.resolve(path)
  return {
    kind: 'desktop',
    dialogs: {
      chooseBookToOpen: choose,
      chooseNewBook: choose,
      chooseSummary: choose,
      chooseDocumentToImport: choose,
      chooseDocument: choose,
      choosePicture: choose,
    },
    printer: { options: null, rendered: () => undefined, print: blankPage },
    reveal: null,
    copyImage: null,
  }
}

async function blankPage(): Promise<Result<Uint8Array>> {
  const document = await PDFDocument.create()
  document.addPage()
  return ok(await document.save())
}

/** Exports the summary of a book to this path. */
export const exportTo = (
  path: string | null,
  session: Session = sessionInMemory(),
): Promise<Result<unknown>> => exportSummary(shellThatChooses(path), session, options)

/** The file of a book that has none. */
const nowhere: WatchedFile = {
  identity: 'nowhere',
  state: () => ({ size: 0n, modified: 0n, changed: 0n, header: Buffer.alloc(0) }),
  isUnlinked: () => false,
  bytes: () => Buffer.alloc(0),
  close: () => undefined,
}

export function sessionInMemory(): Session {
  const connection = connect(':memory:', { mustExist: false })
  migrate(connection, 0)
  const workspace = { book: sampleBook(), history: emptyHistory }
  return startSession({
    path: 'Sample.offtake',
    connection,
    repository: repositoryOf(connection),
    workspace,
    revision: 0,
    readRest: null,
    file: nowhere,
    state: nowhere.state(),
    backUp: () => ({ ok: true, value: null }),
    keepAsBackup: null,
    notices: [],
  })
}

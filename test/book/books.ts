import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createBook } from '../../electron/book/create.ts'
import { openBook } from '../../electron/book/open.ts'
import { type Session, startSession } from '../../electron/book/session.ts'
import type { Connection } from '../../electron/db/connection.ts'
import type { Repository } from '../../electron/db/repository.ts'
import { watchFile } from '../../electron/db/watchedFile.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { ErrorCode, Result } from '../../shared/contract/result.ts'
import type { Edit } from '../../shared/history/workspace.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { value } from './value.ts'

export { value } from './value.ts'

/** The sample book in a file of this folder. */
export function sampleIn(folder: string, name = 'Sample.offtake'): string {
  const path = join(folder, name)
  value(createBook(path, sampleBook()))
  return path
}

/** The book at this path, open until the test is over. */
export function opened(path: string): Session {
  const session = value(openBook(path))
  onTestFinished(() => session.close())
  return session
}

export const edit = (command: Command): Edit => ({ type: 'do', command, at: '2026-11-20T10:00:00Z' })

export const fee = (monthlyFee: number): Edit =>
  edit({ type: 'charge.set', chargeId: 'colossus-lease/fee', changes: { monthlyFee } })

export const feeIn = (session: Session): number =>
  session.snapshot().workspace.book.charges['colossus-lease/fee']!.monthlyFee

/** States that an action failed with this code and a sentence that names the file. */
export function expectRefusal(result: Result<unknown>, code: ErrorCode, fileName: string): void {
  expect(result).toMatchObject({
    ok: false,
    error: { code, message: expect.stringContaining(`“${fileName}”`) },
  })
  if (!result.ok) expect(result.error.message).toMatch(/^[“A-Z].*\.$/s)
}

/** A session on a connection of the test's own. */
export function sessionOn(path: string, connection: Connection, repository: Repository): Session {
  const file = watchFile(path)
  return startSession({
    path,
    connection,
    repository,
    ...repository.read(),
    readRest: null,
    file,
    state: file.state(),
    backUp: () => ({ ok: true, value: null }),
    keepAsBackup: null,
    notices: [],
  })
}

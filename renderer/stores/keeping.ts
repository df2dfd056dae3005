import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/contract/result.ts'
import { ask } from '../api.ts'
import { showSnapshot, useBook, whenSaved } from './book.ts'
import { notify } from './notice.ts'
import { closeDialog, forgetCells } from './view.ts'

/** What the screen asks of the core about a book as a file, and how it shows the answer. */

type Opening = Output<'book.open'>

/** Shows a book that was opened in place of the one before; says why not where it was not. */
function showOpened(answer: Result<Opening>): void {
  if (!answer.ok) return notify(answer.error.code === 'elsewhere' ? 'info' : 'error', answer.error.message)
  if (answer.value.status === 'cancelled') return
  closeDialog()
  forgetCells()
  showSnapshot(answer.value.snapshot)
}

type OpeningChannel = 'book.new' | 'book.open' | 'book.openRecent' | 'book.retry' | 'backups.openCopy'

/** Has the core open a book in place of this one, once every edit of this one is in its file. */
export async function openBook<C extends OpeningChannel>(channel: C, input: Input<C>): Promise<void> {
  await whenSaved()
  showOpened(await ask(channel, input))
}

export async function saveCopy(): Promise<void> {
  await whenSaved()
  const answer = await ask('book.saveCopy', {})
  if (!answer.ok) return notify('error', answer.error.message)
  if (answer.value.status === 'saved') notify('info', `Saved a copy: ${answer.value.fileName}.`)
}

export async function revealBook(): Promise<void> {
  const answer = await ask('book.reveal', {})
  if (!answer.ok) notify('error', answer.error.message)
}

/** Renames the file of the book; answers with why not, or null. */
export async function renameBook(name: string): Promise<string | null> {
  await whenSaved()
  const answer = await ask('book.rename', { name })
  if (!answer.ok) return answer.error.message
  closeDialog()
  showSnapshot(answer.value)
  notify('info', `The book’s file is now ${answer.value.fileName}.`)
  return null
}

/** Keeps the book as it is now; answers with why not, or null. */
export async function keepVersion(name: string): Promise<string | null> {
  await whenSaved()
  const answer = await ask('versions.keep', { id: crypto.randomUUID(), name, at: new Date().toISOString() })
  return answer.ok ? null : answer.error.message
}

type Restoring =
  | { channel: 'versions.restore'; id: string }
  | { channel: 'backups.restore'; fileName: string }

/** Makes the book what it was, in one step that can be undone. */
export async function restore(what: Restoring, name: string): Promise<void> {
  await whenSaved()
  const shared = { at: new Date().toISOString(), baseRevision: useBook.getState().revision }
  const answer =
    what.channel === 'versions.restore'
      ? await ask(what.channel, { id: what.id, ...shared })
      : await ask(what.channel, { fileName: what.fileName, ...shared })
  if (!answer.ok) return notify('error', answer.error.message)
  closeDialog()
  forgetCells()
  showSnapshot(answer.value)
  notify('info', `${name} is restored. Undo takes that back.`)
}

import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/contract/result.ts'
import { ask } from '../api.ts'
import { showSnapshot, useBook, whenSaved } from './book.ts'
import { notify } from './notice.ts'
import { forgetOverwritten } from './overwritten.ts'
import { unenteredSentence, unlessUnentered } from './unentered.ts'
import { closeDialog, forgetCells } from './view.ts'

/** What the screen asks of the core about a book as a file, and how it shows the answer. */

type Opening = Output<'book.open'> | Output<'book.saveAsNew'>

/** Shows a book that was opened in place of the one before; says why not where it was not. */
function showOpened(answer: Result<Opening>): void {
  if (!answer.ok) return notify(answer.error.code === 'elsewhere' ? 'info' : 'error', answer.error.message)
  if (answer.value.status === 'cancelled') return
  closeDialog()
  forgetCells()
  showSnapshot(answer.value.snapshot)
}

type OpeningChannel =
  | 'book.sample'
  | 'book.new'
  | 'book.open'
  | 'book.openRecent'
  | 'book.retry'
  | 'backups.openCopy'

/** Has the core open a book in place of this one, once all that was typed into this one is in its file, or given up. */
export async function openBook<C extends OpeningChannel>(channel: C, input: Input<C>): Promise<void> {
  if (!(await whenSaved())) return
  unlessUnentered(lostWithBook, () => void ask(channel, input).then(showOpened))
}

/** The consequence for an entry that is not in the book when another book is shown. */
const lostWithBook = 'It is lost when another book is shown.'

/** Saves what is on the screen as a new book and shows that; says what is not in it. */
export async function saveAsNew(): Promise<void> {
  await whenSaved()
  const answer = await ask('book.saveAsNew', {})
  showOpened(answer)
  if (!answer.ok || answer.value.status === 'cancelled') return
  const { snapshot, missing } = answer.value
  const saved = `Saved as ${snapshot.fileName}, which is open now.`
  // What is missing has to be read: it stays until it is closed.
  notify(missing.length > 0 ? 'error' : 'info', [saved, ...missing].join(' '))
}

/** Opens the file of the book as another program has left it, in place of what is on the screen. */
export async function openAsItIsNow(): Promise<void> {
  await whenSaved()
  unlessUnentered(lostWithBook, () => void openAsLeft())
}

async function openAsLeft(): Promise<void> {
  const answer = await ask('book.retry', {})
  if (answer.ok) return showOpened(answer)
  forgetOverwritten()
  useBook.setState({ status: 'failed', failure: answer.error })
}

export async function saveCopy(): Promise<void> {
  if (!(await whenSaved())) return
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
  if (!(await whenSaved())) return 'The last edit was not saved, so the file was not renamed.'
  const answer = await ask('book.rename', { name })
  if (!answer.ok) return answer.error.message
  closeDialog()
  showSnapshot(answer.value)
  notify('info', `The book’s file is now ${answer.value.fileName}.`)
  return null
}

/** Keeps the book as it is now; answers with why not, or null. */
export async function keepVersion(name: string): Promise<string | null> {
  if (!(await whenSaved())) return 'The last edit was not saved, so no version was made.'
  const answer = await ask('versions.keep', { id: crypto.randomUUID(), name, at: new Date().toISOString() })
  if (!answer.ok) return answer.error.message
  const sentence = unenteredSentence()
  if (sentence !== null) notify('error', `“${name}” is saved. It does not have this entry: ${sentence}`)
  return null
}

type Restoring =
  | { channel: 'versions.restore'; id: string }
  | { channel: 'backups.restore'; fileName: string }

/** Makes the book what it was, in one step that can be undone. */
export async function restore(what: Restoring, name: string): Promise<void> {
  if (!(await whenSaved())) return
  unlessUnentered(lostWithBook, () => void restoreNow(what, name))
}

async function restoreNow(what: Restoring, name: string): Promise<void> {
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

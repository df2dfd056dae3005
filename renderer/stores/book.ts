import { create } from 'zustand'
import { editedDeals } from '../../shared/commands/editedDeals.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { Snapshot } from '../../shared/contract/contract.ts'
import { type AppError, fail, ok, type Result } from '../../shared/contract/result.ts'
import { advance, emptyHistory, nextSteps } from '../../shared/history/advance.ts'
import type { Edit, Workspace } from '../../shared/history/workspace.ts'
import type { Book } from '../../shared/schema/book.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { hasPartsOf } from '../../shared/schema/partOfBook.ts'
import { ask } from '../api.ts'
import { afterFrame } from '../frames.ts'
import { dismissNotice, notify, useNotice } from './notice.ts'
import { removalSentence } from './removals.ts'
import { forgetOverwritten, noteOverwritten } from './overwritten.ts'

interface BookState {
  status: 'loading' | 'open' | 'failed'
  failure: AppError | null
  /** The book as the screen shows it: acknowledged edits and those on their way. */
  workspace: Workspace
  /**
   * An edit that is being dragged, and the book it would make: see `preview.ts`. Whatever else changes the book drops it,
   * for it was laid over the book as it stood before.
   */
  preview: { command: Command; book: Book } | null
  /** The book as the file holds it. */
  acknowledged: Workspace
  revision: number
  fileName: string
  /** Whether all of the book is here: of a large one it is the list of all deals, and those side by side. */
  isWhole: boolean
  /** Whether the core has checked all of it and made its backup. */
  isSettled: boolean
  /** Counts the books that were shown. */
  openings: number
  /** Edits made here and not yet acknowledged, the first of them in flight. */
  waiting: readonly { edit: Edit; after: Workspace }[]
  /** How many edits the core was asked to make, of a book the screen has only a part of, and has not answered yet. */
  inCore: number
  /** Counts the edits the core refused after the screen had made them. */
  refusals: number
  /** When the last edit reached the file; null before the first. */
  savedAt: Date | null
}

const nothing: Workspace = { book: emptyBook('Book', 'USD', '2026-01-01'), history: emptyHistory }

export const useBook = create<BookState>()(() => ({
  status: 'loading',
  failure: null,
  workspace: nothing,
  preview: null,
  acknowledged: nothing,
  revision: 0,
  fileName: '',
  isWhole: true,
  isSettled: false,
  openings: 0,
  waiting: [],
  inCore: 0,
  refusals: 0,
  savedAt: null,
}))

/** Shows the book the core has open, or why there is none. */
export async function loadBook(): Promise<void> {
  const answer = await ask('book.read', {})
  if (answer.ok) showSnapshot(answer.value)
  else useBook.setState({ status: 'failed', failure: answer.error })
}

export function showSnapshot({ workspace, revision, fileName, isWhole }: Snapshot): void {
  forgetOverwritten()
  useBook.setState(({ openings }) => ({
    status: 'open',
    failure: null,
    workspace,
    preview: null,
    acknowledged: workspace,
    revision,
    fileName,
    isWhole,
    isSettled: false,
    openings: openings + 1,
    waiting: [],
    savedAt: null,
  }))
}

/** Once a book, counted by its opening, is on the screen: has the core check and back it up, and says what is to know. */
export async function settleBook(openings: number): Promise<void> {
  const answer = await ask('book.settle', {})
  if (useBook.getState().openings !== openings) return // another book was opened meanwhile
  if (!answer.ok) {
    // Where the file was overwritten, what is on the screen stays there, to be saved elsewhere.
    if (answer.error.code !== 'overwritten') useBook.setState({ status: 'failed', failure: answer.error })
    return
  }
  useBook.setState({ isSettled: true })
  const { notices } = answer.value
  if (notices.length > 0) notify('info', notices.join(' '))
}

/**
 * Makes an edit: on the screen at once, then in the file. A refusal changes nothing and says why. Edits of one gesture are
 * one step of history. What an edit removes is named in a notice, with its undo.
 */
export function edit(command: Command, gesture?: string): Result<void> {
  const { book } = useBook.getState().workspace
  const made = make({ type: 'do', command, at: new Date().toISOString(), gesture })
  const removal = made.ok ? removalSentence(book, command) : null
  if (removal !== null) void offerUndo(removal)
  return made
}

/** Says what was done, with a button that undoes it for as long as it is the last step of the history. */
async function offerUndo(done: string): Promise<void> {
  if (useBook.getState().inCore > 0 && !(await whenSaved())) return
  const { history } = useBook.getState().workspace
  const isLast = () => useBook.getState().workspace.history === history
  notify('info', done, {
    label: 'Undo',
    run() {
      const undone = isLast() ? undo() : ok(undefined)
      if (!undone.ok) notify('error', undone.error.message)
    },
  })
  const { notice } = useNotice.getState()
  const stop = useBook.subscribe(() => {
    if (isLast()) return
    stop()
    if (useNotice.getState().notice === notice) dismissNotice()
  })
}

export const undo = (): Result<void> => make({ type: 'undo' })
export const redo = (): Result<void> => make({ type: 'redo' })

/** To where so many steps of the history are done. */
export const goTo = (steps: number): Result<void> => make({ type: 'go', to: steps })

function make(made: Edit): Result<void> {
  const { workspace, waiting, status, isWhole, inCore } = useBook.getState()
  if (status !== 'open') return fail('refused', 'No book is open.')
  if (!isWhole && (inCore > 0 || !isWithinReach(workspace.book, made))) {
    queueInCore(made)
    return ok(undefined)
  }
  const after = advance(workspace, made)
  if (!after.ok) return after
  if (after.value === workspace) return ok(undefined)
  useBook.setState({
    workspace: after.value,
    preview: null,
    waiting: [...waiting, { edit: made, after: after.value }],
  })
  if (waiting.length === 0) sendLater()
  return ok(undefined)
}

let callOffSending: (() => void) | null = null

/** Once the screen has followed: the core's work on an edit would take the machine from the frame that shows it. */
function sendLater(): void {
  callOffSending?.()
  callOffSending = afterFrame(sendNow)
}

/** Has the core make what it was not asked for yet, where that cannot wait: a window that closes has no more frames. */
export function sendNow(): void {
  if (!callOffSending) return
  callOffSending()
  callOffSending = null
  void send()
}

/** Whether the screen can make an edit itself: it needs the parts of the deal, and for a walk through history those of any. */
function isWithinReach(book: Book, made: Edit): boolean {
  if (made.type !== 'do') return false
  const { command } = made
  const from = command.type === 'deal.duplicate' ? command.from : null
  const baselineId = command.type === 'settings.set' ? command.changes.baselineId : null
  return [from, baselineId, ...editedDeals(book, command)].every(
    (id) => typeof id !== 'string' || hasPartsOf(book, id),
  )
}

/** Whether an edit was refused because the book's own file was overwritten, replaced or taken away. */
const isFileLost = ({ code }: AppError): boolean => code === 'overwritten' || code === 'not-found'

let lastInCore: Promise<void> = Promise.resolve()

/** Has the core make an edit once those before it are made: each is of the book the one before it left. */
function queueInCore(made: Edit): void {
  const { openings } = useBook.getState()
  const count = (by: 1 | -1) => useBook.setState(({ inCore }) => ({ inCore: inCore + by }))
  count(1)
  lastInCore = lastInCore.then(() => makeInCore(made, openings)).finally(() => count(-1))
}

/** Has the core make an edit of the book that was shown then, and shows what came of it. */
async function makeInCore(made: Edit, openings: number): Promise<void> {
  await until(({ waiting }) => waiting.length === 0)
  if (useBook.getState().openings !== openings) return // another book was opened meanwhile
  const answer = await ask('book.edit', { edit: made, baseRevision: useBook.getState().revision })
  if (!answer.ok) {
    useBook.setState(({ refusals }) => ({ refusals: refusals + 1 }))
    if (isFileLost(answer.error)) noteOverwritten(answer.error)
    else notify('error', answer.error.message)
  }
  const read = await ask('book.read', {})
  if (useBook.getState().openings !== openings || !read.ok) return
  const { workspace, revision } = read.value
  const savedAt = answer.ok ? new Date() : useBook.getState().savedAt
  useBook.setState({ workspace, preview: null, acknowledged: workspace, revision, savedAt })
}

/**
 * Resolves once every edit made here is in the file, or was taken back. Answers whether all of them are in it: where one was
 * taken back, the screen has said so, and what was to follow them is not to go on.
 */
export async function whenSaved(): Promise<boolean> {
  const { refusals } = useBook.getState()
  await until(({ waiting, inCore }) => waiting.length === 0 && inCore === 0)
  return useBook.getState().refusals === refusals
}

function until(isSo: (state: BookState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo(useBook.getState())) return resolve()
    const stop = useBook.subscribe((state) => {
      if (!isSo(state)) return
      stop()
      resolve()
    })
  })
}

/** Sends the waiting edits one at a time, in their order. */
async function send(): Promise<void> {
  for (let next = useBook.getState().waiting[0]; next; next = useBook.getState().waiting[0]) {
    const current = next
    const { revision } = useBook.getState()
    const answer = await ask('book.edit', { edit: current.edit, baseRevision: revision })
    if (useBook.getState().waiting[0] !== current) return // another book was opened meanwhile
    if (!answer.ok) return takeBack(answer.error)
    useBook.setState(({ waiting }) => ({
      acknowledged: current.after,
      revision: answer.value.revision,
      waiting: waiting.slice(1),
      savedAt: new Date(),
    }))
  }
}

/** An edit did not reach the file: the screen goes back to what the file holds, and says what was not saved. */
async function takeBack(error: AppError): Promise<void> {
  const { waiting, acknowledged } = useBook.getState()
  const lost = new Set(waiting.map(nameOf))
  useBook.setState(({ refusals }) => ({
    workspace: acknowledged,
    preview: null,
    waiting: [],
    refusals: refusals + 1,
  }))
  // Where its file is lost, why is said with what can be done about it.
  const isLost = isFileLost(error)
  notify('error', `Not saved: ${[...lost].join('; ')}.${isLost ? '' : ` ${error.message}`}`)
  if (isLost) noteOverwritten(error)
  if (error.code === 'conflict') await loadBook()
}

function nameOf({ edit, after }: BookState['waiting'][number]): string {
  switch (edit.type) {
    case 'do':
      return nextSteps(after.history).undo ?? 'Edit'
    case 'undo':
      return 'Undo'
    case 'redo':
      return 'Redo'
    case 'go':
      return 'Going to another step'
  }
}

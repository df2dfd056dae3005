import { basename, dirname, extname, join } from 'node:path'
import { existsSync } from 'node:fs'
import type { Snapshot } from '../../shared/contract/contract.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { limits } from '../../shared/schema/limits.ts'
import { bookExtension } from '../book/extension.ts'
import { toldSentences } from '../book/toldSentences.ts'
import type { Session } from '../book/session.ts'
import { chooseNewBook } from '../export/chosenFile.ts'
import type { Surroundings } from './handlers.ts'
import type { Handlers } from './router.ts'

const cancelled = { status: 'cancelled' } as const

export const opened = (session: Result<Session>) =>
  session.ok ? ok({ status: 'opened' as const, snapshot: session.value.snapshot() }) : session

export const snapshotOf = (session: Result<Session>): Result<Snapshot> =>
  session.ok ? ok(session.value.snapshot()) : session

export const noDialogs = fail(
  'unsupported',
  'In the browser Offtake cannot choose files. Start it with the book’s path, or use the desktop app.',
)

const nameOf = (path: string): string => basename(path, extname(path))

/** A name for a new book beside an open one, where nobody can be asked for it. */
function freeNameBeside(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${nameOf(path)} (as on the screen${number === 1 ? '' : ` ${number}`})${bookExtension}`
    const found = join(dirname(path), name)
    if (!existsSync(found)) return found
  }
}

/** Books as files: opened, made, copied and named. */
export function bookHandlers({ registry, settings, shell }: Surroundings) {
  const onSession = <T>(work: (session: Session) => Result<T>): Result<T> => {
    const session = registry.current()
    return session.ok ? work(session.value) : session
  }
  return {
    'book.read': () => snapshotOf(registry.current()),
    'book.settle': () =>
      onSession((session) => {
        const settled = session.settle()
        // What is on the screen of an overwritten book can still be saved; of a damaged one too little was read for that.
        if (!settled.ok && settled.error.code !== 'overwritten') registry.giveUp(settled.error)
        return settled
      }),
    'book.edit': ({ edit, baseRevision }) => onSession((session) => session.edit(edit, baseRevision)),
    async 'book.new'({ currency }) {
      if (!shell.dialogs) return noDialogs
      const path = await chooseNewBook(shell.dialogs, 'New book')
      if (!path.ok) return path
      return path.value === null ? ok(cancelled) : opened(registry.createEmpty(path.value, currency))
    },
    async 'book.open'() {
      if (!shell.dialogs) return noDialogs
      const path = await shell.dialogs.chooseBookToOpen()
      return path === null ? ok(cancelled) : opened(registry.open(path))
    },
    'book.recent'() {
      const here = registry.path()
      const books = settings.read().recentBooks.map((path, index) => ({
        index,
        fileName: basename(path).slice(0, limits.fileName),
        folder: dirname(path),
        isThere: existsSync(path),
        isOpen: path === here,
      }))
      return ok({ books })
    },
    'book.openRecent'({ index }) {
      const path = settings.read().recentBooks[index]
      return path === undefined
        ? fail('not-found', 'That book is no longer among those opened before.')
        : opened(registry.open(path))
    },
    'book.sample': () => opened(registry.openSample()),
    'book.retry': () => opened(registry.retry()),
    async 'book.saveCopy'() {
      const session = registry.current()
      if (!session.ok) return session
      if (!shell.dialogs) return noDialogs
      const path = await chooseNewBook(shell.dialogs, nameOf(session.value.path), ` copy${bookExtension}`)
      if (!path.ok) return path
      if (path.value === null) return ok(cancelled)
      const saved = session.value.saveCopy(path.value)
      return saved.ok ? ok({ status: 'saved' as const, fileName: basename(path.value) }) : saved
    },
    async 'book.saveAsNew'() {
      const session = registry.current()
      if (!session.ok) return session
      const { path: own } = session.value
      const chosen = shell.dialogs
        ? await chooseNewBook(shell.dialogs, nameOf(own), ` (as on the screen)${bookExtension}`)
        : ok(freeNameBeside(own))
      if (!chosen.ok) return chosen
      const path = chosen.value
      if (path === null) return ok(cancelled)
      const saved = session.value.saveAsNew(path)
      if (!saved.ok) return saved
      const next = registry.open(path)
      return next.ok
        ? ok({
            status: 'opened' as const,
            snapshot: next.value.snapshot(),
            missing: toldSentences(saved.value),
          })
        : next
    },
    'book.rename': ({ name }) => snapshotOf(registry.rename(name)),
    'book.reveal': () =>
      onSession((session) => {
        if (!shell.reveal) return noDialogs
        shell.reveal(session.path)
        return ok({})
      }),
  } satisfies Partial<Handlers>
}

import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { type AppError, fail, ok, type Result } from '../../shared/contract/result.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import type { Book } from '../../shared/schema/book.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { limits } from '../../shared/schema/limits.ts'
import { fileError } from '../db/errors.ts'
import { sqlitePath } from '../db/place.ts'
import { checkRename, renameFile } from '../newFile.ts'
import type { Today } from '../ports.ts'
import type { SettingsFile } from '../settings.ts'
import type { Backups } from './backups.ts'
import { createBook } from './create.ts'
import { bookExtension } from './extension.ts'
import { identityOf } from './identity.ts'
import { openBook } from './open.ts'
import type { OpenBooks } from './openBooks.ts'
import type { Session } from './session.ts'

/** The book one window has open, and how it is changed for another. One at a time. */
export interface Registry {
  /** The open book, or why none is. */
  current(): Result<Session>
  /** Where the open book lies, or the one that could not be opened. */
  path(): string
  /** Opens another book; the one that was open stays open where that fails. */
  open(path: string): Result<Session>
  /** Opens the sample book, and makes it where it is not there. */
  openSample(): Result<Session>
  /** Makes a file of a book and opens it. */
  create(path: string, book: Book): Result<Session>
  /** Makes a book without deals, kept in this currency, and opens it. */
  createEmpty(path: string, currency: string): Result<Session>
  /** Gives the file of the open book another name in its folder. */
  rename(name: string): Result<Session>
  /**
   * Opens the book again that could not be opened, after what was done about it; or the one that is open, where its file is
   * no longer what was last written to it.
   */
  retry(): Result<Session>
  /** Ends an open book of which the rest, once it was read, turned out to be damaged: then it can be recovered. */
  giveUp(why: AppError): void
  close(): void
}

export interface Places {
  /** The book to open first, where the app was started with one. */
  asked: string | null
  /** Where the sample book lives. */
  sample: string
}

/** What every window shares. */
export interface Surroundings {
  settings: SettingsFile
  backups: Backups
  openBooks: OpenBooks
  today: Today
}

export function startRegistry(
  places: Places,
  { settings, backups, openBooks, today }: Surroundings,
  focus: () => void,
): Registry {
  let place = firstPlace(places, settings)
  let forget = (): void => undefined
  let current = openFirst()

  return {
    current: () => current,
    path: () => place,
    open,
    openSample() {
      const made = existsSync(places.sample) ? ok(undefined) : createSample(places.sample)
      return made.ok ? open(places.sample) : made
    },
    create,
    createEmpty: (path, currency) => create(path, emptyBook(bookNameOf(path), currency, today())),
    rename(name) {
      if (!current.ok) return current
      const from = current.value.path
      const to = join(dirname(from), `${name}${bookExtension}`)
      if (to === from) return current
      // Else another file would get the name, and this one, which only the open session still reaches, would be lost.
      const isInPlace = current.value.isInPlace()
      if (!isInPlace.ok) return isInPlace
      const isPossible = tried(to, () => checkRename(from, sqlitePath(to)))
      if (!isPossible.ok) return isPossible
      // SQLite keeps its journal beside the name it opened: a file is renamed while nobody has it open.
      end()
      const renamed = renameWithBackups(from, to)
      if (!renamed.ok) {
        current = opened(from)
        return renamed
      }
      return (current = opened(to))
    },
    retry() {
      if (current.ok && current.value.isInPlace().ok) return current
      end()
      return (current = opened(place))
    },
    giveUp(why) {
      end()
      current = { ok: false, error: why }
    },
    close() {
      end()
      current = fail('not-found', 'No book is open.')
    },
  }

  /** Ends what is open. */
  function end(): void {
    if (current.ok) current.value.close()
    forget()
    forget = () => undefined
  }

  function open(path: string): Result<Session> {
    const identity = identityOf(path)
    const isOpen = current.ok && identity !== null && identity === identityOf(current.value.path)
    return isOpen ? current : switchTo(path)
  }

  function renameWithBackups(from: string, to: string): Result<void> {
    let takeBack = (): void => undefined
    const renamed = tried(to, () => {
      takeBack = backups.follow(from, to)
      renameFile(from, to)
    })
    if (renamed.ok) backups.leave(from)
    else takeBack()
    return renamed
  }

  function openFirst(): Result<Session> {
    if (place === places.sample && !existsSync(place)) {
      const created = createSample(place)
      if (!created.ok) return created
    }
    return opened(place)
  }

  function create(path: string, book: Book): Result<Session> {
    const created = createBook(path, book)
    return created.ok ? switchTo(path) : created
  }

  function switchTo(path: string): Result<Session> {
    if (openBooks.focus(path))
      return fail('elsewhere', `“${basename(path)}” is open in another window, which is in front now.`)
    const next = openBook(path, backups)
    if (!next.ok) return next
    if (current.ok) current.value.close()
    return (current = taken(next.value))
  }

  function opened(path: string): Result<Session> {
    if (openBooks.focus(path)) return fail('elsewhere', `“${basename(path)}” is open in another window.`)
    const session = openBook(path, backups)
    place = path
    return session.ok ? taken(session.value) : session
  }

  function taken(session: Session): Result<Session> {
    forget()
    forget = openBooks.add(session.path, focus)
    place = session.path
    settings.noteBook(session.path)
    return { ok: true, value: session }
  }
}

function tried(path: string, work: () => void): Result<void> {
  try {
    return ok(work())
  } catch (error) {
    return { ok: false, error: fileError(error, basename(path), 'create') }
  }
}

/** The book asked for; else the one open last, where it is still there; else the sample. */
function firstPlace({ asked, sample }: Places, settings: SettingsFile): string {
  const [last] = settings.read().recentBooks
  return asked ?? (last !== undefined && existsSync(last) ? last : sample)
}

const bookNameOf = (path: string): string =>
  basename(path, extname(path)).trim().slice(0, limits.nameLength) || 'Book'

function createSample(path: string): Result<void> {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    return { ok: false, error: fileError(error, basename(path), 'create') }
  }
  return createBook(path, sampleBook())
}

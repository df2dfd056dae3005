import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { fail, type Result } from '../../shared/contract/result.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { limits } from '../../shared/schema/limits.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { fileError } from '../db/errors.ts'
import type { Today } from '../ports.ts'
import type { SettingsFile } from '../settings.ts'
import { createBook } from './create.ts'
import { identityOf } from './identity.ts'
import { openBook } from './open.ts'
import type { Session } from './session.ts'

/** The book that is open, and how it is changed for another. One at a time. */
export interface Registry {
  /** The open book, or why none is. */
  current(): Result<Session>
  /** Opens another book; the one that was open stays open where that fails. */
  open(path: string): Result<Session>
  /** Makes an empty book and opens it. */
  create(path: string): Result<Session>
  close(): void
}

interface Places {
  /** The book to open first, where the app was started with one. */
  asked: string | null
  /** Where the sample book lives. */
  sample: string
}

export function startRegistry(places: Places, settings: SettingsFile, today: Today): Registry {
  let current = openFirst(places, settings)
  return {
    current: () => current,
    open(path) {
      const isOpen = current.ok && identityOf(path) === identityOf(current.value.path)
      return isOpen ? current : switchTo(path)
    },
    create(path) {
      const name = basename(path, extname(path)).trim().slice(0, limits.nameLength) || 'Book'
      const created = createBook(path, emptyBook(name, 'USD', today()))
      return created.ok ? switchTo(path) : created
    },
    close() {
      if (current.ok) current.value.close()
      current = fail('not-found', 'No book is open.')
    },
  }

  function switchTo(path: string): Result<Session> {
    const next = openBook(path)
    if (!next.ok) return next
    if (current.ok) current.value.close()
    current = next
    settings.write({ lastBook: path })
    return current
  }
}

/** The book asked for; else the one open last, where it is still there; else the sample, made on the first start. */
function openFirst({ asked, sample }: Places, settings: SettingsFile): Result<Session> {
  const { lastBook } = settings.read()
  const path = asked ?? (lastBook !== null && existsSync(lastBook) ? lastBook : sample)
  if (path === sample && !existsSync(sample)) {
    const created = createSample(sample)
    if (!created.ok) return created
  }
  const opened = openBook(path)
  if (opened.ok && path !== lastBook) settings.write({ lastBook: path })
  return opened
}

function createSample(path: string): Result<void> {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    return { ok: false, error: fileError(error, basename(path), 'create') }
  }
  return createBook(path, sampleBook())
}

import { mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { type ErrorCode, fail, ok, type Result } from '../../shared/contract/result.ts'
import { fileError } from '../db/errors.ts'
import { sqlitePath } from '../db/place.ts'
import { log } from '../log.ts'
import { linkOrCopy, makeNewFile, removeLeftovers } from '../newFile.ts'
import type { Clock } from '../ports.ts'
import { bookExtension } from './extension.ts'
import { identityOf } from './identity.ts'
import { type Dated, keptBackups } from './retention.ts'

/** One backup of a book, a book file itself. */
export interface Backup extends Dated {
  readonly fileName: string
  readonly path: string
  readonly bytes: number
}

/** The backups of all books, each book's in a folder of its own. */
export interface Backups {
  /** Newest first. */
  of(book: string): Backup[]
  /**
   * Makes one of what is written to a temporary file, and lets go of those the policy keeps no longer. Answers with where it
   * lies.
   */
  make(book: string, write: (temporary: string) => void): Result<string>
  /**
   * Those of a book become also those of the name it is about to get, after any that a book of that name left; the answer
   * takes that back. Not moved: whenever the process ends, the book has its backups under the name it has then.
   */
  follow(from: string, to: string): () => void
  /** A book is called otherwise now: under its former name it has none. */
  leave(book: string): void
}

/** `000042 2026-11-20T10-04-05.123Z.offtake`: colons are not for file names everywhere. */
const fileNameOf = ({ sequence, madeAt }: Dated) =>
  `${String(sequence).padStart(6, '0')} ${madeAt.replaceAll(':', '-')}${bookExtension}`

const namePattern = /^(\d{6,15}) (\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3})Z\.offtake$/

export function backupsIn(root: string, clock: Clock): Backups {
  const folderOf = (book: string) => join(root, folderName(book))
  const of = (book: string): Backup[] => {
    const folder = folderOf(book)
    const names = namesIn(folder)
    return names.flatMap((name) => backupNamed(folder, name)).toSorted((a, b) => b.sequence - a.sequence)
  }
  return {
    of,
    make(book, write) {
      const folder = folderOf(book)
      try {
        mkdirSync(folder, { recursive: true })
        removeLeftovers(folder)
        const sequence = (of(book)[0]?.sequence ?? 0) + 1
        const path = join(folder, fileNameOf({ sequence, madeAt: clock().toISOString() }))
        makeNewFile(sqlitePath(path), write)
        letGo(of(book))
        return ok(path)
      } catch (error) {
        log('no backup was made', error)
        const { code } = fileError(error, basename(book), 'create')
        return fail(
          code,
          `No backup of “${basename(book)}” could be made: ${reasons[code] ?? reasons.internal}.`,
        )
      }
    },
    follow(from, to) {
      const own = of(from)
      if (own.length === 0) return () => undefined
      const folder = folderOf(to)
      mkdirSync(folder, { recursive: true })
      const there = of(to)
      // Of a renaming that was interrupted, some are there already.
      const known = new Set(there.map(({ path }) => identityOf(path)))
      const missing = own.filter(({ path }) => !known.has(identityOf(path))).toReversed()
      const last = there[0]?.sequence ?? 0
      const links = missing.map(({ path, madeAt }, i) => {
        const link = join(folder, fileNameOf({ sequence: last + 1 + i, madeAt }))
        linkOrCopy(path, link)
        return link
      })
      return () => links.forEach((link) => rmSync(link, { force: true }))
    },
    leave(book) {
      try {
        rmSync(folderOf(book), { recursive: true, force: true })
      } catch (error) {
        log('backups under a former name were left', error)
      }
    },
  }
}

/** Lists a folder; an empty list where it does not exist or cannot be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const reasons: Partial<Record<ErrorCode, string>> & { internal: string } = {
  'disk-full': 'the disk with the app’s own folder is full',
  'read-only': 'the app’s own folder cannot be written',
  internal: 'the app’s log says more',
}

function backupNamed(folder: string, fileName: string): Backup[] {
  const match = namePattern.exec(fileName)
  const path = join(folder, fileName)
  const bytes = match && sizeOf(path)
  if (!match || bytes === null) return []
  const [, sequence, day, hours, minutes, seconds] = match
  const madeAt = `${day}T${hours}:${minutes}:${seconds}Z`
  if (Number.isNaN(Date.parse(madeAt))) return []
  return [{ sequence: Number(sequence), madeAt, fileName, path, bytes }]
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size
  } catch {
    return null
  }
}

/** Removes what is no longer kept. */
function letGo(backups: readonly Backup[]): void {
  const kept = new Set(keptBackups(backups))
  for (const backup of backups) if (!kept.has(backup)) rmSync(backup.path, { force: true })
}

const longestStem = 40

/** A folder's name for a book by where it lies: readable, and of its own for every place. */
function folderName(book: string): string {
  const place = join(realFolder(dirname(resolve(book))), basename(book))
  const stem = basename(book, extname(book)).replaceAll(/[^\p{L}\p{N} _-]/gu, '_')
  // Read with the first backup, which follows the first paint.
  const { createHash } = process.getBuiltinModule('node:crypto')
  const key = createHash('sha256').update(place).digest('hex').slice(0, 16)
  return `${Array.from(stem).slice(0, longestStem).join('').trim()} ${key}`
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}

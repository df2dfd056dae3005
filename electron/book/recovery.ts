import { copyFileSync, existsSync, readdirSync, renameSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { KeptBackup, Recovery } from '../../shared/contract/keeping.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { limits } from '../../shared/schema/limits.ts'
import { fileError } from '../db/errors.ts'
import { isSameFile, linkOrCopy, replaceFile } from '../newFile.ts'
import type { Clock } from '../ports.ts'
import type { Backup } from './backups.ts'
import { contentsOfFile } from './contents.ts'
import { writeBook } from './create.ts'
import { readBookOnly } from './readOnly.ts'
import { salvageBook } from './salvage.ts'
import { toldSentences } from './toldSentences.ts'

/** A backup with what it holds. */
export const described = (backup: Backup): KeptBackup => ({
  fileName: backup.fileName,
  madeAt: backup.madeAt,
  bytes: backup.bytes,
  contents: contentsOfFile(backup.path),
})

/** What can be done about a book that is damaged: the newest backup that is sound, and what can still be read. */
export function recoveryOf(path: string, backups: readonly Backup[], today: string): Recovery {
  const salvaged = salvageBook(path, today)
  const backup = backups.find(isUsable)
  const kept = backup ? described(backup) : null
  return {
    fileName: basename(path),
    backup: kept,
    lacking: kept && salvaged && namesAfter(salvaged.steps, kept),
    salvage: salvaged && {
      deals: Object.keys(salvaged.book.deals).length,
      missing: toldSentences(salvaged.missing),
    },
  }
}

/** Whether a backup holds a book that can be opened. */
const isUsable = ({ path }: Backup): boolean => readBookOnly(path).ok

/** The edits a backup lacks, newest first; null where no edit is known that both have seen. */
function namesAfter(
  steps: readonly { sequence: number; label: string }[],
  { contents }: KeptBackup,
): string[] | null {
  const last = contents?.lastEdit?.sequence ?? 0
  if (steps.length === 0 || steps[0]!.sequence > last + 1) return null
  return steps
    .filter(({ sequence }) => sequence > last)
    .map(({ label }) => label.slice(0, limits.stepLabel))
    .toReversed()
    .slice(0, limits.sentences)
}

/** Sets a damaged book aside and puts a backup in its place; answers with the name it lies under now. */
export const restoreBackup = (path: string, backup: Backup, clock: Clock): Result<string> =>
  replaceDamaged(path, clock, (temporary) => copyFileSync(backup.path, temporary))

/** Sets a damaged book aside and puts in its place a new one of all that can still be read. */
export function salvageInPlace(
  path: string,
  today: string,
  clock: Clock,
): Result<{ aside: string; missing: string[] }> {
  const salvaged = salvageBook(path, today)
  if (!salvaged) return fail('damaged', `Nothing of “${basename(path)}” can be read. It was left as it is.`)
  const aside = replaceDamaged(path, clock, (temporary) =>
    writeBook(temporary, salvaged.book, salvaged.versions),
  )
  return aside.ok ? ok({ aside: aside.value, missing: salvaged.missing }) : aside
}

/**
 * The new book is made whole first; then the damaged one gets a second name, and the new one its first. At every moment
 * there is a file under the book's name, and nothing is deleted.
 */
function replaceDamaged(path: string, clock: Clock, write: (temporary: string) => void): Result<string> {
  try {
    const aside = namedAsideBefore(path) ?? asideName(path, clock())
    replaceFile(path, write, () => setAside(path, aside))
    return ok(basename(aside))
  } catch (error) {
    return { ok: false, error: fileError(error, basename(path), 'create') }
  }
}

function setAside(path: string, aside: string): void {
  if (!existsSync(aside)) linkOrCopy(path, aside)
  // The journal of the damaged book would be taken for one of the new.
  if (existsSync(`${path}-journal`)) renameSync(`${path}-journal`, `${aside}-journal`)
}

const asideMark = ' (damaged '

/** The second name it has already, where this was begun before and the process was killed. */
function namedAsideBefore(path: string): string | undefined {
  const start = `${basename(path, extname(path))}${asideMark}`
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(start) && !name.endsWith('-journal'))
    .map((name) => join(dirname(path), name))
    .find((other) => isSameFile(path, other))
}

/** `Options (damaged 2026-11-20 10.04).offtake`, or with a number where that is taken. */
function asideName(path: string, now: Date): string {
  const extension = extname(path)
  const time = now.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.')
  const stem = `${basename(path, extension)}${asideMark}${time})`
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem} ${number}`
    const found = join(dirname(path), name + extension)
    if (!existsSync(found)) return found
  }
}

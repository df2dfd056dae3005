import { copyFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { limits } from '../../shared/schema/limits.ts'
import { differencesBetween } from '../../shared/tables/differences.ts'
import type { Backup } from '../book/backups.ts'
import { bookExtension } from '../book/extension.ts'
import { readBookOnly } from '../book/readOnly.ts'
import { described, recoveryOf, restoreBackup, salvageInPlace } from '../book/recovery.ts'
import { toldSentences } from '../book/toldSentences.ts'
import { fileError } from '../db/errors.ts'
import { chooseNewBook } from '../export/chosenFile.ts'
import { makeNewFile } from '../newFile.ts'
import { noDialogs, opened } from './book.ts'
import type { Surroundings } from './handlers.ts'
import type { Handlers } from './router.ts'

/** What is kept of a book: versions inside of it, backups beside it, and what can be recovered when it is damaged. */
export function keepingHandlers({ registry, backups, shell, clock, today }: Surroundings) {
  const backupNamed = (fileName: string): Result<Backup> => {
    const found = backups.of(registry.path()).find((backup) => backup.fileName === fileName)
    return found ? ok(found) : fail('not-found', 'That backup is no longer kept.')
  }
  return {
    'versions.list'() {
      const session = registry.current()
      if (!session.ok) return session
      const versions = session.value.versions()
      return versions.ok ? ok({ versions: versions.value }) : versions
    },
    'versions.keep'({ id, name, at }) {
      const session = registry.current()
      return session.ok ? session.value.keepVersion({ id, name, madeAt: at }) : session
    },
    'versions.compare'({ id, style }) {
      const session = registry.current()
      if (!session.ok) return session
      const [then, now] = [session.value.readVersion(id), session.value.book()]
      if (!then.ok) return then
      return now.ok ? ok({ deals: differencesBetween(then.value, now.value, style) }) : now
    },
    'versions.restore'({ id, at, baseRevision }) {
      const session = registry.current()
      if (!session.ok) return session
      const versions = session.value.versions()
      if (!versions.ok) return versions
      const name = versions.value.find((version) => version.id === id)?.name ?? 'a version'
      const book = session.value.readVersion(id)
      return book.ok
        ? session.value.become(book.value, { label: `Restore the version “${name}”`, at }, baseRevision)
        : book
    },
    'backups.list': () =>
      ok({ backups: backups.of(registry.path()).slice(0, limits.backups).map(described) }),
    'backups.restore'({ fileName, at, baseRevision }) {
      const session = registry.current()
      if (!session.ok) return session
      const backup = backupNamed(fileName)
      if (!backup.ok) return backup
      const book = readBookOnly(backup.value.path)
      return book.ok
        ? session.value.become(
            book.value,
            { label: `Restore the backup of ${spokenTime(backup.value)}`, at },
            baseRevision,
          )
        : book
    },
    async 'backups.openCopy'({ fileName }) {
      if (!shell.dialogs) return noDialogs
      const backup = backupNamed(fileName)
      if (!backup.ok) return backup
      const book = registry.path()
      const ending = ` (backup of ${spokenTime(backup.value)})${bookExtension}`
      const chosen = await chooseNewBook(shell.dialogs, basename(book, extname(book)), ending)
      if (!chosen.ok) return chosen
      const path = chosen.value
      if (path === null) return ok({ status: 'cancelled' as const })
      try {
        makeNewFile(path, (temporary) => copyFileSync(backup.value.path, temporary))
      } catch (error) {
        return { ok: false, error: fileError(error, basename(path), 'create') }
      }
      return opened(registry.open(path))
    },
    'recovery.read': () => ok(recoveryOf(registry.path(), backups.of(registry.path()), today())),
    'recovery.restore'({ fileName }) {
      const backup = isDamaged()
      if (!backup.ok) return backup
      const found = backupNamed(fileName)
      if (!found.ok) return found
      const aside = restoreBackup(registry.path(), found.value, clock)
      return aside.ok ? recovered(aside.value, []) : aside
    },
    'recovery.salvage'() {
      const damaged = isDamaged()
      if (!damaged.ok) return damaged
      const salvaged = salvageInPlace(registry.path(), today(), clock)
      return salvaged.ok ? recovered(salvaged.value.aside, salvaged.value.missing) : salvaged
    },
  } satisfies Partial<Handlers>

  /** Only a book that cannot be opened, and because it is damaged, is replaced. */
  function isDamaged(): Result<void> {
    const current = registry.current()
    if (current.ok) return fail('refused', 'The book is open and sound. Nothing was changed.')
    return current.error.code === 'damaged' ? ok(undefined) : current
  }

  function recovered(aside: string, missing: readonly string[]) {
    const session = registry.retry()
    if (!session.ok) return session
    return ok({ snapshot: session.value.snapshot(), aside, missing: toldSentences(missing) })
  }
}

/** `2026-11-12 10.04`, as file names and steps say it, at the machine's own time. */
function spokenTime({ madeAt }: Backup): string {
  const made = new Date(madeAt)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${made.getFullYear()}-${two(made.getMonth() + 1)}-${two(made.getDate())} ${two(made.getHours())}.${two(made.getMinutes())}`
}

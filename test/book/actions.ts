import { copyFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Backups, backupsIn } from '../../electron/book/backups.ts'
import { openBooks } from '../../electron/book/openBooks.ts'
import { restoreBackup, salvageInPlace } from '../../electron/book/recovery.ts'
import { type Registry, startRegistry } from '../../electron/book/registry.ts'
import type { Session } from '../../electron/book/session.ts'
import { settingsFile } from '../../electron/settings.ts'
import type { Result } from '../../shared/contract/result.ts'
import type { Edit } from '../../shared/history/workspace.ts'
import { createBook } from '../../electron/book/create.ts'
import { enlarge, largeBook } from './largeBook.ts'
import { spoilPage } from './spoilPage.ts'
import { value } from './value.ts'

/** Where a book lies, with the app's own folder beside it. */
export interface Place {
  folder: string
  book: string
  copy: string
  renamed: string
}

export const placeIn = (folder: string): Place => ({
  folder,
  book: join(folder, 'Book.offtake'),
  copy: join(folder, 'Copy.offtake'),
  renamed: join(folder, 'Renamed.offtake'),
})

const clock = () => new Date('2026-11-20T12:30:00Z')
const today = '2026-11-20'
const at = clock().toISOString()

export const backupsOf = ({ folder }: Place): Backups => backupsIn(join(folder, 'app', 'backups'), clock)

/** The app as it starts with a book, each time with the same folder of its own. */
export function registryFor(place: Place, book = place.book): Registry {
  const surroundings = {
    settings: settingsFile(join(place.folder, 'app', 'settings.json')),
    backups: backupsOf(place),
    openBooks: openBooks(),
    today: () => today,
  }
  const places = { asked: book, sample: join(place.folder, 'app', 'Sample.offtake') }
  return startRegistry(places, surroundings, () => undefined)
}

export const feeEdit = (monthlyFee: number): Edit => ({
  type: 'do',
  at,
  command: { type: 'charge.set', chargeId: 'colossus-lease/fee', changes: { monthlyFee } },
})

export const version = { id: 'kept', name: 'As sent', madeAt: at }

/** The app, about to do a thing. */
export interface Ready {
  act(): unknown
  /** What has the book open. */
  registry: Registry
}

/** A thing that is done to a whole book. */
interface Action {
  /** Lays the book there in which it is to be done. */
  prepare(place: Place): void
  /** Comes up to it. */
  ready(place: Place): Ready
}

const times = 40
const original = 125_000_000_000

/** A large book with three edits, the last of them the third revision, and a backup from before them. */
function editedBook(place: Place): void {
  value(createBook(place.book, largeBook(times)))
  const registry = registryFor(place)
  const session = value(registry.current())
  value(session.edit(feeEdit(1), 0))
  value(session.edit(feeEdit(2), 1))
  value(session.edit(feeEdit(original), 2))
  registry.close()
}

/** The same whose first deals lie on a broken page. */
function damagedBook(place: Place): void {
  editedBook(place)
  spoilPage(place.book, 30)
}

const onSession =
  (act: (session: Session, place: Place) => Result<unknown>) =>
  (place: Place): Ready => {
    const registry = registryFor(place)
    const session = value(registry.current())
    return { registry, act: () => value(act(session, place)) }
  }

const onDamaged =
  (act: (place: Place) => Result<unknown>) =>
  (place: Place): Ready => {
    const registry = registryFor(place)
    return {
      registry,
      act() {
        value(act(place))
        value(registry.retry())
      },
    }
  }

const migration = (fixture: string): Action => ({
  prepare(place) {
    copyFileSync(resolve(import.meta.dirname, '../fixtures', fixture), place.book)
    enlarge(place.book, times)
  },
  ready(place) {
    const registry = registryFor(place, join(place.folder, 'not there'))
    return { registry, act: () => value(registry.open(place.book)) }
  },
})

export const actions = {
  'bring from version 1': migration('book-v1.offtake'),
  'bring from version 2': migration('book-v2.offtake'),
  'bring from version 3': migration('book-v3.offtake'),
  'save a copy': { prepare: editedBook, ready: onSession((session, { copy }) => session.saveCopy(copy)) },
  'make a backup': { prepare: editedBook, ready: onSession((session) => session.settle()) },
  'keep a version': { prepare: editedBook, ready: onSession((session) => session.keepVersion(version)) },
  'restore a version': {
    prepare(place) {
      editedBook(place)
      const registry = registryFor(place)
      const session = value(registry.current())
      value(session.keepVersion(version))
      value(session.edit({ type: 'undo' }, 3))
      for (let round = 1; round < times; round += 1)
        value(
          session.edit(
            { type: 'do', at, command: { type: 'deal.remove', dealId: `copy-${round}-colossus-lease` } },
            3 + round,
          ),
        )
      registry.close()
    },
    ready: onSession((session) =>
      session.become(
        value(session.readVersion(version.id)),
        { label: 'Restore', at },
        session.snapshot().revision,
      ),
    ),
  },
  'put a backup in place': {
    prepare: damagedBook,
    ready: onDamaged((place) => restoreBackup(place.book, backupsOf(place).of(place.book).at(-1)!, clock)),
  },
  'make new what can be read': {
    prepare: damagedBook,
    ready: onDamaged(({ book }) => salvageInPlace(book, today, clock)),
  },
  rename: {
    prepare: editedBook,
    ready(place) {
      const registry = registryFor(place)
      value(value(registry.current()).settle())
      return { registry, act: () => value(registry.rename('Renamed')) }
    },
  },
} satisfies Record<string, Action>

export type ActionName = keyof typeof actions

import { join } from 'node:path'
import { config } from 'zod/mini'
import { backupsIn } from './book/backups.ts'
import { bookExtension } from './book/extension.ts'
import { openBooks } from './book/openBooks.ts'
import { type Registry, startRegistry } from './book/registry.ts'
import { limits } from '../shared/schema/limits.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createRouter, type Dispatch } from './ipc/router.ts'
import type { Clock, Shell, Today } from './ports.ts'
import { settingsFile } from './settings.ts'

// Schemas make no code of their own while the app runs: that would cost the start more than it spares later reads, and
// nothing here needs `eval`.
config({ jitless: true })

interface Start {
  version: string
  /** The app's own folder for this user: settings, backups and the sample book. */
  userData: string
  clock?: Clock
}

/** What stands behind all windows. */
export interface Core {
  openDesk(desk: { shell: Shell; book: string | null; focus(): void }): Desk
  /** Brings the window that has a book open to the front; false where none has. */
  focus(book: string): boolean
}

/** What stands behind one window: its book, and the one way in. */
export interface Desk {
  dispatch: Dispatch
  registry: Registry
}

/** The same core behind every shell: settings, backups, the open books. */
export function startCore({ version, userData, clock = () => new Date() }: Start): Core {
  const settings = settingsFile(join(userData, 'settings.json'))
  const sample = join(userData, `Colossus options${bookExtension}`)
  const backups = backupsIn(join(userData, 'backups'), clock)
  const books = openBooks()
  const today = todayOf(clock)
  return {
    focus: (book) => books.focus(book),
    openDesk({ shell, book, focus }) {
      const surroundings = { settings, backups, openBooks: books, today }
      const registry = startRegistry({ asked: book, sample }, surroundings, focus)
      const handlers = createHandlers({ version, registry, settings, backups, shell, clock, today })
      return { registry, dispatch: createRouter(handlers) }
    },
  }
}

const todayOf =
  (clock: Clock): Today =>
  () => {
    const now = clock()
    // A machine whose clock has stopped says 1970, and no book can.
    if (now.getFullYear() < Number(limits.earliestDate.slice(0, 4))) return limits.earliestDate
    if (now.getFullYear() >= Number(limits.latestDate.slice(0, 4))) return limits.latestDate
    const two = (part: number) => String(part).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  }

import type { Snapshot } from '../../shared/contract/contract.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { bookExtension } from '../book/extension.ts'
import type { Registry } from '../book/registry.ts'
import type { Session } from '../book/session.ts'
import { exportSummary } from '../export/summary.ts'
import type { Shell } from '../ports.ts'
import type { SettingsFile } from '../settings.ts'
import type { Handlers } from './router.ts'

interface Core {
  version: string
  registry: Registry
  settings: SettingsFile
  shell: Shell
}

const cancelled = { status: 'cancelled' } as const

/** What each channel does. Only what a shell offers differs; a shell without dialogs says so. */
export function createHandlers({ version, registry, settings, shell }: Core): Handlers {
  const noDialogs = fail(
    'unsupported',
    'In the browser Offtake cannot choose files. Start it with the book’s path, or use the desktop app.',
  )
  return {
    'app.info': () => ok({ shell: shell.kind, version, platform: process.platform }),
    'book.read': () => snapshotOf(registry.current()),
    'book.edit'({ edit, baseRevision }) {
      const session = registry.current()
      return session.ok ? session.value.edit(edit, baseRevision) : session
    },
    async 'book.new'() {
      if (!shell.dialogs) return noDialogs
      const path = await shell.dialogs.chooseNewBook(`New book${bookExtension}`)
      return path === null ? ok(cancelled) : opened(registry.create(path))
    },
    async 'book.open'() {
      if (!shell.dialogs) return noDialogs
      const path = await shell.dialogs.chooseBookToOpen()
      return path === null ? ok(cancelled) : opened(registry.open(path))
    },
    'settings.read': () => ok(settings.read().preferences),
    'settings.write'(preferences) {
      settings.write({ preferences })
      return ok({})
    },
    async 'summary.export'(options) {
      const session = registry.current()
      return session.ok ? exportSummary(shell, session.value, options) : session
    },
    'summary.read'() {
      const snapshot = snapshotOf(registry.current())
      if (!snapshot.ok) return snapshot
      const options = shell.printer?.options ?? {
        unit: settings.read().preferences.unit,
        locale: 'en-US',
        paper: 'a4',
      }
      return ok({ snapshot: snapshot.value, options })
    },
    'summary.rendered'() {
      shell.printer?.rendered()
      return ok({})
    },
  }
}

const snapshotOf = (session: Result<Session>): Result<Snapshot> =>
  session.ok ? ok(session.value.snapshot()) : session

const opened = (session: Result<Session>) =>
  session.ok ? ok({ status: 'opened' as const, snapshot: session.value.snapshot() }) : session

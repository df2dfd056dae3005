import { ok } from '../../shared/contract/result.ts'
import { usualPaper } from '../../shared/format/paper.ts'
import type { Backups } from '../book/backups.ts'
import type { Registry } from '../book/registry.ts'
import { exportSummary } from '../export/summary.ts'
import type { Clock, Shell, Today } from '../ports.ts'
import type { SettingsFile } from '../settings.ts'
import { bookHandlers, snapshotOf } from './book.ts'
import { later } from './later.ts'
import type { Handlers } from './router.ts'

/** What the handlers of one window work with. */
export interface Surroundings {
  version: string
  registry: Registry
  settings: SettingsFile
  backups: Backups
  shell: Shell
  clock: Clock
  today: Today
}

/** What each channel does. Only what a shell offers differs; a shell without dialogs says so. */
export function createHandlers(surroundings: Surroundings): Handlers {
  const { version, registry, settings, shell } = surroundings
  return {
    ...bookHandlers(surroundings),
    ...later(['document.import', 'deal.export', 'book.export'], async () =>
      (await import('./documents.ts')).documentHandlers(surroundings),
    ),
    ...later(['chart.save', 'chart.copyImage'], async () =>
      (await import('./pictures.ts')).pictureHandlers(surroundings),
    ),
    ...later(
      [
        'versions.list',
        'versions.keep',
        'versions.compare',
        'versions.restore',
        'backups.list',
        'backups.restore',
        'backups.openCopy',
        'recovery.read',
        'recovery.restore',
        'recovery.salvage',
      ],
      async () => (await import('./keeping.ts')).keepingHandlers(surroundings),
    ),
    'app.info': () =>
      ok({ shell: shell.kind, version, platform: process.platform, region: shell.region ?? null }),
    'settings.read': () => ok(settings.read().preferences),
    'settings.write'(changes) {
      settings.write({ preferences: { ...settings.read().preferences, ...changes } })
      return ok({})
    },
    async 'summary.export'(options) {
      const session = registry.current()
      return session.ok ? exportSummary(shell, session.value, options) : session
    },
    'summary.read'() {
      const snapshot = snapshotOf(registry.current())
      if (!snapshot.ok) return snapshot
      const { unit, decimals, yearStart, ...preferences } = settings.read().preferences
      const locale = preferences.locale ?? shell.region ?? 'en-US'
      const paper = preferences.paper ?? usualPaper(locale)
      const chosen = { unit, decimals, locale, yearStart, paper }
      const options = shell.printer?.options ?? chosen
      return ok({ snapshot: snapshot.value, options })
    },
    'summary.rendered'() {
      shell.printer?.rendered()
      return ok({})
    },
  }
}

import { join } from 'node:path'
import { config } from 'zod/mini'
import { bookExtension } from './book/extension.ts'
import { type Registry, startRegistry } from './book/registry.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createRouter, type Dispatch } from './ipc/router.ts'
import type { Shell, Today } from './ports.ts'
import { settingsFile } from './settings.ts'

// Schemas make no code of their own while the app runs: that would cost the start more than it spares later reads, and
// nothing here needs `eval`.
config({ jitless: true })

interface Start {
  version: string
  /** The app's own folder for this user: settings and the sample book. */
  userData: string
  /** The book named when the app was started; null for the last one. */
  book: string | null
  shell: Shell
}

export interface Core {
  dispatch: Dispatch
  registry: Registry
}

/** The same core behind every shell: settings, the open book, and the one way in. */
export function startCore({ version, userData, book, shell }: Start): Core {
  const settings = settingsFile(join(userData, 'settings.json'))
  const sample = join(userData, `Colossus options${bookExtension}`)
  const registry = startRegistry({ asked: book, sample }, settings, today)
  return { registry, dispatch: createRouter(createHandlers({ version, registry, settings, shell })) }
}

const today: Today = () => {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

import { setTimeout } from 'node:timers/promises'
import { app } from 'electron'
import type { Core } from '../../core.ts'

/** Milliseconds in which a file is with the page that asked for it: all of it is passed on by this process. */
const passing = 15

export interface CoreBesidePage {
  /** The core, once it is started. */
  core(): Promise<Core>
  /** Told of each file that is handed to a page. */
  onFile(path: string): void
  /** Starts the core at once: somebody waits for it. */
  start(): void
}

/**
 * The core, which is read while the first page's process starts, and started while the page is at its scripts. This process
 * does nothing else in either time, and the page would wait: earlier for its files, later for its book.
 */
export function coreBesidePage(): CoreBesidePage {
  const { promise: isTime, resolve: start } = Promise.withResolvers<void>()
  const read = () => import('../../core.ts')
  const started = isTime
    .then(read)
    .then(({ startCore }) => startCore({ version: app.getVersion(), userData: app.getPath('userData') }))
  return {
    core: () => started,
    onFile(path) {
      if (path.endsWith('.html')) void setTimeout(passing).then(read)
      // The last a page asks for before its first frame.
      if (path.endsWith('.woff2')) void setTimeout(passing).then(start)
    },
    start,
  }
}

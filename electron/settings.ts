import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod/mini'
import { defaultPreferences } from '../shared/contract/defaults.ts'
import { preferences } from '../shared/contract/contract.ts'
import { log } from './log.ts'
import { writeWhole } from './writeWhole.ts'

const mostRecent = 10

/** What the app remembers on this machine, apart from any book. */
const settings = z.strictObject({
  preferences,
  /** Where the books lie that were opened, the last one first. */
  recentBooks: z.array(z.string().check(z.maxLength(4096))).check(z.maxLength(mostRecent)),
})
type Settings = z.infer<typeof settings>

export interface SettingsFile {
  read(): Settings
  write(changes: Partial<Settings>): void
  /** Notes that a book was opened. */
  noteBook(path: string): void
}

const defaults: Settings = { preferences: defaultPreferences, recentBooks: [] }

/** Settings in a JSON file. A file that is missing or not understood counts as none: it holds nothing of worth. */
export function settingsFile(path: string): SettingsFile {
  let current = load(path)
  const file: SettingsFile = {
    read: () => current,
    write(changes) {
      current = { ...current, ...changes }
      try {
        mkdirSync(dirname(path), { recursive: true })
        writeWhole(path, Buffer.from(JSON.stringify(current, null, 2)))
      } catch (error) {
        log('settings were not saved', error)
      }
    },
    noteBook(book) {
      const { recentBooks } = current
      if (recentBooks[0] === book) return
      file.write({
        recentBooks: [book, ...recentBooks.filter((other) => other !== book)].slice(0, mostRecent),
      })
    },
  }
  return file
}

function load(path: string): Settings {
  try {
    const { preferences: chosen, ...rest } = JSON.parse(readFileSync(path, 'utf8'))
    // A file of an earlier version has fewer preferences.
    return settings.parse({ ...rest, preferences: { ...defaultPreferences, ...chosen } })
  } catch {
    return defaults
  }
}

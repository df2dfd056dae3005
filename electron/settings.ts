import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod/mini'
import { defaultPreferences } from '../shared/contract/defaults.ts'
import { type Preferences, preferences } from '../shared/contract/contract.ts'
import { limits } from '../shared/schema/limits.ts'
import { log } from './log.ts'
import { writeWhole } from './writeWhole.ts'

/** What the app remembers on this machine, apart from any book. */
interface Settings {
  preferences: Preferences
  /** Where the books lie that were opened, the last one first. */
  recentBooks: string[]
}

export interface SettingsFile {
  read(): Settings
  write(changes: Partial<Settings>): void
  /** Notes that a book was opened. */
  noteBook(path: string): void
}

/** Settings in a JSON file. */
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
        recentBooks: [book, ...recentBooks.filter((other) => other !== book)].slice(0, limits.recentBooks),
      })
    },
  }
  return file
}

/** Bytes of a settings file: a hundred times what there can be in one. */
const largestFile = 2 ** 22

/** Each setting by itself: one that is missing or not understood counts as unset, and costs none of the others. */
function load(path: string): Settings {
  const { preferences: chosen, recentBooks } = recordOf(contentOf(path))
  const wanted = recordOf(chosen)
  const known = Object.entries(preferences.shape).flatMap(([key, schema]) => {
    const setting = schema.safeParse(wanted[key])
    return setting.success ? [[key, setting.data]] : []
  })
  return {
    preferences: { ...defaultPreferences, ...(Object.fromEntries(known) as Partial<Preferences>) },
    recentBooks: (Array.isArray(recentBooks) ? recentBooks : [])
      .filter((book): book is string => recentBook.safeParse(book).success)
      .slice(0, limits.recentBooks),
  }
}

const recentBook = z.string().check(z.minLength(1), z.maxLength(limits.path))

/** Reads the settings file as JSON of any shape; null where it holds none. */
function contentOf(path: string): unknown {
  try {
    const found = statSync(path)
    // A pipe would keep us waiting for a writer.
    return found.isFile() && found.size <= largestFile ? JSON.parse(readFileSync(path, 'utf8')) : null
  } catch {
    return null
  }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

import { copyFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ownFolder } from './folder.ts'

export const fixtures = resolve(import.meta.dirname, '../fixtures')

/** A copy of a book that an earlier version wrote; see fixtures/make-book-v1.ts and its like. */
export function copyOf(fixture: string): string {
  const path = join(ownFolder(), fixture)
  copyFileSync(join(fixtures, fixture), path)
  return path
}

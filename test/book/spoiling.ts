import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openBook } from '../../electron/book/open.ts'
import { salvageInPlace } from '../../electron/book/recovery.ts'
import { compare } from '../../shared/engine/compare.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { expectRefusal, opened } from './books.ts'
import { ownFolder } from './folder.ts'
import { spoilPage } from './spoilPage.ts'

export function pagesOf(path: string): number {
  const bytes = readFileSync(path)
  return bytes.length / bytes.readUInt16BE(16)
}

/**
 * Spoils a book of three deals page by page, each n-th one, and makes it new of what can be read: a whole book every
 * time, and a sentence on whatever is missing.
 */
export function spoilPagesAndSalvage(sound: string, each: number): void {
  const bytes = readFileSync(sound)
  const outcomes = { 'read in full': 0, 'read in part': 0, 'not read at all': 0, 'opened as it was': 0 }
  let pages = 0
  for (let page = 0; page < pagesOf(sound); page += each) {
    pages += 1
    const path = join(ownFolder(), 'Sample.offtake')
    writeFileSync(path, bytes)
    spoilPage(path, page)
    const outcome = salvage(path, page === 0)
    outcomes[outcome] += 1
  }
  console.log(`of ${pages} pages, each spoiled in turn:`, outcomes)
  // The first page says that it is a book, and another lists its tables.
  expect(outcomes['not read at all']).toBeLessThanOrEqual(2)
}

function salvage(path: string, isHeader: boolean) {
  const refused = openBook(path)
  if (refused.ok) {
    refused.value.close()
    return 'opened as it was'
  }
  if (isHeader) {
    expectRefusal(refused, 'not-a-book', 'Sample.offtake')
    return 'not read at all'
  }
  const salvaged = salvageInPlace(path, '2026-11-20', () => new Date('2026-11-20T12:30:00Z'))
  if (!salvaged.ok) return 'not read at all'
  const session = opened(path)
  const { book } = session.snapshot().workspace
  session.close()
  for (const id of Object.keys(book.deals)) dealTerms(book, id)
  compare(book)
  const { missing } = salvaged.value
  for (const sentence of missing) expect(sentence).toMatch(/^[“A-Z0-9].*\.$/)
  return Object.keys(book.deals).length === 3 && missing.length === 1 ? 'read in full' : 'read in part'
}

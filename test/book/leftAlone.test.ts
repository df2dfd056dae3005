import { spawnSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backupsIn } from '../../electron/book/backups.ts'
import { openBook } from '../../electron/book/open.ts'
import { salvageBook } from '../../electron/book/salvage.ts'
import { createBook } from '../../electron/book/create.ts'
import { expectRefusal, fee, feeIn, opened, sampleIn, value } from './books.ts'
import { contentsOf, ownFolder } from './folder.ts'
import { copyOf } from './fixtures.ts'
import { largeBook } from './largeBook.ts'

describe('what is refused stays as it is', () => {
  it('though it is of an earlier version, and only wrong in the schema of today', () => {
    const path = copyOf('book-v1.offtake')
    const other = new Database(path)
    other.exec("UPDATE deals SET start = '2026-02-30' WHERE rowid = 1")
    other.close()
    const backups = backupsIn(ownFolder(), () => new Date('2026-11-20T12:00:00Z'))
    const before = contentsOf(dirname(path))
    expectRefusal(openBook(path, backups), 'damaged', 'book-v1.offtake')
    expect(contentsOf(dirname(path))).toEqual(before)
    expect(backups.of(path)).toEqual([])
  })

  it('though another program keeps a log beside it; a sound one gets a journal of its own again', () => {
    const [sound, extra] = [sampleIn(ownFolder()), sampleIn(ownFolder())]
    for (const path of [sound, extra]) {
      const other = new Database(path)
      if (path === extra) other.exec('CREATE TABLE notes (note TEXT)')
      other.pragma('journal_mode = WAL')
      other.close()
      expect([...readFileSync(path).subarray(18, 20)]).toEqual([2, 2])
    }
    const before = contentsOf(dirname(extra))
    expectRefusal(openBook(extra), 'damaged', 'Sample.offtake')
    expect(contentsOf(dirname(extra))).toEqual(before)
    const session = opened(sound)
    value(session.edit(fee(5), 0))
    session.close()
    expect([...readFileSync(sound).subarray(18, 20)]).toEqual([1, 1])
    expect(Object.keys(contentsOf(dirname(sound)))).toEqual(['Sample.offtake'])
    expect(feeIn(opened(sound))).toBe(5)
  })

  it('though it is a pipe, which would keep whoever reads it waiting', () => {
    const path = join(ownFolder(), 'Pipe.offtake')
    expect(spawnSync('mkfifo', [path]).status).toBe(0)
    expectRefusal(openBook(path), 'not-a-book', 'Pipe.offtake')
    expect(statSync(path).isFIFO()).toBe(true)
  })
})

it('a damaged book of two thousand deals is read row by row', () => {
  const path = join(ownFolder(), 'Large.offtake')
  value(createBook(path, largeBook(700)))
  const bytes = readFileSync(path)
  bytes.writeUInt32BE(0, 60)
  writeFileSync(path, bytes)
  expectRefusal(openBook(path), 'damaged', 'Large.offtake')
  const { book, missing } = salvageBook(path, '2026-11-20')!
  expect(missing).toEqual(['The history of edits is not carried over.'])
  expect(Object.keys(book.deals)).toHaveLength(2100)
})

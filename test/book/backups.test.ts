import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Backups, backupsIn } from '../../electron/book/backups.ts'
import { contentsOfFile } from '../../electron/book/contents.ts'
import { openBook } from '../../electron/book/open.ts'
import { readBookOnly } from '../../electron/book/readOnly.ts'
import { schemaVersion } from '../../electron/db/schema.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { copyOf } from './fixtures.ts'
import { fee, feeIn, sampleIn, value } from './books.ts'
import { contentsOf, fillDisk, ownDisk, ownFolder } from './folder.ts'

const day = 24 * 60 * 60 * 1000

function backupsAt(root: string, now: { time: number }): Backups {
  return backupsIn(root, () => new Date(now.time))
}

const noon = Date.UTC(2026, 10, 20, 12)

describe('a backup', () => {
  it('is the book as it was opened, made before its first edit', () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    const backups = backupsAt(join(folder, 'app'), { time: noon })
    const session = value(openBook(path, backups))
    expect(backups.of(path)).toEqual([])
    value(session.edit(fee(5), 0))
    session.close()
    const [made, ...others] = backups.of(path)
    expect(others).toEqual([])
    expect(made).toMatchObject({ sequence: 1, madeAt: '2026-11-20T12:00:00.000Z' })
    expect(value(readBookOnly(made!.path))).toEqual(sampleBook())
    expect(contentsOfFile(made!.path)).toEqual({
      bookName: 'Colossus options',
      revision: 0,
      deals: 3,
      dealNames: ['Colossus lease', 'Colossus second lease', 'Longer ramp, +2 %'],
      lastEdit: null,
    })
  })

  it('is made once an opening, at the latest when the screen says that it shows the book', () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    const backups = backupsAt(join(folder, 'app'), { time: noon })
    const session = value(openBook(path, backups))
    expect(value(session.settle())).toEqual({ notices: [] })
    expect(value(session.settle())).toEqual({ notices: [] })
    value(session.edit(fee(5), 0))
    session.close()
    expect(backups.of(path)).toHaveLength(1)
  })

  it('comes before a book is brought to a newer version, and is of the older one', () => {
    const path = copyOf('book-v1.offtake')
    const backups = backupsAt(join(ownFolder(), 'app'), { time: noon })
    const session = value(openBook(path, backups))
    const [made] = backups.of(path)
    expect(readFileSync(made!.path).readUInt32BE(60)).toBe(1)
    const { notices } = value(session.settle())
    expect(notices).toEqual([
      `“book-v1.offtake” was brought from version 1 to version ${schemaVersion} of a book. What was done before that can no longer be undone.`,
    ])
    session.close()
    expect(backups.of(path)).toHaveLength(1)
    const again = value(openBook(path, backups))
    expect(value(again.settle()).notices).toEqual([])
    again.close()
  })

  it('is kept of the last ten opens, with those of earlier days and weeks', () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    const now = { time: noon }
    const backups = backupsAt(join(folder, 'app'), now)
    for (let open = 0; open < 25; open += 1) {
      now.time += day / 2
      const session = value(openBook(path, backups))
      value(session.settle())
      session.close()
    }
    // 25 opens, two a day, over thirteen days: ten, and the last of each earlier day.
    const kept = backups.of(path)
    expect(kept.slice(0, 10).map(({ sequence }) => sequence)).toEqual([
      25, 24, 23, 22, 21, 20, 19, 18, 17, 16,
    ])
    expect(new Set(kept.map(({ madeAt }) => madeAt.slice(0, 10))).size).toBe(13)
    expect(kept).toHaveLength(10 + 13 - 5 - 1)
  })

  it('is of its own for each place, whatever the book is called, and goes with a book that is renamed', () => {
    const folder = ownFolder()
    for (const name of ['one', 'two']) mkdirSync(join(folder, name))
    const long = `${'電力'.repeat(30)} "a" b?.offtake`
    const [first, second] = [sampleIn(join(folder, 'one'), long), sampleIn(join(folder, 'two'), long)]
    const backups = backupsAt(join(folder, 'app'), { time: noon })
    const session = value(openBook(first, backups))
    value(session.settle())
    session.close()
    expect([backups.of(first).length, backups.of(second).length]).toEqual([1, 0])
    const before = value(readBookOnly(backups.of(first)[0]!.path))
    const takeBack = backups.follow(first, second)
    expect([backups.of(first).length, backups.of(second).length]).toEqual([1, 1])
    takeBack()
    expect([backups.of(first).length, backups.of(second).length]).toEqual([1, 0])
    // Twice, as after a renaming that was interrupted.
    backups.follow(first, second)
    backups.follow(first, second)
    backups.leave(first)
    expect([backups.of(first).length, backups.of(second).length]).toEqual([0, 1])
    expect(value(readBookOnly(backups.of(second)[0]!.path))).toEqual(before)
  })

  it('comes after those of an earlier book of the new name, which stay', () => {
    const folder = ownFolder()
    const backups = backupsAt(join(folder, 'app'), { time: noon })
    const [earlier, mine] = [sampleIn(folder, 'Options.offtake'), sampleIn(folder, 'Draft.offtake')]
    for (const path of [earlier, earlier, mine]) {
      const session = value(openBook(path, backups))
      value(session.edit(fee(path === mine ? 7 : 9), session.snapshot().revision))
      value(session.settle())
      session.close()
    }
    backups.follow(mine, earlier)
    backups.leave(mine)
    expect(backups.of(earlier).map(({ sequence }) => sequence)).toEqual([3, 2, 1])
    expect(contentsOfFile(backups.of(earlier)[0]!.path)!.revision).toBe(0)
    expect(contentsOfFile(backups.of(earlier)[1]!.path)!.revision).toBe(1)
  })

  it('has a later number than the one before, even where the clock was set back', () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    const now = { time: noon }
    const backups = backupsAt(join(folder, 'app'), now)
    const fees = [100, 200, 300]
    for (const [i, each] of fees.entries()) {
      now.time = noon - i * 400 * day
      const session = value(openBook(path, backups))
      value(session.edit(fee(each), session.snapshot().revision))
      session.close()
    }
    const kept = backups.of(path)
    expect(kept.map(({ sequence }) => sequence)).toEqual([3, 2, 1])
    const found = kept.map(
      (backup) => value(readBookOnly(backup.path)).charges['colossus-lease/fee']!.monthlyFee,
    )
    expect(found.slice(0, 2)).toEqual([200, 100])
  })
})

describe('where no backup can be made', () => {
  it('the book opens and takes edits all the same, and says why', ({ skip }) => {
    const disk = ownDisk(256)
    if (disk === null) return skip('this machine lets no test mount a disk')
    const path = sampleIn(ownFolder())
    fillDisk(join(disk, 'filler'))
    const session = value(openBook(path, backupsAt(join(disk, 'app'), { time: noon })))
    expect(value(session.settle()).notices).toEqual([
      'No backup of “Sample.offtake” could be made: the disk with the app’s own folder is full.',
    ])
    value(session.edit(fee(5), 0))
    expect(feeIn(session)).toBe(5)
    session.close()
    const files = readdirSync(disk, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(files.map(({ name }) => name)).toEqual(['filler'])
  })

  it('a book is not brought to a newer version', () => {
    const path = copyOf('book-v1.offtake')
    const before = contentsOf(join(path, '..'))
    const blocked = join(ownFolder(), 'a file')
    writeFileSync(blocked, '')
    const refused = openBook(path, backupsAt(join(blocked, 'app'), { time: noon }))
    expect(refused).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^No backup of “book-v1.offtake” could be made: .*\.$/) },
    })
    expect(contentsOf(join(path, '..'))).toEqual(before)
  })
})

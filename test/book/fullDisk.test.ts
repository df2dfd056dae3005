import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBook } from '../../electron/book/create.ts'
import { connect } from '../../electron/db/connection.ts'
import { repositoryOf } from '../../electron/db/repository.ts'
import { settingsFile } from '../../electron/settings.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { edit, expectRefusal, fee, feeIn, opened, sampleIn, sessionOn, value } from './books.ts'
import { contentsOf, fillDisk, ownDisk, ownFolder } from './folder.ts'
import { exportTo } from './summaries.ts'

const noDisk = 'this machine lets no test mount a disk'
const remark = '電'.repeat(100)

/** Many pages at once: a deal with all its parts and evidence, as changes in the history too. */
const largeEdit = edit({ type: 'deal.duplicate', from: 'colossus-lease', dealId: 'copy', name: remark })

describe('on a full disk', () => {
  // From nothing to enough: it may run out in the rollback journal, in the book, or not at all.
  it.for([0, 4, 8, 16, 32, 64, 96, 128, 192, 256])(
    'an edit with %i KiB left is whole or refused',
    (left, { skip }) => {
      const disk = ownDisk(512)
      if (disk === null) return skip(noDisk)
      const path = sampleIn(disk)
      const filler = join(disk, 'filler')
      fillDisk(filler)
      truncateSync(filler, statSync(filler).size - left * 1024)

      const before = contentsOf(disk)
      const session = opened(path)
      const snapshot = session.snapshot()
      const result = session.edit(largeEdit, 0)
      if (result.ok) expect(session.snapshot().workspace.book.deals['copy']?.name).toBe(remark)
      else {
        expectRefusal(result, 'disk-full', 'Sample.offtake')
        expect(session.snapshot()).toEqual(snapshot)
      }
      const after = session.snapshot()
      session.close()
      if (!result.ok) expect(contentsOf(disk)).toEqual(before)
      expect(opened(path).snapshot()).toEqual(after)
    },
  )

  it('an edit is refused by name, and made once there is room again', ({ skip }) => {
    const disk = ownDisk(512)
    if (disk === null) return skip(noDisk)
    const path = sampleIn(disk)
    fillDisk(join(disk, 'filler'))
    const session = opened(path)
    for (const _attempt of [1, 2, 3]) expectRefusal(session.edit(fee(100), 0), 'disk-full', 'Sample.offtake')
    rmSync(join(disk, 'filler'))
    expect(session.edit(fee(100), 0)).toEqual({ ok: true, value: { revision: 1 } })
    session.close()
    expect(feeIn(opened(path))).toBe(100)
  })

  it.for([4, 64, 120])('a new book is refused by name and leaves nothing (%i KiB)', (kibibytes, { skip }) => {
    const disk = ownDisk(kibibytes)
    if (disk === null) return skip(noDisk)
    expectRefusal(createBook(join(disk, 'New.offtake'), sampleBook()), 'disk-full', 'New.offtake')
    expect(contentsOf(disk)).toEqual({})
  })

  it('a summary is refused by name and leaves the one that was there before', async ({ skip }) => {
    const disk = ownDisk(64)
    if (disk === null) return skip(noDisk)
    const path = join(disk, 'Summary.pdf')
    writeFileSync(path, 'the one before')
    fillDisk(join(disk, 'filler'))
    const before = contentsOf(disk)
    expectRefusal(await exportTo(path), 'disk-full', 'Summary.pdf')
    expect(contentsOf(disk)).toEqual(before)
  })

  it('the settings of before are kept, and those of now hold until the app ends', ({ skip }) => {
    const disk = ownDisk(64)
    if (disk === null) return skip(noDisk)
    const path = join(disk, 'settings.json')
    const settings = settingsFile(path)
    settings.write({ recentBooks: ['/before'] })
    fillDisk(join(disk, 'filler'))
    const before = contentsOf(disk)
    settings.write({ recentBooks: ['/now'] })
    expect(settings.read().recentBooks).toEqual(['/now'])
    expect(contentsOf(disk)).toEqual(before)
    expect(settingsFile(path).read().recentBooks).toEqual(['/before'])
  })
})

describe('a book that SQLite may not let grow', () => {
  it('refuses an edit that needs room, and keeps what it had', () => {
    const path = sampleIn(ownFolder())
    const before = contentsOf(join(path, '..'))
    const connection = connect(path, { mustExist: true })
    const pages = connection.pragma('page_count', { simple: true }) as number
    connection.pragma(`max_page_count = ${pages}`)
    const repository = repositoryOf(connection)
    const session = sessionOn(path, connection, repository)
    onTestFinished(() => session.close())

    const refused = session.edit(largeEdit, 0)
    expectRefusal(refused, 'disk-full', 'Sample.offtake')
    expect(session.snapshot().workspace.book).toEqual(sampleBook())
    session.close()
    expect(contentsOf(join(path, '..'))).toEqual(before)

    const again = opened(path)
    value(again.edit(fee(7), 0))
    expect(feeIn(again)).toBe(7)
  })
})

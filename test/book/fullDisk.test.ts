import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backupsIn } from '../../electron/book/backups.ts'
import { createBook } from '../../electron/book/create.ts'
import { openBook } from '../../electron/book/open.ts'
import { restoreBackup, salvageInPlace } from '../../electron/book/recovery.ts'
import { connect } from '../../electron/db/connection.ts'
import { repositoryOf } from '../../electron/db/repository.ts'
import { settingsFile } from '../../electron/settings.ts'
import type { Result } from '../../shared/contract/result.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { edit, expectRefusal, fee, feeIn, opened, sampleIn, sessionOn, value } from './books.ts'
import { contentsOf, fillDisk, ownDisk, ownFolder } from './folder.ts'
import { spoilPage } from './spoilPage.ts'
import { exportTo } from './summaries.ts'
import { version } from './actions.ts'

const noDisk = 'this machine lets no test mount a disk'
const remark = '電'.repeat(100)

/** Many pages at once: a deal with all its parts and evidence, as changes in the history too. */
const largeEdit = edit({ type: 'deal.duplicate', from: 'colossus-lease', dealId: 'copy', name: remark })

const clock = () => new Date('2026-11-20T12:30:00Z')

/** Fills a disk but for so many kibibytes. */
function leaveRoom(disk: string, kibibytes: number): void {
  const filler = join(disk, 'filler')
  fillDisk(filler)
  truncateSync(filler, statSync(filler).size - kibibytes * 1024)
}

describe('on a full disk', () => {
  // From nothing to enough: it may run out in the rollback journal, in the book, or not at all.
  it.for([0, 4, 8, 16, 32, 64, 96, 128, 192, 256])(
    'an edit with %i KiB left is whole or refused',
    (left, { skip }) => {
      const disk = ownDisk(512)
      if (disk === null) return skip(noDisk)
      const path = sampleIn(disk)
      leaveRoom(disk, left)
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

  // From nothing to nearly enough: it may run out at the first page of a copy or at the last.
  it.for([0, 8, 40, 100])('a copy is refused by name and leaves nothing (%i KiB left)', (left, { skip }) => {
    const disk = ownDisk(512)
    if (disk === null) return skip(noDisk)
    const session = opened(sampleIn(ownFolder()))
    leaveRoom(disk, left)
    expectRefusal(session.saveCopy(join(disk, 'Copy.offtake')), 'disk-full', 'Copy.offtake')
    expect(Object.keys(contentsOf(disk))).toEqual(['filler'])
    value(session.edit(fee(100), 0))
    rmSync(join(disk, 'filler'))
    value(session.saveCopy(join(disk, 'Copy.offtake')))
    expect(feeIn(opened(join(disk, 'Copy.offtake')))).toBe(100)
  })

  it.for([0, 4, 12])(
    'a version is refused by name, and kept once there is room (%i KiB left)',
    (left, { skip }) => {
      const disk = ownDisk(512)
      if (disk === null) return skip(noDisk)
      const path = sampleIn(disk)
      leaveRoom(disk, left)
      const before = contentsOf(disk)
      const session = opened(path)
      expectRefusal(session.keepVersion(version), 'disk-full', 'Sample.offtake')
      expect(value(session.versions())).toEqual([])
      session.close()
      expect(contentsOf(disk)).toEqual(before)
      const again = opened(path)
      rmSync(join(disk, 'filler'))
      value(again.keepVersion(version))
      expect(value(again.readVersion(version.id))).toEqual(sampleBook())
    },
  )

  it('restoring a version is refused by name, and done once there is room', ({ skip }) => {
    const disk = ownDisk(1024)
    if (disk === null) return skip(noDisk)
    const path = sampleIn(disk)
    const session = opened(path)
    value(session.keepVersion(version))
    value(session.edit(edit({ type: 'deal.remove', dealId: 'colossus-second-lease' }), 0))
    value(session.edit(edit({ type: 'deal.remove', dealId: 'colossus-longer-ramp' }), 1))
    const now = session.snapshot()
    leaveRoom(disk, 0)
    const restore = () =>
      session.become(value(session.readVersion(version.id)), { label: 'Restore', at: version.madeAt }, 2)
    expectRefusal(restore(), 'disk-full', 'Sample.offtake')
    expect(session.snapshot()).toEqual(now)
    rmSync(join(disk, 'filler'))
    expect(value(restore()).workspace.book).toEqual(sampleBook())
    session.close()
    expect(opened(path).snapshot().workspace.book).toEqual(sampleBook())
  })

  it.for(['a backup', 'what can be read'])(
    '%s does not take the place of a damaged book',
    (what, { skip }) => {
      const disk = ownDisk(1024)
      if (disk === null) return skip(noDisk)
      const path = sampleIn(disk)
      const backups = backupsIn(ownFolder(), clock)
      const session = value(openBook(path, backups))
      value(session.settle())
      session.close()
      spoilPage(path, 5)
      const damaged = contentsOf(disk)['Sample.offtake']
      leaveRoom(disk, 16)
      const before = contentsOf(disk)
      const replace = (): Result<unknown> =>
        what === 'a backup'
          ? restoreBackup(path, backups.of(path)[0]!, clock)
          : salvageInPlace(path, '2026-11-20', clock)
      expectRefusal(replace(), 'disk-full', 'Sample.offtake')
      expect(contentsOf(disk)).toEqual(before)
      rmSync(join(disk, 'filler'))
      value(replace())
      expect(Object.values(contentsOf(disk))).toContain(damaged)
      value(opened(path).edit(fee(7), 0))
    },
  )

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

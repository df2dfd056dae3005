import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Backups, backupsIn } from '../../electron/book/backups.ts'
import { openBook } from '../../electron/book/open.ts'
import { recoveryOf, restoreBackup, salvageInPlace } from '../../electron/book/recovery.ts'
import { edit, expectRefusal, fee, feeIn, opened, sampleIn, value } from './books.ts'
import { ownFolder } from './folder.ts'
import { spoilPage } from './spoilPage.ts'
import { pagesOf, spoilPagesAndSalvage } from './spoiling.ts'

const now = () => new Date('2026-11-20T12:30:00Z')
const today = '2026-11-20'

/** A book with a backup of its first state, a version, and three edits after it. */
function bookWithBackup(): { path: string; backups: Backups; folder: string } {
  const folder = ownFolder()
  const path = sampleIn(folder)
  const backups = backupsIn(join(folder, 'app'), now)
  const session = value(openBook(path, backups))
  value(session.edit(fee(100_000_00), 0))
  value(session.keepVersion({ id: 'sent', name: 'Sent to board', madeAt: now().toISOString() }))
  value(session.edit(fee(200_000_00), 1))
  value(session.edit(edit({ type: 'deal.set', dealId: 'colossus-lease', changes: { name: 'Renamed' } }), 2))
  session.close()
  return { path, backups, folder }
}

describe('a damaged book', () => {
  it('is refused, and what can be done about it is told: the backup, what it lacks, and what can still be read', () => {
    const { path, backups } = bookWithBackup()
    spoilPage(path, pagesOf(path) - 1)
    expectRefusal(openBook(path, backups), 'damaged', 'Sample.offtake')
    const recovery = recoveryOf(path, backups.of(path), today)
    expect(recovery.backup).toMatchObject({ contents: { revision: 0, deals: 3 } })
    if (recovery.lacking) expect(recovery.lacking.every((name) => /fee|Name/.test(name))).toBe(true)
    expect(recovery.salvage!.missing.at(-1)).toBe('The history of edits is not carried over.')
  })

  it('whose pages are all sound but one row lacks its owner offers all edits since the backup', () => {
    const { path, backups } = bookWithBackup()
    // The header's change: the application stays, the version is nonsense to come.
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.from([0, 0, 0, 0]), 0, 4, 60)
    closeSync(file)
    expectRefusal(openBook(path, backups), 'damaged', 'Sample.offtake')
    const { lacking, salvage } = recoveryOf(path, backups.of(path), today)
    expect(lacking!.map((label) => label.split(':')[0])).toEqual([
      'Name of Renamed',
      'Monthly fee of Colossus lease',
      'Monthly fee of Colossus lease',
    ])
    expect(salvage).toEqual({ deals: 3, missing: ['The history of edits is not carried over.'] })
  })

  it('is set aside under a dated name when its backup takes its place', () => {
    const { path, backups, folder } = bookWithBackup()
    spoilPage(path, pagesOf(path) - 1)
    const bytes = readFileSync(path)
    const aside = value(restoreBackup(path, backups.of(path)[0]!, now))
    expect(aside).toBe('Sample (damaged 2026-11-20 12.30).offtake')
    expect(readFileSync(join(folder, aside)).equals(bytes)).toBe(true)
    const session = opened(path)
    expect(session.snapshot().revision).toBe(0)
    value(session.edit(fee(1), 0))
    session.close()
    expect(readdirSync(folder).toSorted()).toEqual([aside, 'Sample.offtake', 'app'].toSorted())
  })

  it('is made new of what can be read, whichever page is spoiled, and says what is missing', () =>
    spoilPagesAndSalvage(bookWithBackup().path, 8))

  it('that was cut short keeps what lies before the cut', () => {
    const { path } = bookWithBackup()
    truncateSync(path, Math.floor(readFileSync(path).length / 4096 / 2) * 4096)
    expectRefusal(openBook(path), 'damaged', 'Sample.offtake')
    const { missing } = value(salvageInPlace(path, today, now))
    console.log('of a book cut in half:', missing)
    expect(missing.length).toBeGreaterThan(1)
    const { book } = opened(path).snapshot().workspace
    expect(Object.keys(book.deals).length).toBeGreaterThan(0)
  })

  it('that has lost everything is left as it is', () => {
    const { path, folder } = bookWithBackup()
    const bytes = Buffer.concat([readFileSync(path).subarray(0, 100), Buffer.alloc(5000, 0xa5)])
    writeFileSync(path, bytes)
    expectRefusal(salvageInPlace(path, today, now), 'damaged', 'Sample.offtake')
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readdirSync(folder).toSorted()).toEqual([basename(path), 'app'].toSorted())
  })

  it('keeps its versions where those can be read', () => {
    const { path } = bookWithBackup()
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.from([0, 0, 0, 0]), 0, 4, 60)
    closeSync(file)
    value(salvageInPlace(path, today, now))
    const session = opened(path)
    expect(value(session.versions())).toMatchObject([{ name: 'Sent to board' }])
    expect(value(session.readVersion('sent')).charges['colossus-lease/fee']!.monthlyFee).toBe(100_000_00)
    expect(feeIn(session)).toBe(200_000_00)
  })
})

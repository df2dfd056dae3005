import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  copyFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Backups } from '../../electron/book/backups.ts'
import { createBook } from '../../electron/book/create.ts'
import { openBook } from '../../electron/book/open.ts'
import type { Registry } from '../../electron/book/registry.ts'
import type { Session } from '../../electron/book/session.ts'
import { connect } from '../../electron/db/connection.ts'
import { repositoryOf } from '../../electron/db/repository.ts'
import type { Result } from '../../shared/contract/result.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { backupsOf, type Place, placeIn, registryFor, version } from './actions.ts'
import { edit, expectRefusal, fee, feeIn, opened, sessionOn, value } from './books.ts'
import { ownFolder } from './folder.ts'
import { largeBook } from './largeBook.ts'
import { harmless, type Overwritten, overwritings } from './overwriting.ts'

interface Open extends Overwritten {
  registry: Registry
  session: Session
}

/** A book with an older version in it, open, with edits of this session and a second version; copies of it lie beside. */
function openWithCopies(): Open {
  const home = ownFolder()
  mkdirSync(join(home, 'books'))
  const place: Place = { ...placeIn(home), book: join(home, 'books', 'Book.offtake') }
  const [older, newer, earlier] = ['older', 'newer', 'earlier'].map((name) => join(home, name))
  value(createBook(place.book, sampleBook()))
  const before = opened(place.book)
  value(before.edit(fee(3), 0))
  value(before.keepVersion({ ...version, id: 'before' }))
  before.close()
  copyFileSync(place.book, older!)
  copyFileSync(place.book, newer!)
  const colleague = opened(newer!)
  for (const monthlyFee of [11, 12, 13]) {
    const { revision } = colleague.snapshot()
    value(colleague.edit(fee(monthlyFee), revision))
  }
  colleague.close()
  const registry = registryFor(place)
  onTestFinished(() => registry.close())
  const session = value(registry.current())
  value(session.edit(fee(4), 1))
  copyFileSync(place.book, earlier!)
  value(session.edit(fee(5), 2))
  value(session.keepVersion(version))
  value(session.edit(fee(6), 3))
  value(session.edit({ type: 'undo' }, 4))
  return { place, older: older!, newer: newer!, earlier: earlier!, registry, session }
}

/** All that writes to the book, or copies its file. */
const writes: Readonly<Record<string, (open: Open) => Result<unknown>>> = {
  'an edit': ({ session }) => session.edit(fee(7), 5),
  'many edits in one': ({ session }) =>
    session.edit(
      edit({
        type: 'batch',
        action: 'paste',
        commands: [
          { type: 'charge.set', chargeId: 'colossus-lease/fee', changes: { monthlyFee: 8 } },
          { type: 'deal.set', dealId: 'colossus-lease', changes: { notes: 'pasted' } },
        ],
      }),
      5,
    ),
  undo: ({ session }) => session.edit({ type: 'undo' }, 5),
  redo: ({ session }) => session.edit({ type: 'redo' }, 5),
  'going to another step': ({ session }) => session.edit({ type: 'go', to: 0 }, 5),
  'a version': ({ session }) => session.keepVersion({ ...version, id: 'later' }),
  'reading a version': ({ session }) => session.readVersion(version.id),
  'the list of versions': ({ session }) => session.versions(),
  'restoring a book': ({ session }) =>
    session.become(sampleBook(), { label: 'Restore', at: version.madeAt }, 5),
  'a copy': ({ session, place }) => session.saveCopy(place.copy),
  'another name': ({ registry }) => registry.rename('Renamed'),
}

describe.each(Object.keys(overwritings))('a book that is overwritten in place by %s', (way) => {
  it('is noticed by all that would write or copy it; both are kept, and what is on the screen can be saved', () => {
    const open = openWithCopies()
    const { place, session, registry } = open
    const onScreen = session.snapshot().workspace
    overwritings[way]!(open)
    const theirs = readFileSync(place.book)
    const beside = readdirSync(join(place.book, '..'))
    const backups = backupsOf(place).of(place.book)
    for (const [what, write] of Object.entries(writes)) {
      const refused = write(open)
      expect(refused.ok, what).toBe(false)
      expectRefusal(refused, 'overwritten', 'Book.offtake')
    }
    expect(readFileSync(place.book).equals(theirs)).toBe(true)
    expect(readdirSync(join(place.book, '..'))).toEqual(beside)
    expect(backupsOf(place).of(place.book)).toEqual(backups)
    expect(session.snapshot().workspace).toEqual(onScreen)

    expect(value(session.saveAsNew(place.copy))).toEqual([])
    expectSameBook(place.copy, onScreen)

    registry.close()
    expect(readFileSync(place.book).equals(theirs)).toBe(true)
  })
})

it.each([
  'cp of an older copy with its time',
  'a copy from this session, at the time of the last edit',
  'nothing at all (0 bytes)',
  'rubbish of the same length',
])(
  'a book that is overwritten by %s leaves the edits of the session in a backup as its window is closed',
  (way) => {
    const open = openWithCopies()
    const { place, session, registry } = open
    const onScreen = session.snapshot().workspace
    const before = backupsOf(place).of(place.book).length
    overwritings[way]!(open)
    const theirs = readFileSync(place.book)
    registry.close()
    const backups = backupsOf(place).of(place.book)
    expect(backups.length).toBe(before + 1)
    expect(readFileSync(place.book).equals(theirs)).toBe(true)
    copyFileSync(backups[0]!.path, place.copy)
    expectSameBook(place.copy, onScreen)
  },
)

function expectSameBook(path: string, { book, history }: ReturnType<Session['snapshot']>['workspace']): void {
  const saved = opened(path)
  const found = saved.snapshot().workspace
  expect(found.book).toEqual(book)
  expect(found.history.steps.map(({ label }) => label)).toEqual(history.steps.map(({ label }) => label))
  expect(found.history.cursor).toBe(history.cursor)
  expect(value(saved.versions()).map(({ id }) => id)).toEqual([version.id, 'before'])
  expect(value(saved.readVersion(version.id)).charges['colossus-lease/fee']!.monthlyFee).toBe(5)
  expect(value(saved.readVersion('before')).charges['colossus-lease/fee']!.monthlyFee).toBe(3)
  value(saved.edit({ type: 'redo' }, 5))
  expect(feeIn(saved)).toBe(6)
  saved.close()
}

it('there are at least twenty ways', () => {
  expect(Object.keys(overwritings).length).toBeGreaterThanOrEqual(20)
})

describe.each(Object.keys(harmless))('a book that was given %s', (what) => {
  it('takes edits as before', () => {
    const { place, session } = openWithCopies()
    harmless[what]!(place.book)
    value(session.edit(fee(7), 5))
    value(session.edit({ type: 'undo' }, 6))
    harmless[what]!(place.book)
    value(session.saveCopy(place.copy))
    session.close()
    expect(feeIn(opened(place.book))).toBe(5)
    expect(feeIn(opened(place.copy))).toBe(5)
  })
})

describe('a book that is overwritten between its opening and its settling', () => {
  it('is not edited and not backed up; what was read can be saved', () => {
    const home = ownFolder()
    const place = placeIn(home)
    value(createBook(place.book, sampleBook()))
    const registry = registryFor(place)
    onTestFinished(() => registry.close())
    const session = value(registry.current())
    value(createBook(join(home, 'other'), sampleBook()))
    const other = opened(join(home, 'other'))
    value(other.edit(fee(9), 0))
    other.close()
    copyFileSync(join(home, 'other'), place.book)
    const theirs = readFileSync(place.book)
    expectRefusal(session.settle(), 'overwritten', 'Book.offtake')
    expectRefusal(session.edit(fee(7), 0), 'overwritten', 'Book.offtake')
    expect(backupsOf(place).of(place.book)).toEqual([])
    expect(value(session.saveAsNew(place.copy))).toEqual([])
    expect(opened(place.copy).snapshot().workspace.book).toEqual(sampleBook())
    expect(readFileSync(place.book).equals(theirs)).toBe(true)
    expect(feeIn(value(registry.retry()))).toBe(9)
  })

  it('and of which the deals side by side alone were read, can be saved with them, and says how many lack', () => {
    const home = ownFolder()
    const place = placeIn(home)
    // The sample has three deals, and 200 copies of it more of them than are read at first.
    const book = largeBook(200)
    value(createBook(place.book, book))
    const deals = Object.values(book.deals)
    const shown = deals.filter((deal) => deal.shown)
    const session = opened(place.book)
    writeFileSync(place.book, 'A letter.')
    expectRefusal(session.settle(), 'overwritten', 'Book.offtake')
    expect(value(session.saveAsNew(place.copy))).toEqual([
      `Only the deals side by side had been read from the file: ${deals.length - shown.length} of its ${deals.length} deals are not in the new book.`,
    ])
    const saved = opened(place.copy).snapshot().workspace.book
    expect(Object.values(saved.deals).map(({ id }) => id)).toEqual(shown.map(({ id }) => id))
    expect(saved.charges[`${shown[0]!.id}/fee`]).toEqual(book.charges[`${shown[0]!.id}/fee`])
  })

  it('while it is backed up leaves no backup', () => {
    const place = placeIn(ownFolder())
    value(createBook(place.book, sampleBook()))
    const backups = backupsOf(place)
    const overwriting: Backups = {
      ...backups,
      make: (book, write) =>
        backups.make(book, (temporary) => {
          writeFileSync(place.book, 'A letter.')
          write(temporary)
        }),
    }
    const session = value(openBook(place.book, overwriting))
    onTestFinished(() => session.close())
    expectRefusal(session.edit(fee(7), 0), 'overwritten', 'Book.offtake')
    expect(backups.of(place.book)).toEqual([])
    expect(readFileSync(place.book, 'utf8')).toBe('A letter.')
  })
})

it('a book that is overwritten in the middle of a transaction is not written to', () => {
  const place = placeIn(ownFolder())
  value(createBook(place.book, sampleBook()))
  copyFileSync(place.book, place.copy)
  const other = opened(place.copy)
  value(other.edit(fee(9), 0))
  other.close()
  const connection = connect(place.book, { mustExist: true })
  const repository = repositoryOf(connection)
  let isMeanwhile = false
  const session = sessionOn(place.book, connection, {
    ...repository,
    write(...workspaces) {
      repository.write(...workspaces)
      if (isMeanwhile) writeFileSync(place.book, readFileSync(place.copy))
    },
  })
  onTestFinished(() => session.close())
  value(session.edit(fee(5), 0))
  isMeanwhile = true
  expectRefusal(session.edit(fee(6), 1), 'overwritten', 'Book.offtake')
  expect(feeIn(session)).toBe(5)
  expect(readFileSync(place.book).equals(readFileSync(place.copy))).toBe(true)
  value(session.saveAsNew(place.renamed))
  session.close()
  expect(existsSync(`${place.book}-journal`)).toBe(false)
  expect(feeIn(opened(place.book))).toBe(9)
  expect(feeIn(opened(place.renamed))).toBe(5)
})

it('a book that is written in two parts, with an edit tried between them, is as the other program left it', () => {
  const open = openWithCopies()
  const newer = readFileSync(open.newer)
  const half = Math.floor(newer.length / 2)
  overwritings['the first half of a newer copy (dd)']!(open)
  expectRefusal(open.session.edit(fee(7), 5), 'overwritten', 'Book.offtake')
  writeFileSync(open.place.book, newer.subarray(0, half))
  expectRefusal(open.session.edit(fee(7), 5), 'overwritten', 'Book.offtake')
  writeFileSync(open.place.book, newer)
  expectRefusal(open.session.edit(fee(7), 5), 'overwritten', 'Book.offtake')
  // The colleague's last of three edits.
  expect(feeIn(value(open.registry.retry()))).toBe(13)
})

it('a book whose name was given to another file is kept as a backup when its window is closed', () => {
  const { place, registry, session, newer } = openWithCopies()
  const onScreen = session.snapshot().workspace
  writeFileSync(`${place.book}.part`, readFileSync(newer))
  renameSync(`${place.book}.part`, place.book)
  expectRefusal(session.edit(fee(7), 5), 'not-found', 'Book.offtake')
  registry.close()
  copyFileSync(backupsOf(place).of(place.book)[0]!.path, place.copy)
  expectSameBook(place.copy, onScreen)
  expect(readFileSync(place.book).equals(readFileSync(newer))).toBe(true)
})

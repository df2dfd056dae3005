import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBook } from '../../electron/book/create.ts'
import type { Registry } from '../../electron/book/registry.ts'
import type { Session } from '../../electron/book/session.ts'
import type { Result } from '../../shared/contract/result.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { backupsOf, type Place, placeIn, registryFor, version } from './actions.ts'
import { expectRefusal, fee, feeIn, opened, sampleIn, value } from './books.ts'
import { ownFolder } from './folder.ts'

interface Open {
  place: Place
  registry: Registry
  session: Session
}

/** A book in a folder of its own, open, with one edit and a version; the app's folder is elsewhere. */
function openInOwnFolder(): Open {
  const home = ownFolder()
  const own = join(home, 'books')
  mkdirSync(own)
  const place = { ...placeIn(home), book: join(own, 'Book.offtake') }
  value(createBook(place.book, sampleBook()))
  const registry = registryFor(place)
  onTestFinished(() => registry.close())
  const session = value(registry.current())
  value(session.edit(fee(5), 0))
  value(session.keepVersion(version))
  return { place, registry, session }
}

/** All that writes to the book itself. */
const writes: Readonly<Record<string, (open: Open) => Result<unknown>>> = {
  'an edit': ({ session }) => session.edit(fee(6), 1),
  'a version': ({ session }) => session.keepVersion({ ...version, id: 'second' }),
  'restoring a version': ({ session }) =>
    session.become(value(session.readVersion(version.id)), { label: 'Restore', at: version.madeAt }, 1),
  'another name': ({ registry }) => registry.rename('Renamed'),
}

/** What may happen to a file behind the app's back, and how that is mended. */
const mishaps: Readonly<Record<string, (place: Place) => () => void>> = {
  'the file moved away'({ book }) {
    renameSync(book, `${book}.away`)
    return () => renameSync(`${book}.away`, book)
  },
  'another book in its place'({ book }) {
    renameSync(book, `${book}.away`)
    value(createBook(book, sampleBook()))
    return () => renameSync(`${book}.away`, book)
  },
  'another file in its place'({ book }) {
    renameSync(book, `${book}.away`)
    writeFileSync(book, 'a letter')
    return () => renameSync(`${book}.away`, book)
  },
  'the folder moved away'({ book, folder }) {
    renameSync(dirname(book), join(folder, 'away'))
    return () => renameSync(join(folder, 'away'), dirname(book))
  },
}

describe.each(Object.keys(mishaps))('with %s', (mishap) => {
  it.each(Object.keys(writes))('%s is refused by name, and done once that is mended', (what) => {
    const open = openInOwnFolder()
    const mend = mishaps[mishap]!(open.place)
    const there = mishap.startsWith('another') ? readFileSync(open.place.book) : null
    expectRefusal(writes[what]!(open), 'not-found', 'Book.offtake')
    expect(value(open.registry.current())).toBe(open.session)
    if (there) expect(readFileSync(open.place.book).equals(there)).toBe(true)
    expect(feeIn(open.session)).toBe(5)
    mend()
    value(writes[what]!(open))
    const session = value(open.registry.current())
    const { revision } = session.snapshot()
    value(session.edit(fee(9), revision))
    const { path } = session
    open.registry.close()
    expect(feeIn(opened(path))).toBe(9)
  })
})

describe('a book whose file was deleted while it was open', () => {
  it('can be saved as a copy, with every edit that was acknowledged', () => {
    const { place, session } = openInOwnFolder()
    rmSync(dirname(place.book), { recursive: true })
    expectRefusal(session.edit(fee(6), 1), 'not-found', 'Book.offtake')
    expectRefusal(session.saveCopy(join(dirname(place.book), 'Copy.offtake')), 'not-found', 'Copy.offtake')
    value(session.saveCopy(place.copy))
    const copy = opened(place.copy)
    expect(feeIn(copy)).toBe(5)
    expect(value(copy.versions())).toMatchObject([{ name: version.name }])
    value(copy.edit(fee(7), 1))
  })

  it('does not keep another from being opened', () => {
    const { place, registry } = openInOwnFolder()
    rmSync(place.book)
    const other = sampleIn(ownFolder(), 'Other.offtake')
    value(value(registry.open(other)).edit(fee(8), 0))
    expect(backupsOf(place).of(place.book)).toHaveLength(1)
  })
})

describe('with a clock that was set back', () => {
  it('edits, versions and backups keep their order, and nothing is refused', () => {
    const { place, registry, session } = openInOwnFolder()
    const earlier = { id: 'earlier', name: 'Earlier', madeAt: '1999-12-31T23:59:59.000Z' }
    value(session.keepVersion(earlier))
    const command = {
      type: 'charge.set',
      chargeId: 'colossus-lease/fee',
      changes: { monthlyFee: 7 },
    } as const
    value(session.edit({ type: 'do', command, at: '1970-01-01T00:00:00.000Z' }, 1))
    registry.close()
    const again = value(registryFor(place).current())
    onTestFinished(() => again.close())
    expect(value(again.versions()).map(({ id }) => id)).toEqual(['earlier', version.id])
    const { steps } = again.snapshot().workspace.history
    expect(steps.map(({ at }) => at.slice(0, 4))).toEqual(['2026', '1970'])
    value(again.edit({ type: 'undo' }, 2))
    expect(feeIn(again)).toBe(5)
  })
})

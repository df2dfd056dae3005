import { copyFileSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBook } from '../../electron/book/create.ts'
import { openBook } from '../../electron/book/open.ts'
import { readBookOnly } from '../../electron/book/readOnly.ts'
import { backupsOf, placeIn, registryFor } from './actions.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { expectRefusal, fee, feeIn, opened, sampleIn, value } from './books.ts'
import { contentsOf, ownFolder } from './folder.ts'

/** Makes, edits, copies, backs up, renames and opens again a book of this name in a folder of this name. */
function useEverywhere(folderName: string, name: string): void {
  const folder = join(ownFolder(), folderName)
  mkdirSync(folder)
  const place = { ...placeIn(folder), book: join(folder, name) }
  value(createBook(place.book, sampleBook()))
  const registry = registryFor(place)
  const session = value(registry.current())
  value(session.edit(fee(5), 0))
  value(session.saveCopy(join(folder, `Copy of ${name}`)))
  const renamed = value(registry.rename(`Other ${name}`.replace(/\.offtake$/, '')))
  expect(feeIn(renamed)).toBe(5)
  value(renamed.edit(fee(6), 1))
  registry.close()
  const found = readdirSync(folder).filter((file) => file !== 'app')
  expect(found.toSorted()).toEqual([basename(renamed.path), `Copy of ${name}`].toSorted())
  expect(feeIn(opened(renamed.path))).toBe(6)
  expect(feeIn(opened(join(folder, `Copy of ${name}`)))).toBe(5)
  expect(backupsOf(place).of(renamed.path)).toHaveLength(2)
  expect(backupsOf(place).of(place.book)).toEqual([])
}

describe('a book is made, copied, backed up, renamed and opened', () => {
  it.each([
    ['spaces', ' a  b ', ' c  d .offtake'],
    ['quotes', `it's "the" \`one\``, `it's "the" \`one\`.offtake`],
    ['signs of addresses', 'a?b#c%20d&e=f;g', 'file:x?mode=ro&cache=shared#%41.offtake'],
    ['signs of patterns and commands', '$(x) *[a]{b}', '|<>!~ \\ *.offtake'],
    ['emoji', '🏗️👩‍👩‍👧', '⚡️ 300 MW 🇫🇮.offtake'],
    ['right-to-left letters', 'عقود', 'חוזה \u202Eekatffo\u202C.offtake'],
    ['other letters', '電力契約', 'ไฟฟ้า договор ισχύς.offtake'],
    ['a line break and a tab', 'a\nb\tc', 'd\ne\tf.offtake'],
    ['a name that begins with a hyphen or a dot', '-rf', '.--help.offtake'],
  ])('where names have %s', (_what, folder, name) => useEverywhere(folder, name))

  it('under composed and decomposed names, which are two books', () => {
    const folder = ownFolder()
    const [composed, decomposed] = ['é', 'é'].map((name, i) =>
      join(folder, `${name.normalize(i === 0 ? 'NFC' : 'NFD')}.offtake`),
    )
    value(createBook(composed!, sampleBook()))
    value(createBook(decomposed!, sampleBook()))
    const session = opened(composed!)
    value(session.edit(fee(5), 0))
    session.close()
    expect(feeIn(opened(decomposed!))).not.toBe(5)
    expect(feeIn(opened(composed!))).toBe(5)
  })
})

describe('a name that ends in a space', () => {
  // The driver would cut it off, and open the other.
  it.each([' ', '\u00a0', '\u3000', '\n'])(
    'is refused, and never taken for one that does not (%j)',
    (space) => {
      const folder = ownFolder()
      const [plain, spaced] = [sampleIn(folder, 'Book'), join(folder, `Book${space}`)]
      copyFileSync(plain, spaced)
      const before = contentsOf(folder)
      expectRefusal(openBook(spaced), 'refused', `Book${space}`)
      expectRefusal(readBookOnly(spaced), 'refused', `Book${space}`)
      expectRefusal(createBook(join(folder, `New${space}`), sampleBook()), 'refused', `New${space}`)
      expect(contentsOf(folder)).toEqual(before)
      const session = opened(plain)
      expectRefusal(session.saveCopy(join(folder, `Copy${space}`)), 'refused', `Copy${space}`)
      value(session.edit(fee(5), 0))
    },
  )
})

/** A folder so deep that a file `Book.offtake` in it has a path of this many bytes. */
function deepFolder(length: number): string {
  let folder = ownFolder()
  for (let left = length - '/Book.offtake'.length - folder.length; left > 0;) {
    const part = left > 201 ? 200 : left - 1
    folder = join(folder, 'd'.repeat(part))
    mkdirSync(folder)
    left = length - '/Book.offtake'.length - folder.length
    if (left === 1) throw new Error('There is no folder without a name.')
  }
  return folder
}

describe('a path that is too long', () => {
  it('for the system is refused by name', () => {
    const path = join(ownFolder(), `${'a/'.repeat(2100)}Book.offtake`)
    expect(Buffer.byteLength(path)).toBeGreaterThan(4096)
    expectRefusal(createBook(path, sampleBook()), 'refused', 'Book.offtake')
    expectRefusal(openBook(path), 'refused', 'Book.offtake')
    const session = opened(sampleIn(ownFolder()))
    expectRefusal(session.saveCopy(path), 'refused', 'Book.offtake')
    value(session.edit(fee(5), 0))
  })

  // SQLite takes 512 bytes, with the name of the journal; the system takes 4,096, with the zero at the end.
  it.each([505, 600, 1000, 4095])('for SQLite is refused by name (%i bytes)', (length) => {
    const folder = deepFolder(length)
    const path = join(folder, 'Book.offtake')
    expect(Buffer.byteLength(path)).toBe(length)
    expectRefusal(createBook(path, sampleBook()), 'refused', 'Book.offtake')
    const session = opened(sampleIn(ownFolder()))
    expectRefusal(session.saveCopy(path), 'refused', 'Book.offtake')
    value(session.edit(fee(5), 0))
    expect(readdirSync(folder)).toEqual([])
  })

  it('is refused where a book lies there, which stays as it is', () => {
    const folder = deepFolder(700)
    const [path, link] = [join(folder, 'Book.offtake'), join(ownFolder(), 'Link.offtake')]
    copyFileSync(sampleIn(ownFolder()), path)
    symlinkSync(path, link)
    const before = contentsOf(folder)
    expectRefusal(openBook(path), 'refused', 'Book.offtake')
    expectRefusal(openBook(link), 'refused', 'Link.offtake')
    expect(contentsOf(folder)).toEqual(before)
  })

  it('is none where it is as long as can be: the book opens, takes edits and is backed up', () => {
    const folder = deepFolder(504)
    const place = { ...placeIn(ownFolder()), book: join(folder, 'Book.offtake') }
    // The temporary name beside a new one would be longer: it comes here by other means.
    expectRefusal(createBook(place.book, sampleBook()), 'refused', 'Book.offtake')
    copyFileSync(sampleIn(ownFolder()), place.book)
    const registry = registryFor(place)
    const session = value(registry.current())
    value(session.edit(fee(5), 0))
    expectRefusal(registry.rename('A longer name'), 'refused', 'A longer name.offtake')
    expect(value(registry.current())).toBe(session)
    value(session.edit(fee(6), 1))
    registry.close()
    expect(backupsOf(place).of(place.book)).toHaveLength(1)
    expect(readdirSync(folder)).toEqual(['Book.offtake'])
  })
})

describe('a name that is too long', () => {
  it.each([
    ['for its journal', 'n'.repeat(244)],
    ['for the disk', '電'.repeat(100)],
  ])('%s is refused for a copy and for another name, and the book stays open', (_what, stem) => {
    const folder = ownFolder()
    const place = placeIn(folder)
    value(createBook(place.book, sampleBook()))
    const registry = registryFor(place)
    const session = value(registry.current())
    value(session.edit(fee(5), 0))
    expectRefusal(session.saveCopy(join(folder, `${stem}.offtake`)), 'refused', `${stem}.offtake`)
    const renamed = registry.rename(stem)
    expectRefusal(renamed, 'refused', `${stem}.offtake`)
    const current = value(registry.current())
    value(current.edit(fee(6), 1))
    registry.close()
    expect(Object.keys(contentsOf(folder))).toEqual([basename(current.path)])
    expect(backupsOf(place).of(current.path).length).toBeGreaterThan(0)
  })
})

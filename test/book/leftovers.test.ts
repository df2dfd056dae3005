import { linkSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupsIn } from '../../electron/book/backups.ts'
import { createBook } from '../../electron/book/create.ts'
import { openBook } from '../../electron/book/open.ts'
import { renameFile } from '../../electron/newFile.ts'
import { writeWhole } from '../../electron/writeWhole.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { sampleIn, value } from './books.ts'
import { contentsOf, ownFolder } from './folder.ts'

// A process may have the number of one that was killed: in a container nearly always. No process has the other one.
const dead = [process.pid, 2 ** 31 - 2]

describe('what a killed process left behind', () => {
  it.each(dead)('is cleared away by the next that writes the same file (process %i)', (processId) => {
    const folder = ownFolder()
    const [book, summary] = [join(folder, 'Book.offtake'), join(folder, 'Summary.pdf')]
    for (const path of [book, summary])
      for (const leftover of [`${path}.${processId}.new`, `${path}.${processId}.new-journal`])
        writeFileSync(leftover, 'half a file')
    value(createBook(book, sampleBook()))
    writeWhole(summary, Buffer.from('whole'))
    expect(readdirSync(folder).toSorted()).toEqual(['Book.offtake', 'Summary.pdf'])
  })

  it('is left alone where it is of another file, or of a process that runs', () => {
    const folder = ownFolder()
    const others = [`Other.offtake.${dead[1]}.new`, `Book.offtake.${process.ppid}.new`]
    for (const name of others) writeFileSync(join(folder, name), 'of another')
    value(createBook(join(folder, 'Book.offtake'), sampleBook()))
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(others))
  })

  it('is cleared away among the backups, whose names are new each time', () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    const backups = backupsIn(join(folder, 'app'), () => new Date('2026-11-20T12:00:00Z'))
    const backUp = () => {
      const session = value(openBook(path, backups))
      value(session.settle())
      session.close()
    }
    backUp()
    const own = join(folder, 'app', readdirSync(join(folder, 'app'))[0]!)
    writeFileSync(join(own, `000002 2026-11-20T11-00-00.000Z.offtake.${dead[1]}.new`), 'half')
    backUp()
    expect(readdirSync(own).filter((name) => name.endsWith('.new'))).toEqual([])
    expect(backups.of(path)).toHaveLength(2)
  })
})

describe('renaming a file', () => {
  it('goes on where it was interrupted between the second name and the first', () => {
    const folder = ownFolder()
    const [from, to] = [sampleIn(folder), join(folder, 'Renamed.offtake')]
    const before = Object.values(contentsOf(folder))
    linkSync(from, to)
    renameFile(from, to)
    expect(contentsOf(folder)).toEqual({ 'Renamed.offtake': before[0] })
  })

  it('never takes the name of another file, nor of a link to itself, which would lead nowhere', () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    writeFileSync(join(folder, 'Other.offtake'), 'another')
    symlinkSync(path, join(folder, 'Link.offtake'))
    const before = contentsOf(folder)
    for (const name of ['Other.offtake', 'Link.offtake'])
      expect(() => renameFile(path, join(folder, name))).toThrow('EEXIST')
    expect(contentsOf(folder)).toEqual(before)
  })
})

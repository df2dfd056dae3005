import { renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backupsIn } from '../../electron/book/backups.ts'
import { createBook } from '../../electron/book/create.ts'
import { openBook } from '../../electron/book/open.ts'
import { openBooks } from '../../electron/book/openBooks.ts'
import { type Registry, startRegistry } from '../../electron/book/registry.ts'
import { settingsFile } from '../../electron/settings.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { expectRefusal, fee, feeIn, opened, sampleIn, value } from './books.ts'
import { contentsOf, ownFolder } from './folder.ts'
import { firstLine, killed, start } from './process.ts'

function registryIn(folder: string, asked: string | null = null): Registry {
  const places = { asked, sample: join(folder, 'app', 'Colossus options.offtake') }
  const surroundings = {
    settings: settingsFile(join(folder, 'app', 'settings.json')),
    backups: backupsIn(join(folder, 'app', 'backups'), () => new Date('2026-11-20T10:00:00Z')),
    openBooks: openBooks(),
    today: () => '2026-11-20',
  }
  const registry = startRegistry(places, surroundings, () => undefined)
  onTestFinished(() => registry.close())
  return registry
}

/** What another process is told when it opens a book. */
async function openedElsewhere(path: string): Promise<unknown> {
  const child = start('elsewhere.ts', 'open', path)
  return JSON.parse(await firstLine(child))
}

const busy = { ok: false, error: { code: 'busy' } }

describe('a book that another process has open', () => {
  it('is busy, and not touched', async () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    const writer = start('writer.ts', path, '0')
    expect(await firstLine(writer)).toBe('0')
    expectRefusal(openBook(path), 'busy', 'Sample.offtake')
    await killed(writer)
    const session = opened(path)
    expect(session.snapshot().workspace.book).toEqual(sampleBook())
  })

  it('is free again once that process has ended, however it ended', async () => {
    const path = sampleIn(ownFolder())
    const writer = start('writer.ts', path, '3')
    for await (const line of writer.stdout!) if (String(line).includes('3\n')) break
    await killed(writer)
    expect(opened(path).snapshot().revision).toBe(3)
  })

  it('is kept for its writer, under whatever name it is opened a second time', async () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    const registry = registryIn(folder, path)
    symlinkSync(path, join(folder, 'Link.offtake'))
    const again = registry.open(join(folder, 'Link.offtake'))
    expect(value(again)).toBe(value(registry.current()))
    expect(await openedElsewhere(path)).toMatchObject(busy)
  })
})

describe('the open book', () => {
  it('is at first the sample, which is made for the purpose', () => {
    const registry = registryIn(ownFolder())
    expect(value(registry.current()).snapshot().workspace.book).toEqual(sampleBook())
  })

  it('is at the next start the one that was open last, while it is there', () => {
    const folder = ownFolder()
    const first = registryIn(folder)
    const path = join(folder, 'Mine.offtake')
    value(first.createEmpty(path, 'USD'))
    first.close()

    const second = registryIn(folder)
    expect(value(second.current()).path).toBe(path)
    second.close()

    rmSync(path)
    expect(value(registryIn(folder).current()).snapshot().fileName).toBe('Colossus options.offtake')
  })

  it('stays open where another one cannot be opened or made', () => {
    const folder = ownFolder()
    const registry = registryIn(folder)
    const current = value(registry.current())
    const path = join(folder, 'There already.offtake')
    value(createBook(path, sampleBook()))
    const before = contentsOf(folder)
    expectRefusal(registry.open(join(folder, 'Nowhere.offtake')), 'not-found', 'Nowhere.offtake')
    expectRefusal(registry.createEmpty(path, 'USD'), 'refused', 'There already.offtake')
    expectRefusal(registry.createEmpty(join(folder, 'no', 'New.offtake'), 'USD'), 'not-found', 'New.offtake')
    expect(contentsOf(folder)).toEqual(before)
    expect(value(registry.current())).toBe(current)
    value(current.edit(fee(3), 0))
    expect(feeIn(current)).toBe(3)
  })

  it('makes way for one that is opened, and is free for others then', async () => {
    const folder = ownFolder()
    const registry = registryIn(folder)
    const sample = value(registry.current()).path
    value(registry.createEmpty(join(folder, 'New.offtake'), 'USD'))
    expect(await openedElsewhere(sample)).toMatchObject({ ok: true })
  })

  it('is none where the one asked for cannot be opened, and the reason is told', () => {
    const registry = registryIn(ownFolder(), '/nowhere/Gone.offtake')
    expectRefusal(registry.current(), 'not-found', 'Gone.offtake')
  })
})

describe('a book whose file is taken away while it is open', () => {
  it('refuses edits by name until it is back, for they would be lost', () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    const session = opened(path)
    value(session.edit(fee(1), 0))
    renameSync(path, join(folder, 'Elsewhere'))
    expectRefusal(session.edit(fee(2), 1), 'not-found', 'Sample.offtake')
    expect(feeIn(session)).toBe(1)
    renameSync(join(folder, 'Elsewhere'), path)
    expect(session.edit(fee(2), 1)).toEqual({ ok: true, value: { revision: 2 } })
  })

  it('refuses edits where another file lies in its place, and leaves that one alone', () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    const session = opened(path)
    renameSync(path, join(folder, 'Elsewhere'))
    sampleIn(folder)
    expectRefusal(session.edit(fee(2), 0), 'not-found', 'Sample.offtake')
    session.close()
    expect(opened(path).snapshot().workspace.book).toEqual(sampleBook())
  })
})

import { chmodSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createBook } from '../../electron/book/create.ts'
import { openBook } from '../../electron/book/open.ts'
import type { AppError } from '../../shared/contract/result.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { backupsOf, placeIn } from './actions.ts'
import { feeIn, opened, sampleIn, value } from './books.ts'
import { ownFolder } from './folder.ts'
import { killed, linesOf, start } from './process.ts'
import { spoilPage } from './spoilPage.ts'

/** Everybody may do with a folder, and all in it, what these say. */
function permit(folder: string, files: number, folders: number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? folders : files)
  chmodSync(folder, folders)
}

it('where a folder becomes read-only while its book is open, every way to write is refused by name, and done once it is not', async () => {
  const home = ownFolder()
  const folder = join(home, 'books')
  mkdirSync(folder)
  value(createBook(join(folder, 'Book.offtake'), sampleBook()))
  const damaged = sampleIn(folder, 'Damaged.offtake')
  const first = value(openBook(damaged, backupsOf(placeIn(home))))
  value(first.settle())
  first.close()
  spoilPage(damaged, 5)
  permit(home, 0o666, 0o777)
  onTestFinished(() => permit(home, 0o666, 0o777))

  const child = start('readOnly.ts', folder)
  const lines = linesOf(child)[Symbol.asyncIterator]()
  const next = async () => String((await lines.next()).value)
  expect(await next()).toBe('open')

  permit(folder, 0o444, 0o555)
  const before = readdirSync(folder).filter((name) => !name.endsWith('-journal'))
  child.stdin!.write('\n')
  const refused = JSON.parse(await next()) as Record<string, AppError>
  for (const [what, error] of Object.entries(refused)) {
    expect(error, what).toMatchObject({ code: 'read-only' })
    expect(error.message, what).toMatch(/^“(Book|Copy|Renamed|Damaged)\.offtake” cannot be written .*\.$/)
  }
  expect(Object.keys(refused)).toHaveLength(6)
  expect(readdirSync(folder).filter((name) => !name.endsWith('-journal'))).toEqual(before)

  permit(folder, 0o666, 0o777)
  child.stdin!.write('\n')
  const done = JSON.parse(await next()) as Record<string, unknown>
  expect(new Set(Object.values(done))).toEqual(new Set(['done']))
  await killed(child)
  expect(feeIn(opened(join(folder, 'Renamed.offtake')))).toBe(2)
  expect(feeIn(opened(join(folder, 'Copy.offtake')))).toBe(2)
})

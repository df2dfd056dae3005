import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../electron/import/document.ts'
import { largestDocument } from '../../electron/import/jsonFile.ts'
import { ok } from '../../shared/contract/result.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { sampleIn } from './books.ts'
import { ownFolder } from './folder.ts'
import { importSpoiled } from './importing.ts'

it('60 spoiled documents are each refused in a sentence, or become part of a whole book', async () => {
  const answers = await importSpoiled(60, 20_261_120)
  console.log(answers)
  expect(Object.keys(answers)).not.toContain('refused: internal')
  expect(answers['deals accepted']).toBeGreaterThan(0)
  expect(answers['refused: invalid-input']).toBeGreaterThan(0)
})

describe('what is no document is not read', () => {
  const refused = (path: string) => {
    const read = readDocument(path, ok(sampleBook()))
    return read.ok ? null : read.error.message
  }

  it('a file that is too large', () => {
    const path = join(ownFolder(), 'large.json')
    const file = openSync(path, 'w')
    ftruncateSync(file, largestDocument + 1)
    closeSync(file)
    expect(refused(path)).toBe('“large.json” is larger than 64 MB, the most that is imported.')
  })

  it('a folder, a pipe, or nothing at all', () => {
    const folder = ownFolder()
    mkdirSync(join(folder, 'deals.json'))
    expect(refused(join(folder, 'deals.json'))).toBe('“deals.json” is not a file.')
    if (spawnSync('mkfifo', [join(folder, 'pipe.json')]).status === 0)
      expect(refused(join(folder, 'pipe.json'))).toBe('“pipe.json” is not a file.')
    expect(refused(join(folder, 'gone.json'))).toBe('There is no file “gone.json” any more.')
  })

  it('a book’s own file', () => {
    expect(refused(sampleIn(ownFolder(), 'book.offtake'))).toBe(
      '“book.offtake” is not JSON but a book’s own file: open it instead.',
    )
  })

  it('a text of another encoding, and no text', () => {
    const path = join(ownFolder(), 'text.json')
    writeFileSync(path, Buffer.from('{"name": "Müller"}', 'latin1'))
    expect(refused(path)).toBe('“text.json” is not JSON: it is not UTF-8 text.')
    writeFileSync(path, '')
    expect(refused(path)).toBe('“text.json” is not JSON: it ends before it is complete.')
  })
})

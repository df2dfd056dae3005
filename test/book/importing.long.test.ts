import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDocument } from '../../electron/import/document.ts'
import { largestDocument } from '../../electron/import/jsonFile.ts'
import { ok } from '../../shared/contract/result.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { ownFolder } from './folder.ts'
import { importSpoiled } from './importing.ts'

it('500 spoiled documents are each refused in a sentence, or become part of a whole book', async () => {
  const answers = await importSpoiled(500, 1)
  console.log(answers)
  expect(Object.keys(answers)).not.toContain('refused: internal')
})

it.each([
  ['[', 'is nested deeper than any deal or book is.'],
  ['{},', 'holds more than 3000000 values, the most that are read.'],
  ['"a" ', 'is not JSON: line 1, column 5 cannot be read.'],
  [' ', 'is not JSON: it ends before it is complete.'],
])('a file as large as it may be, full of %j, is refused', (piece, sentence) => {
  const path = join(ownFolder(), 'full.json')
  writeFileSync(path, Buffer.alloc(largestDocument, piece))
  const read = readDocument(path, ok(sampleBook()))
  expect(!read.ok && read.error.message).toBe(`“full.json” ${sentence}`)
})

import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type Desk, startCore } from '../../electron/core.ts'
import { importOf } from '../../shared/commands/importDeals.ts'
import type { Output, Snapshot } from '../../shared/contract/contract.ts'
import { bookDocumentOf, readBookDocument } from '../../shared/document/bookDocument.ts'
import { figuresOf } from '../../shared/engine/figures.ts'
import { compare } from '../../shared/engine/compare.ts'
import { book as bookSchema, type Book } from '../../shared/schema/book.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { dealsInOrder } from '../../shared/schema/readBook.ts'
import { figureTable } from '../../shared/tables/figures.ts'
import { numbers } from './numbers.ts'
import { ownFolder } from './folder.ts'
import { sampleIn, value } from './books.ts'
import { spoiledDocument } from './spoiledDocuments.ts'

/** The real core on the sample, in a shell whose person chooses `file` to import and `place` for a book. */
function coreThatImports(folder: string, file: string, place: () => string): Desk {
  const choose = (path: string) => () => Promise.resolve(path)
  const core = startCore({
    version: '0.0.0',
    userData: join(folder, 'Offtake'),
  }).openDesk({
    book: sampleIn(folder),
    focus: () => undefined,
    shell: {
      kind: 'desktop',
      dialogs: {
        chooseBookToOpen: choose(join(folder, 'Sample.offtake')),
        chooseNewBook: () => Promise.resolve(place()),
        chooseSummary: choose(file),
        chooseDocumentToImport: choose(file),
        chooseDocument: choose(file),
        choosePicture: choose(file),
      },
      printer: null,
      reveal: null,
      copyImage: null,
    },
  })
  onTestFinished(() => core.registry.close())
  return core
}

/** A whole book: of its schema, every figure of every deal a text, and the same when it is written and read. */
function expectWhole(book: Book): void {
  expect(bookSchema.safeParse(book).error?.issues).toBeUndefined()
  const { context } = compare(book)
  const columns = dealsInOrder(book).map(({ id }) => figuresOf(dealTerms(book, id), context))
  const style = { locale: 'en-US', currency: 'USD', unit: 'exact' } as const
  for (const { cells } of figureTable({ context, columns, style }))
    for (const { text, detail = '-' } of cells) expect(text + detail).not.toMatch(/NaN|undefined|Infinity/)
  const text = JSON.stringify(bookDocumentOf(book))
  const read = readBookDocument(JSON.parse(text), '“written”')
  if (!read.ok) throw new Error(read.error)
  expect(JSON.stringify(bookDocumentOf(read.value))).toBe(text)
}

/**
 * Imports spoiled documents through the real core, one after the other. Each is refused in one sentence that names the
 * file, and nothing is written; or it becomes part of a book that is whole, from which one undo takes it away. Answers with
 * how often each of these was so.
 */
export async function importSpoiled(times: number, seed: number): Promise<Record<string, number>> {
  const folder = ownFolder()
  const file = join(folder, 'spoiled.json')
  let books = 0
  const core = coreThatImports(folder, file, () => join(folder, `Imported ${(books += 1)}.offtake`))
  const ask = (channel: string, input: unknown) => core.dispatch(channel, input)
  const read = async () => value(await ask('book.read', {})) as Snapshot
  const random = numbers(seed)
  const pick = (count: number) => random.next().value % Math.max(1, count)
  const answers: Record<string, number> = {}
  const count = (answer: string) => (answers[answer] = (answers[answer] ?? 0) + 1)

  for (let i = 0; i < times; i += 1) {
    const { how, bytes } = spoiledDocument(pick)
    writeFileSync(file, bytes)
    const [before, files] = [await read(), readdirSync(folder)]
    const answer = await ask('document.import', {})
    if (!answer.ok) {
      count(`refused: ${answer.error.code}`)
      expect(answer.error.message, how).toMatch(/^“spoiled\.json”[^\p{Cc}]{1,900}\.$/u)
      expect(readdirSync(folder), how).toEqual(files)
      expect(await read(), how).toEqual(before)
      continue
    }
    const imported = answer.value as Output<'document.import'>
    if (imported.status === 'deals') {
      count('deals accepted')
      const command = importOf(before.workspace.book, imported.documents, () => `new-${i}-${pick(2 ** 30)}`)
      const edit = { type: 'do', command, at: '2026-11-20T10:00:00Z' }
      value(await ask('book.edit', { edit, baseRevision: before.revision }))
      const after = await read()
      expectWhole(after.workspace.book)
      value(await ask('book.edit', { edit: { type: 'undo' }, baseRevision: after.revision }))
      expect((await read()).workspace.book, how).toEqual(before.workspace.book)
    } else {
      count('books accepted')
      expectWhole((await read()).workspace.book)
      value(await ask('book.open', {}))
    }
  }
  return answers
}

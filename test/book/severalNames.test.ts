import { linkSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openBook } from '../../electron/book/open.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { expectRefusal, opened, sampleIn } from './books.ts'
import { contentsOf, ownFolder } from './folder.ts'
import { firstLine, killed, start } from './process.ts'

it('a book with two names is made whole under the other when a process was killed in mid-write under the one', async () => {
  const folder = ownFolder()
  const [one, other] = [sampleIn(folder, 'One.offtake'), join(folder, 'Other.offtake')]
  const before = contentsOf(folder)['One.offtake']
  linkSync(one, other)
  const spiller = start('spilling.ts', one)
  await firstLine(spiller)
  expectRefusal(openBook(other), 'busy', 'Other.offtake')
  await killed(spiller)
  const torn = contentsOf(folder)
  expect(Object.keys(torn).toSorted()).toEqual(['One.offtake', 'One.offtake-journal', 'Other.offtake'])
  expect(torn['Other.offtake']).not.toBe(before)

  const session = opened(other)
  expect(session.snapshot().workspace.book).toEqual(sampleBook())
  session.close()
  expect(readdirSync(folder).toSorted()).toEqual(['One.offtake', 'Other.offtake'])
  expect(contentsOf(folder)['One.offtake']).toBe(before)
})

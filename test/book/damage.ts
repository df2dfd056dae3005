import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'vitest'
import { openBook } from '../../electron/book/open.ts'
import { sampleIn } from './books.ts'
import { contentsOf, ownFolder } from './folder.ts'
import { numbers } from './numbers.ts'

/**
 * Spoils one byte of the sample book at a time, anywhere, and opens it. Whatever the byte, opening answers, and a
 * book that is refused lies there as it did. Answers with how often each answer was given.
 */
export function spoilAndOpen(times: number, seed: number): Record<string, number> {
  const path = sampleIn(ownFolder())
  const sound = readFileSync(path)
  const random = numbers(seed)
  const answers: Record<string, number> = {}
  for (let i = 0; i < times; i += 1) {
    const spoiled = Buffer.from(sound)
    const at = random.next().value % spoiled.length
    spoiled[at]! ^= 1 + (random.next().value % 255)
    writeFileSync(path, spoiled)
    const before = contentsOf(dirname(path))
    const result = openBook(path)
    if (result.ok) result.value.close()
    else expect(contentsOf(dirname(path)), `byte ${at}`).toEqual(before)
    const answer = result.ok ? 'opened' : result.error.code
    answers[answer] = (answers[answer] ?? 0) + 1
  }
  return answers
}

import { expect, it } from 'vitest'
import { spoilAndOpen } from './damage.ts'

it('a book with any one byte spoiled is opened or refused, and what is refused stays as it is', () => {
  const answers = spoilAndOpen(150, 20_261_120)
  expect(Object.keys(answers)).toContain('damaged')
  expect(Object.keys(answers)).not.toContain('internal')
})

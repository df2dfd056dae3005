import { expect, it } from 'vitest'
import { spoilAndOpen } from './damage.ts'

it('a book with any one byte spoiled is opened or refused, thousands of times', () => {
  const answers = spoilAndOpen(5000, 1)
  console.log(answers)
  expect(Object.keys(answers)).not.toContain('internal')
})

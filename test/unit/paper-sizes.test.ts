import { expect, it } from 'vitest'
import { usualPaper } from '../../shared/format/paper.ts'

it.each([
  ['en-US', 'letter'],
  ['en-CA', 'letter'],
  ['fr-CA', 'letter'],
  ['es-MX', 'letter'],
  ['en-GB', 'a4'],
  ['de-DE', 'a4'],
  ['es-ES', 'a4'],
  // English alone is most likely that of the United States, German that of Germany.
  ['en', 'letter'],
  ['de', 'a4'],
])('the usual paper of %s is %s', (locale, paper) => expect(usualPaper(locale)).toBe(paper))

import { it } from 'vitest'
import { sampleIn } from './books.ts'
import { ownFolder } from './folder.ts'
import { spoilPagesAndSalvage } from './spoiling.ts'

it('a book with any one page spoiled is made new of what can be read', () =>
  spoilPagesAndSalvage(sampleIn(ownFolder()), 1))

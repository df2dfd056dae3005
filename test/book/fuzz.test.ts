import { it } from 'vitest'
import { openHostileFiles } from './fuzzing.ts'
import { hostile } from './hostile.ts'

it('a hostile file of every kind is refused as it is, or opens', { timeout: 60_000 }, () =>
  openHostileFiles(hostile.length),
)

import { it } from 'vitest'
import { openHostileFiles } from './fuzzing.ts'
import { hostile } from './hostile.ts'

// Half of the kinds; the long run has every one of them several times.
it('hostile files are refused as they are, or open', { timeout: 600_000 }, () =>
  openHostileFiles(hostile.length / 2),
)

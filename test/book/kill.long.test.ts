import { it } from 'vitest'
import { killWritersOf } from './killing.ts'

// Four books, so that none grows without end.
it.each([1, 2, 3, 4])('every acknowledged edit survives fifty kills of two hundred (book %i)', () =>
  killWritersOf(50),
)

import { it } from 'vitest'
import { killWritersOf } from './killing.ts'

it('every acknowledged edit survives a kill in the middle of the next', () => killWritersOf(3))

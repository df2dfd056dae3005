import { it } from 'vitest'
import { killWritersOf } from './killing.ts'

it('every acknowledged edit survives forty kills', () => killWritersOf(40))

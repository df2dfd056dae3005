import { it } from 'vitest'
import { killWritersOf } from './killing.ts'

it('every acknowledged edit survives two hundred kills', () => killWritersOf(200))

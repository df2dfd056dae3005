import { it } from 'vitest'
import { openHostileFiles } from './fuzzing.ts'

it('five hundred and more hostile files are refused as they are, or open', () => openHostileFiles(560))

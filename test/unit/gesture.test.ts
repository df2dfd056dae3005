import { expect, it } from 'vitest'
import { burst } from '../../renderer/stores/gesture.ts'
import { id } from '../../shared/schema/values.ts'

it('edits of one kind within a second of each other are one gesture, however long it lasts', () => {
  const first = burst('move a', 0)
  for (const now of [500, 1400, 2300, 3299]) expect(burst('move a', now)).toBe(first)
  expect(burst('move a', 4299)).not.toBe(first)
})

it('edits of another kind are another gesture', () => {
  const first = burst('move a', 10_000)
  expect(burst('move b', 10_001)).not.toBe(first)
  expect(burst('move a', 10_002)).not.toBe(first)
})

it('a gesture is named by an id the book takes', () => {
  expect(id.safeParse(burst('move a', 20_000)).success).toBe(true)
})

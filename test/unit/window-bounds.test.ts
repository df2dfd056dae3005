import { expect, test } from 'vitest'
import { boundsWithin } from '../../electron/shell/windowBounds.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 728 } // 768 less a panel of 40

test('a window that fits stays as it is', () => {
  const window = { x: 50, y: 20, width: 1200, height: 700 }
  expect(boundsWithin(window, laptop)).toEqual(window)
})

test('a window larger than the work area is as large as it, at its corner', () => {
  expect(boundsWithin({ x: -37, y: -66, width: 1440, height: 900 }, laptop)).toEqual(laptop)
})

test('a window that would stand over an edge is moved, on a second display too', () => {
  const second = { x: 1366, y: 100, width: 1920, height: 1040 }
  expect(boundsWithin({ x: 2600, y: 0, width: 1440, height: 900 }, second)).toEqual({
    x: 1366 + 1920 - 1440,
    y: 100,
    width: 1440,
    height: 900,
  })
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterFrame } from '../../renderer/frames.ts'

/** The window's frames, made by hand. */
let waiting: Map<number, () => void>
let calls: number

function makeFrame(): void {
  const asked = [...waiting.values()]
  waiting.clear()
  for (const call of asked) call()
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  waiting = new Map()
  calls = 0
  let last = 0
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => {
    waiting.set(++last, call)
    return last
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const count = () => void calls++

/** So often it was called, and is not called again by frames and time to come. */
function expectNoMoreThan(times: number): void {
  expect(calls).toBe(times)
  makeFrame()
  vi.advanceTimersByTime(1000)
  expect(calls).toBe(times)
}

test('what waits for a frame is called once, in a turn after that frame’s own', () => {
  afterFrame(count)
  vi.advanceTimersByTime(50)
  expect(calls).toBe(0)
  makeFrame()
  expect(calls).toBe(0)
  vi.advanceTimersByTime(0)
  expectNoMoreThan(1)
})

test('where no frame comes, as in a window that is not seen, it is called all the same, and only once', () => {
  afterFrame(count)
  vi.advanceTimersByTime(99)
  expect(calls).toBe(0)
  vi.advanceTimersByTime(10)
  expectNoMoreThan(1)
})

test('what is called off before its frame, or between that and its turn, is not called', () => {
  afterFrame(count)()
  const callOff = afterFrame(count)
  makeFrame()
  callOff()
  expectNoMoreThan(0)
})

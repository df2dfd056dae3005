import { expect, test } from 'vitest'
import { crashLimit } from '../../electron/shell/crashLimit.ts'

test('the third crash within a minute is one too many, and what is chosen then starts the count anew', () => {
  const isTooMany = crashLimit()
  expect([0, 20_000, 59_999, 60_000, 60_001, 60_002].map(isTooMany)).toEqual([
    false,
    false,
    true,
    false,
    false,
    true,
  ])
})

test('crashes further apart are not counted together', () => {
  const isTooMany = crashLimit()
  expect([0, 40_000, 80_000, 120_000, 180_000].map(isTooMany)).toEqual([false, false, false, false, false])
})

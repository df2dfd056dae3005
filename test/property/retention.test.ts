import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dated, keptBackups } from '../../electron/book/retention.ts'

const minute = 60_000
const day = 24 * 60 * minute
const firstDay = Date.UTC(2026, 0, 1)

/** Backups in the order in which they were made, by a clock that mostly goes on. */
const backups: fc.Arbitrary<Dated[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 3 * day }) },
      { weight: 1, arbitrary: fc.integer({ min: -400 * day, max: 400 * day }) },
    ),
    { maxLength: 120 },
  )
  .map((steps) => {
    let time = firstDay
    return steps.map((step, i) => ({ sequence: i + 1, madeAt: new Date((time += step)).toISOString() }))
  })

const dayOf = ({ madeAt }: Dated) => madeAt.slice(0, 10)

describe('the backups that are kept', () => {
  it('are those of the last ten opens, and the last of each of the fourteen latest days and eight latest weeks', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all)
        const newestFirst = all.toReversed()
        expect(kept.slice(0, Math.min(10, all.length))).toEqual(newestFirst.slice(0, 10))
        const days = [...new Set(newestFirst.map(dayOf))].slice(0, 14)
        for (const each of days) expect(kept).toContain(newestFirst.find((backup) => dayOf(backup) === each))
        expect(kept.length).toBeLessThanOrEqual(10 + 14 + 8)
      }),
    )
  })

  it('stay the same when they are looked at again, and the newest is always one of them', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all)
        expect(keptBackups(kept)).toEqual(kept)
        if (all.length > 0) expect(kept[0]).toBe(all.at(-1))
      }),
    )
  })

  it('of one backup a day for a year are two weeks of days, and before those six of weeks', () => {
    const all = Array.from({ length: 365 }, (_, i) => ({
      sequence: i + 1,
      madeAt: new Date(firstDay + i * day + 10 * 60 * minute).toISOString(),
    }))
    const kept = keptBackups(all).map(dayOf)
    // 31 December 2026 is a Thursday; weeks end on Sundays.
    expect(kept.slice(0, 14)).toEqual(Array.from({ length: 14 }, (_, i) => `2026-12-${31 - i}`))
    expect(kept.slice(14)).toEqual(['2026-12-13', '2026-12-06', '2026-11-29', '2026-11-22', '2026-11-15'])
  })

  it('are not lost to a clock that was ten years ahead for a day', () => {
    const wrong = [{ sequence: 1, madeAt: '2036-05-05T10:00:00.000Z' }]
    const right = Array.from({ length: 60 }, (_, i) => ({
      sequence: i + 2,
      madeAt: new Date(firstDay + i * day).toISOString(),
    }))
    const kept = keptBackups([...wrong, ...right])
    expect(kept.slice(0, 14).map(dayOf)).toEqual(right.toReversed().slice(0, 14).map(dayOf))
  })
})

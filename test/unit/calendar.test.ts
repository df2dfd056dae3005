import { describe, expect, it } from 'vitest'
import { addMonths, calendarMonths, dateOf, dayOf } from '../../shared/calendar.ts'

describe('civil dates', () => {
  it('clamps a month later to the end of the month, always from the anchor', () => {
    const anchor = dayOf('2026-01-31')
    expect([1, 2, 3, 13].map((months) => dateOf(addMonths(anchor, months)))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2027-02-28',
    ])
  })

  it('counts May 2026 through May 2029 as 37 months and October 2026 through June 2029 as 33', () => {
    expect(calendarMonths(dayOf('2029-06-01')) - calendarMonths(dayOf('2026-05-01'))).toBe(37)
    expect(calendarMonths(dayOf('2029-07-01')) - calendarMonths(dayOf('2026-10-01'))).toBe(33)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  datedif,
  dayCount,
  daysBetween,
  endOfMonth,
  networkDays,
  workday,
  yearFraction,
} from '../../shared/calendar.ts'
import type { DayCountConvention, YearBasis } from '../../shared/dayCount.ts'
import { dateOf, dayOf, daysInMonth, parseCivilDate } from '../../shared/days.ts'

/** Any date of four centuries, and often one at the end of a month or around 29 February. */
const date = fc.oneof(
  fc.integer({ min: dayOf('1800-01-01'), max: dayOf('2200-12-31') }).map(dateOf),
  fc
    .tuple(
      fc.integer({ min: 1896, max: 2104 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: -2, max: 1 }),
    )
    .map(([year, months, days]) => addDays(endOfMonth(`${year}-01-01`, months), days)),
)

const months = fc.integer({ min: -1200, max: 1200 })

const runs = { numRuns: 2000 }

const monthIndex = (date: string) => {
  const { year, month } = parseCivilDate(date)!
  return year * 12 + month
}

describe('a date some months later', () => {
  it('lies in that month, on the same day or on its last', () => {
    fc.assert(
      fc.property(date, months, (date, count) => {
        const later = addMonths(date, count)
        const { year, month, day } = parseCivilDate(later)!
        expect(monthIndex(later) - monthIndex(date)).toBe(count)
        expect(day).toBe(Math.min(parseCivilDate(date)!.day, daysInMonth(year, month)))
      }),
      runs,
    )
  })

  it('is not after the month’s end, which is the day before a first of month', () => {
    fc.assert(
      fc.property(date, months, (date, count) => {
        const end = endOfMonth(date, count)
        const first = addDays(end, 1)
        expect(first.slice(8)).toBe('01')
        expect(monthIndex(first) - monthIndex(date)).toBe(count + 1)
        expect(addMonths(addDays(end, 1), -1).slice(0, 7)).toBe(end.slice(0, 7))
        const left = daysBetween(addMonths(date, count), end)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left).toBeLessThan(31)
      }),
      runs,
    )
  })

  it('is that number of completed months away, unless it was clamped', () => {
    fc.assert(
      fc.property(date, fc.nat(1200), (date, count) => {
        const later = addMonths(date, count)
        const isClamped = later.slice(8) !== date.slice(8)
        const completed = isClamped ? count - 1 : count
        expect(datedif(date, later, 'M')).toBe(completed)
        expect(datedif(date, later, 'Y') * 12 + datedif(date, later, 'YM')).toBe(completed)
      }),
      runs,
    )
  })
})

describe('days between dates', () => {
  it('are those that lead from one to the other, and the opposite back', () => {
    fc.assert(
      fc.property(date, date, (from, to) => {
        const days = daysBetween(from, to)
        expect(addDays(from, days)).toBe(to)
        expect(daysBetween(to, from) + days).toBe(0)
        expect(dayCount('actual', from, to)).toBe(days)
      }),
      runs,
    )
  })

  it('add up over any date between', () => {
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        expect(dayCount('actual', a, b) + dayCount('actual', b, c)).toBe(dayCount('actual', a, c))
      }),
      runs,
    )
  })

  it('are 30 a month in every 30/360 from a day that all months have', () => {
    const convention = fc.constantFrom<DayCountConvention>(
      '30/360 BondBasis',
      '30/360 USA',
      '30/360 EurobondBasis',
      'DAYS360',
    )
    fc.assert(
      fc.property(convention, date, months, (convention, date, count) => {
        const from = `${date.slice(0, 8)}15`
        expect(dayCount(convention, from, addMonths(from, count))).toBe(30 * count)
      }),
      runs,
    )
  })
})

describe('a fraction of a year', () => {
  const bases: YearBasis[] = [
    0,
    1,
    2,
    3,
    4,
    'ACT/ACT ISDA',
    'ACT/ACT ISMA',
    'ACT/ACT AFB',
    'actual/365',
    'actual/360',
    '30/360',
  ]

  const halfYear = { refStart: '2026-01-01', refEnd: '2026-07-01' }

  it('adds up in the bases of actual days', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<YearBasis>(2, 3, 'actual/360', 'actual/365', 'ACT/ACT ISDA'),
        fc.tuple(date, date, date),
        (basis, dates) => {
          const [a, b, c] = dates.toSorted() as [string, string, string]
          const sum = yearFraction(basis, a, b) + yearFraction(basis, b, c)
          expect(sum).toBeCloseTo(yearFraction(basis, a, c), 12)
        },
      ),
      runs,
    )
  })

  it.each(bases)('of basis %s is a number near the days, the same back or its opposite', (basis) => {
    fc.assert(
      fc.property(date, date, (from, to) => {
        const fraction = yearFraction(basis, from, to, halfYear)
        const back = yearFraction(basis, to, from, halfYear)
        expect(Number.isFinite(fraction) && !Object.is(fraction, -0)).toBe(true)
        expect(typeof basis === 'number' ? back - fraction : back + fraction).toBe(0)
        // A year of 360 days is 1.4 % shorter than any other; 30/360 is at most a few days off within a month.
        const years = Math.abs(daysBetween(from, to)) / 365.25
        expect(Math.abs(Math.abs(fraction) - years)).toBeLessThanOrEqual(0.015 * years + 5 / 360)
      }),
      { numRuns: 1000 },
    )
  })

  it('of ACT/ACT ISMA is one over the periods in a year, in each period of any reference', () => {
    fc.assert(
      fc.property(
        date.map((date) => `${date.slice(0, 8)}15`),
        fc.constantFrom(1, 3, 6, 12),
        fc.integer({ min: -20, max: 20 }),
        (refStart, length, index) => {
          const reference = { refStart, refEnd: addMonths(refStart, length) }
          const from = addMonths(refStart, index * length)
          const fraction = yearFraction('ACT/ACT ISMA', from, addMonths(from, length), reference)
          expect(fraction).toBeCloseTo(length / 12, 12)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('working days', () => {
  const holidays = fc.array(fc.integer({ min: dayOf('2026-01-01'), max: dayOf('2026-12-31') }).map(dateOf), {
    maxLength: 20,
  })
  const nearDate = fc.integer({ min: dayOf('2025-11-01'), max: dayOf('2027-02-28') }).map(dateOf)

  it('counted on lead to a working day, and back is as many', () => {
    fc.assert(
      fc.property(nearDate, fc.integer({ min: 1, max: 200 }), holidays, (date, days, holidays) => {
        const later = workday(date, days, holidays)
        expect(networkDays(later, later, holidays)).toBe(1)
        expect(networkDays(addDays(date, 1), later, holidays)).toBe(days)
        // The date itself counts too where it is worked; backwards, all of them do with the opposite sign.
        const counted = networkDays(date, later, holidays)
        expect(counted).toBe(days + networkDays(date, date, holidays))
        expect(networkDays(later, date, holidays)).toBe(-counted)
        expect(workday(later, -days, holidays) <= date).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

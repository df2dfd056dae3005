import { describe, expect, it } from 'vitest'
import {
  monthsAfter,
  anchoredPeriod,
  calendarMonths,
  dateOf,
  dayOf,
  parseCivilDate,
  startOfNextMonth,
} from '../../shared/days.ts'

const monthsFrom = (anchor: string, months: readonly number[]) =>
  months.map((count) => dateOf(monthsAfter(dayOf(anchor), count)))

describe('civil dates', () => {
  it('clamps a month later to the end of the month, always from the anchor', () => {
    expect(monthsFrom('2026-01-31', [1, 2, 3, 13])).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2027-02-28',
    ])
  })

  it('has an anniversary of 29 February every year', () => {
    expect(monthsFrom('2028-02-29', [12, 24, 36, 48])).toEqual([
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ])
  })

  it('goes back over the turn of a year', () => {
    expect(monthsFrom('2026-03-31', [-1, -3, -15])).toEqual(['2026-02-28', '2025-12-31', '2024-12-31'])
  })

  it('counts May 2026 through May 2029 as 37 months and October 2026 through June 2029 as 33', () => {
    expect(calendarMonths(dayOf('2029-06-01')) - calendarMonths(dayOf('2026-05-01'))).toBe(37)
    expect(calendarMonths(dayOf('2029-07-01')) - calendarMonths(dayOf('2026-10-01'))).toBe(33)
  })

  it('counts March as one month', () => {
    expect(calendarMonths(dayOf('2027-04-01')) - calendarMonths(dayOf('2027-03-01'))).toBe(1)
  })

  it('knows that 90 days are not three months', () => {
    expect(dateOf(dayOf('2026-08-01') + 90)).toBe('2026-10-30')
    expect(monthsFrom('2026-08-01', [3])).toEqual(['2026-11-01'])
  })

  it('agrees with the epoch, a leap century and a century that is none', () => {
    expect(dayOf('1970-01-01')).toBe(0)
    expect(dayOf('2000-03-01') - dayOf('2000-02-28')).toBe(2)
    expect(dayOf('2100-03-01') - dayOf('2100-02-28')).toBe(1)
    expect(dateOf(startOfNextMonth(dayOf('2026-12-15')))).toBe('2027-01-01')
  })

  it('refuses what is no day, and what carries a time', () => {
    for (const text of [
      '2026-02-29',
      '2026-00-01',
      '2026-01-32',
      '26-01-01',
      '2026-01-01T00:00',
      ' 2026-01-01',
    ])
      expect(parseCivilDate(text)).toBeNull()
  })

  it('finds the period of a grid anchored at a month’s end', () => {
    const anchor = dayOf('2026-01-31')
    const periodOf = (date: string) => {
      const { index, from, until } = anchoredPeriod(anchor, dayOf(date))
      return [index, dateOf(from), dateOf(until)]
    }
    expect(periodOf('2026-01-31')).toEqual([0, '2026-01-31', '2026-02-28'])
    expect(periodOf('2026-02-27')).toEqual([0, '2026-01-31', '2026-02-28'])
    expect(periodOf('2026-02-28')).toEqual([1, '2026-02-28', '2026-03-31'])
    expect(periodOf('2026-03-30')).toEqual([1, '2026-02-28', '2026-03-31'])
    expect(periodOf('2028-02-29')).toEqual([25, '2028-02-29', '2028-03-31'])
  })
})

import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  datedif,
  type DateDifferenceUnit,
  dayCount,
  daysBetween,
  endOfMonth,
  networkDays,
  workday,
  yearFraction,
} from '../../shared/calendar.ts'
import type { DayCountConvention, ReferencePeriod, YearBasis } from '../../shared/dayCount.ts'
import type { Weekend } from '../../shared/workdays.ts'
import dates from './cases/dates.json'
import dayCounts from './cases/daycount.json'

/** What a case gives; which of them depends on its function. */
interface Inputs extends ReferencePeriod {
  start: string
  end: string
  months: number
  days: number
  unit: DateDifferenceUnit
  holidays?: string[]
  weekend?: Weekend
  european?: number | boolean
  basis?: YearBasis
  convention: string
}

/** The functions of a spreadsheet and of QuantLib, by ours. */
const functions: Readonly<Record<string, (inputs: Inputs) => string | number>> = {
  EDATE: ({ start, months }) => addMonths(start, months),
  EOMONTH: ({ start, months }) => endOfMonth(start, months),
  DAYS: ({ start, end }) => daysBetween(start, end),
  DATEDIF: ({ start, end, unit }) => datedif(start, end, unit),
  NETWORKDAYS: ({ start, end, holidays, weekend }) => networkDays(start, end, holidays, weekend),
  WORKDAY: ({ start, days, holidays, weekend }) => workday(start, days, holidays, weekend),
  DAYS360: ({ start, end, european }) => dayCount(european ? '30/360 EurobondBasis' : 'DAYS360', start, end),
  DAYCOUNT: ({ convention, start, end }) => dayCount(convention as DayCountConvention, start, end),
  YEARFRAC: ({ basis = 0, start, end }) => yearFraction(basis, start, end),
  YEARFRACTION: (inputs) =>
    yearFraction(
      inputs.convention as YearBasis,
      inputs.start,
      inputs.end,
      inputs.refStart ? inputs : undefined,
    ),
}

interface Case {
  id: string
  function: string
  inputs: object
  expected: string | number
  tolerance: { abs?: number; exact?: boolean }
}

const byName = (cases: readonly Case[]) => cases.map((each) => [each.id, each.function, each] as const)

describe.each([
  ['of dates', dates as Case[]],
  ['of day counts', dayCounts as Case[]],
])('every case %s', (_, cases) => {
  it.each(byName(cases))('%s: %s', (_, name, { inputs, expected, tolerance }) => {
    const answer = functions[name]!(inputs as Inputs)
    if (tolerance.exact) expect(answer).toBe(expected)
    else expect(Math.abs(Number(answer) - Number(expected))).toBeLessThanOrEqual(tolerance.abs!)
  })
})

describe('what the cases leave open', () => {
  it('clamps to the month’s end from the date itself, and back over the turn of a year', () => {
    expect([1, 2, 3, 13].map((months) => addMonths('2026-01-31', months))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2027-02-28',
    ])
    expect(addMonths('2026-03-31', -15)).toBe('2024-12-31')
    expect(endOfMonth('2028-01-31', 1)).toBe('2028-02-29')
    expect(endOfMonth('2026-01-31', 0)).toBe('2026-01-31')
  })

  it('drops a fraction of a month or a day, as a spreadsheet does', () => {
    expect(addMonths('2026-01-15', -1.9)).toBe('2025-12-15')
    expect(addDays('2026-01-15', 1.9)).toBe('2026-01-16')
  })

  // The last of February and the conventions of the United States, from 29 February 2008: to 28 February 2009 the
  // two Februaries are 360 days apart where both ends are a 30th, 358 where the first alone is; to 31 March 2008
  // one month is 30 days where the 31st is a 30th after a 30th, 31 where that comes before February is looked at.
  it('differs over the last of February between the four of the United States', () => {
    const from = '2008-02-29'
    const days = (to: string) => [
      dayCount('30/360 USA', from, to),
      dayCount('DAYS360', from, to),
      yearFraction(0, from, to) * 360,
      dayCount('30/360 BondBasis', from, to),
    ]
    expect(days('2009-02-28')).toEqual([360, 358, 360, 359])
    expect(days('2008-03-31')).toEqual([30, 30, 31, 32])
  })

  // 2007-12-31 to 2008-12-31 is no more than a year apart and holds 29 February: 366 days over 366. A day more is
  // over a year: 367 days over the mean of 2007 to 2009, 1096 / 3.
  it('takes the year of basis 1 from the dates within a year, beyond it from the mean', () => {
    expect(yearFraction(1, '2007-12-31', '2008-12-31')).toBe(1)
    expect(yearFraction(1, '2007-12-31', '2009-01-01')).toBeCloseTo((367 * 3) / 1096, 15)
    expect(yearFraction(1, '2009-01-01', '2007-12-31')).toBeCloseTo((367 * 3) / 1096, 15)
  })

  // A long first coupon: 153 of the 184 days from 15 July 2002 to 15 January 2003, and one whole half-year.
  it('goes on from the reference period at both ends', () => {
    const reference = { refStart: '2003-01-15', refEnd: '2003-07-15' }
    expect(yearFraction('ACT/ACT ISMA', '2002-08-15', '2003-07-15', reference)).toBeCloseTo(
      0.5 * (1 + 153 / 184),
      15,
    )
    expect(yearFraction('ACT/ACT ISMA', '2003-01-15', '2005-01-15', reference)).toBe(2)
    expect(yearFraction('ACT/ACT ISMA', '2005-01-15', '2002-07-15', reference)).toBe(-2.5)
  })

  it('counts back from 28 February to the end of February in ACT/ACT AFB', () => {
    // A year before 28 February 2009 is 29 February 2008, so that a day earlier is a day over 365 more.
    expect(yearFraction('ACT/ACT AFB', '2008-02-29', '2009-02-28')).toBe(1)
    expect(yearFraction('ACT/ACT AFB', '2008-02-28', '2009-02-28')).toBe(1 + 1 / 365)
  })

  it('counts a holiday at a weekend once, and nothing where no day is worked', () => {
    // 2026-11-20 is a Friday.
    expect(networkDays('2026-11-20', '2026-11-23', ['2026-11-21'])).toBe(2)
    expect(networkDays('2026-11-21', '2026-11-20')).toBe(-1)
    expect(networkDays('2026-11-22', '2026-11-21')).toBe(0)
    expect(workday('2026-11-20', 1, ['2026-11-23'])).toBe('2026-11-24')
    expect(workday('2026-11-21', 0)).toBe('2026-11-21')
    expect(() => workday('2026-11-20', 1, [], [1, 1, 1, 1, 1, 1, 1])).toThrow(RangeError)
  })

  it('refuses what is no date, and what would be none', () => {
    for (const wrong of ['2026-02-29', '2026-2-1', '2026-01-01T00:00', '']) {
      expect(() => addDays(wrong, 1)).toThrow(RangeError)
      expect(() => dayCount('actual', wrong, '2026-01-01')).toThrow(RangeError)
      expect(() => yearFraction(1, '2026-01-01', wrong)).toThrow(RangeError)
    }
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addMonths('0000-01-01', -1)).toThrow(RangeError)
    expect(() => datedif('2026-01-02', '2026-01-01', 'D')).toThrow(RangeError)
  })
})

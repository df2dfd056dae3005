import {
  type CivilDate,
  type DayNumber,
  dayOf,
  daysInMonth,
  fromDayNumber,
  monthsAfter,
  toDayNumber,
  type YearMonthDay,
} from './days.ts'

/**
 * - `actual`: the days there are.
 * - `30/360 BondBasis`: a 31st is a 30th; on the later date only where the earlier is a 30th or 31st. ISDA 2006
 *   definitions, section 4.16(f).
 * - `30/360 USA`: the same, and the last of February is a 30th, on the later date only where both are. SIA,
 *   "Standard Securities Calculation Methods"; QuantLib's Thirty360::USA.
 * - `30/360 EurobondBasis`: a 31st is a 30th on both dates, February untouched: 30E/360. ISDA 2006, 4.16(g); a
 *   spreadsheet's DAYS360 with the European method.
 * - `DAYS360`: a spreadsheet's default DAYS360: as `30/360 USA`, but the last of February stays as it is on the
 *   later date. OpenDocument 1.2, part 2, DAYS360.
 */
export type DayCountConvention =
  | 'actual'
  | '30/360 BondBasis'
  | '30/360 USA'
  | '30/360 EurobondBasis'
  | 'DAYS360'

const isEndOfFebruary = ({ year, month, day }: YearMonthDay): boolean =>
  month === 2 && day === daysInMonth(year, month)

/** Days of a year of twelve months of 30, with the days of the month that the convention puts in their place. */
const daysOf360 = (from: YearMonthDay, to: YearMonthDay, fromDay: number, toDay: number): number =>
  (to.year - from.year) * 360 + (to.month - from.month) * 30 + (toDay - fromDay)

/** The 30/360 of the United States, which differ only in what becomes of the last of February. */
function american360(from: YearMonthDay, to: YearMonthDay, fromIs30: boolean, toIs30: boolean): number {
  const fromDay = fromIs30 ? 30 : Math.min(from.day, 30)
  return daysOf360(from, to, fromDay, toIs30 || (to.day === 31 && fromDay === 30) ? 30 : to.day)
}

/**
 * Days from one date (`YYYY-MM-DD`) to another by a convention, an integer. Where `to` is earlier the count is
 * negative; the American conventions treat the two dates differently, so that it is not always the negative of the
 * count the other way. Throws a RangeError on what is no date.
 */
export function dayCount(convention: DayCountConvention, from: CivilDate, to: CivilDate): number {
  const [first, last] = [dayOf(from), dayOf(to)]
  const [start, end] = [fromDayNumber(first), fromDayNumber(last)]
  const startsAtEnd = isEndOfFebruary(start)
  switch (convention) {
    case 'actual':
      return last - first
    case '30/360 BondBasis':
      return american360(start, end, false, false)
    case '30/360 USA':
      return american360(start, end, startsAtEnd, startsAtEnd && isEndOfFebruary(end))
    case '30/360 EurobondBasis':
      return daysOf360(start, end, Math.min(start.day, 30), Math.min(end.day, 30))
    case 'DAYS360':
      return american360(start, end, startsAtEnd, false)
  }
}

/** The basis of a spreadsheet's YEARFRAC: 30/360 US, actual/actual, actual/360, actual/365, 30E/360. */
export type SpreadsheetBasis = 0 | 1 | 2 | 3 | 4

export type YearBasis =
  | SpreadsheetBasis
  | 'ACT/ACT ISDA'
  | 'ACT/ACT ISMA'
  | 'ACT/ACT AFB'
  | 'actual/365'
  | 'actual/360'
  | '30/360'

/** A regular period between payments, real or notional, from which ACT/ACT ISMA counts. */
export interface ReferencePeriod {
  refStart: CivilDate
  refEnd: CivilDate
}

const isLeapYear = (year: number): boolean => daysInMonth(year, 2) === 29

const newYear = (year: number): DayNumber => toDayNumber({ year, month: 1, day: 1 })

/** Whether a 29 February lies between two days at most a year apart, both counted. */
function holdsLeapDay(from: DayNumber, through: DayNumber): boolean {
  return [fromDayNumber(from).year, fromDayNumber(through).year].some((year) => {
    const leapDay = toDayNumber({ year, month: 2, day: 29 })
    return isLeapYear(year) && from <= leapDay && leapDay <= through
  })
}

/** Basis 0: unlike `30/360 USA`, a 31st stays one after the last of February. */
function spreadsheet360(from: CivilDate, to: CivilDate): number {
  const [start, end] = [fromDayNumber(dayOf(from)), fromDayNumber(dayOf(to))]
  if (isEndOfFebruary(start)) return daysOf360(start, end, 30, isEndOfFebruary(end) ? 30 : end.day)
  return american360(start, end, false, false)
}

/** Days in the year of basis 1: of the one year where the dates are at most one apart, else the mean of all touched. */
function yearLength(from: DayNumber, to: DayNumber): number {
  const [first, last] = [fromDayNumber(from).year, fromDayNumber(to).year]
  if (first === last) return isLeapYear(first) ? 366 : 365
  const isWithinYear = last === first + 1 && to <= monthsAfter(from, 12)
  if (isWithinYear) return holdsLeapDay(from, to) ? 366 : 365
  return (newYear(last + 1) - newYear(first)) / (last - first + 1)
}

/** A date on the axis of calendar years, as the year and the share of it that is over. */
function calendarYears(day: DayNumber): { year: number; share: number } {
  const { year } = fromDayNumber(day)
  return { year, share: (day - newYear(year)) / (newYear(year + 1) - newYear(year)) }
}

/** Each calendar year's days over that year's length. ISDA 2006 definitions, section 4.16(b). */
function actualIsda(from: DayNumber, to: DayNumber): number {
  const [start, end] = [calendarYears(from), calendarYears(to)]
  return end.year - start.year + (end.share - start.share)
}

/**
 * Whole years counted back from the end, the rest over 366 where it holds a 29 February, else 365. Association
 * française des banques, after ISDA, "EMU and Market Conventions: Recent Developments" (1998).
 */
function actualAfb(from: DayNumber, to: DayNumber): number {
  let [years, until] = [0, to]
  for (;;) {
    const year = monthsAfter(until, -12)
    const { month, day } = fromDayNumber(year)
    // A year before 28 February is the end of that February, so that years go from one last day to the next.
    const earlier = month === 2 && day === 28 && isEndOfFebruary(fromDayNumber(year + 1)) ? year + 1 : year
    if (earlier < from) break
    years++
    until = earlier
  }
  return years + (until - from) / (holdsLeapDay(from, until - 1) ? 366 : 365)
}

/**
 * Days over the days of the regular period they lie in, the periods going on at both ends of the reference period
 * at its length in whole months. ISMA (now ICMA), rule 251, after the same paper.
 */
function actualIsma(from: DayNumber, to: DayNumber, reference: [DayNumber, DayNumber]): number {
  if (from === to) return 0
  let [start, end] = reference
  if (end <= start) throw new RangeError('A reference period must end after its start.')
  let months = Math.round((12 * (end - start)) / 365)
  // Of a period too short to be a number of months, a year from the first date.
  if (months === 0) [start, end, months] = [from, monthsAfter(from, 12), 12]
  const boundary = (index: number): DayNumber =>
    index <= 0 ? monthsAfter(start, index * months) : monthsAfter(end, (index - 1) * months)
  let index = 0
  while (boundary(index) > from) index--
  let periods = 0
  for (; boundary(index) < to; index++) {
    const [first, next] = [boundary(index), boundary(index + 1)]
    periods += Math.max(0, Math.min(to, next) - Math.max(from, first)) / (next - first)
  }
  return (periods * months) / 12
}

/**
 * The time from one date (`YYYY-MM-DD`) to another in years, a float.
 *
 * - 0 to 4 are a spreadsheet's YEARFRAC, never negative: the dates are swapped where `to` is earlier. OpenDocument
 *   1.2, part 2, section 4.11.7, from David Wheeler, "YEARFRAC Incompatibilities between Excel 2007 and OOXML".
 * - The names are signed. `actual/365` and `actual/360` are the days over a fixed year, `30/360` is
 *   `30/360 BondBasis` over 360, and the three ACT/ACT are those of ISDA, ISMA and AFB.
 *
 * `reference` is for `ACT/ACT ISMA` alone; without it the dates themselves are one regular period, so many whole
 * months long as come nearest.
 * Throws a RangeError on what is no date, and on a reference period that does not end after its start.
 */
export function yearFraction(
  basis: YearBasis,
  from: CivilDate,
  to: CivilDate,
  reference?: ReferencePeriod,
): number {
  const [first, last] = [dayOf(from), dayOf(to)]
  if (last < first) return backwards(basis, yearFraction(basis, to, from, reference))
  switch (basis) {
    case 0:
      return spreadsheet360(from, to) / 360
    case 1:
      return (last - first) / yearLength(first, last)
    case 4:
      return dayCount('30/360 EurobondBasis', from, to) / 360
    case 2:
    case 'actual/360':
      return (last - first) / 360
    case 3:
    case 'actual/365':
      return (last - first) / 365
    case '30/360':
      return dayCount('30/360 BondBasis', from, to) / 360
    case 'ACT/ACT ISDA':
      return actualIsda(first, last)
    case 'ACT/ACT AFB':
      return actualAfb(first, last)
    case 'ACT/ACT ISMA':
      return actualIsma(
        first,
        last,
        reference ? [dayOf(reference.refStart), dayOf(reference.refEnd)] : [first, last],
      )
  }
}

const backwards = (basis: YearBasis, fraction: number): number =>
  typeof basis === 'number' || fraction === 0 ? fraction : -fraction

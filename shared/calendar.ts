/**
 * Date arithmetic in dates, as a spreadsheet's functions do it. Every date is the text `YYYY-MM-DD` of the
 * proleptic Gregorian calendar, years 0000 to 9999. Every function throws a RangeError on a text that is no date.
 */
import { checkedDateOf, type CivilDate, dayOf, fromDayNumber, monthsAfter, startOfNextMonth } from './days.ts'

export { dayCount, yearFraction } from './dayCount.ts'
export { networkDays, workday } from './workdays.ts'

/**
 * The date `days` later, or earlier where negative. A fraction of a day is dropped, as a spreadsheet does.
 * Throws a RangeError outside the years 0000 to 9999.
 */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  checkedDateOf(dayOf(date) + Math.trunc(days))

/** Days from `from` to `to`, negative where `to` is earlier. DAYS with its arguments the other way round. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayOf(to) - dayOf(from)

/**
 * The same day `months` later (earlier where negative), clamped to the month's end: 31 January + 1 month is the
 * last of February. EDATE: a fraction of a month is dropped. Throws a RangeError outside the years 0000 to 9999.
 */
export const addMonths = (date: CivilDate, months: number): CivilDate =>
  checkedDateOf(monthsAfter(dayOf(date), Math.trunc(months)))

/**
 * The last day of the month `months` later, 0 being the date's own. EOMONTH: a fraction of a month is dropped.
 * Throws a RangeError outside the years 0000 to 9999.
 */
export const endOfMonth = (date: CivilDate, months: number): CivilDate =>
  checkedDateOf(startOfNextMonth(monthsAfter(dayOf(date), Math.trunc(months))) - 1)

/** Completed years, completed months, days, completed months beyond the completed years. */
export type DateDifferenceUnit = 'Y' | 'M' | 'D' | 'YM'

/**
 * DATEDIF: the units completed from one date to a later one. A month is complete on the same day of the month, so
 * 31 January to 28 February is none, although addMonths leads there. `unit` in capitals or not.
 *
 * MD and YD are not here: spreadsheets disagree about them over leap days, and MD can be negative in all of them.
 * Throws a RangeError where `to` is before `from`, or on another unit.
 */
export function datedif(
  from: CivilDate,
  to: CivilDate,
  unit: DateDifferenceUnit | Lowercase<DateDifferenceUnit>,
): number {
  const days = daysBetween(from, to)
  if (days < 0) throw new RangeError(`${to} is before ${from}.`)
  const [start, end] = [fromDayNumber(dayOf(from)), fromDayNumber(dayOf(to))]
  const months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0)
  switch (unit.toUpperCase()) {
    case 'D':
      return days
    case 'M':
      return months
    case 'Y':
      return Math.floor(months / 12)
    case 'YM':
      return months % 12
    default:
      throw new RangeError(`There is no difference of dates in ${unit}.`)
  }
}

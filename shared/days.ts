/**
 * Civil dates: no Date object, no time zone. Inside the engine a date is a day number; in the book and at every
 * boundary it is the text `YYYY-MM-DD`. Day arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms" (days_from_civil, civil_from_days).
 */

/** A date as text, `YYYY-MM-DD`, in the proleptic Gregorian calendar. */
export type CivilDate = string

/** A date as whole days since 1970-01-01. */
export type DayNumber = number

export interface YearMonthDay {
  year: number
  /** 1 to 12. */
  month: number
  /** 1 to 31. */
  day: number
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days in a month, `month` from 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : monthLengths[month - 1]!

/** How often a small count holds another, neither below zero: in 32 bits, several times faster than by Math.floor. */
const quotient = (count: number, divisor: number): number => (count / divisor) | 0

/** The day number of a date that exists. */
export function toDayNumber({ year, month, day }: YearMonthDay): DayNumber {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = quotient(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + day - 1
  const dayOfEra = yearOfEra * 365 + quotient(yearOfEra, 4) - quotient(yearOfEra, 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function fromDayNumber(dayNumber: DayNumber): YearMonthDay {
  const shifted = dayNumber + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const leapDays = quotient(dayOfEra, 1460) - quotient(dayOfEra, 36524) + quotient(dayOfEra, 146096)
  const yearOfEra = quotient(dayOfEra - leapDays, 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + quotient(yearOfEra, 4) - quotient(yearOfEra, 100))
  const shiftedMonth = quotient(5 * dayOfYear + 2, 153)
  const day = dayOfYear - quotient(153 * shiftedMonth + 2, 5) + 1
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** The digits of a text from one place to another as a number; not a number where one of them is no digit. */
function digitsAt(text: string, from: number, until: number): number {
  let value = 0
  for (let i = from; i < until; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** The parts of a `YYYY-MM-DD` text, or null where it is no date of the calendar. */
export function parseCivilDate(text: string): YearMonthDay | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null
  const date = { year: digitsAt(text, 0, 4), month: digitsAt(text, 5, 7), day: digitsAt(text, 8, 10) }
  const exists =
    date.year >= 0 &&
    date.month >= 1 &&
    date.month <= 12 &&
    date.day >= 1 &&
    date.day <= daysInMonth(date.year, date.month)
  return exists ? date : null
}

export function formatCivilDate({ year, month, day }: YearMonthDay): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day number of a date that the schema has already checked. Throws a RangeError on anything else. */
export function dayOf(date: CivilDate): DayNumber {
  const parts = parseCivilDate(date)
  if (!parts) throw new RangeError(`${date} is not a date.`)
  return toDayNumber(parts)
}

export const dateOf = (day: DayNumber): CivilDate => formatCivilDate(fromDayNumber(day))

/** The same of a day that may be none. */
export const dateOrNull = (day: DayNumber | null): CivilDate | null => (day === null ? null : dateOf(day))

/** The date of any day number. Throws a RangeError outside the years 0000 to 9999, where the text would be no date. */
export function checkedDateOf(day: DayNumber): CivilDate {
  if (!(day >= firstDay && day <= lastDay))
    throw new RangeError('The date would lie outside the years 0000 to 9999.')
  return dateOf(day)
}

const firstDay = dayOf('0000-01-01')
const lastDay = dayOf('9999-12-31')

/** The same day `months` later, clamped to the month's end: 31 January + 1 month is the last of February. */
export function monthsAfter(day: DayNumber, months: number): DayNumber {
  const from = fromDayNumber(day)
  const index = from.year * 12 + (from.month - 1) + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return toDayNumber({ year, month, day: Math.min(from.day, daysInMonth(year, month)) })
}

export const startOfMonth = (day: DayNumber): DayNumber => day - fromDayNumber(day).day + 1

export const startOfNextMonth = (day: DayNumber): DayNumber => monthsAfter(startOfMonth(day), 1)

/**
 * A date on the axis of calendar months: whole months count one each, a day is its share of its own month.
 * Differences add up, and first days of months lie exactly one apart from whatever date they are measured.
 */
export function calendarMonths(day: DayNumber): number {
  const { year, month, day: dayOfMonth } = fromDayNumber(day)
  return year * 12 + (month - 1) + (dayOfMonth - 1) / daysInMonth(year, month)
}

/**
 * The period of an anchored monthly grid that holds `day`: period k runs from monthsAfter(anchor, k) to
 * monthsAfter(anchor, k + 1), always counted from the original anchor; before the anchor k is negative.
 */
export function anchoredPeriod(
  anchor: DayNumber,
  day: DayNumber,
): { index: number; from: DayNumber; until: DayNumber } {
  let index = Math.floor(calendarMonths(day) - calendarMonths(anchor)) - 1
  while (monthsAfter(anchor, index + 1) <= day) index++
  return { index, from: monthsAfter(anchor, index), until: monthsAfter(anchor, index + 1) }
}

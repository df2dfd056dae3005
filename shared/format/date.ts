import { type CivilDate, type DayNumber, fromDayNumber, parseCivilDate } from '../days.ts'

export const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

/** `3 May 2026`: unambiguous wherever it is read, and accepted back by the date fields. */
export function formatDate(date: CivilDate): string {
  const parts = parseCivilDate(date)
  return parts ? `${parts.day} ${monthNames[parts.month - 1]} ${parts.year}` : date
}

export function formatDay(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = fromDayNumber(day)
  return `${dayOfMonth} ${monthNames[month - 1]} ${year}`
}

/** `May 2026`. */
export function formatMonth(day: DayNumber): string {
  const { year, month } = fromDayNumber(day)
  return `${monthNames[month - 1]} ${year}`
}

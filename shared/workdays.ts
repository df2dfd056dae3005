import { checkedDateOf, type CivilDate, type DayNumber, dayOf } from './days.ts'

/** Seven flags from Sunday to Saturday, 1 for a day without work. */
export type Weekend = readonly (0 | 1)[]

const saturdayAndSunday: Weekend = [1, 0, 0, 0, 0, 0, 1]

/** 0 for Sunday to 6 for Saturday. 1970-01-01 was a Thursday. */
const weekdayOf = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7

/** Whether a day is worked. Throws a RangeError where the week has not seven days. */
function workingDays(holidays: readonly CivilDate[], weekend: Weekend): (day: DayNumber) => boolean {
  if (weekend.length !== 7) throw new RangeError('A week has seven days, from Sunday to Saturday.')
  const free = new Set(holidays.map(dayOf))
  return (day) => weekend[weekdayOf(day)] === 0 && !free.has(day)
}

/**
 * NETWORKDAYS: the working days from one date to another, both counted, negative where `to` is earlier. Dates are
 * `YYYY-MM-DD`; a holiday at a weekend counts once. The weekend is Saturday and Sunday unless given as seven flags
 * from Sunday on, as LibreOffice takes them. Throws a RangeError on what is no date or no week.
 */
export function networkDays(
  from: CivilDate,
  to: CivilDate,
  holidays: readonly CivilDate[] = [],
  weekend: Weekend = saturdayAndSunday,
): number {
  const isWorked = workingDays(holidays, weekend)
  const [start, end] = [dayOf(from), dayOf(to)]
  let count = 0
  for (let day = Math.min(start, end); day <= Math.max(start, end); day++) if (isWorked(day)) count++
  return end < start && count > 0 ? -count : count
}

/** More days than lie between any two dates, so that a week without work, too, ends in an error. */
const furthest = 10_000 * 366

/**
 * WORKDAY: the date `days` working days later, or earlier where negative; none of them leaves the date where it is,
 * at a weekend too. A fraction of a day is dropped. Holidays and weekend as in networkDays.
 * Throws a RangeError on what is no date or no week, and where the calendar's years 0000 to 9999 end first.
 */
export function workday(
  date: CivilDate,
  days: number,
  holidays: readonly CivilDate[] = [],
  weekend: Weekend = saturdayAndSunday,
): CivilDate {
  const isWorked = workingDays(holidays, weekend)
  const step = days < 0 ? -1 : 1
  const start = dayOf(date)
  let day = start
  for (let left = Math.abs(Math.trunc(days)); left > 0;) {
    day += step
    if (Math.abs(day - start) > furthest) break
    if (isWorked(day)) left--
  }
  return checkedDateOf(day)
}

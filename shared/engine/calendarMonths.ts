import { monthsAfter, type DayNumber, startOfMonth } from '../days.ts'
import type { Schedule } from './scheduleColumns.ts'

/** The first and the last day on which a deal serves or something is paid once; the last exclusive. */
export const spanOf = ({ start, end, oneOffs }: Schedule): { from: DayNumber; until: DayNumber } => ({
  from: Math.min(start, oneOffs.days[0] ?? start),
  until: Math.max(end, (oneOffs.days.at(-1) ?? end - 1) + 1),
})

/** The first days of the calendar months that hold `[from, until)`, and of the month after them. */
export function monthsBetween(from: DayNumber, until: DayNumber): DayNumber[] {
  const first = startOfMonth(from)
  const days = [first]
  while (days.at(-1)! < until) days.push(monthsAfter(first, days.length))
  return days
}

/** Calls with each stretch of a schedule that lies in `[from, until)`, and with the days `[first, last)` of it that do. */
export function stretchesWithin(
  { timeline: { bounds, count } }: Schedule,
  from: DayNumber,
  until: DayNumber,
  call: (stretch: number, first: DayNumber, last: DayNumber) => void,
): void {
  for (let i = 0; i < count; i++) {
    const [first, last] = [Math.max(bounds[i]!, from), Math.min(bounds[i + 1]!, until)]
    if (first < last) call(i, first, last)
  }
}

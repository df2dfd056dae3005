import { type DayNumber, fromDayNumber, monthsAfter } from '../days.ts'
import { formatMonth } from '../format/date.ts'

/** Calendar months taken together as one bar. */
export interface Period {
  from: DayNumber
  /** Exclusive. */
  until: DayNumber
  /** The first days of its months. */
  months: readonly DayNumber[]
  label: string
}

export interface Periods {
  unit: 'month' | 'quarter' | 'year'
  all: readonly Period[]
}

/** Calendar months by themselves, or where they are more than a plot takes, by quarters or years. */
export function periodsOf(months: readonly DayNumber[], most: number): Periods {
  // A quarter that is only touched counts as one, too.
  const size = months.length <= most ? 1 : months.length <= most * 3 - 4 ? 3 : 12
  const all: { from: DayNumber; until: DayNumber; months: DayNumber[]; label: string }[] = []
  for (const month of months) {
    const { year, month: number } = fromDayNumber(month)
    const from = monthsAfter(month, -((number - 1) % size))
    const last = all.at(-1)
    if (last && last.from === from) last.months.push(month)
    else
      all.push({
        from,
        until: monthsAfter(from, size),
        months: [month],
        label: labelOf(size, month, year, number),
      })
  }
  return { unit: size === 1 ? 'month' : size === 3 ? 'quarter' : 'year', all }
}

function labelOf(size: number, month: DayNumber, year: number, number: number): string {
  if (size === 12) return String(year)
  return size === 3 ? `Q${Math.ceil(number / 3)} ${year}` : formatMonth(month)
}

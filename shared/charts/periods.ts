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

/**
 * Calendar months by themselves, or where they are more than a plot takes, by quarters or years: of years that begin with
 * this month, from 1.
 */
export function periodsOf(months: readonly DayNumber[], most: number, yearStart: number): Periods {
  // A quarter that is only touched counts as one, too.
  const size = months.length <= most ? 1 : months.length <= most * 3 - 4 ? 3 : 12
  const all: { from: DayNumber; until: DayNumber; months: DayNumber[]; label: string }[] = []
  for (const month of months) {
    const { month: number } = fromDayNumber(month)
    const from = monthsAfter(month, -((number - yearStart + 12) % size))
    const last = all.at(-1)
    if (last && last.from === from) last.months.push(month)
    else
      all.push({
        from,
        until: monthsAfter(from, size),
        months: [month],
        label: size === 1 ? formatMonth(month) : labelOf(size, month, yearStart),
      })
  }
  return { unit: size === 1 ? 'month' : size === 3 ? 'quarter' : 'year', all }
}

/** `Q3 2026`, `2026`; of a year that begins within a calendar year, both are named: `Q3 2026/27`. */
function labelOf(size: 3 | 12, month: DayNumber, yearStart: number): string {
  const { year, month: number } = fromDayNumber(month)
  const first = number < yearStart ? year - 1 : year
  const name = yearStart === 1 ? String(year) : `${first}/${String((first + 1) % 100).padStart(2, '0')}`
  return size === 12 ? name : `Q${Math.floor(((number - yearStart + 12) % 12) / 3) + 1} ${name}`
}

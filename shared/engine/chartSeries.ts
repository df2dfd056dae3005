import { monthsAfter, type DayNumber, startOfMonth } from '../days.ts'
import type { MinorUnits } from '../money.ts'
import type { DealFigures } from './evaluate.ts'
import { accruedUntil, feesBetween, type Schedule, scheduleOf } from './schedule.ts'

/** What each deal costs in one calendar month, in the order of the columns; null where it has no service in it. */
export interface MonthRow {
  /** The first day of the month. */
  month: DayNumber
  fees: readonly (MinorUnits | null)[]
  /** Shares of contracted capacity delivered over the month's days of service, 0 to 1. */
  delivered: readonly (number | null)[]
}

const schedulesOf = (columns: readonly DealFigures[]): Schedule[] =>
  columns.map(({ terms }) => scheduleOf(terms))

/** The months from the earliest start to the latest end, as first days; one longer, to close the last month. */
function months(schedules: readonly Schedule[]): DayNumber[] {
  if (schedules.length === 0) return []
  const first = startOfMonth(Math.min(...schedules.map(({ start }) => start)))
  const end = Math.max(...schedules.map((schedule) => schedule.end))
  const days = [first]
  while (days.at(-1)! < end) days.push(monthsAfter(first, days.length))
  return days
}

/** Fees for the service of each month, and what share of capacity is delivered in it. */
export function monthlyFees(columns: readonly DealFigures[]): MonthRow[] {
  const schedules = schedulesOf(columns)
  const days = months(schedules)
  return days.slice(0, -1).map((month, index) => {
    const until = days[index + 1]!
    const isServed = ({ start, end }: Schedule) => start < until && month < end
    return {
      month,
      fees: schedules.map((schedule) => (isServed(schedule) ? feesBetween(schedule, month, until) : null)),
      delivered: schedules.map((schedule) => deliveredShare(schedule, month, until)),
    }
  })
}

function deliveredShare({ lines }: Schedule, from: DayNumber, until: DayNumber): number | null {
  const inMonth = lines.filter((line) => line.from < until && from < line.until)
  const days = inMonth.reduce((sum, line) => sum + line.until - line.from, 0)
  return days === 0 ? null : inMonth.reduce((sum, line) => sum + line.deliveredDays, 0) / days
}

export interface CumulativeRow {
  day: DayNumber
  /** Cost accrued before this day, in the order of the columns; null after a deal's end. */
  costs: readonly (MinorUnits | null)[]
}

/** Cumulative cost as accrued, at every month's start and every start and end of a term. */
export function cumulativeCosts(columns: readonly DealFigures[]): CumulativeRow[] {
  const schedules = schedulesOf(columns)
  const first = Math.min(...schedules.map(({ start }) => start))
  const bounds = schedules.flatMap(({ start, end }) => [start, end])
  const days = [...new Set([...months(schedules), ...bounds])]
  return days
    .filter((day) => day >= first && bounds.some((bound) => day <= bound))
    .toSorted((a, b) => a - b)
    .map((day) => ({
      day,
      costs: schedules.map((schedule) => (day <= schedule.end ? accruedUntil(schedule, day) : null)),
    }))
}

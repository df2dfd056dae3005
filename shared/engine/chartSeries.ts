import { monthsAfter, type DayNumber, startOfMonth } from '../days.ts'
import type { MinorUnits } from '../money.ts'
import { deliveredShare } from './capacity.ts'
import { costUntil, feesBetween } from './accrual.ts'
import { scheduleOf } from './schedule.ts'
import type { Schedule } from './scheduleColumns.ts'
import type { DealFigures } from './figures.ts'
import { daysOf } from './timeline.ts'

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

/** The first and the last day on which a deal serves or something is paid once; the last exclusive. */
const spanOf = ({ start, end, oneOffs }: Schedule): { from: DayNumber; until: DayNumber } => ({
  from: Math.min(start, oneOffs.days[0] ?? start),
  until: Math.max(end, (oneOffs.days.at(-1) ?? end - 1) + 1),
})

/** The months from the earliest start to the latest end, as first days; one longer, to close the last month. */
function months(schedules: readonly Schedule[]): DayNumber[] {
  if (schedules.length === 0) return []
  const spans = schedules.map(spanOf)
  const first = startOfMonth(Math.min(...spans.map(({ from }) => from)))
  const end = Math.max(...spans.map(({ until }) => until))
  const days = [first]
  while (days.at(-1)! < end) days.push(monthsAfter(first, days.length))
  return days
}

/** Fees for the service of each month and what is paid once in it, and what share of capacity is delivered. */
export function monthlyFees(columns: readonly DealFigures[]): MonthRow[] {
  const schedules = schedulesOf(columns)
  const days = months(schedules)
  return days.slice(0, -1).map((month, index) => {
    const next = days[index + 1]!
    const isServed = (schedule: Schedule) => {
      const { from, until } = spanOf(schedule)
      return from < next && month < until
    }
    return {
      month,
      fees: schedules.map((schedule) => (isServed(schedule) ? feesBetween(schedule, month, next) : null)),
      delivered: schedules.map((schedule) => deliveredIn(schedule, month, next)),
    }
  })
}

function deliveredIn({ timeline, plan }: Schedule, from: DayNumber, until: DayNumber): number | null {
  let [served, days] = [0, 0]
  for (let i = 0; i < timeline.count; i++) {
    if (timeline.bounds[i]! >= until || timeline.bounds[i + 1]! <= from) continue
    const { numerator, denominator } = deliveredShare(plan.capacities, timeline.bounds[i]!)
    days += daysOf(timeline, i)
    served += (numerator / denominator) * daysOf(timeline, i)
  }
  return days === 0 ? null : served / days
}

export interface CumulativeRow {
  day: DayNumber
  /** Cost accrued before this day, in the order of the columns; null after a deal's end. */
  costs: readonly (MinorUnits | null)[]
}

/** Cumulative cost as accrued, with power and at expected use, at every month's start and every start and end of a term. */
export function cumulativeCosts(columns: readonly DealFigures[]): CumulativeRow[] {
  const schedules = schedulesOf(columns)
  const first = Math.min(...schedules.map((schedule) => spanOf(schedule).from))
  const bounds = schedules.flatMap((schedule) => [schedule.start, spanOf(schedule).until])
  const days = [...new Set([...months(schedules), ...bounds])]
  return days
    .filter((day) => day >= first && bounds.some((bound) => day <= bound))
    .toSorted((a, b) => a - b)
    .map((day) => ({
      day,
      costs: schedules.map((schedule) => (day <= spanOf(schedule).until ? costUntil(schedule, day) : null)),
    }))
}

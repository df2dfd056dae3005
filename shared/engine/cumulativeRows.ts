import type { DayNumber } from '../days.ts'
import { exact, type MinorUnits } from '../money.ts'
import { remembered } from '../remembered.ts'
import { costUntil } from './accrual.ts'
import { monthsBetween, spanOf } from './calendarMonths.ts'
import type { Schedule } from './scheduleColumns.ts'

/** The cumulative cost of several deals on one day, in their order; null where a deal is over. */
export interface CumulativeRow {
  day: DayNumber
  costs: readonly (MinorUnits | null)[]
}

const accruedByDay = remembered((_schedule: Schedule) => new Map<DayNumber, MinorUnits>())

/** Cost accrued before a day, remembered: charts ask for the same days of a deal again when another was edited. */
export function accruedBefore(schedule: Schedule, day: DayNumber): MinorUnits {
  const days = accruedByDay(schedule)
  const known = days.get(day)
  if (known !== undefined) return known
  const made = costUntil(schedule, day)
  days.set(day, made)
  return made
}

/** What is paid up to a day and on it. */
export function paidThrough(schedule: Schedule, day: DayNumber): MinorUnits {
  const { days, amounts } = schedule.payments()
  let sum = 0
  for (let i = 0; i < days.length && days[i]! <= day; i++) sum += amounts[i]!
  return exact(sum)
}

/**
 * Cumulative cost as accrued before each day, with power and at expected use: at every month's start, and every start and
 * end of a term.
 */
export function accruedRows(schedules: readonly Schedule[]): CumulativeRow[] {
  if (schedules.length === 0) return []
  const spans = schedules.map(spanOf)
  const first = Math.min(...spans.map(({ from }) => from))
  const last = Math.max(...spans.map(({ until }) => until))
  const bounds = schedules.flatMap((schedule, i) => [schedule.start, spans[i]!.until])
  return inOrder([first, ...monthsBetween(first, last), ...bounds])
    .filter((day) => day >= first && day <= last)
    .map((day) => ({
      day,
      costs: schedules.map((schedule, i) => (day <= spans[i]!.until ? accruedBefore(schedule, day) : null)),
    }))
}

/** Cumulative cost as paid, at the end of each day on which a deal pays; a deal is over after its last payment. */
export function paidRows(schedules: readonly Schedule[]): CumulativeRow[] {
  const payments = schedules.map((schedule) => schedule.payments())
  const starts = schedules.map(({ start }, i) => Math.min(start, payments[i]!.days[0] ?? start))
  const paid = schedules.map(() => 0)
  const next = schedules.map(() => 0)
  return inOrder([...starts, ...payments.flatMap(({ days }) => [...days])]).map((day) => ({
    day,
    costs: payments.map(({ days, amounts }, i) => {
      const isOver = next[i] === days.length && days.length > 0 && day > days.at(-1)!
      while (next[i]! < days.length && days[next[i]!]! <= day)
        paid[i] = exact(paid[i]! + amounts[next[i]!++]!)
      return isOver ? null : paid[i]!
    }),
  }))
}

const inOrder = (days: readonly DayNumber[]): DayNumber[] => [...new Set(days)].toSorted((a, b) => a - b)

import type { DayNumber } from '../days.ts'
import { exact, type MinorUnits, total } from '../money.ts'
import { remembered } from '../remembered.ts'
import { columnUntil, feesBetween, monthlyRateOn } from './accrual.ts'
import { meteredMonthlyRate } from './metered.ts'
import { runningTotal } from './runningTotal.ts'
import type { RunningColumn, Schedule } from './scheduleColumns.ts'

/** The cost of a deal at expected usage, in place of its minimums. */

const usageBefore = remembered(({ usage }: Schedule): RunningColumn => ({
  amounts: usage,
  before: runningTotal(usage),
}))

/** Fees for service in `[from, until)` at expected usage, and one-off fees on a day of it; power and credits apart. */
export function valueBetween(schedule: Schedule, from: DayNumber, until: DayNumber): MinorUnits {
  const fees = feesBetween(schedule, from, until)
  if (until <= from || !isMetered(schedule)) return fees
  const usageUntil = (day: DayNumber) => columnUntil(schedule, usageBefore(schedule), day, 'days')
  return exact(fees + usageUntil(until) - usageUntil(from))
}

/** The contract value at expected usage; of a deal without usage charges, its total contract value. */
export const valueAtExpectedUsage = (schedule: Schedule): MinorUnits =>
  valueBetween(schedule, -Infinity, Infinity)

const isMetered = ({ plan }: Schedule): boolean => plan.series.some(({ charge }) => charge.kind === 'metered')

/** Whether a deal is charged by usage alone: no recurring fee, and no minimum. */
export const isUsageOnly = (schedule: Schedule): boolean =>
  isMetered(schedule) &&
  schedule.payable.every((amount) => amount === 0) &&
  schedule.usage.some((amount) => amount !== 0)

/** What a month of 730 hours costs on the last day of service: fees after the ramp, and usage as expected then. */
export function closingMonthlyRate(schedule: Schedule): MinorUnits {
  const { plan, end } = schedule
  const usage = plan.series
    .filter(({ charge }) => charge.kind === 'metered')
    .map((series) => meteredMonthlyRate(series, end - 1, plan.rounding, plan.digits))
  return exact(monthlyRateOn(schedule, end) + total(usage))
}

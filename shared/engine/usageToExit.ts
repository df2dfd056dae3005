import type { DayNumber } from '../days.ts'
import { exact, type MinorUnits, total } from '../money.ts'
import { remembered } from '../remembered.ts'
import { columnUntil, isContract, seriesUntil } from './accrual.ts'
import { newColumn } from './column.ts'
import { runningTotal } from './runningTotal.ts'
import type { RunningColumn, Schedule, SeriesColumns } from './scheduleColumns.ts'
import { settlementAround } from './termination.ts'

const usageBefore = remembered(({ expected, payable }: SeriesColumns): RunningColumn => {
  const amounts = newColumn(payable.length)
  for (let i = 0; i < amounts.length; i++) amounts[i] = expected[i]! - payable[i]!
  return { amounts, before: runningTotal(amounts) }
})

/**
 * What expected usage adds to the minimums from a date until service ends early, in minor units. Of the settlement that the
 * end cuts, usage counts beyond its minimum: the whole minimum where that is owed, else the minimum until then.
 */
export const usageToExit = (
  schedule: Schedule,
  from: DayNumber,
  ends: DayNumber,
  owesWholeMinimum: boolean,
): MinorUnits =>
  ends <= from
    ? 0
    : total(
        schedule.series
          .filter((series) => isContract(series) && series.plan.charge.kind === 'metered')
          .map((series) => usageOf(schedule, series, from, ends, owesWholeMinimum)),
      )

function usageOf(
  schedule: Schedule,
  series: SeriesColumns,
  from: DayNumber,
  ends: DayNumber,
  owesWholeMinimum: boolean,
): MinorUnits {
  const until = (day: DayNumber) => columnUntil(schedule, usageBefore(series), day, 'days')
  const settlement = settlementAround(schedule, series.plan, ends)
  if (!settlement) return exact(until(ends) - until(from))
  const unused = owesWholeMinimum
    ? seriesUntil(schedule, series, settlement.until) - seriesUntil(schedule, series, ends)
    : 0
  const before = until(settlement.from)
  return exact(before + Math.max(0, until(ends) - before - unused) - until(from))
}

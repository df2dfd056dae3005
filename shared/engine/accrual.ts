import { type DayNumber, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRatio, total } from '../money.ts'
import { monthlyRate, rampOn } from './recurring.ts'
import type { RunningColumn, Schedule, SeriesColumns } from './scheduleColumns.ts'
import { stretchAt } from './timeline.ts'

/** What a schedule comes to between days: sums of its columns, each charge by itself, neighbouring stretches adding up. */

/** Whether a series is part of the contract's value, as power that is passed through is not. */
export const isContract = ({ plan: { charge } }: SeriesColumns): boolean => charge.kind !== 'power'

/** The sum of a column of a schedule. */
export function sumColumn(column: Float64Array): MinorUnits {
  let sum = 0
  for (let i = 0; i < column.length; i++) sum += column[i]!
  return exact(sum)
}

/**
 * What a column comes to from the start of service until `day` (exclusive), by cumulative rounding within a stretch: of
 * its days, or, where it is charged by the month, of its parts of the month.
 */
export function columnUntil(
  { timeline, plan: { billing } }: Schedule,
  { amounts, before }: RunningColumn,
  day: DayNumber,
  by: 'days' | 'parts',
): MinorUnits {
  const { bounds, count, parts } = timeline
  if (day <= bounds[0]!) return 0
  const i = day >= bounds[count]! ? count : stretchAt(timeline, day)
  const whole = before[i]!
  if (i === count || day === bounds[i]) return whole
  const from = bounds[i]!
  if (by === 'days') return exact(whole + multiplyRatio(amounts[i]!, day - from, bounds[i + 1]! - from))
  if (parts[i] === 0) return whole
  return exact(whole + multiplyRatio(amounts[i]!, billing.partsOf(from, day), parts[i]!))
}

/** What a series has to be paid from the start of service until `day` (exclusive), whatever is used. */
export function seriesUntil(schedule: Schedule, series: SeriesColumns, day: DayNumber): MinorUnits {
  const payable = { amounts: series.payable, before: series.payableBefore }
  return columnUntil(schedule, payable, day, isByHour(series, day - 1) ? 'days' : 'parts')
}

/** Whether a series is priced by the hours of a day, whatever a part of a month counts; a fixed fee is one of a month. */
export const isByHour = ({ plan: { charge, ramps } }: SeriesColumns, day: DayNumber): boolean =>
  (charge.basis === 'perGpuHour' || charge.basis === 'perKilowattHour') && !rampOn(ramps, day)?.fixedFees

/** What is payable for service from the start of service until `day` (exclusive): each charge by itself. */
export function accruedUntil(schedule: Schedule, day: DayNumber): MinorUnits {
  let accrued = 0
  for (const series of schedule.series) if (isContract(series)) accrued += seriesUntil(schedule, series, day)
  return exact(accrued)
}

/** Fees and credits on a date from `from` until `until` (exclusive). */
function oneOffsBetween({ oneOffs }: Schedule, from: DayNumber, until: DayNumber): MinorUnits {
  const { days, amounts } = oneOffs
  let sum = 0
  for (let i = 0; i < days.length; i++) if (from <= days[i]! && days[i]! < until) sum += amounts[i]!
  return exact(sum)
}

/** Fees for service in `[from, until)`, and what is paid once on a day of it. Neighbouring stretches add up to the cent. */
export const feesBetween = (schedule: Schedule, from: DayNumber, until: DayNumber): MinorUnits =>
  until <= from
    ? 0
    : exact(
        accruedUntil(schedule, until) - accruedUntil(schedule, from) + oneOffsBetween(schedule, from, until),
      )

/** Fees from a date on to the end of the deal, what is paid once after its term too. */
export const feesFrom = (schedule: Schedule, from: DayNumber): MinorUnits =>
  feesBetween(schedule, from, Infinity)

/** Total contract value: fixed and minimum amounts over the stated term, and what is paid once, whenever it is. */
export const totalContractValue = (schedule: Schedule): MinorUnits => feesFrom(schedule, -Infinity)

/** What a whole month costs at the rate in force on a day; before and after the term, at its first and its last. */
export function monthlyRateOn(
  { plan, start, end }: Pick<Schedule, 'plan' | 'start' | 'end'>,
  day: DayNumber,
): MinorUnits {
  const within = Math.min(Math.max(day, start), end - 1)
  return total(
    plan.series
      .filter(({ charge }) => charge.kind === 'recurring')
      .map((series) => monthlyRate(series, within, plan.rounding, plan.digits)),
  )
}

/** The first day after twelve months of service, or the end of a shorter term. */
export const endOfFirstYear = ({ start, end }: Schedule): DayNumber => Math.min(end, monthsAfter(start, 12))

/** Cost accrued before a day, with power and at expected use, and what is paid once before it. */
export const costUntil = (schedule: Schedule, day: DayNumber): MinorUnits =>
  exact(
    accruedUntil(schedule, day) +
      columnUntil(schedule, schedule.variable, day, 'days') +
      oneOffsBetween(schedule, -Infinity, day),
  )

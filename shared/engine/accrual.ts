import { type DayNumber, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRatio, total } from '../money.ts'
import type { Rational } from '../rational.ts'
import { remembered } from '../remembered.ts'
import { linesOf } from './invoices.ts'
import { minimumColumn, postMinimum } from './metered.ts'
import { Posting } from './posting.ts'
import { runningTotal } from './runningTotal.ts'
import { isByHour, monthlyRate, type Posted, postedColumn, postUntil } from './recurring.ts'
import type { RunningColumn, Schedule, SeriesColumns } from './scheduleColumns.ts'
import { stretchAt, type Timeline } from './timeline.ts'

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
 * What a column comes to from the start of service until `day` (exclusive): within a stretch a share of its amount, by its
 * days or by the parts of a month they count, rounded in the deal's own mode.
 */
export function columnUntil(
  { timeline, plan: { rounding, billing } }: Schedule,
  { amounts, before }: RunningColumn,
  day: DayNumber,
  by: 'days' | 'parts' = 'days',
): MinorUnits {
  const { bounds, parts } = timeline
  const i = stretchBefore(timeline, day)
  const whole = before[i]!
  const from = bounds[i]!
  if (day <= from || i === timeline.count) return whole
  const [part, of] =
    by === 'days' ? [day - from, bounds[i + 1]! - from] : [billing.partsOf(from, day), parts[i]!]
  return of === 0 ? whole : exact(whole + multiplyRatio(amounts[i]!, part, of, rounding))
}

const runningCredits = remembered(({ credits }: SeriesColumns): RunningColumn => ({
  amounts: credits,
  before: runningTotal(credits),
}))

/** Service credits expected on what is paid for service until `day` (exclusive): they run on as the fees they are on. */
export const creditsUntil = (schedule: Schedule, day: DayNumber): MinorUnits =>
  schedule.plan.serviceCredits === 0
    ? 0
    : total(
        schedule.series
          .filter(isContract)
          .map((series) =>
            columnUntil(
              schedule,
              runningCredits(series),
              day,
              isByHour(series.plan, day - 1) ? 'days' : 'parts',
            ),
          ),
      )

/** The stretch that holds a day; the first for days before the term, and the number of stretches for days after it. */
const stretchBefore = (timeline: Timeline, day: DayNumber): number =>
  day >= timeline.bounds[timeline.count]! ? timeline.count : stretchAt(timeline, day)

/**
 * What a series has to be paid from the start of service until `day` (exclusive), whatever is used. A line that is cut is
 * its exact amount until then, rounded once in the deal's own mode.
 */
export function seriesUntil(schedule: Schedule, series: SeriesColumns, day: DayNumber): MinorUnits {
  const { timeline, plan } = schedule
  const { payableBefore } = series
  const i = stretchBefore(timeline, day)
  const from = timeline.bounds[i]!
  if (day <= from || i === timeline.count) return payableBefore[i]!
  const { first, pending } = lineBefore(schedule, series, i)
  const posting = new Posting(plan.rounding)
  posting.goOn(payableBefore[i]! - payableBefore[first]!, pending)
  const amount =
    series.plan.charge.kind === 'recurring'
      ? postUntil(posting, postedOf(schedule, series), i, day, plan.billing.partsOf(from, day))
      : series.plan.charge.minimumShare === 0
        ? 0
        : postMinimum(posting, series.plan, from, day - from, plan.digits)
  return exact(payableBefore[i]! + amount)
}

const postedOf = ({ timeline, plan: { rounding, digits } }: Schedule, series: SeriesColumns): Posted => ({
  series: series.plan,
  timeline,
  lines: series.lines,
  rounding,
  digits,
})

/** The first stretch of the posted line that a stretch belongs to, and what is pending of the line before the stretch. */
function lineBefore(
  schedule: Schedule,
  series: SeriesColumns,
  stretch: number,
): { first: number; pending: Rational | null } {
  const lines = postedLines(schedule, series)
  let first = stretch
  while (first > 0 && lines[first - 1] === lines[stretch]) first--
  return {
    first,
    pending: first === stretch ? null : (pendingAmounts(schedule, series)[stretch - 1] ?? null),
  }
}

/** The number of the posted line of each stretch: an invoice of a recurring charge, a settlement of a metered one. */
const postedLines = ({ timeline }: Schedule, { plan, lines }: SeriesColumns): Int32Array =>
  plan.charge.kind === 'recurring' ? lines : linesOf(plan, timeline, plan.charge.settlement)

const pendingOf = new WeakMap<SeriesColumns, readonly (Rational | null)[]>()

/** The part of a series' line that is not posted yet after each stretch: its exact sum less posted amounts. Computed once. */
function pendingAmounts(schedule: Schedule, series: SeriesColumns): readonly (Rational | null)[] {
  const known = pendingOf.get(series)
  if (known) return known
  const pending: (Rational | null)[] = []
  const note = (stretch: number, posting: Posting) => (pending[stretch] = posting.pending)
  const { timeline, plan } = schedule
  const { from, until } = series.plan
  if (series.plan.charge.kind === 'recurring')
    postedColumn(postedOf(schedule, series), 'payable', from, until, note)
  else minimumColumn(series.plan, timeline, postedLines(schedule, series), plan.rounding, plan.digits, note)
  pendingOf.set(series, pending)
  return pending
}

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
      columnUntil(schedule, schedule.variable, day) -
      creditsUntil(schedule, day) +
      oneOffsBetween(schedule, -Infinity, day),
  )

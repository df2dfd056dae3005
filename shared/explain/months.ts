import type { DayNumber } from '../days.ts'
import { fromDayNumber, startOfNextMonth } from '../days.ts'
import { feesBetween } from '../engine/accrual.ts'
import { valueBetween } from '../engine/expectedUsage.ts'
import type { Schedule } from '../engine/scheduleColumns.ts'
import { formatDay, formatMonth, monthNames } from '../format/date.ts'
import { amount, plus, type Quantity, type Step, type StepTable } from './explanation.ts'

/** `May 2026` for a month of the calendar, `1–17 Feb 2027` for a part of one, else both days. */
export function stretchLabel(from: DayNumber, until: DayNumber): string {
  const [first, last] = [fromDayNumber(from), fromDayNumber(until - 1)]
  if (first.day === 1 && until === startOfNextMonth(from)) return formatMonth(from)
  const isOneMonth = first.month === last.month && first.year === last.year
  if (isOneMonth) return first.day === last.day ? formatDay(from) : `${first.day}–${formatDay(until - 1)}`
  const start = first.year === last.year ? `${first.day} ${monthNames[first.month - 1]}` : formatDay(from)
  return `${start} – ${formatDay(until - 1)}`
}

/** Steps of a sum over time, without those of nothing, which a sentence counts. */
export function sumTable(
  title: string,
  head: StepTable['head'],
  steps: readonly Step[],
  total: Quantity,
): StepTable {
  const some = steps.filter(({ value }) => value.kind === 'words' || value.value !== 0)
  const none = steps.length - some.length
  const leftOut =
    none === 0
      ? {}
      : { leftOut: `${none} ${none === 1 ? 'row of nothing is' : 'rows of nothing are'} left out.` }
  return { title, head, steps: some, total, ...leftOut }
}

/** The fees of each billing month of `[from, until)`, and what is paid once before the term and after it: they add up. */
export function feeSteps(
  schedule: Schedule,
  from: DayNumber,
  until: DayNumber,
  between: typeof feesBetween = feesBetween,
): Step[] {
  const { start, end, timeline } = schedule
  const cuts = [...new Set([start, ...timeline.months, end])].filter(
    (day) => day >= start && day <= end && day > from && day < until,
  )
  const days = [from, ...cuts.toSorted((a, b) => a - b), until]
  return days.slice(1).flatMap((to, i) => {
    const of = days[i]!
    if (to <= of) return []
    const label = to <= start ? 'Before the term' : of >= end ? 'After the term' : stretchLabel(of, to)
    const fees = between(schedule, of, to)
    // Outside of the term there is something or there is no such step.
    return fees === 0 && (to <= start || of >= end) ? [] : [plus(label, amount(fees))]
  })
}

export const feeHead: StepTable['head'] = { label: 'Month', parts: [], value: 'Fees' }

/** The total contract value by months: fixed and minimum amounts. */
export const valueTable = (schedule: Schedule, total: number): StepTable =>
  sumTable('Total contract value by month', feeHead, feeSteps(schedule, -Infinity, Infinity), amount(total))

/** The contract value by months at expected usage. */
export const expectedValueTable = (schedule: Schedule, total: number): StepTable =>
  sumTable(
    'Contract value by month, at expected usage',
    feeHead,
    feeSteps(schedule, -Infinity, Infinity, valueBetween),
    amount(total),
  )

/** A column of a schedule summed over each of its billing months, with the days of it. */
export function byMonth(
  { timeline }: Schedule,
  of: (stretch: number) => number,
): { from: DayNumber; until: DayNumber; value: number }[] {
  const rows: { from: DayNumber; until: DayNumber; value: number }[] = []
  for (let i = 0; i < timeline.count; i++) {
    const isNew = i === 0 || timeline.monthOf[i] !== timeline.monthOf[i - 1]
    if (isNew) rows.push({ from: timeline.bounds[i]!, until: timeline.bounds[i + 1]!, value: 0 })
    const row = rows.at(-1)!
    row.until = timeline.bounds[i + 1]!
    row.value += of(i)
  }
  return rows
}

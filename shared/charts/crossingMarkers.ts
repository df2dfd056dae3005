import { monthsAfter } from '../days.ts'
import { accruedBefore, paidThrough } from '../engine/cumulativeRows.ts'
import type { DatedCrossing } from '../engine/comparison.ts'
import { figuresOf } from '../engine/figures.ts'
import { missingParts } from '../engine/incomplete.ts'
import { scheduleOf } from '../engine/schedule.ts'
import type { Schedule } from '../engine/scheduleColumns.ts'
import { formatDay } from '../format/date.ts'
import { formatAmount, formatNumber } from '../format/number.ts'
import { toNumber } from '../rational.ts'
import { type ChartMarker, type ChartOptions, type ChartSource, dealKey } from './chart.ts'

/** Every crossing of a complete deal with a complete baseline: its month, date and amount, and who is cheaper from then on. */
export function crossingMarkers(
  { columns, context, style }: ChartSource,
  basis: ChartOptions['costBasis'],
): ChartMarker[] {
  if (!context.baseline) return []
  const baseline = scheduleOf(context.baseline)
  if (missingParts(figuresOf(context.baseline, context)).length > 0) return []
  const complete = columns.filter((figures) => missingParts(figures).length === 0)
  return complete.flatMap(({ breakEvens, terms: { deal } }) => {
    const breakEven = breakEvens?.[basis]
    return (breakEven?.crossings ?? []).map((crossing) => {
      const at = placeOf(crossing, breakEven!.origin)
      const value = costAt(baseline, at, basis)
      const month = formatNumber(toNumber(crossing.months), 3, style.locale)
      const after = afterWords[context.perspective][crossing.cheaperAfter]
      return {
        key: dealKey(deal.id),
        at,
        value,
        name: deal.name,
        text: `month ${month} · ${formatDay(crossing.day)} · ${formatAmount(Math.round(value), style)}, ${after}`,
      }
    })
  })
}

/** What a deal is beside the baseline once they have crossed. */
const afterWords = {
  buyer: { deal: 'then cheaper', baseline: 'then dearer' },
  provider: { deal: 'then earns less', baseline: 'then earns more' },
} as const

/** Where on the axis of days a crossing lies, with the part of its day. */
function placeOf({ months }: DatedCrossing, origin: number): number {
  const month = toNumber(months)
  const whole = Math.floor(month)
  const from = monthsAfter(origin, whole)
  return from + (month - whole) * (monthsAfter(origin, whole + 1) - from)
}

/** What the baseline has cost by then: straight within a day as it accrues, at the end of the day as it is paid. */
function costAt(baseline: Schedule, at: number, basis: ChartOptions['costBasis']): number {
  // What was divided into months comes back as days with a rounding of the last digit.
  const day = Math.floor(at + 1e-6)
  if (basis === 'paid') return paidThrough(baseline, day)
  const before = accruedBefore(baseline, day)
  return before + Math.max(0, at - day) * (accruedBefore(baseline, day + 1) - before)
}

import type { DayNumber } from '../days.ts'
import type { MinorUnits } from '../money.ts'
import type { Charge } from '../schema/charge.ts'
import { newCounts } from './column.ts'
import type { SeriesPlan } from './plan.ts'
import type { Timeline } from './timeline.ts'

/** What is billed at once for `[from, until)`. */
export interface Invoice {
  readonly from: DayNumber
  /** Exclusive. */
  readonly until: DayNumber
  readonly invoicedOn: DayNumber
  readonly paidOn: DayNumber
  readonly amount: MinorUnits
}

const monthsOf: Readonly<Record<Charge['frequency'], number>> = {
  monthly: 1,
  quarterly: 3,
  annual: 12,
}

/**
 * The invoice, by number, that each stretch belongs to, counted from the first month of its series: a yearly charge is
 * billed each twelve months from where it begins.
 */
export function linesOf(
  { from }: SeriesPlan,
  { count, monthOf, months }: Timeline,
  frequency: Charge['frequency'],
): Int32Array {
  const size = monthsOf[frequency]
  if (size === 1) return monthOf
  let first = 0
  while (first + 1 < months.length && months[first + 1]! <= from) first++
  const lines = newCounts(count)
  for (let i = 0; i < count; i++) lines[i] = Math.floor((monthOf[i]! - first) / size)
  return lines
}

/** The invoices of a series for amounts on its stretches, less what is credited on each. */
export function invoicesOf(
  series: SeriesPlan,
  { count, bounds }: Timeline,
  lines: Int32Array,
  amounts: Float64Array,
  credits: Float64Array,
): Invoice[] {
  const { from, until, charge } = series
  const inAdvance = charge.invoiced === 'advance'
  const invoices: Invoice[] = []
  let i = 0
  while (i < count && bounds[i]! < from) i++
  while (i < count && bounds[i]! < until) {
    const begins = bounds[i]!
    const line = lines[i]!
    let amount = 0
    for (; i < count && bounds[i]! < until && lines[i] === line; i++) amount += amounts[i]! - credits[i]!
    const ends = bounds[i]!
    const invoicedOn = inAdvance ? begins : ends
    invoices.push({ from: begins, until: ends, invoicedOn, paidOn: invoicedOn + charge.netDays, amount })
  }
  return invoices
}

import type { DayNumber } from '../days.ts'
import type { Charge } from '../schema/charge.ts'
import { newColumn, newCounts } from './column.ts'
import type { DatedAmounts } from './datedAmounts.ts'
import type { SeriesPlan } from './plan.ts'
import { stretchAt, type Timeline } from './timeline.ts'

/** The invoices of a series: invoice k bills `amounts[k]` for `[bounds[k], bounds[k + 1])`. */
export interface Invoices {
  readonly count: number
  /** Day numbers, one more than there are invoices. */
  readonly bounds: Int32Array
  readonly amounts: Float64Array
  readonly inAdvance: boolean
  readonly netDays: number
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
  { from, until, charge }: SeriesPlan,
  { count, bounds }: Timeline,
  lines: Int32Array,
  amounts: Float64Array,
  credits: Float64Array,
): Invoices {
  let first = 0
  while (first < count && bounds[first]! < from) first++
  let last = first
  while (last < count && bounds[last]! < until) last++
  const size = last > first ? lines[last - 1]! - lines[first]! + 1 : 0
  const [billedBounds, billed] = [newCounts(size + 1), newColumn(size)]
  for (let i = first; i < last; i++) {
    const line = lines[i]! - lines[first]!
    if (i === first || lines[i] !== lines[i - 1]) billedBounds[line] = bounds[i]!
    billed[line]! += amounts[i]! - credits[i]!
  }
  billedBounds[size] = bounds[last]!
  return {
    count: size,
    bounds: billedBounds,
    amounts: billed,
    inAdvance: charge.invoiced === 'advance',
    netDays: charge.netDays,
  }
}

export const invoicedOn = ({ bounds, inAdvance }: Invoices, k: number): DayNumber =>
  bounds[inAdvance ? k : k + 1]!

export const paidOn = (invoices: Invoices, k: number): DayNumber => invoicedOn(invoices, k) + invoices.netDays

/** The invoice that is the first to bill for a day or for one after it; null where none does. */
export function invoiceFrom(invoices: Invoices, day: DayNumber): number | null {
  const k = stretchAt(invoices, day)
  return k < invoices.count && day < invoices.bounds[k + 1]! ? k : null
}

/** What is billed by the days of its invoices, or, so many days later, of their payment. */
export function billedAmounts({ bounds, amounts, count, inAdvance }: Invoices, daysAfter = 0): DatedAmounts {
  const days = newCounts(count)
  const shift = inAdvance ? 0 : 1
  for (let k = 0; k < count; k++) days[k] = bounds[k + shift]! + daysAfter
  return { days, amounts }
}

import type { DayNumber } from '../days.ts'
import type { MinorUnits } from '../money.ts'
import type { Charge } from '../schema/charge.ts'
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
 * The invoice a billing month belongs to, counted from the first month of its series: a yearly charge is billed each
 * twelve months from where it begins.
 */
export function lineNumber(
  { from }: SeriesPlan,
  { months }: Timeline,
  frequency: Charge['frequency'],
): (month: number) => number {
  const size = monthsOf[frequency]
  if (size === 1) return (month) => month
  let first = 0
  while (first + 1 < months.length && months[first + 1]! <= from) first++
  return (month) => Math.floor((month - first) / size)
}

/** The invoices of a series for amounts on its stretches, less what is credited on each. */
export function invoicesOf(
  series: SeriesPlan,
  { count, bounds, monthOf }: Timeline,
  lineOf: (month: number) => number,
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
    const line = lineOf(monthOf[i]!)
    let amount = 0
    for (; i < count && bounds[i]! < until && lineOf(monthOf[i]!) === line; i++)
      amount += amounts[i]! - credits[i]!
    const ends = bounds[i]!
    const invoicedOn = inAdvance ? begins : ends
    invoices.push({ from: begins, until: ends, invoicedOn, paidOn: invoicedOn + charge.netDays, amount })
  }
  return invoices
}

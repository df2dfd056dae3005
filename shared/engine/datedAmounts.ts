import type { DayNumber } from '../days.ts'
import { exact, type MinorUnits } from '../money.ts'
import { newColumn, newCounts } from './column.ts'

/** What is due on one day. Below zero it comes back. */
export interface DatedAmount {
  readonly on: DayNumber
  readonly amount: MinorUnits
}

/** The same by the hundred, one amount a day, as columns of one length in the order of days. */
export interface DatedAmounts {
  readonly days: Int32Array
  readonly amounts: Float64Array
}

const noAmounts: DatedAmounts = { days: new Int32Array(0), amounts: new Float64Array(0) }

/** Amounts in any order as columns: those of one day are one. */
export function datedAmounts(all: readonly DatedAmount[]): DatedAmounts {
  if (all.length === 0) return noAmounts
  const [days, amounts] = [newCounts(all.length), newColumn(all.length)]
  let last = -1
  for (const { on, amount } of all.toSorted((a, b) => a.on - b.on)) {
    if (last < 0 || days[last] !== on) days[++last] = on
    amounts[last] = exact(amounts[last]! + amount)
  }
  return { days: days.subarray(0, last + 1), amounts: amounts.subarray(0, last + 1) }
}

/** Amounts from several places together: those of one day are one. */
export function together(parts: readonly DatedAmounts[]): DatedAmounts {
  const some = parts.filter(({ days }) => days.length > 0)
  return some.length < 2 ? (some[0] ?? noAmounts) : datedAmounts(some.flatMap(listed))
}

const listed = ({ days, amounts }: DatedAmounts): DatedAmount[] =>
  Array.from(days, (on, i) => ({ on, amount: amounts[i]! }))

import type { DayNumber } from '../days.ts'
import { exact, type MinorUnits, total } from '../money.ts'
import type { Party } from '../schema/deal.ts'
import { isContract, seriesUntil } from './accrual.ts'
import { type Credit, prepaymentCredits } from './advances.ts'
import { paidOn } from './invoices.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'
import { type Exit, keptUntil } from './termination.ts'

/** One part of the cash still to pay. */
export interface CashPart {
  kind:
    | 'invoice'
    | 'invoiceReturned'
    | 'once'
    | 'terminationFee'
    | 'prepayment'
    | 'credit'
    | 'creditReturned'
    | 'prepaidReturned'
  /** The day on which it is paid; null for what falls due by the exit itself, without a day of its own. */
  on: DayNumber | null
  /** Below zero where it comes back. */
  amount: MinorUnits
}

/**
 * Cash still to pay: what leaves the buyer's account from a date on under an exit, at minimum use and without power
 * and deposits. Invoices already paid count only by what is given back of them; prepaid instalments due after the end
 * of service are not owed.
 */
export const cashStillToPay = (schedule: Schedule, party: Party, asOf: DayNumber, exit: Exit): MinorUnits =>
  total(cashPartsToPay(schedule, party, asOf, exit).map(({ amount }) => amount))

/** The parts of the cash still to pay, those of nothing too. */
export function cashPartsToPay(
  schedule: Schedule,
  party: Party,
  asOf: DayNumber,
  exit: Exit,
): readonly CashPart[] {
  const { series, terms, end, oneOffs } = schedule
  const isEarly = exit.serviceEnds < end
  const ends = isEarly ? exit.serviceEnds : Infinity
  const parts: CashPart[] = []
  for (const each of series.filter(isContract)) {
    const { count, bounds } = each.invoices
    const owedUntil = isEarly && !terms.rights[party].refundsUnused ? keptUntil(schedule, each, ends) : ends
    for (let k = 0; k < count && bounds[k]! < owedUntil; k++) {
      const owed = seriesBetween(schedule, each, bounds[k]!, Math.min(bounds[k + 1]!, owedUntil))
      const whole = seriesBetween(schedule, each, bounds[k]!, bounds[k + 1]!)
      const on = paidOn(each.invoices, k)
      if (on >= asOf) parts.push({ kind: 'invoice', on, amount: owed })
      else parts.push({ kind: 'invoiceReturned', on: null, amount: exact(owed - whole) })
    }
  }
  for (const [i, on] of oneOffs.days.entries())
    if (asOf <= on && on < ends) parts.push({ kind: 'once', on, amount: oneOffs.amounts[i]! })
  parts.push({ kind: 'terminationFee', on: null, amount: exit.terminationFee })
  const creditsUnderExit = prepaymentCredits(schedule, ends)
  for (const [i, { advance, paid, credits, returned }] of schedule.advances().entries()) {
    if (advance.kind !== 'prepayment') continue
    const drawn = creditsUnderExit[i]!
    if (paid.on >= asOf && paid.on < ends) parts.push({ kind: 'prepayment', ...paid })
    for (const { paidOn: on, amount } of drawn)
      if (on >= asOf) parts.push({ kind: 'credit', on, amount: 0 - amount })
    // A credit already taken for days that are not served, or carried otherwise, is settled with the exit.
    parts.push({ kind: 'creditReturned', on: null, amount: before(credits, asOf) - before(drawn, asOf) })
    if (!isEarly) {
      if (returned && returned.on >= asOf)
        parts.push({ kind: 'prepaidReturned', on: returned.on, amount: 0 - returned.amount })
      continue
    }
    if (terms.rights[party].forfeitsPrepaid || paid.on >= ends) continue
    parts.push({
      kind: 'prepaidReturned',
      on: null,
      amount: exact(total(drawn.map(({ amount }) => amount)) - paid.amount),
    })
  }
  return parts
}

/** Credits taken off payments before a day. */
const before = (credits: readonly Credit[], day: DayNumber): MinorUnits =>
  total(credits.filter(({ paidOn: on }) => on < day).map(({ amount }) => amount))

const seriesBetween = (
  schedule: Schedule,
  series: SeriesColumns,
  from: DayNumber,
  until: DayNumber,
): MinorUnits => exact(seriesUntil(schedule, series, until) - seriesUntil(schedule, series, from))

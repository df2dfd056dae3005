import type { DayNumber } from '../days.ts'
import { exact, type MinorUnits, total } from '../money.ts'
import type { Party } from '../schema/deal.ts'
import { isContract, oneOffsBetween, seriesUntil } from './accrual.ts'
import { paidOn } from './invoices.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'
import { type Exit, keptUntil } from './termination.ts'

/**
 * Cash still to pay: what leaves the buyer's account from a date on under an exit, at minimum use and without power
 * and deposits. Invoices already paid count only by what is given back of them; prepaid instalments due after the end
 * of service are not owed.
 */
export function cashStillToPay(schedule: Schedule, party: Party, asOf: DayNumber, exit: Exit): MinorUnits {
  const { series, terms, end } = schedule
  const isEarly = exit.serviceEnds < end
  const ends = isEarly ? exit.serviceEnds : Infinity
  const invoiced = series.filter(isContract).flatMap((each) => {
    const owedUntil = isEarly && !terms.rights[party].refundsUnused ? keptUntil(schedule, each, ends) : ends
    return Array.from({ length: each.invoices.count }, (_, k) => {
      const [from, until] = [each.invoices.bounds[k]!, each.invoices.bounds[k + 1]!]
      if (from >= owedUntil) return 0
      const owed = seriesBetween(schedule, each, from, Math.min(until, owedUntil))
      const whole = seriesBetween(schedule, each, from, until)
      return paidOn(each.invoices, k) >= asOf ? owed : exact(owed - whole)
    })
  })
  const ahead = schedule
    .advances()
    .filter(({ advance }) => advance.kind === 'prepayment')
    .flatMap(({ paid, credits }) => [
      paid.on >= asOf && paid.on < ends ? paid.amount : 0,
      ...credits.filter(({ month, paidOn }) => paidOn >= asOf && month < ends).map(({ amount }) => -amount),
      isEarly && !terms.rights[party].forfeitsPrepaid && paid.on < ends
        ? -exact(paid.amount - total(credits.filter(({ month }) => month < ends).map(({ amount }) => amount)))
        : 0,
    ])
  return total([...invoiced, oneOffsBetween(schedule, asOf, ends), exit.terminationFee, ...ahead])
}

const seriesBetween = (
  schedule: Schedule,
  series: SeriesColumns,
  from: DayNumber,
  until: DayNumber,
): MinorUnits => exact(seriesUntil(schedule, series, until) - seriesUntil(schedule, series, from))

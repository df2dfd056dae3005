import { type DayNumber, monthsAfter } from '../days.ts'
import type { MinorUnits } from '../money.ts'
import type { Party } from '../schema/deal.ts'
import { cashStillToPay } from './cashToPay.ts'
import type { Schedule } from './scheduleColumns.ts'
import { exitOf } from './termination.ts'

/** What a party is bound to on one day, in minor units. */
export interface ExitPoint {
  on: DayNumber
  committed: MinorUnits
  atRisk: MinorUnits
  cashStillToPay: MinorUnits
  /** The first day without service. */
  serviceEnds: DayNumber
}

/** Exit cost, what is at risk and cash still to pay for a notice on each of these days; by default each month's first. */
export const exitCurve = (
  schedule: Schedule,
  party: Party,
  days: readonly DayNumber[] = monthStarts(schedule),
): ExitPoint[] =>
  days.map((on) => {
    const exit = exitOf(schedule, party, on)
    const { committed, atRisk, serviceEnds } = exit
    return { on, committed, atRisk, cashStillToPay: cashStillToPay(schedule, party, on, exit), serviceEnds }
  })

/** The start of a deal and each month after it, to its end. */
function monthStarts({ start, end }: Schedule): DayNumber[] {
  const days: DayNumber[] = []
  for (let day = start; day < end; day = monthsAfter(start, days.length)) days.push(day)
  return [...days, end]
}

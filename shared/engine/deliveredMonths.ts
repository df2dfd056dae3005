import type { DayNumber } from '../days.ts'
import { exact, type MinorUnits } from '../money.ts'
import { remembered } from '../remembered.ts'
import { accruedUntil } from './accrual.ts'
import { monthsBetween, stretchesWithin } from './calendarMonths.ts'
import { deliveredShare } from './capacity.ts'
import type { Schedule } from './scheduleColumns.ts'

/** What one calendar month of a deal delivers, and the fees for it. */
export interface DeliveredMonth {
  /** Share of contracted capacity in service, over the month's days of service, 0 to 1. */
  share: number
  /** Minor units. */
  fees: MinorUnits
  /** Nothing where a tranche does not state them. */
  gpuHours: number
  megawattMonths: number
}

/**
 * Delivery and fees of each calendar month with service, by its first day. A GPU-hour is an hour of the month's own
 * days, a MW-month the month's days of service over all its days. Fees are recurring fees and minimums; what is paid
 * once, use beyond a minimum and power are apart.
 */
export const deliveredMonths = remembered((schedule: Schedule): ReadonlyMap<DayNumber, DeliveredMonth> => {
  const days = monthsBetween(schedule.start, schedule.end)
  return new Map(
    days.slice(0, -1).map((month, i) => [month, deliveredMonth(schedule, month, days[i + 1]!)] as const),
  )
})

function deliveredMonth(schedule: Schedule, from: DayNumber, until: DayNumber): DeliveredMonth {
  const { capacity, plan, timeline } = schedule
  let [served, serviceDays, gpuHours, megawattMonths] = [0, 0, 0, 0]
  stretchesWithin(schedule, from, until, (i, days) => {
    const { numerator, denominator } = deliveredShare(plan.capacities, timeline.bounds[i]!)
    serviceDays += days
    served += (numerator / denominator) * days
    gpuHours += (capacity.deliveredGpus?.[i] ?? 0) * days * 24
    megawattMonths += (((capacity.deliveredKilowatts?.[i] ?? 0) / 1000) * days) / (until - from)
  })
  const fees = exact(accruedUntil(schedule, until) - accruedUntil(schedule, from))
  return { share: served / serviceDays, fees, gpuHours, megawattMonths }
}

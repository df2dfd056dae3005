import type { DayNumber } from '../days.ts'
import { remembered } from '../remembered.ts'
import { isContract } from './accrual.ts'
import { monthsBetween, stretchesWithin } from './calendarMonths.ts'
import { deliveredOf, isDue, weightsOf } from './capacity.ts'
import { hoursInMonth } from './contractRate.ts'
import { levelledUsage } from './levelledUsage.ts'
import { isByHour } from './recurring.ts'
import type { Schedule } from './scheduleColumns.ts'

/** The capacity delivered in one calendar month of a deal, and its fees at expected usage. */
export interface DeliveredMonth {
  /** Capacity in service over the most that is contracted at once, over the month's days of service: 0 to 1. */
  share: number
  /** Fees by the month and fees by the hour, in minor units as floats: recurring, and metered at expected usage. */
  monthlyFees: number
  hourlyFees: number
  /** The delivered capacity, as monthly fees count it and in hours; nothing where a tranche does not state it. */
  gpuMonths: number
  gpuHours: number
  megawattMonths: number
  megawattHours: number
}

/** Delivery and fees of each calendar month with service, by its first day. One-off fees and power are apart. */
export const deliveredMonths = remembered((schedule: Schedule): ReadonlyMap<DayNumber, DeliveredMonth> => {
  const days = monthsBetween(schedule.start, schedule.end)
  const fees = schedule.series
    .filter(isContract)
    .map((series) => ({ series, amounts: levelledUsage(series, schedule) }))
  const shares = sharesOfPeak(schedule)
  const monthOf = (from: DayNumber, until: DayNumber): DeliveredMonth => {
    const month = {
      monthlyFees: 0,
      hourlyFees: 0,
      gpuMonths: 0,
      gpuHours: 0,
      megawattMonths: 0,
      megawattHours: 0,
    }
    let [served, serviceDays] = [0, 0]
    const { capacity, timeline, plan } = schedule
    stretchesWithin(schedule, from, until, (i, first, last) => {
      const days = last - first
      const parts = plan.billing.partsOf(first, last)
      serviceDays += days
      served += shares[i]! * days
      const gpus = capacity.deliveredGpus?.[i] ?? 0
      const megawatts = (capacity.deliveredKilowatts?.[i] ?? 0) / 1000
      const months = parts / timeline.monthParts[i]!
      month.gpuMonths += gpus * months
      month.gpuHours += gpus * days * 24
      month.megawattMonths += megawatts * months
      month.megawattHours += megawatts * days * 24
      for (const { series, amounts } of fees)
        if (isByHour(series.plan, first))
          month.hourlyFees += (amounts[i]! * days) / (timeline.bounds[i + 1]! - timeline.bounds[i]!)
        else if (timeline.parts[i]! > 0) month.monthlyFees += (amounts[i]! * parts) / timeline.parts[i]!
    })
    return { share: served / serviceDays, ...month }
  }
  return new Map(days.slice(0, -1).map((month, i) => [month, monthOf(month, days[i + 1]!)] as const))
})

/**
 * The price of what some months deliver, in minor units as a float: fees by the month over a month of 730 hours, fees by
 * the hour over the hours there are, so that a constant price is one whatever a month's length. Null where nothing is delivered.
 */
export function priceOfDelivered(
  months: readonly DeliveredMonth[],
  unit: 'gpuHour' | 'megawattMonth',
): number | null {
  const sum = (of: (month: DeliveredMonth) => number) => months.reduce((all, month) => all + of(month), 0)
  const isByGpu = unit === 'gpuHour'
  const unitMonths = sum(({ gpuMonths, megawattMonths }) => (isByGpu ? gpuMonths : megawattMonths))
  const unitHours = sum(({ gpuHours, megawattHours }) => (isByGpu ? gpuHours : megawattHours))
  if (unitHours <= 0) return null
  const monthly = unitMonths > 0 ? sum(({ monthlyFees }) => monthlyFees) / unitMonths : 0
  const hourly = sum(({ hourlyFees }) => hourlyFees) / unitHours
  return isByGpu ? monthly / hoursInMonth + hourly : monthly + hourly * hoursInMonth
}

/** On each stretch, the capacity in service over the most that is due at once: by GPUs, else by power, else by tranches. */
function sharesOfPeak({ plan: { capacities }, timeline: { bounds, count } }: Schedule): number[] {
  const weights = weightsOf(capacities)
  const sumOn = (day: DayNumber, of: (tranche: number) => number) =>
    capacities.reduce((sum, capacity, k) => sum + (isDue(capacity, day) ? weights[k]! * of(k) : 0), 0)
  const days = Array.from(bounds.subarray(0, count))
  const peak = days.reduce(
    (most, day) =>
      Math.max(
        most,
        sumOn(day, () => 1),
      ),
    0,
  )
  return days.map((day) => {
    const delivered = sumOn(day, (k) => {
      const { numerator, denominator } = deliveredOf(capacities[k]!, day)
      return numerator / denominator
    })
    return peak === 0 ? 1 : delivered / peak
  })
}

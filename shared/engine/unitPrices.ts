import type { MinorUnits } from '../money.ts'
import { sumColumn } from './accrual.ts'
import type { Schedule } from './scheduleColumns.ts'

export const hoursInYear = 8760

/** Prices a unit of capacity, in minor units as floats; null where a deal does not state the capacity. */
export interface UnitPrices {
  /** The standard fee of the first month in which all is due, a contracted MW and month. */
  perMegawattMonth: number | null
  perKilowattMonth: number | null
  /** Twelve of them a contracted GPU and 8,760 hours. */
  perGpuHour: number | null
  /** Total contract value over what is contracted, and over what is delivered; hours are days times 24. */
  perContractedGpuHour: number | null
  perDeliveredGpuHour: number | null
  perDeliveredMegawattMonth: number | null
  /** Power passed through over kilowatt-hours cannot be told apart by tranche; total over delivered critical kWh. */
  perDeliveredKilowattHour: number | null
  /** Contracted and delivered GPU-hours of the term. */
  contractedGpuHours: number | null
  deliveredGpuHours: number | null
  /** The price a contracted GPU-hour over the price on demand; null without one. Over 1 on demand is cheaper at any use. */
  breakEvenUtilisation: number | null
}

export function unitPrices(
  schedule: Schedule,
  { totalContractValue }: { totalContractValue: MinorUnits },
  onDemandPrice: number | null,
): UnitPrices {
  const { timeline, capacity, plan } = schedule
  const { kilowatts, gpus, deliveredGpus, deliveredKilowatts } = capacity
  let [contractedHours, deliveredHours, kilowattMonths, kilowattHours] = [0, 0, 0, 0]
  for (let i = 0; i < timeline.count; i++) {
    const units = unitsOn(schedule, i)
    contractedHours += units.contractedGpuHours
    deliveredHours += units.deliveredGpuHours
    kilowattMonths += units.deliveredKilowattMonths
    kilowattHours += units.deliveredKilowattHours
  }
  const over = (value: number, units: number | null | undefined) =>
    units !== null && units !== undefined && units > 0 ? value / units : null
  const month = fullMonth(schedule)
  const perKilowattMonth = over(month.standard, kilowatts?.[month.at])
  const perGpuMonth = over(month.standard, gpus?.[month.at])
  const perGpuHour = perGpuMonth === null ? null : (perGpuMonth * 12) / hoursInYear
  const onDemand = onDemandPrice === null ? 0 : (onDemandPrice * 10 ** plan.digits) / 1_000_000
  return {
    perMegawattMonth: perKilowattMonth === null ? null : perKilowattMonth * 1000,
    perKilowattMonth,
    perGpuHour,
    perContractedGpuHour: over(totalContractValue, gpus && contractedHours),
    perDeliveredGpuHour: over(totalContractValue, deliveredGpus && deliveredHours),
    perDeliveredMegawattMonth: over(totalContractValue, deliveredKilowatts && kilowattMonths / 1000),
    perDeliveredKilowattHour: over(totalContractValue, deliveredKilowatts && kilowattHours),
    contractedGpuHours: gpus && contractedHours,
    deliveredGpuHours: deliveredGpus && deliveredHours,
    breakEvenUtilisation: perGpuHour !== null && onDemand > 0 ? perGpuHour / onDemand : null,
  }
}

/** What a stretch of a schedule holds of capacity; 0 where the deal does not state it. */
export interface CapacityUnits {
  contractedGpuHours: number
  deliveredGpuHours: number
  deliveredKilowattMonths: number
  deliveredKilowattHours: number
}

/** The capacity of one stretch over its time: hours are days times 24, months what it counts of its billing month. */
export function unitsOn(
  { timeline: { bounds, parts, monthParts }, capacity }: Schedule,
  i: number,
): CapacityUnits {
  const hours = (bounds[i + 1]! - bounds[i]!) * 24
  const kilowatts = capacity.deliveredKilowatts?.[i] ?? 0
  return {
    contractedGpuHours: (capacity.gpus?.[i] ?? 0) * hours,
    deliveredGpuHours: (capacity.deliveredGpus?.[i] ?? 0) * hours,
    deliveredKilowattMonths: kilowatts * (parts[i]! / monthParts[i]!),
    deliveredKilowattHours: kilowatts * hours,
  }
}

/**
 * The standard fee of a whole month, from the first stretch on which the most capacity is due; before any escalation. It
 * is read off all of that month in which nothing begins or ends, so that another date in it cuts no line in parts.
 */
export function fullMonth(schedule: Schedule): { at: number; standard: number } {
  const { timeline, capacity, base } = schedule
  const { count, parts, monthParts } = timeline
  const size = capacity.gpus ?? capacity.kilowatts
  let at = 0
  if (size) for (let i = 1; i < count; i++) if (size[i]! > size[at]!) at = i
  let [fee, part] = [base[at]!, parts[at]!]
  for (let i = at + 1; i < count && goesOn(schedule, at, i); i++) {
    fee += base[i]!
    part += parts[i]!
  }
  const share = part / monthParts[at]!
  return { at, standard: share > 0 ? fee / share : sumColumn(base) / count }
}

/** Whether a stretch is of the same month as one before it, with the same capacity and charges. */
function goesOn({ timeline, capacity, plan }: Schedule, before: number, i: number): boolean {
  const { bounds, monthOf } = timeline
  const size = capacity.gpus ?? capacity.kilowatts
  return (
    monthOf[i] === monthOf[before] &&
    (!size || size[i] === size[before]) &&
    plan.series.every(({ from, until }) => from !== bounds[i] && until !== bounds[i])
  )
}

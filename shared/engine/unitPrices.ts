import type { MinorUnits } from '../money.ts'
import { divide, multiply, type Rational, rational, toNumber } from '../rational.ts'
import { type ContractRate, contractRate, hoursInMonth } from './contractRate.ts'
import type { Schedule } from './scheduleColumns.ts'

/** Prices per unit of capacity, in minor units as floats; null where a deal does not state the capacity. */
export interface UnitPrices {
  /** The contract's rate at full usage per contracted MW or kW and month; see `contractRate`. */
  perMegawattMonth: number | null
  perKilowattMonth: number | null
  /** The same per contracted GPU and hour. */
  perGpuHour: number | null
  /** Contract value at expected usage over what is contracted, and over what is delivered; hours are days times 24. */
  perContractedGpuHour: number | null
  perDeliveredGpuHour: number | null
  perDeliveredMegawattMonth: number | null
  /** Over delivered critical kWh: power passed through cannot be told apart by tranche. */
  perDeliveredKilowattHour: number | null
  /** Contracted and delivered GPU-hours of the term. */
  contractedGpuHours: number | null
  deliveredGpuHours: number | null
  /** The rate per GPU-hour over the price on demand; null without one. Over 1 on demand is cheaper at any utilisation. */
  breakEvenUtilisation: number | null
}

export function unitPrices(
  schedule: Schedule,
  valueAtExpectedUsage: MinorUnits,
  onDemandPrice: number | null,
): UnitPrices {
  const { timeline, capacity, plan } = schedule
  const { gpus, deliveredGpus, deliveredKilowatts } = capacity
  let [contractedHours, deliveredHours, kilowattMonths, kilowattHours] = [0, 0, 0, 0]
  for (let i = 0; i < timeline.count; i++) {
    const units = unitsOn(schedule, i)
    contractedHours += units.contractedGpuHours
    deliveredHours += units.deliveredGpuHours
    kilowattMonths += units.deliveredKilowattMonths
    kilowattHours += units.deliveredKilowattHours
  }
  const over = (units: number | null) => (units !== null && units > 0 ? valueAtExpectedUsage / units : null)
  const rates = ratesOf(contractRate(schedule))
  const onDemand = rational(onDemandPrice ?? 0)
  return {
    perMegawattMonth: rates.perKilowattMonth && toNumber(multiply(rates.perKilowattMonth, rational(1000))),
    perKilowattMonth: rates.perKilowattMonth && toNumber(rates.perKilowattMonth),
    perGpuHour: rates.perGpuHour && toNumber(rates.perGpuHour),
    perContractedGpuHour: over(gpus && contractedHours),
    perDeliveredGpuHour: over(deliveredGpus && deliveredHours),
    perDeliveredMegawattMonth: over(deliveredKilowatts && kilowattMonths / 1000),
    perDeliveredKilowattHour: over(deliveredKilowatts && kilowattHours),
    contractedGpuHours: gpus && contractedHours,
    deliveredGpuHours: deliveredGpus && deliveredHours,
    breakEvenUtilisation:
      rates.perGpuHour && onDemand.numerator > 0n
        ? toNumber(divide(multiply(rates.perGpuHour, rational(1_000_000, 10 ** plan.digits)), onDemand))
        : null,
  }
}

/** A rate per unit, exact; null where the units are not stated. */
function ratesOf({ perMonth, gpus, kilowatts }: ContractRate): {
  perGpuHour: Rational | null
  perKilowattMonth: Rational | null
} {
  return {
    perGpuHour: gpus ? divide(perMonth, rational(gpus * hoursInMonth)) : null,
    perKilowattMonth: kilowatts ? divide(perMonth, rational(kilowatts)) : null,
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

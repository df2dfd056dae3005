import {
  anchoredMonths,
  anchoredPeriod,
  calendarMonths,
  type DayNumber,
  fromDayNumber,
  startOfMonth,
  startOfNextMonth,
} from '../days.ts'
import type { Deal } from '../schema/deal.ts'

/** A billing month: whole, whether or not the term covers it. */
export interface BillingMonth {
  from: DayNumber
  /** Exclusive. */
  until: DayNumber
}

/** How a deal divides its term into months, and how a part of a month counts. */
export interface Billing {
  /** The billing month that holds a day of the term. */
  monthOf(day: DayNumber): BillingMonth
  /** What a stretch of one billing month counts, or a whole one: integers that add up over neighbouring stretches. */
  partsOf(from: DayNumber, until: DayNumber): number
  /** A date on an axis of billing months, a day being its share of its own: differences are months, as floats. */
  axis(day: DayNumber): number
}

/**
 * Billing months are calendar months, whose ends are prorated, or contract months, month k running from
 * monthsAfter(start, k) to monthsAfter(start, k + 1). A part counts its actual days, or, as 30E/360 (ISDA 2006, section
 * 4.16 (g)), the days of a year of twelve months of thirty.
 */
export function billingOf({ billingMonths, partMonths }: Deal, start: DayNumber): Billing {
  const isActual = partMonths === 'actual'
  const partsOf = isActual ? actualDays : thirtyDayMonths
  if (billingMonths === 'contract')
    return {
      monthOf: (day) => anchoredPeriod(start, day),
      partsOf,
      axis: (day) => anchoredMonths(start, day),
    }
  return {
    monthOf: calendarMonth,
    partsOf,
    axis: isActual ? calendarMonths : (day) => thirtyDayPlace(day) / 30,
  }
}

const calendarMonth = (day: DayNumber): BillingMonth => ({
  from: startOfMonth(day),
  until: startOfNextMonth(day),
})

const actualDays = (from: DayNumber, until: DayNumber): number => until - from

const thirtyDayMonths = (from: DayNumber, until: DayNumber): number =>
  thirtyDayPlace(until) - thirtyDayPlace(from)

/** A place on an axis of months of thirty days: the 31st is the 30th again. */
function thirtyDayPlace(day: DayNumber): number {
  const { year, month, day: dayOfMonth } = fromDayNumber(day)
  return (year * 12 + month) * 30 + Math.min(dayOfMonth, 30)
}

import {
  anchoredPeriod,
  type DayNumber,
  daysInMonth,
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
  /** The billing month that holds any day. */
  monthOf(day: DayNumber): BillingMonth
  /** What a stretch of one billing month counts, or a whole one: integers that add up over neighbouring stretches. */
  partsOf(from: DayNumber, until: DayNumber): number
  /** Every day in `[from, until)` from which parts of a month do not run on as days do: none where they are days. */
  unevenDays(from: DayNumber, until: DayNumber): DayNumber[]
  /** The first day of each billing month from the one that holds `start`, until one reaches `end` or passes it. */
  months(start: DayNumber, end: DayNumber): DayNumber[]
  /** A date on an axis of billing months, a day being its share of its own: differences are months, as floats. */
  axis(day: DayNumber): number
}

/**
 * Billing months are calendar months, whose ends are prorated, or contract months, month k running from
 * monthsAfter(start, k) to monthsAfter(start, k + 1). A part counts its actual days, or, as 30E/360 (ISDA 2006, section
 * 4.16 (g)), the days of a year of twelve months of thirty.
 */
export function billingOf({ billingMonths, partMonths }: Deal, start: DayNumber): Billing {
  const partsOf = partMonths === 'actual' ? actualDays : thirtyDayMonths
  const isContract = billingMonths === 'contract'
  const monthOf = isContract ? (day: DayNumber) => anchoredPeriod(start, day) : calendarMonth
  const anchorDay = isContract ? fromDayNumber(start).day : 1
  return {
    monthOf,
    partsOf,
    unevenDays: partMonths === 'actual' ? () => [] : endsOfMonths,
    months: (from, end) => monthsFrom(monthOf(from).from, anchorDay, end),
    axis(day) {
      const month = monthOf(day)
      const place = partsOf(month.from, day) / partsOf(month.from, month.until)
      return monthIndex(month.from) + place
    },
  }
}

function calendarMonth(date: DayNumber): BillingMonth {
  const { year, month, day } = fromDayNumber(date)
  const from = date - day + 1
  return { from, until: from + daysInMonth(year, month) }
}

function monthIndex(day: DayNumber): number {
  const { year, month } = fromDayNumber(day)
  return year * 12 + month - 1
}

/** Months that begin on one day of the month, clamped to the month's end, without a date for each. */
function monthsFrom(first: DayNumber, anchorDay: number, end: DayNumber): DayNumber[] {
  const from = fromDayNumber(first)
  let { year, month } = from
  let startOfCalendarMonth = first - from.day + 1
  const days = [first]
  for (let day = first; day < end; days.push(day)) {
    startOfCalendarMonth += daysInMonth(year, month)
    if (++month > 12) [year, month] = [year + 1, 1]
    day = startOfCalendarMonth + Math.min(anchorDay, daysInMonth(year, month)) - 1
  }
  return days
}

/** The days on which a month of thirty days bends: the 30th, and the last and the first of a calendar month. */
function endsOfMonths(from: DayNumber, until: DayNumber): DayNumber[] {
  const days: DayNumber[] = []
  for (let first = startOfMonth(from); first < until;) {
    const next = startOfNextMonth(first)
    days.push(first, Math.min(first + 29, next - 1), next - 1)
    first = next
  }
  return days.filter((day) => from <= day && day < until)
}

const actualDays = (from: DayNumber, until: DayNumber): number => until - from

const thirtyDayMonths = (from: DayNumber, until: DayNumber): number =>
  thirtyDayPlace(until) - thirtyDayPlace(from)

/** A place on an axis of months of thirty days: the 31st is the 30th again. */
function thirtyDayPlace(day: DayNumber): number {
  const { year, month, day: dayOfMonth } = fromDayNumber(day)
  return (year * 12 + month) * 30 + Math.min(dayOfMonth, 30)
}

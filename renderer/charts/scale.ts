import { monthsAfter, type DayNumber, fromDayNumber, startOfMonth } from '../../shared/days.ts'
import { monthNames } from '../../shared/format/date.ts'
import { currencySymbol, formatNumber, type NumberStyle } from '../../shared/format/number.ts'
import { currencyDigits } from '../../shared/money.ts'

/** Both charts and the strip between them share these, so that months stand above each other. */
export const margin = { top: 8, right: 20, bottom: 0, left: 0 }
export const axisWidth = 54

/** Minor units as the number an axis shows: billions of the currency, or millions where billions are too coarse. */
export interface MoneyScale {
  /** Minor units in one unit of the axis. */
  divisor: number
  /** A value of the axis as its tick; the highest says the unit of all: `$1.5 B`. */
  format(value: number, isHighest: boolean): string
}

export function moneyScale(largest: number, style: NumberStyle): MoneyScale {
  const one = 10 ** (currencyDigits[style.currency] ?? 2)
  const [size, letter] = largest >= 500_000_000 * one ? ([10 ** 9, 'B'] as const) : ([10 ** 6, 'M'] as const)
  return {
    divisor: one * size,
    format(value, isHighest) {
      const text = formatNumber(value, decimalsOf(value), style.locale)
      return isHighest ? `${currencySymbol(style)}${text}\u00a0${letter}` : text
    },
  }
}

const decimalsOf = (value: number) =>
  [0, 1, 2].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) ?? 3

/** First days of January and July (or of every January over long terms) between two days. */
export function dateTicks(from: DayNumber, until: DayNumber): DayNumber[] {
  const years = (until - from) / 365
  const every = years > 12 ? 24 : years > 6 ? 12 : years > 1.6 ? 6 : 3
  const ticks: DayNumber[] = []
  for (let day = startOfMonth(from); day <= until; day = monthsAfter(day, 1)) {
    const { year, month } = fromDayNumber(day)
    if (day >= from && (year * 12 + month - 1) % every === 0) ticks.push(day)
  }
  return ticks
}

/** `Jul 26`. */
export function formatTick(day: DayNumber): string {
  const { year, month } = fromDayNumber(day)
  return `${monthNames[month - 1]} ${String(year % 100).padStart(2, '0')}`
}

/** Round values that span a range, four or so, zero among them where the range holds it. */
export function niceTicks(low: number, high: number): number[] {
  const span = high - low || 1
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)]
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

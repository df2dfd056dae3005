import { monthsAfter, type DayNumber, fromDayNumber, startOfMonth } from '../days.ts'
import { monthNames } from '../format/date.ts'
import { currencySymbol, formatNumber, formatPrice, type NumberStyle } from '../format/number.ts'
import { currencyDigits } from '../money.ts'
import type { Chart } from './chart.ts'

/** The vertical axis of a chart, in the unit of its values. */
export interface ValueScale {
  low: number
  high: number
  ticks: readonly number[]
  format(value: number): string
}

/** The scale all of a chart fits on; areas and bars stand on each other. */
export function valueScale(chart: Chart, style: NumberStyle): ValueScale {
  const { low, high } = rangeOf(chart)
  const one = 10 ** (currencyDigits[style.currency] ?? 2)
  if (chart.measure === 'price' && high < largestPrice * one) {
    const ticks = niceTicks(low / one, high / one)
    const decimals = Math.max(...ticks.map(decimalsOf))
    return inUnits(ticks, one, (value) => formatPrice(value, decimals, style))
  }
  const money = moneyScale(Math.max(-low, high), style)
  const ticks = niceTicks(low / money.divisor, high / money.divisor)
  return inUnits(ticks, money.divisor, (value) => money.format(value, value === ticks.at(-1)))
}

/** Units of the currency up to which a price stands on its axis to the cent, rather than as an amount. */
const largestPrice = 1000

const inUnits = (ticks: readonly number[], one: number, format: (value: number) => string): ValueScale => ({
  low: ticks[0]! * one,
  high: ticks.at(-1)! * one,
  ticks: ticks.map((tick) => tick * one),
  format: (value) => format(ticks.find((tick) => Math.abs(tick * one - value) < one * 1e-9) ?? value / one),
})

/** The lowest and the highest of what is drawn, zero among them. */
function rangeOf({ series, rows }: Chart): { low: number; high: number } {
  let [low, high] = [0, 0]
  for (const { values } of rows) {
    let [above, below] = [0, 0]
    for (const [i, { shape, isBeyondScale }] of series.entries()) {
      const value = values[i] ?? 0
      if (isBeyondScale) continue
      if (shape === 'line' || shape === 'step') {
        low = Math.min(low, value)
        high = Math.max(high, value)
      } else if (value < 0) below += value
      else above += value
    }
    low = Math.min(low, below)
    high = Math.max(high, above)
  }
  return { low, high }
}

/** Minor units as the number an axis shows: billions of the currency, or what is less coarse. */
interface MoneyScale {
  /** Minor units in one unit of the axis. */
  divisor: number
  /** A value of the axis as its tick; the highest says the unit of all: `$1.5 B`. */
  format(value: number, isHighest: boolean): string
}

function moneyScale(largest: number, style: NumberStyle): MoneyScale {
  const one = 10 ** (currencyDigits[style.currency] ?? 2)
  const [size, letter] = sizes.find(([each]) => largest >= (each / 2) * one) ?? sizes.at(-1)!
  return {
    divisor: one * size,
    format(value, isHighest) {
      const text = formatNumber(value, decimalsOf(value), style.locale)
      return isHighest ? `${currencySymbol(style)}${text}${letter}` : text
    },
  }
}

const sizes = [
  [10 ** 9, '\u00a0B'],
  [10 ** 6, '\u00a0M'],
  [10 ** 3, '\u00a0k'],
  [1, ''],
] as const

const decimalsOf = (value: number) =>
  [0, 1, 2].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) ?? 3

/** Months from one tick of dates to the next. */
const monthSteps = [1, 3, 6, 12, 24, 60, 120, 240] as const

/**
 * First days of months between two days, evenly apart and no more than so many: of the month a year begins with, of that
 * and the one half a year on, and so on.
 */
export function dateTicks(from: DayNumber, until: DayNumber, most: number, yearStart: number): DayNumber[] {
  const months = ((until - from) / 365.25) * 12
  const every = monthSteps.find((step) => months / step <= most) ?? 480
  const ticks: DayNumber[] = []
  for (let day = startOfMonth(from); day <= until; day = monthsAfter(day, 1)) {
    const { year, month } = fromDayNumber(day)
    if (day >= from && (year * 12 + month - yearStart) % every === 0) ticks.push(day)
  }
  return ticks
}

/** `Jul 26`. */
export function formatTick(day: DayNumber): string {
  const { year, month } = fromDayNumber(day)
  return `${monthNames[month - 1]} ${String(year % 100).padStart(2, '0')}`
}

/**
 * Round values that span a range, zero among them where the range holds it: of steps that make three to five of it, the
 * one that leaves least of the plot empty, and among equals the widest.
 */
function niceTicks(low: number, high: number): number[] {
  const span = high - low || 1
  const power = 10 ** Math.floor(Math.log10(span / 5))
  const steps = [25, 20, 10, 5, 2.5, 2, 1].map((factor) => ticksBy(factor * power, low, low + span))
  const fitting = steps.filter(({ length }) => length >= 4 && length <= 6)
  const reach = (ticks: readonly number[]) => ticks.at(-1)! - ticks[0]!
  return fitting.reduce((best, ticks) => (reach(ticks) < reach(best) * 0.999 ? ticks : best))
}

function ticksBy(step: number, low: number, high: number): number[] {
  // What is a whole number of steps but for the last digits of a float is one.
  const steps = (value: number) => Number((value / step).toPrecision(12))
  const [first, last] = [Math.floor(steps(low)), Math.ceil(steps(high))]
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

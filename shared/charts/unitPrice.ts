import { inSentence } from '../format/names.ts'
import { monthsBetween } from '../engine/calendarMonths.ts'
import { deliveredMonths, priceOfDelivered } from '../engine/deliveredMonths.ts'
import { hoursInMonth } from '../engine/contractRate.ts'
import { scheduleOf } from '../engine/schedule.ts'
import type { Schedule } from '../engine/scheduleColumns.ts'
import type { DayNumber } from '../days.ts'
import { formatPrice } from '../format/number.ts'
import { currencyDigits } from '../money.ts'
import { type Chart, type ChartOptions, type ChartSource, dealSeries, mostPoints } from './chart.ts'
import { periodsOf } from './periods.ts'

const words = {
  gpuHour: { unit: 'GPU-hour', over: 'the GPU-hours delivered', decimals: 2 },
  megawattMonth: { unit: 'MW-month', over: 'the MW-months delivered', decimals: 0 },
} as const

/** The price of each month's service per delivered unit of capacity. */
export function unitPriceChart(source: ChartSource, { priceUnit }: ChartOptions): Chart {
  const { columns, style } = source
  const schedules = columns.map(({ terms }) => scheduleOf(terms))
  const months =
    schedules.length === 0
      ? []
      : monthsBetween(
          Math.min(...schedules.map(({ start }) => start)),
          Math.max(...schedules.map(({ end }) => end)),
        )
  const { unit: period, all: periods } = periodsOf(months.slice(0, -1), mostPoints, source.yearStart)
  const { unit, over, decimals } = words[priceUnit]
  const one = 10 ** (currencyDigits[style.currency] ?? 2)
  const silent = columns.filter(({ terms: { tranches } }) =>
    tranches.some(({ tranche }) => tranche[priceUnit === 'gpuHour' ? 'gpus' : 'kilowatts'] === null),
  )
  return {
    id: 'unitPrice',
    title: `Price per ${unit} by ${period}`,
    caption: `fees for the ${period}’s service at expected usage over ${over}, a month being ${hoursInMonth} hours; a gap where nothing is delivered`,
    axis: period === 'month' ? 'Month' : period === 'quarter' ? 'Quarter' : 'Year',
    from: periods[0]?.from ?? 0,
    until: periods.at(-1)?.until ?? 1,
    yearStart: source.yearStart,
    series: columns.map((_, column) => dealSeries(source, column, 'step')),
    rows: periods.map(({ from, until, label, months: within }) => ({
      at: from,
      until,
      label,
      values: schedules.map((schedule) => priceOver(schedule, within, priceUnit)),
    })),
    markers: [],
    strip: null,
    notes: silent.map(
      ({ terms: { deal } }) =>
        `${inSentence(deal.name)} does not state its ${priceUnit === 'gpuHour' ? 'GPUs' : 'power'}.`,
    ),
    isDifference: false,
    format: (value) => `${formatPrice(value / one, decimals, style)} per ${unit}`,
    measure: 'price',
  }
}

/** The price of what some months deliver; null where nothing is delivered. */
function priceOver(
  schedule: Schedule,
  months: readonly DayNumber[],
  priceUnit: ChartOptions['priceUnit'],
): number | null {
  const delivered = deliveredMonths(schedule)
  return priceOfDelivered(
    months.flatMap((month) => delivered.get(month) ?? []),
    priceUnit,
  )
}

import type { DayNumber } from '../days.ts'
import { monthsBetween, spanOf } from '../engine/calendarMonths.ts'
import {
  type CostKind,
  costKinds,
  costOfService,
  costPaid,
  type MonthsOfKinds,
  sumOfKinds,
} from '../engine/costKinds.ts'
import { deliveredMonths } from '../engine/deliveredMonths.ts'
import { scheduleOf } from '../engine/schedule.ts'
import type { Schedule } from '../engine/scheduleColumns.ts'
import { formatAmount } from '../format/number.ts'
import { exact } from '../money.ts'
import {
  type Chart,
  type ChartOptions,
  type ChartSeries,
  type ChartSource,
  dealKey,
  dealSeries,
  mostBars,
} from './chart.ts'
import { type Period, periodsOf } from './periods.ts'

const kindNames: Readonly<Record<CostKind, string>> = {
  fixed: 'Fixed fees',
  minimum: 'Metered minimum',
  usage: 'Use beyond the minimum',
  power: 'Power passed through',
  oneOff: 'Fees paid once',
  prepayment: 'Prepayment, less what is credited',
  deposit: 'Deposit, and its return',
  credits: 'Credits',
}

/** What each month costs: the selected deal by kind as bars, and the total of every deal as a line. */
export function paymentsChart(source: ChartSource, { paymentsBy }: ChartOptions): Chart {
  const { context, columns, style, selected } = source
  const schedules = columns.map(({ terms }) => scheduleOf(terms))
  const ofDeals = schedules.map(paymentsBy === 'service' ? costOfService : costPaid)
  const { unit, all: periods } = periodsOf(monthsOf(schedules, ofDeals), mostBars, source.yearStart)
  const totals = ofDeals.map((months) => periods.map((period) => totalOf(months, period)))
  const kinds = costKinds.filter((kind) =>
    [...(ofDeals[selected]?.values() ?? [])].some((amounts) => amounts[kind] !== undefined),
  )
  const kindAmounts = kinds.map((kind) => periods.map((period) => kindIn(ofDeals[selected]!, period, kind)))
  const isEarned = context.perspective === 'provider'
  const name = columns[selected]?.terms.deal.name ?? ''
  const verb = isEarned ? 'received' : 'paid'
  return {
    id: 'payments',
    title: isEarned ? 'Receipts' : 'Payments',
    caption:
      paymentsBy === 'service'
        ? `what each ${unit} of service costs, power and expected use included; bars: ${name} by kind`
        : `what is ${verb} in each ${unit}, by payment date; bars: ${name} by kind`,
    axis: unit === 'month' ? 'Month' : unit === 'quarter' ? 'Quarter' : 'Year',
    from: periods[0]?.from ?? 0,
    until: periods.at(-1)?.until ?? 1,
    yearStart: source.yearStart,
    series: [
      ...kinds.map((kind): ChartSeries => ({
        key: `kind:${kind}`,
        name: kindNames[kind],
        shape: 'bar',
        colour: `kind-${kind}`,
      })),
      ...columns.map((_, column) => dealSeries(source, column, 'step')),
    ],
    rows: periods.map(({ from, until, label }, i) => ({
      at: from,
      until,
      label,
      values: [...kindAmounts, ...totals].map((values) => values[i]!),
    })),
    markers: [],
    strip: {
      label: 'Capacity delivered',
      series: columns.map(({ terms: { deal } }, column) => ({
        key: dealKey(deal.id),
        name: deal.name,
        values: periods.map((period) => deliveredIn(schedules[column]!, period)),
      })),
      drawn: columns[selected] ? dealKey(columns[selected].terms.deal.id) : '',
    },
    notes: unit === 'month' ? [] : [`So many months are shown by the ${unit}.`],
    isDifference: false,
    format: (value) => formatAmount(value, style),
    measure: 'amount',
  }
}

/** Every calendar month in which a deal serves or is paid for. */
function monthsOf(schedules: readonly Schedule[], ofDeals: readonly MonthsOfKinds[]): DayNumber[] {
  const spans = schedules.map(spanOf)
  const keys = ofDeals.flatMap((months) => [...months.keys()])
  if (keys.length === 0) return []
  const first = Math.min(...keys, ...spans.map(({ from }) => from))
  const last = Math.max(...keys.map((key) => key + 1), ...spans.map(({ until }) => until))
  return monthsBetween(first, last).slice(0, -1)
}

/** All that a deal costs in a period; null where it neither serves nor pays in it. */
function totalOf(months: MonthsOfKinds, period: Period): number | null {
  const amounts = period.months.flatMap((month) => months.get(month) ?? [])
  return amounts.length === 0 ? null : exact(amounts.reduce((sum, each) => sum + sumOfKinds(each), 0))
}

/** What a kind comes to in a period; null where it comes to nothing. */
function kindIn(months: MonthsOfKinds, period: Period, kind: CostKind): number | null {
  const amounts = period.months.flatMap((month) => months.get(month)?.[kind] ?? [])
  return amounts.length === 0 ? null : exact(amounts.reduce((sum, amount) => sum + amount, 0))
}

/** The share of capacity delivered over the months of a period with service. */
function deliveredIn(schedule: Schedule, period: Period): number | null {
  const delivered = deliveredMonths(schedule)
  const shares = period.months.flatMap((month) => delivered.get(month)?.share ?? [])
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

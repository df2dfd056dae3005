import { inSentence } from '../format/names.ts'
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
import { exact, type MinorUnits } from '../money.ts'
import { remembered } from '../remembered.ts'
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
  const totals = ofDeals
    .map(totalsOf)
    .map((amounts) => periods.map((period) => sumIn(period, (month) => amounts.get(month))))
  const kinds = costKinds.filter((kind) =>
    [...(ofDeals[selected]?.values() ?? [])].some((amounts) => amounts[kind] !== undefined),
  )
  const kindAmounts = kinds.map((kind) =>
    periods.map((period) => sumIn(period, (month) => ofDeals[selected]!.get(month)?.[kind])),
  )
  const isEarned = context.perspective === 'provider'
  const name = inSentence(columns[selected]?.terms.deal.name ?? '')
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
      label: 'Capacity delivered, of the contracted peak',
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

/** All that a deal costs in each month. */
const totalsOf = remembered(
  (months: MonthsOfKinds): ReadonlyMap<DayNumber, MinorUnits> =>
    new Map([...months].map(([month, amounts]) => [month, sumOfKinds(amounts)])),
)

/** What the months of a period come to; null where nothing is known of any of them. */
function sumIn({ months }: Period, amountIn: (month: DayNumber) => MinorUnits | undefined): number | null {
  let sum: number | null = null
  for (const month of months) {
    const amount = amountIn(month)
    if (amount !== undefined) sum = (sum ?? 0) + amount
  }
  return sum === null ? null : exact(sum)
}

/** The share of the contracted peak delivered over the months of a period with service. */
function deliveredIn(schedule: Schedule, { months }: Period): number | null {
  const delivered = deliveredMonths(schedule)
  let [sum, count] = [0, 0]
  for (const month of months) {
    const share = delivered.get(month)?.share
    if (share === undefined) continue
    sum += share
    count++
  }
  return count === 0 ? null : sum / count
}

import { inSentence } from '../format/names.ts'
import { type CumulativeRow, accruedRows, paidRows } from '../engine/cumulativeRows.ts'
import { scheduleOf } from '../engine/schedule.ts'
import { formatDay } from '../format/date.ts'
import { formatAmount } from '../format/number.ts'
import { type Chart, type ChartOptions, type ChartRow, type ChartSource, dealSeries } from './chart.ts'
import { crossingMarkers } from './crossingMarkers.ts'
import { thinned, thinningNote } from './points.ts'

/** Cumulative cost of every deal, with each crossing with the baseline. */
export function cumulativeChart(source: ChartSource, options: ChartOptions): Chart {
  const isEarned = source.context.perspective === 'provider'
  const { costBasis } = options
  return {
    ...chartOf(source, options, (cost) => cost),
    id: 'cumulative',
    title: isEarned ? 'Cumulative revenue and break-even' : 'Cumulative cost and break-even',
    caption: `${basisWords[costBasis]}${hasBaseline(source) ? '; crossings with the baseline are numbered' : ''}`,
    markers: crossingMarkers(source, costBasis),
    isDifference: false,
    format: (value) => formatAmount(value, source.style),
  }
}

/** The same less the baseline’s: below zero is cheaper. */
export function differenceChart(source: ChartSource, options: ChartOptions): Chart {
  const { context, columns, style } = source
  const isEarned = context.perspective === 'provider'
  const baseline = columns.findIndex(({ terms }) => terms === context.baseline)
  const chart = chartOf(source, options, (cost, costs) => cost - (costs[baseline] ?? 0))
  const rows = chart.rows.filter(({ values }) => baseline < 0 || values[baseline] !== null)
  const beyond = isBeyondScale(source, options, rows)
  const beyondNames = columns.flatMap(({ terms }, i) => (beyond[i] ? [inSentence(terms.deal.name)] : []))
  return {
    ...chart,
    id: 'difference',
    title: 'Difference to the baseline',
    caption: `cumulative ${isEarned ? 'revenue' : 'cost'}, ${basisWords[options.costBasis]}, less the baseline’s; below zero ${isEarned ? 'earns less' : 'is cheaper'}`,
    series: chart.series.map((series, i) => (beyond[i] ? { ...series, isBeyondScale: true } : series)),
    rows,
    from: rows[0]?.at ?? 0,
    until: rows.at(-1)?.at ?? 1,
    markers: crossingMarkers(source, options.costBasis).map((marker) => ({ ...marker, value: 0 })),
    notes: [
      ...chart.notes,
      ...(beyondNames.length > 0
        ? [`Scaled to the deals that cross the baseline; ${listed(beyondNames)} may leave the plot.`]
        : []),
    ],
    isDifference: true,
    format: (value) => formatAmount(value, style, true),
  }
}

const basisWords = { accrued: 'as service accrues', paid: 'by payment date' } as const

const hasBaseline = ({ columns, context }: ChartSource) =>
  columns.some(({ terms }) => terms !== context.baseline) && context.baseline !== null

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/**
 * Where some deals cross the baseline, those that lie far beyond them are of another size: the scale is not made for them,
 * or it would flatten what crosses.
 */
function isBeyondScale(
  { columns }: ChartSource,
  { costBasis }: ChartOptions,
  rows: readonly ChartRow[],
): boolean[] {
  const farthest = columns.map((_, i) => Math.max(0, ...rows.map(({ values }) => Math.abs(values[i] ?? 0))))
  const crosses = columns.map(({ breakEvens }) => (breakEvens?.[costBasis].crossings.length ?? 0) > 0)
  const room = 2 * Math.max(0, ...farthest.filter((_, i) => crosses[i]))
  return farthest.map((far, i) => crosses.includes(true) && !crosses[i] && far > room)
}

type Shown = Pick<
  Chart,
  'axis' | 'from' | 'until' | 'yearStart' | 'series' | 'rows' | 'strip' | 'notes' | 'measure'
>

function chartOf(
  source: ChartSource,
  { costBasis }: ChartOptions,
  valueOf: (cost: number, costs: CumulativeRow['costs']) => number,
): Shown {
  const schedules = source.columns.map(({ terms }) => scheduleOf(terms))
  const isPaid = costBasis === 'paid'
  const all = isPaid ? paidRows(schedules) : accruedRows(schedules)
  const rows = thinned(all)
  return {
    axis: isPaid ? 'Paid through' : 'Accrued before',
    from: all[0]?.day ?? 0,
    until: all.at(-1)?.day ?? 1,
    yearStart: source.yearStart,
    series: source.columns.map((_, column) => dealSeries(source, column, isPaid ? 'step' : 'line')),
    rows: rows.map(({ day, costs }): ChartRow => ({
      at: day,
      until: day,
      label: `${isPaid ? 'through' : 'before'} ${formatDay(day)}`,
      values: costs.map((cost) => (cost === null ? null : valueOf(cost, costs))),
    })),
    strip: null,
    notes: thinningNote(all),
    measure: 'amount',
  }
}

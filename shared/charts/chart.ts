import type { DayNumber } from '../days.ts'
import type { EvaluationContext } from '../engine/context.ts'
import type { DealFigures } from '../engine/figures.ts'
import type { NumberStyle } from '../format/number.ts'
import type { Party } from '../schema/deal.ts'

/** The charts, in the order they stand in. */
export const chartIds = ['payments', 'cumulative', 'commitment', 'unitPrice', 'difference'] as const
export type ChartId = (typeof chartIds)[number]

/** How a series is told apart from others without its colour: none, or the dashes of a line. */
export interface SeriesMark {
  /** 1 to 8, as in the style sheet’s tokens. */
  colour: number
  dash: string | undefined
}

/** What charts are made from: the deals side by side, and how they and their numbers are shown. */
export interface ChartSource {
  context: EvaluationContext
  columns: readonly DealFigures[]
  /** In the order of the columns. */
  marks: readonly SeriesMark[]
  style: NumberStyle
  /** The place of the deal that is looked at closely. */
  selected: number
  /** The month, from 1, in which a year begins. */
  yearStart: number
}

/** What a reader chooses about the charts. */
export interface ChartOptions {
  /** Payments by the month of service or the date of payment. */
  paymentsBy: 'service' | 'payment'
  /** Cumulative cost as it accrues or as it is paid. */
  costBasis: 'accrued' | 'paid'
  /** Whose notice. */
  exitParty: Party
  priceUnit: 'gpuHour' | 'megawattMonth'
}

export const defaultChartOptions: ChartOptions = {
  paymentsBy: 'service',
  costBasis: 'accrued',
  exitParty: 'buyer',
  priceUnit: 'gpuHour',
}

/** One line, step, bar or area of a chart. */
export interface ChartSeries {
  /** What its legend hides: `deal:` and an id, the same in every chart, or a kind of this chart. */
  key: string
  name: string
  shape: 'line' | 'step' | 'bar' | 'area'
  /** The name of a token of the style sheet. */
  colour: string
  dash?: string | undefined
  /** Of an area; 1 where it is not said. */
  opacity?: number
  /** Drawn thinner, beside what is looked at. */
  isBeside?: boolean
  /** Left out of the scale: it may leave the plot. */
  isBeyondScale?: boolean
}

/** The values of all series at a day, or over `[at, until)`; null where a series has none. */
export interface ChartRow {
  at: DayNumber
  until: DayNumber
  /** What the row is, in words: a month, a quarter, a day. */
  label: string
  values: readonly (number | null)[]
}

/** A place of a chart that is named: where a deal crosses the baseline. */
export interface ChartMarker {
  /** The key of its series. */
  key: string
  /** A day, and the part of it that has passed. */
  at: number
  value: number
  /** Whose place it is. */
  name: string
  /** What is there, in words. */
  text: string
}

/** A share of one, month by month, that stands in a strip of its own under the plot. */
export interface ChartStrip {
  label: string
  series: readonly { key: string; name: string; values: readonly (number | null)[] }[]
  /** The key of the series that is drawn; all stand in the table. */
  drawn: string
}

/** One chart as data: the screen and the paper draw it, its table lists it, its picture is made from it. */
export interface Chart {
  id: ChartId
  title: string
  /** What the numbers are: unit, basis and convention. */
  caption: string
  /** What a row is: the head of the table’s first column. */
  axis: string
  /** The days the plot spans. */
  from: DayNumber
  until: DayNumber
  /** The month, from 1, in which a year of its axis begins. */
  yearStart: number
  series: readonly ChartSeries[]
  rows: readonly ChartRow[]
  markers: readonly ChartMarker[]
  strip: ChartStrip | null
  /** What a reader should know of how it is drawn, in sentences. */
  notes: readonly string[]
  /** Zero is a level of its own: the baseline’s. */
  isDifference: boolean
  /** A value as text, with its unit. */
  format(value: number): string
  /** Whether values are amounts in minor units, or prices in minor units as floats. */
  measure: 'amount' | 'price'
}

/** How many bars, and how many points of a line, a chart draws at most. */
export const mostBars = 100
export const mostPoints = 600

export const dealKey = (dealId: string): string => `deal:${dealId}`

/** The line of a deal. */
export function dealSeries(
  { columns, marks }: ChartSource,
  column: number,
  shape: 'line' | 'step',
): ChartSeries {
  const { deal } = columns[column]!.terms
  const { colour, dash } = marks[column]!
  return { key: dealKey(deal.id), name: deal.name, shape, colour: `deal-${colour}`, dash }
}

/** A chart without the series a reader has hidden. */
export function withoutSeries(chart: Chart, hidden: ReadonlySet<string>): Chart {
  const kept = chart.series.flatMap(({ key }, index) => (hidden.has(key) ? [] : [index]))
  if (kept.length === chart.series.length && hidden.size === 0) return chart
  const strip = chart.strip && {
    ...chart.strip,
    series: chart.strip.series.filter(({ key }) => !hidden.has(key)),
  }
  return {
    ...chart,
    series: kept.map((index) => chart.series[index]!),
    rows: chart.rows.map((row) => ({ ...row, values: kept.map((index) => row.values[index]!) })),
    markers: chart.markers.filter(({ key }) => !hidden.has(key)),
    strip,
  }
}

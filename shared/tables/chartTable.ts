import type { Chart } from '../charts/chart.ts'
import { decimalText, type NumberStyle } from '../format/number.ts'
import { currencyDigits } from '../money.ts'

/** The table behind a chart: the very numbers it draws, as text and as what a spreadsheet reads. */
export interface ChartTable {
  caption: string
  head: readonly string[]
  rows: readonly { label: string; cells: readonly string[] }[]
}

/** What a chart shows, row by row; a cell is empty where a series has no value. */
export function chartTable(chart: Chart): ChartTable {
  const shares = chart.strip?.series ?? []
  return {
    caption: `${chart.title}: ${chart.caption}`,
    head: [
      chart.axis,
      ...chart.series.map(({ name }) => name),
      ...shares.map(({ name }) => `${chart.strip!.label}, ${name}`),
    ],
    rows: chart.rows.map(({ label, values }, row) => ({
      label,
      cells: [
        ...values.map((value) => (value === null ? '' : chart.format(value))),
        ...shares.map(({ values: of }) => shareText(of[row] ?? null)),
      ],
    })),
  }
}

/** `50 %`, with one decimal where it has one. */
export const shareText = (share: number | null): string =>
  share === null ? '' : `${Math.round(share * 1000) / 10}\u00a0%`

/**
 * The same as lines of cells between tabs, which a spreadsheet takes from the clipboard: amounts in whole units of the
 * currency, shares of one, bare of symbols and with the decimal sign of the place, so that it can reckon with them.
 */
export function tabSeparated(chart: Chart, { locale, currency }: NumberStyle): string {
  const digits = currencyDigits[currency] ?? 2
  const number = (value: number, decimals: number) =>
    new Intl.NumberFormat(locale, {
      useGrouping: false,
      minimumFractionDigits: 0,
      maximumFractionDigits: decimals,
    }).format(value)
  const amount = (value: number) =>
    chart.measure === 'amount'
      ? number(Number(decimalText(Math.round(value), digits)), digits)
      : number(value / 10 ** digits, 6)
  const shares = chart.strip?.series ?? []
  const head = [
    chart.axis,
    ...chart.series.map(({ name }) => `${name}, ${currency}`),
    ...shares.map(({ name }) => `${chart.strip!.label}, ${name}`),
  ]
  const lines = chart.rows.map(({ label, values }, row) => [
    label,
    ...values.map((value) => (value === null ? '' : amount(value))),
    ...shares.map(({ values: of }) => (of[row] == null ? '' : number(of[row], 6))),
  ])
  return [head.map(harmless), ...lines].map((line) => line.join('\t')).join('\n')
}

/** A name as a spreadsheet must take it: as text, and in one cell. */
export function harmless(name: string): string {
  const oneCell = name.replaceAll(/[\t\r\n]+/g, ' ')
  return /^[=+@-]/.test(oneCell) ? `'${oneCell}` : oneCell
}

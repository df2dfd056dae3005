import type { Chart, ChartRow, ChartSeries } from './chart.ts'

/** From days and values to pixels of a plot. */
export interface Box {
  x(day: number): number
  y(value: number): number
}

/** A box of so many pixels for a chart on a scale; its top left corner is at the origin. */
export function boxOf(
  { from, until }: Pick<Chart, 'from' | 'until'>,
  { low, high }: { low: number; high: number },
  width: number,
  height: number,
): Box {
  const days = until - from || 1
  const span = high - low || 1
  return {
    x: (day) => ((day - from) / days) * width,
    y: (value) => ((high - value) / span) * height,
  }
}

/** One series as the path of an SVG: a line, a line of steps, or the outline of bars or an area that is to be filled. */
export function seriesPath({ series, rows }: Chart, index: number, box: Box): string {
  switch (series[index]!.shape) {
    case 'line':
      return linePath(rows, index, box, false)
    case 'step':
      return linePath(rows, index, box, true)
    case 'bar':
      return barsOf(series, rows, index, box)
        .map(({ x, y, width, height }) => `M${at(x)},${at(y)}h${at(width)}v${at(height)}h${at(-width)}Z`)
        .join('')
    case 'area':
      return areaPath(series, rows, index, box)
  }
}

const at = (pixels: number) => String(Math.round(pixels * 100) / 100)

function linePath(rows: readonly ChartRow[], index: number, { x, y }: Box, isStepped: boolean): string {
  let path = ''
  let isDrawing = false
  for (const [i, { at: day, until, values }] of rows.entries()) {
    const value = values[index]
    if (value === null || value === undefined) {
      isDrawing = false
      continue
    }
    if (!isDrawing) path += `M${at(x(day))},${at(y(value))}`
    else path += isStepped ? `H${at(x(day))}V${at(y(value))}` : `L${at(x(day))},${at(y(value))}`
    // A row that lasts is level to its end; one that is a day is level up to the next.
    if (isStepped && until > day) path += `H${at(x(until))}`
    isDrawing = i + 1 < rows.length
  }
  return path
}

interface Bar {
  x: number
  y: number
  width: number
  height: number
}

/** The bars of one series. They stand on those of the series before it, and hang below zero where they are below it. */
function barsOf(
  series: readonly ChartSeries[],
  rows: readonly ChartRow[],
  index: number,
  { x, y }: Box,
): Bar[] {
  return rows.flatMap(({ at: from, until, values }) => {
    const value = values[index] ?? 0
    if (value === 0) return []
    const base = baseOf(series, values, index)
    const [left, right] = [x(from), x(until)]
    const gap = Math.min(1.5, (right - left) * 0.2)
    const [top, bottom] = [Math.min(y(base), y(base + value)), Math.max(y(base), y(base + value))]
    return [{ x: left + gap / 2, y: top, width: right - left - gap, height: bottom - top }]
  })
}

/** What the bars or areas before one come to on its side of zero. */
function baseOf(series: readonly ChartSeries[], values: readonly (number | null)[], index: number): number {
  const isBelow = (values[index] ?? 0) < 0
  let base = 0
  for (let i = 0; i < index; i++) {
    const value = values[i] ?? 0
    if (series[i]!.shape === series[index]!.shape && value < 0 === isBelow) base += value
  }
  return base
}

function areaPath(
  series: readonly ChartSeries[],
  rows: readonly ChartRow[],
  index: number,
  { x, y }: Box,
): string {
  const drawn = rows.filter(({ values }) => values[index] !== null)
  if (drawn.length === 0) return ''
  const top = drawn.map(({ at: day, values }) => {
    const value = baseOf(series, values, index) + values[index]!
    return `${at(x(day))},${at(y(value))}`
  })
  const bottom = drawn.map(({ at: day, values }) => `${at(x(day))},${at(y(baseOf(series, values, index)))}`)
  return `M${top.join('L')}L${bottom.toReversed().join('L')}Z`
}

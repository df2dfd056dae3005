import { describe, expect, it } from 'vitest'
import type { Chart, ChartRow, ChartSeries } from '../../shared/charts/chart.ts'
import { labelPlaces } from '../../shared/charts/labelPlaces.ts'
import { boxOf, seriesPath } from '../../shared/charts/paths.ts'
import { dateTicks, valueScale } from '../../shared/charts/scale.ts'
import { dateOf, dayOf } from '../../shared/days.ts'

const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const

/** A chart of ten days, a series of each shape given, and rows of their values. */
function chartOf(
  shapes: readonly ChartSeries['shape'][],
  rows: readonly (readonly [at: number, until: number, ...values: (number | null)[]])[],
  more: Partial<Chart> = {},
): Chart {
  return {
    id: 'payments',
    title: 'Title',
    caption: 'caption',
    axis: 'Day',
    from: 0,
    until: 10,
    yearStart: 1,
    series: shapes.map((shape, index) => ({ key: `${index}`, name: `${index}`, shape, colour: 'ink' })),
    rows: rows.map(([at, until, ...values]): ChartRow => ({ at, until, label: `${at}`, values })),
    markers: [],
    strip: null,
    notes: [],
    isDifference: false,
    format: String,
    measure: 'amount',
    ...more,
  }
}

/** Ten days and values from 0 to 10 on a hundred by a hundred pixels: ten pixels each, the values from below. */
const box = boxOf({ from: 0, until: 10 }, { low: 0, high: 10 }, 100, 100)

describe('the path of a series', () => {
  it('of a line joins its points, and breaks where there is none', () => {
    const chart = chartOf(
      ['line'],
      [
        [0, 0, 0],
        [2, 2, 5],
        [4, 4, null],
        [6, 6, 10],
        [8, 8, 10],
      ],
    )
    expect(seriesPath(chart, 0, box)).toBe('M0,100L20,50M60,0L80,0')
  })

  it('of steps is level to the end of each stretch', () => {
    const chart = chartOf(
      ['step'],
      [
        [0, 5, 1],
        [5, 10, 4],
      ],
    )
    expect(seriesPath(chart, 0, box)).toBe('M0,90H50H50V60H100')
  })

  it('of bars stands on the bars before it, on its side of zero', () => {
    const chart = chartOf(['bar', 'bar', 'bar', 'line'], [[0, 10, 2, -1, 3, 9]])
    const around = boxOf({ from: 0, until: 10 }, { low: -10, high: 10 }, 100, 100)
    // Five pixels a unit, zero at 50: two up to 40, one down to 55, three more from 40 up to 25; 1.5 pixels between bars.
    expect([0, 1, 2].map((index) => seriesPath(chart, index, around))).toEqual([
      'M0.75,40h98.5v10h-98.5Z',
      'M0.75,50h98.5v5h-98.5Z',
      'M0.75,25h98.5v15h-98.5Z',
    ])
  })

  it('of an area is closed along the area it stands on', () => {
    const chart = chartOf(
      ['area', 'area'],
      [
        [0, 0, 2, 5],
        [10, 10, 4, null],
        [10, 10, 4, 1],
      ],
    )
    expect(seriesPath(chart, 1, box)).toBe('M0,30L100,50L100,60L0,80Z')
  })
})

describe('the scale of values', () => {
  const scaleOf = (chart: Chart) => {
    const { low, high, ticks, format } = valueScale(chart, style)
    return { low, high, texts: ticks.map(format) }
  }

  it('holds bars that stand on each other, and says its unit once', () => {
    // 0.9 and 0.5 billion are 1.4, and 0.2 below zero: steps of 0.5.
    const chart = chartOf(['bar', 'bar', 'bar'], [[0, 10, 0.9e11, 0.5e11, -0.2e11]])
    expect(scaleOf(chart)).toEqual({
      low: -0.5e11,
      high: 1.5e11,
      texts: ['−0.5', '0', '0.5', '1', '$1.5\u00a0B'],
    })
  })

  it('is in the unit of its size', () => {
    const texts = (largest: number) => scaleOf(chartOf(['line'], [[0, 0, largest]])).texts.at(-1)
    expect([40_00, 4_000_00, 40_000_000_00].map(texts)).toEqual(['$40', '$4\u00a0k', '$40\u00a0M'])
  })

  it('leaves as little of the plot empty as round steps can', () => {
    // 45.6: by ten to 50, by twenty to 60. 1.275: by a half to 1.5, by a quarter to 1.5 too, in more steps.
    const texts = (largest: number) => scaleOf(chartOf(['line'], [[0, 0, largest]])).texts
    expect(texts(45.6e11)).toEqual(['0', '10', '20', '30', '40', '$50\u00a0B'])
    expect(texts(1.275e11)).toEqual(['0', '0.5', '1', '$1.5\u00a0B'])
    // Nothing at all has an axis, too.
    expect(texts(0).length).toBeGreaterThanOrEqual(4)
  })

  it('is of prices where the values are', () => {
    // Four steps to 9.10 are at least 2.275 each: 2.5.
    expect(scaleOf(chartOf(['step'], [[0, 10, 9_10]], { measure: 'price' })).texts).toEqual([
      '$0.0',
      '$2.5',
      '$5.0',
      '$7.5',
      '$10.0',
    ])
  })

  it('is of amounts where prices are large', () => {
    const chart = chartOf(['step'], [[0, 10, 4_166_667_00]], { measure: 'price' })
    expect(scaleOf(chart).texts).toEqual(['0', '1', '2', '3', '4', '$5\u00a0M'])
  })

  it('is not made for what may leave the plot', () => {
    const chart = chartOf(['line', 'line'], [[0, 0, 1e11, 50e11]])
    const beyond = { ...chart.series[1]!, isBeyondScale: true }
    expect(scaleOf({ ...chart, series: [chart.series[0]!, beyond] }).high).toBe(1e11)
  })
})

describe('the ticks of dates', () => {
  const ticks = (from: string, until: string, most: number, yearStart = 1) =>
    dateTicks(dayOf(from), dayOf(until), most, yearStart).map(dateOf)

  it('are first days of months, as many as have room', () => {
    expect(ticks('2026-05-01', '2027-05-01', 4)).toEqual([
      '2026-07-01',
      '2026-10-01',
      '2027-01-01',
      '2027-04-01',
    ])
    expect(ticks('2026-05-01', '2029-06-01', 4)).toEqual(['2027-01-01', '2028-01-01', '2029-01-01'])
    expect(ticks('2026-01-01', '2101-01-01', 5)).toHaveLength(4)
  })

  it('are those of years that begin when a reader’s do', () => {
    expect(ticks('2026-05-01', '2029-06-01', 4, 4)).toEqual(['2027-04-01', '2028-04-01', '2029-04-01'])
    // Half a year on from April is October.
    expect(ticks('2026-05-01', '2027-12-01', 4, 4)).toEqual(['2026-10-01', '2027-04-01', '2027-10-01'])
  })
})

describe('the places of labels', () => {
  const label = { width: 20, height: 10 }
  const plot = { width: 200, height: 100 }

  it('are above their points, or below where there is no room', () => {
    expect(labelPlaces([{ x: 50, y: 50 }], label, plot)).toEqual([{ x: 50, y: 40 }])
    expect(labelPlaces([{ x: 50, y: 2 }], label, plot)).toEqual([{ x: 50, y: 12 }])
  })

  it('are inside the plot at its corners', () => {
    const corners = [0, 200].flatMap((x) => [0, 100].map((y) => ({ x, y })))
    for (const { x, y } of labelPlaces(corners, label, plot)) {
      expect(x).toBeGreaterThanOrEqual(10)
      expect(x).toBeLessThanOrEqual(190)
      expect(y).toBeGreaterThanOrEqual(5)
      expect(y).toBeLessThanOrEqual(95)
    }
  })

  it('neither overlap each other nor hide a point, where twelve are close together', () => {
    const points = Array.from({ length: 12 }, (_, i) => ({ x: 80 + i * 3, y: 50 }))
    const places = labelPlaces(points, label, plot)
    for (const [i, a] of places.entries()) {
      for (const b of places.slice(i + 1))
        expect(Math.abs(a.x - b.x) >= 20 || Math.abs(a.y - b.y) >= 10, `${i}`).toBe(true)
      for (const point of points)
        expect(Math.abs(a.x - point.x) >= 10 || Math.abs(a.y - point.y) >= 5, `${i}`).toBe(true)
    }
  })
})

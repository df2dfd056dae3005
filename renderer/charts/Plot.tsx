import { createContext, memo, useContext, useMemo } from 'react'
import {
  CartesianGrid,
  Line,
  LineChart,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import type { Chart, ChartRow } from '../../shared/charts/chart.ts'
import { type Box, boxOf } from '../../shared/charts/paths.ts'
import { dateTicks, formatTick, valueScale, type ValueScale } from '../../shared/charts/scale.ts'
import type { DayNumber } from '../../shared/days.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { AsOfMark, type AsOfReading } from './AsOfMark.tsx'
import { ChartTooltip, type Place } from './ChartTooltip.tsx'
import { Crossings } from './Crossings.tsx'
import { axisSize, type PlotArea, plotArea, plotMargin } from './plotArea.ts'
import { SeriesPaths } from './SeriesPaths.tsx'
import { useKept } from './useKept.ts'

interface PlotProps {
  chart: Chart
  style: NumberStyle
  /** Fixed pixels, and no animation: the same on the screen and on paper. */
  width: number
  height: number
  /** What stands on the as-of date, where the chart has a line for it. */
  asOf?: AsOfReading | null
}

const axisStyle = {
  tick: { fill: 'var(--ink-3)', fontSize: 11 },
  tickLine: false,
  axisLine: false,
  interval: 0,
  allowDataOverflow: true,
} as const

/** Where a row is found by the pointer and the keyboard: its day, or the middle of its stretch. */
const middleOf = ({ at, until }: ChartRow): number => (at + until) / 2

/** What is drawn of a chart on its plot. */
interface Drawing {
  chart: Chart
  box: Box
  area: PlotArea
  asOf: AsOfReading | null
  /** Whether the scale goes below zero. */
  hasZero: boolean
}

const Drawn = createContext<Drawing | null>(null)
const useDrawing = (): Drawing => useContext(Drawn)!

/**
 * A chart with its axes, at the size it is given. The library has the axes, the cursor and the keyboard; the series are
 * paths of our own, the same as in the small charts, and find by themselves what they draw: an edit that changes neither
 * the days nor the scale costs the library nothing.
 */
export function Plot({ chart, style, width, height, asOf = null }: PlotProps) {
  const made = useMemo(() => valueScale(chart, style), [chart, style])
  const scale = useKept(made, isSameScale)
  const places = useKept(
    useMemo(() => chart.rows.map(middleOf), [chart]),
    isSameList,
  )
  const { from, until, yearStart } = chart
  const drawing = useMemo(() => {
    const area = plotArea(width, height)
    const box = boxOf({ from, until }, scale, area.width, area.height)
    return { chart, box, area, asOf, hasZero: scale.low < 0 }
  }, [chart, from, until, scale, width, height, asOf])
  return (
    <Drawn value={drawing}>
      <PlotFrame
        label={`${chart.title}: ${chart.caption}`}
        from={from}
        until={until}
        yearStart={yearStart}
        places={places}
        scale={scale}
        width={width}
        height={height}
      />
    </Drawn>
  )
}

interface PlotFrameProps {
  label: string
  from: DayNumber
  until: DayNumber
  yearStart: number
  places: readonly number[]
  scale: ValueScale
  width: number
  height: number
}

/** What the library draws, and where in it our own stands. */
const PlotFrame = memo(function PlotFrame({
  label,
  from,
  until,
  yearStart,
  places,
  scale,
  width,
  height,
}: PlotFrameProps) {
  return (
    <LineChart
      width={width}
      height={height}
      data={places}
      margin={plotMargin}
      // Not its title, which would stand over the plot as a tooltip of its own.
      aria-label={label}
    >
      <Axes
        from={from}
        until={until}
        yearStart={yearStart}
        scale={scale}
        width={plotArea(width, height).width}
      />
      <Tooltip
        includeHidden
        isAnimationActive={false}
        cursor={cursor}
        position={tooltipPosition}
        wrapperStyle={aboveAll}
        content={DrawnTooltip}
      />
      <Series />
      <ZIndexLayer zIndex={600}>
        <Marks />
      </ZIndexLayer>
    </LineChart>
  )
})

const DrawnTooltip = ({ active, label }: Place) => (
  <ChartTooltip active={active} label={label} chart={useDrawing().chart} />
)

function Series() {
  const { chart, box, area, hasZero } = useDrawing()
  return (
    <g transform={`translate(${area.left} ${area.top})`}>
      <SeriesPaths chart={chart} box={box} width={area.width} height={area.height} />
      {hasZero && <path d={`M0,${box.y(0)}h${area.width}`} stroke="var(--ink-3)" />}
    </g>
  )
}

function Marks() {
  const { chart, box, area, asOf } = useDrawing()
  return (
    <g transform={`translate(${area.left} ${area.top})`}>
      {asOf && <AsOfMark reading={asOf} x={box.x(asOf.day)} width={area.width} height={area.height} />}
      <Crossings chart={chart} box={box} width={area.width} height={area.height} />
      <ActiveDots chart={chart} box={box} />
    </g>
  )
}

const cursor = { stroke: 'var(--ink-3)' }
const tooltipPosition = { y: 0 }
const aboveAll = { zIndex: 5 }

const isSameList = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, i) => value === b[i])

const isSameScale = (a: ValueScale, b: ValueScale) =>
  isSameList(a.ticks, b.ticks) && a.ticks.every((tick) => a.format(tick) === b.format(tick))

interface AxesProps {
  from: DayNumber
  until: DayNumber
  yearStart: number
  scale: ValueScale
  width: number
}

/** What changes with the days and the scale alone, and the one line the library finds rows by. */
const Axes = memo(function Axes({ from, until, yearStart, scale, width }: AxesProps) {
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        {...axisStyle}
        type="number"
        dataKey={itself}
        domain={[from, until]}
        ticks={dateTicks(from, until, width / 46, yearStart)}
        tickFormatter={formatTick}
        height={axisSize.dates}
      />
      <YAxis
        {...axisStyle}
        width={axisSize.values}
        ticks={scale.ticks}
        tickFormatter={scale.format}
        domain={[scale.low, scale.high]}
      />
      <Line hide dataKey={nothing} isAnimationActive={false} legendType="none" />
    </>
  )
})

const itself = (place: number) => place
const nothing = () => 0

/** A dot on every line where the cursor stands. */
function ActiveDots({ chart, box }: { chart: Chart; box: Box }) {
  const label = useActiveTooltipLabel()
  const row = chart.rows.find((each) => middleOf(each) === label)
  if (!row) return null
  return chart.series.map(({ key, shape, colour }, index) => {
    const value = row.values[index]
    if ((shape !== 'line' && shape !== 'step') || value === null || value === undefined) return null
    return (
      <circle
        key={key}
        cx={box.x(middleOf(row))}
        cy={box.y(value)}
        r={3}
        fill={`var(--${colour})`}
        stroke="var(--panel)"
      />
    )
  })
}

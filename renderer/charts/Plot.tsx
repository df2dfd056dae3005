import { memo, useMemo } from 'react'
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import type { Chart, ChartRow } from '../../shared/charts/chart.ts'
import { type Box, boxOf } from '../../shared/charts/paths.ts'
import { dateTicks, formatTick, valueScale, type ValueScale } from '../../shared/charts/scale.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { AsOfMark, type AsOfReading } from './AsOfMark.tsx'
import { ChartTooltip } from './ChartTooltip.tsx'
import { Crossings } from './Crossings.tsx'
import { plotArea } from './plotArea.ts'
import { SeriesPaths } from './SeriesPaths.tsx'

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
} as const

/** Where a row is found by the pointer and the keyboard: its day, or the middle of its stretch. */
const middleOf = ({ at, until }: ChartRow): number => (at + until) / 2

/**
 * A chart with its axes, at the size it is given. The library has the axes, the cursor and the keyboard; the series are
 * paths of our own, the same as in the small charts, since a line of the library costs as much as all of them.
 */
export function Plot({ chart, style, width, height, asOf = null }: PlotProps) {
  const scale = useMemo(() => valueScale(chart, style), [chart, style])
  const area = plotArea(width, height)
  const box = useMemo(
    () => boxOf(chart, scale, area.width, area.height),
    [chart, scale, area.width, area.height],
  )
  return (
    <LineChart
      width={width}
      height={height}
      data={chart.rows}
      margin={{ top: area.top, right: area.right, bottom: 0, left: 0 }}
      title={chart.title}
      desc={chart.caption}
    >
      <Axes chart={chart} scale={scale} width={area.width} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--ink-3)' }}
        position={{ y: 0 }}
        wrapperStyle={{ zIndex: 5 }}
        content={<ChartTooltip chart={chart} />}
      />
      <g transform={`translate(${area.left} ${area.top})`}>
        <SeriesPaths chart={chart} box={box} width={area.width} height={area.height} />
      </g>
      <ZIndexLayer zIndex={600}>
        <g transform={`translate(${area.left} ${area.top})`}>
          {asOf && <AsOfMark reading={asOf} x={box.x(asOf.day)} {...area} />}
          <Crossings chart={chart} box={box} width={area.width} height={area.height} />
          <ActiveDots chart={chart} box={box} />
        </g>
      </ZIndexLayer>
    </LineChart>
  )
}

/** What changes with the scale alone, and the one line the library finds rows by. */
const Axes = memo(function Axes({ chart, scale, width }: { chart: Chart; scale: ValueScale; width: number }) {
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        {...axisStyle}
        type="number"
        dataKey={middleOf}
        domain={[chart.from, chart.until]}
        ticks={dateTicks(chart.from, chart.until, width / 46)}
        tickFormatter={formatTick}
        height={20}
        allowDataOverflow
      />
      <YAxis
        {...axisStyle}
        width={54}
        ticks={scale.ticks}
        tickFormatter={scale.format}
        domain={[scale.low, scale.high]}
        allowDataOverflow
      />
      {scale.low < 0 && <ReferenceLine y={0} stroke="var(--ink-3)" />}
      <Line
        dataKey={nothing}
        stroke="none"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
        legendType="none"
      />
    </>
  )
})

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

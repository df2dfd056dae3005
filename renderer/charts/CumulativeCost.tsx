import { CartesianGrid, Line, LineChart, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { costUntil } from '../../shared/engine/accrual.ts'
import { type CumulativeRow, cumulativeCosts } from '../../shared/engine/chartSeries.ts'
import type { EvaluationContext } from '../../shared/engine/figures.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { formatDay } from '../../shared/format/date.ts'
import { formatAmount, formatNumber } from '../../shared/format/number.ts'
import { toNumber } from '../../shared/rational.ts'
import type { ChartProps } from './chart.ts'
import { axisStyle, ChartTooltip, timeAxis } from './ChartParts.tsx'
import { axisWidth, margin, moneyScale, niceTicks } from './scale.ts'

interface CumulativeCostProps extends ChartProps {
  context: EvaluationContext
  /** The cost itself, or what a deal has cost more than the baseline so far. */
  view: 'total' | 'difference'
}

/** Cumulative cost as accrued, with every crossing with the baseline marked. */
export function CumulativeCost({ columns, context, marks, style, view, width, height }: CumulativeCostProps) {
  const baselineIndex = columns.findIndex(({ terms }) => terms === context.baseline)
  const isDifference = view === 'difference' && baselineIndex >= 0
  const value = ({ costs }: CumulativeRow, index: number): number | null => {
    const [cost, base] = [costs[index] ?? null, isDifference ? (costs[baselineIndex] ?? null) : 0]
    return cost === null || base === null ? null : cost - base
  }
  const rows = cumulativeCosts(columns)
  const scaled = scaledColumns(columns, isDifference)
  const values = rows.flatMap((row) => scaled.map((index) => value(row, index) ?? 0))
  const scale = moneyScale(Math.max(0, ...values.map(Math.abs)), style)
  const ticks = niceTicks(Math.min(0, ...values) / scale.divisor, Math.max(0, ...values) / scale.divisor)
  const [first, end] = [rows[0]?.day ?? 0, rows.at(-1)?.day ?? 1]
  const crossings = crossingsOf(columns, context, isDifference)
  return (
    <LineChart width={width} height={height} data={rows} margin={{ ...margin, top: 14 }}>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis {...timeAxis(first, end)} dataKey="day" />
      <YAxis
        {...axisStyle}
        width={axisWidth}
        tickFormatter={(value: number) => scale.format(value, value === ticks.at(-1))}
        ticks={ticks}
        domain={[ticks[0]!, ticks.at(-1)!]}
        allowDataOverflow
      />
      {isDifference && <ReferenceLine y={0} stroke="var(--ink-3)" />}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--line-strong)' }}
        content={
          <ChartTooltip
            title={(day) => `before ${formatDay(day)}`}
            format={(shown) => formatAmount(Math.round(shown * scale.divisor), style, isDifference)}
          />
        }
      />
      {columns.map(({ terms }, index) => (
        <Line
          key={terms.deal.id}
          name={terms.deal.name}
          type="linear"
          dataKey={(row: CumulativeRow) => {
            const minor = value(row, index)
            return minor === null ? null : minor / scale.divisor
          }}
          stroke={`var(--deal-${marks[index]!.colour})`}
          strokeDasharray={marks[index]!.dash}
          strokeWidth={1.8}
          dot={false}
          isAnimationActive={false}
        />
      ))}
      {crossings.map(({ key, day, cost, months }, index) => (
        <ReferenceDot
          key={key}
          className="crossing"
          x={day}
          y={cost / scale.divisor}
          r={3.6}
          fill="var(--panel)"
          stroke="var(--ink)"
          strokeWidth={1.6}
          label={{
            value: formatNumber(months, 1, style.locale),
            position: index % 2 === 0 ? 'top' : 'bottom',
            fill: 'var(--ink)',
            fontSize: 11,
            fontWeight: 600,
          }}
        />
      ))}
    </LineChart>
  )
}

/**
 * The columns the scale is made for. In the view against the baseline those that cross it, so that a deal of another
 * size does not flatten them: it leaves the chart instead. Where none crosses, all.
 */
function scaledColumns(columns: ChartProps['columns'], isDifference: boolean): number[] {
  const all = columns.map((_, index) => index)
  const crossing = all.filter((index) => (columns[index]!.breakEvens?.accrued.crossings.length ?? 0) > 0)
  return isDifference && crossing.length > 0 ? crossing : all
}

function crossingsOf(columns: ChartProps['columns'], { baseline }: EvaluationContext, isDifference: boolean) {
  if (!baseline) return []
  const schedule = scheduleOf(baseline)
  return columns.flatMap(({ breakEvens, terms }) =>
    (breakEvens?.accrued.crossings ?? []).map(({ day, months }) => ({
      key: `${terms.deal.id} ${day}`,
      day,
      months: toNumber(months),
      cost: isDifference ? 0 : costUntil(schedule, day),
    })),
  )
}

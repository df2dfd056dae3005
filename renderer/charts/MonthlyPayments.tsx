import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { startOfNextMonth } from '../../shared/days.ts'
import { monthlyFees, type MonthRow } from '../../shared/engine/chartSeries.ts'
import { formatMonth } from '../../shared/format/date.ts'
import { formatAmount } from '../../shared/format/number.ts'
import type { ChartProps } from './chart.ts'
import { axisStyle, ChartTooltip, timeAxis } from './ChartParts.tsx'
import { axisWidth, margin, moneyScale, niceTicks } from './scale.ts'

/** The fee for each month's service: one stepped line a deal. */
export function MonthlyPayments({ columns, marks, style, width, height }: ChartProps) {
  const rows = withClosingMonth(monthlyFees(columns))
  const largest = Math.max(0, ...rows.flatMap(({ fees }) => fees.map((fee) => fee ?? 0)))
  const scale = moneyScale(largest, style)
  const ticks = niceTicks(0, largest / scale.divisor)
  const [first, end] = [rows[0]?.month ?? 0, rows.at(-1)?.month ?? 1]
  return (
    <LineChart width={width} height={height} data={rows} margin={margin}>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis {...timeAxis(first, end)} dataKey="month" />
      <YAxis
        {...axisStyle}
        width={axisWidth}
        tickFormatter={(value: number) => scale.format(value, value === ticks.at(-1))}
        ticks={ticks}
        domain={[0, ticks.at(-1)!]}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--line-strong)' }}
        content={
          <ChartTooltip
            title={formatMonth}
            format={(value) => formatAmount(Math.round(value * scale.divisor), style)}
          />
        }
      />
      {columns.map(({ terms }, index) => (
        <Line
          key={terms.deal.id}
          name={terms.deal.name}
          type="stepAfter"
          dataKey={({ fees }: MonthRow) => (fees[index] == null ? null : fees[index] / scale.divisor)}
          stroke={`var(--deal-${marks[index]!.colour})`}
          strokeDasharray={marks[index]!.dash}
          strokeWidth={1.8}
          dot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  )
}

/** A step is drawn up to the next point: the last month needs one behind it, for the deals that reach it. */
function withClosingMonth(rows: MonthRow[]): MonthRow[] {
  const last = rows.at(-1)
  return last ? [...rows, { ...last, month: startOfNextMonth(last.month) }] : rows
}

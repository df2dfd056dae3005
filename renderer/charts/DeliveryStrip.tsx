import { monthlyFees } from '../../shared/engine/chartSeries.ts'
import { formatMonth } from '../../shared/format/date.ts'
import type { ChartProps } from './chart.ts'
import { axisWidth, margin } from './scale.ts'

const [rowHeight, gap] = [9, 3]

/** The share of contracted capacity delivered, month by month: a row a deal, under the months of the chart above. */
export function DeliveryStrip({ columns, marks, width }: Omit<ChartProps, 'style' | 'height'>) {
  const rows = monthlyFees(columns)
  const left = axisWidth + margin.left
  const step = (width - left - margin.right) / Math.max(1, rows.length)
  return (
    <svg
      width={width}
      height={columns.length * (rowHeight + gap)}
      role="img"
      aria-label="Share of contracted capacity delivered by month"
      style={{ display: 'block' }}
    >
      {columns.map(({ terms }, index) => (
        <g key={terms.deal.id} fill={`var(--deal-${marks[index]!.colour})`}>
          {rows.map(({ month, delivered }, column) => {
            const share = delivered[index] ?? null
            if (share === null) return null
            const x = left + column * step
            const y = index * (rowHeight + gap)
            return (
              <g key={month}>
                <title>{`${terms.deal.name}, ${formatMonth(month)}: ${Math.round(share * 1000) / 10} % delivered`}</title>
                <rect x={x} y={y} width={step - 0.8} height={rowHeight} opacity={0.16} />
                <rect
                  x={x}
                  y={y + rowHeight * (1 - share)}
                  width={step - 0.8}
                  height={rowHeight * share}
                  opacity={0.75}
                />
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}

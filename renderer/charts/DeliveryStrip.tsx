import { memo } from 'react'
import type { Chart } from '../../shared/charts/chart.ts'
import { boxOf } from '../../shared/charts/paths.ts'
import { shareText } from '../../shared/tables/chartTable.ts'
import { plotArea } from './plotArea.ts'

const height = 12

/** The share of contracted capacity of the selected deal in service, under the months of the chart above. */
export const DeliveryStrip = memo(function DeliveryStrip({ chart, width }: { chart: Chart; width: number }) {
  const series = chart.strip?.series.find(({ key }) => key === chart.strip?.drawn)
  if (!series) return null
  const area = plotArea(width, height)
  const box = boxOf(chart, { low: 0, high: 1 }, area.width, height)
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${chart.strip!.label} by month, ${series.name}`}
    >
      <text x={area.left - 8} y={height - 2} textAnchor="end" fontSize={10} fill="var(--ink-3)">
        delivered
      </text>
      {chart.rows.map(({ at, until, label }, row) => {
        const share = series.values[row] ?? null
        if (share === null) return null
        const [x, end] = [area.left + box.x(at), area.left + box.x(until)]
        return (
          <g key={at} fill="var(--ink-2)">
            <title>{`${label}: ${shareText(share)} delivered`}</title>
            <rect x={x} width={Math.max(0.5, end - x - 0.8)} height={height} fillOpacity={0.16} />
            <rect
              x={x}
              y={height * (1 - share)}
              width={Math.max(0.5, end - x - 0.8)}
              height={height * share}
              fillOpacity={0.7}
            />
          </g>
        )
      })}
    </svg>
  )
})

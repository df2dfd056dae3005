import type { TooltipContentProps } from 'recharts'
import type { Chart } from '../../shared/charts/chart.ts'
import { shareText } from '../../shared/tables/chartTable.ts'
import styles from './charts.module.css'
import { Swatch } from './Swatch.tsx'

/** Where the pointer or the keyboard is, as the library has it. */
export type Place = Pick<TooltipContentProps, 'active' | 'label'>

/** What every series of a chart is at one place, exactly. */
export function ChartTooltip({ active, label, chart }: Place & { chart: Chart }) {
  const index = chart.rows.findIndex(({ at, until }) => (at + until) / 2 === label)
  if (!active || index < 0) return null
  const row = chart.rows[index]!
  const delivered = chart.strip?.series.find(({ key }) => key === chart.strip?.drawn)?.values[index]
  return (
    <div className={styles['tooltip']} role="status" data-testid="chart-tooltip">
      <strong>{row.label}</strong>
      {chart.series.map((series, column) => {
        const value = row.values[column]
        if (value === null || value === undefined) return null
        return (
          <div key={series.key}>
            <Swatch series={series} />
            <span dir="auto">{series.name}</span>
            <b>{chart.format(value)}</b>
          </div>
        )
      })}
      {delivered !== null && delivered !== undefined && (
        <div>
          <span>{chart.strip!.label}</span>
          <b>{shareText(delivered)}</b>
        </div>
      )}
    </div>
  )
}

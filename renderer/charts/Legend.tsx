import type { Chart } from '../../shared/charts/chart.ts'
import styles from './charts.module.css'
import { toggleSeries, useChartView } from './options.ts'
import { Swatch } from './Swatch.tsx'

/** Which line is which. Each entry is a button that hides its series, and shows it again. */
export function Legend({ chart }: { chart: Chart }) {
  const hidden = useChartView((view) => view.hidden)
  return (
    <ul className={styles['legend']} aria-label="Series shown">
      {chart.series.map((series) => (
        <li key={series.key}>
          <button
            type="button"
            aria-pressed={!hidden.has(series.key)}
            onClick={() => toggleSeries(series.key)}
          >
            <Swatch series={series} />
            <bdi>{series.name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The same on paper, where nothing is pressed. */
export function PrintedLegend({ chart }: { chart: Chart }) {
  return (
    <ul className={styles['legend']}>
      {chart.series.map((series) => (
        <li key={series.key}>
          <Swatch series={series} />
          <bdi>{series.name}</bdi>
        </li>
      ))}
    </ul>
  )
}

import { create } from 'zustand'
import { type ChartOptions, defaultChartOptions } from '../../shared/charts/chart.ts'

interface ChartView extends ChartOptions {
  /** The keys of the series that are hidden: a deal in every chart, a kind in its own. */
  hidden: ReadonlySet<string>
  /** Whether the chart in focus is shown as its table. */
  isTable: boolean
}

/** How the charts are shown, for as long as the app runs. */
export const useChartView = create<ChartView>()(() => ({
  ...defaultChartOptions,
  hidden: new Set<string>(),
  isTable: false,
}))

/** Hides a series, or shows it again. */
export const toggleSeries = (key: string): void =>
  useChartView.setState(({ hidden }) => {
    const next = new Set(hidden)
    if (!next.delete(key)) next.add(key)
    return { hidden: next }
  })

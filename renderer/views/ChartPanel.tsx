import { memo, useMemo } from 'react'
import { chartIds, type ChartId, type ChartSource, withoutSeries } from '../../shared/charts/chart.ts'
import { chartOf } from '../../shared/charts/charts.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { FocusChart } from '../charts/FocusChart.tsx'
import { useChartView } from '../charts/options.ts'
import { SmallChart } from '../charts/SmallChart.tsx'
import { chartSource } from '../charts/source.ts'
import { usePreferences } from '../stores/preferences.ts'
import { useView } from '../stores/view.ts'
import styles from './ChartPanel.module.css'
import { useAfterPaint } from '../components/useFrames.ts'

interface ChartPanelProps {
  book: Book
  style: NumberStyle
}

/** All charts in their order: the one in focus is large, a press on a small one brings it there. */
export default memo(function ChartPanel({ book, style }: ChartPanelProps) {
  const focus = useView((view) => view.chart)
  const selected = useView((view) => view.active?.dealId ?? null)
  const yearStart = usePreferences((preferences) => preferences.yearStart)
  const source = useMemo(
    () => chartSource(book, style, yearStart, selected),
    [book, style, yearStart, selected],
  )
  // The small ones follow: an edit's frame has the chart in focus.
  const sourceOfSmall = useAfterPaint(source) ?? source
  return (
    <div className={styles['panel']} data-testid="charts">
      <div className={styles['charts']}>
        {chartIds.map((id) =>
          id === focus ? (
            <Focus key={id} id={id} source={source} />
          ) : (
            <Small key={id} id={id} source={sourceOfSmall} />
          ),
        )}
      </div>
    </div>
  )
})

interface OneChart {
  id: ChartId
  source: ChartSource
}

function useChart({ id, source }: OneChart) {
  const { paymentsBy, costBasis, exitParty, priceUnit } = useChartView()
  const options = useMemo(
    () => ({ paymentsBy, costBasis, exitParty, priceUnit }),
    [paymentsBy, costBasis, exitParty, priceUnit],
  )
  return useMemo(() => chartOf(id, source, options), [id, source, options])
}

function Focus(props: OneChart) {
  return <FocusChart chart={useChart(props)} source={props.source} />
}

const Small = memo(function Small(props: OneChart) {
  const chart = useChart(props)
  const hidden = useChartView((view) => view.hidden)
  const shown = useMemo(() => withoutSeries(chart, hidden), [chart, hidden])
  return (
    <button
      type="button"
      className={styles['small']}
      data-chart={props.id}
      onClick={() => useView.setState({ chart: props.id })}
    >
      <span>{chart.title}</span>
      <SmallChart chart={shown} style={props.source.style} />
    </button>
  )
})

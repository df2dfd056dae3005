import { type Chart, defaultChartOptions } from '../../shared/charts/chart.ts'
import { chartOf } from '../../shared/charts/charts.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { CrossingList } from '../charts/Crossings.tsx'
import { PrintedLegend } from '../charts/Legend.tsx'
import { Plot } from '../charts/Plot.tsx'
import { chartSource } from '../charts/source.ts'
import type { Piece } from './pieces.ts'
import styles from './Summary.module.css'

const chartHeight = 216

/** The charts of the deals side by side, each with what its lines and numbers stand for. */
export function chartPieces(book: Book, style: NumberStyle, yearStart: number, width: number): Piece[] {
  const source = chartSource(book, style, yearStart, null)
  if (source.columns.length === 0) return []
  // One deal has no difference to the baseline.
  const ids = source.columns.length > 1 ? (['payments', 'difference'] as const) : (['payments'] as const)
  const charts = ids.map((id) => chartOf(id, source, defaultChartOptions))
  return charts.map((chart, index) => ({
    id: `chart ${chart.id}`,
    content: (
      <>
        {index === 0 && <h2 className={styles['heading']}>Charts</h2>}
        <Figure chart={chart} style={style} width={width} />
      </>
    ),
    keepsNext: false,
    table: null,
  }))
}

function Figure({ chart, style, width }: { chart: Chart; style: NumberStyle; width: number }) {
  return (
    <figure className={styles['chart']}>
      <figcaption>
        <b>{chart.title}:</b> {chart.caption}
      </figcaption>
      <Plot chart={chart} style={style} width={width} height={chartHeight} />
      <PrintedLegend chart={chart} />
      <CrossingList chart={chart} />
    </figure>
  )
}

import { useMemo } from 'react'
import { type Chart, type ChartSource, withoutSeries } from '../../shared/charts/chart.ts'
import { commitmentOn } from '../../shared/charts/commitment.ts'
import { hasPrice } from '../../shared/engine/incomplete.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { formatDay } from '../../shared/format/date.ts'
import { formatAmount, type NumberStyle } from '../../shared/format/number.ts'
import type { DayNumber } from '../../shared/days.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import type { Party } from '../../shared/schema/deal.ts'
import { Icon } from '../components/Icon.tsx'
import { Menu } from '../components/Menu.tsx'
import controls from '../styles/controls.module.css'
import type { AsOfReading } from './AsOfMark.tsx'
import { AsOfSlider } from './AsOfSlider.tsx'
import { ChartSwitch } from './ChartSwitches.tsx'
import { ChartTable } from './ChartTable.tsx'
import { chartEntries, copyTable } from './chartMenu.ts'
import styles from './charts.module.css'
import { CrossingList } from './Crossings.tsx'
import { DeliveryStrip } from './DeliveryStrip.tsx'
import { Legend } from './Legend.tsx'
import { useChartView } from './options.ts'
import { Plot } from './Plot.tsx'
import { useSize } from './useSize.ts'

interface FocusChartProps {
  chart: Chart
  source: ChartSource
}

/** The chart a reader looks at: large, with its switch, legend, crossings, and the table behind it. */
export function FocusChart({ chart, source }: FocusChartProps) {
  const { hidden, isTable, exitParty } = useChartView()
  const shown = useMemo(() => withoutSeries(chart, hidden), [chart, hidden])
  const asOf = useAsOf(source, exitParty)
  const reading = chart.id === 'commitment' ? asOf : null
  const [plot, size] = useSize()
  const { style } = source
  return (
    <figure className={styles['focus']} data-chart={chart.id}>
      <figcaption>
        <h2>{chart.title}</h2>
        <p>{chart.caption}</p>
      </figcaption>
      <div className={styles['controls']}>
        <ChartSwitch id={chart.id} />
        {isTable && (
          <button
            type="button"
            className={styles['toggle']}
            aria-label="Copy the table"
            onClick={() => copyTable({ chart: shown, source, asOf: reading })}
          >
            Copy
          </button>
        )}
        <button
          type="button"
          className={styles['toggle']}
          aria-pressed={isTable}
          onClick={() => useChartView.setState({ isTable: !isTable })}
        >
          Table
        </button>
        <Menu
          trigger={
            <button
              type="button"
              className={`${controls['quiet']} ${controls['icon']}`}
              aria-label={`Copy or save the chart: ${chart.title}`}
            >
              <Icon name="more" />
            </button>
          }
          entries={() => chartEntries({ chart: shown, source, asOf: reading })}
        />
      </div>
      <Legend chart={chart} />
      <div className={styles['plot']} ref={plot}>
        {isTable && <ChartTable chart={shown} />}
        {!isTable && size && (
          <>
            <Plot chart={shown} style={style} {...size} asOf={reading} />
            {reading && <AsOfSlider reading={reading} from={chart.from} until={chart.until} {...size} />}
          </>
        )}
      </div>
      {!isTable && size && <DeliveryStrip chart={shown} width={size.width} />}
      <CrossingList chart={shown} />
      {chart.notes.length > 0 && <p className={styles['note']}>{chart.notes.join(' ')}</p>}
    </figure>
  )
}

/** The as-of date with what the selected deal commits on it; none for a deal without a price. */
function useAsOf({ columns, context, selected, style }: ChartSource, party: Party): AsOfReading | null {
  const figures = columns[selected]
  const terms = figures && hasPrice(figures) ? figures.terms : undefined
  const day = context.asOf
  // The same object for as long as it says the same: the plot is not drawn again for it.
  return useMemo(() => (terms ? readingOf(terms, party, day, style) : null), [terms, party, day, style])
}

function readingOf(terms: DealTerms, party: Party, day: DayNumber, style: NumberStyle): AsOfReading {
  const { committed, atRisk } = commitmentOn(scheduleOf(terms), party, day)
  return {
    day,
    lines: [
      formatDay(day),
      `committed ${formatAmount(committed, style)}`,
      atRisk < 0
        ? `leaving costs ${formatAmount(-atRisk, style)} more than staying`
        : `at risk ${formatAmount(atRisk, style)}`,
    ],
  }
}

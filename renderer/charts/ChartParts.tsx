import type { TooltipContentProps } from 'recharts'
import type { DayNumber } from '../../shared/days.ts'
import type { DealFigures } from '../../shared/engine/figures.ts'
import type { DealMark } from '../stores/comparison.ts'
import styles from './charts.module.css'
import { dateTicks, formatTick } from './scale.ts'

export const axisStyle = {
  stroke: 'var(--line-strong)',
  tick: { fill: 'var(--ink-3)', fontSize: 11 },
  tickLine: false,
  axisLine: false,
  interval: 0,
} as const

/** The axis of days both charts have, so that months stand above each other. */
export const timeAxis = (from: DayNumber, until: DayNumber) =>
  ({
    ...axisStyle,
    type: 'number',
    domain: [from, until],
    ticks: dateTicks(from, until),
    tickFormatter: formatTick,
    height: 20,
  }) as const

/** The chart fills in what the pointer is on. */
type ChartTooltipProps = Partial<Pick<TooltipContentProps, 'active' | 'payload' | 'label'>> & {
  title(label: number): string
  format(value: number): string
}

/** What stands at a place of a chart, one line a deal. */
export function ChartTooltip({ active, payload = [], label, title, format }: ChartTooltipProps) {
  if (!active || typeof label !== 'number') return null
  return (
    <div className={styles['tooltip']}>
      <strong>{title(label)}</strong>
      {payload
        .filter((entry) => typeof entry.value === 'number')
        .map((entry) => (
          <div key={String(entry.name)}>
            <i style={{ background: entry.color }} />
            <span>{entry.name}</span>
            <b>{format(Number(entry.value))}</b>
          </div>
        ))}
    </div>
  )
}

/** Which line is which deal: colour, dash and name. */
export function Legend({ columns, marks }: { columns: readonly DealFigures[]; marks: readonly DealMark[] }) {
  return (
    <ul className={styles['legend']}>
      {columns.map(({ terms }, index) => (
        <li key={terms.deal.id}>
          <svg viewBox="0 0 20 6" aria-hidden>
            <line
              x1="0"
              x2="20"
              y1="3"
              y2="3"
              stroke={`var(--deal-${marks[index]!.colour})`}
              strokeDasharray={marks[index]!.dash}
              strokeWidth="2"
            />
          </svg>
          {terms.deal.name}
        </li>
      ))}
    </ul>
  )
}

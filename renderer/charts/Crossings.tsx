import { memo } from 'react'
import type { Chart } from '../../shared/charts/chart.ts'
import { labelPlaces } from '../../shared/charts/labelPlaces.ts'
import type { Box } from '../../shared/charts/paths.ts'
import styles from './charts.module.css'

interface CrossingsProps {
  chart: Chart
  box: Box
  width: number
  height: number
}

const label = { width: 15, height: 15 }

/** Each crossing with the baseline, by the number it has in the list under the chart. */
export const Crossings = memo(function Crossings({ chart, box, width, height }: CrossingsProps) {
  const points = chart.markers.map(({ at, value }) => ({ x: box.x(at), y: box.y(value) }))
  const places = labelPlaces(points, label, { width, height })
  return chart.markers.map(({ key, at }, index) => {
    const [point, place] = [points[index]!, places[index]!]
    return (
      <g key={`${key} ${at}`} className="crossing">
        <line x1={point.x} y1={point.y} x2={place.x} y2={place.y} stroke="var(--ink-3)" />
        <circle cx={point.x} cy={point.y} r={3.6} fill="var(--panel)" stroke="var(--ink)" strokeWidth={1.6} />
        <circle cx={place.x} cy={place.y} r={7.5} fill="var(--ink)" />
        <text
          x={place.x}
          y={place.y}
          dy="0.35em"
          textAnchor="middle"
          fill="var(--panel)"
          fontSize={10}
          fontWeight={600}
        >
          {index + 1}
        </text>
      </g>
    )
  })
})

/** What the numbers of a chart stand for, one line each. */
export function CrossingList({ chart }: { chart: Chart }) {
  if (chart.markers.length === 0) return null
  return (
    <ol className={styles['crossings']} aria-label="Crossings with the baseline">
      {chart.markers.map(({ key, at, name, text }, index) => (
        <li key={`${key} ${at}`} data-crossing={key}>
          <i aria-hidden>{index + 1}</i>
          <span>
            <b>
              <bdi>{name}</bdi>:
            </b>{' '}
            {text}
          </span>
        </li>
      ))}
    </ol>
  )
}

import { memo } from 'react'
import type { Chart } from '../../shared/charts/chart.ts'
import { boxOf } from '../../shared/charts/paths.ts'
import { valueScale } from '../../shared/charts/scale.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import styles from './charts.module.css'
import { SeriesPaths } from './SeriesPaths.tsx'

const [width, height] = [360, 60]

/** A chart at a glance, without axes. It is stretched to its place, so that it need not know its size. */
export const SmallChart = memo(function SmallChart({ chart, style }: { chart: Chart; style: NumberStyle }) {
  const box = boxOf(chart, valueScale(chart, style), width, height)
  return (
    <svg
      className={styles['small']}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      fill="none"
      aria-hidden
    >
      <path d={`M0,${box.y(0)}H${width}`} stroke="var(--line-strong)" vectorEffect="non-scaling-stroke" />
      <SeriesPaths chart={chart} box={box} width={width} height={height} isSmall />
      {chart.markers.map(({ key, at, value }) => {
        // Ends of lines stay round however the drawing is stretched; circles do not.
        const dot = `M${box.x(at)},${box.y(value)}l0.01,0.01`
        return (
          <g key={`${key} ${at}`} className="crossing" strokeLinecap="round">
            <path d={dot} stroke="var(--ink)" strokeWidth={7} vectorEffect="non-scaling-stroke" />
            <path d={dot} stroke="var(--panel)" strokeWidth={4} vectorEffect="non-scaling-stroke" />
          </g>
        )
      })}
    </svg>
  )
})

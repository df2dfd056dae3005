import type { Schedule } from '../../shared/engine/scheduleColumns.ts'
import styles from './editors.module.css'

const [width, height] = [180, 28]

interface MonthlyPreviewProps {
  schedule: Schedule
  /** One for each stretch of the schedule, from 0 to 1. */
  shares: readonly number[]
}

/** What a table of steps comes to, month by month. */
export function MonthlyPreview({ schedule: { start, end, timeline }, shares }: MonthlyPreviewProps) {
  const { bounds } = timeline
  const x = (day: number) => ((day - start) / (end - start)) * width
  return (
    <svg
      className={styles['preview']}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {shares.map((share, i) => (
        <rect
          key={bounds[i]}
          x={x(bounds[i]!)}
          y={height - share * height}
          width={Math.max(0.5, x(bounds[i + 1]!) - x(bounds[i]!) - 0.75)}
          height={share * height}
        />
      ))}
    </svg>
  )
}

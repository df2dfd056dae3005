import { scheduleOf } from '../../shared/engine/schedule.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import styles from './editors.module.css'

const [width, height] = [180, 28]

/** Month by month what the steps come to: the fee as a share of the standard fee, or the share delivered. */
export function MonthlyPreview({ terms, kind }: { terms: DealTerms; kind: 'ramp' | 'delivery' }) {
  const { start, end, lines } = scheduleOf(terms)
  const x = (day: number) => ((day - start) / (end - start)) * width
  const highest = Math.max(1, ...lines.map((line) => (line.standard > 0 ? line.payable / line.standard : 0)))
  return (
    <svg className={styles['preview']} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {lines.map((line) => {
        const share =
          kind === 'delivery'
            ? line.deliveredDays / (line.until - line.from)
            : line.standard > 0
              ? line.payable / line.standard / highest
              : 0
        const tall = share * height
        return (
          <rect
            key={line.from}
            x={x(line.from)}
            y={height - tall}
            width={Math.max(0.5, x(line.until) - x(line.from) - 0.75)}
            height={tall}
          />
        )
      })}
    </svg>
  )
}

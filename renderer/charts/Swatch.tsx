import type { ChartSeries } from '../../shared/charts/chart.ts'

/** A piece of a series as it is drawn: its line with its dashes, or its fill. */
export function Swatch({ series: { shape, colour, dash, opacity } }: { series: ChartSeries }) {
  const paint = `var(--${colour})`
  return (
    <svg viewBox="0 0 20 10" width="20" height="10" aria-hidden>
      {shape === 'bar' || shape === 'area' ? (
        <rect x="4" width="12" height="10" rx="1.5" fill={paint} fillOpacity={opacity} />
      ) : (
        <line x2="20" y1="5" y2="5" stroke={paint} strokeDasharray={dash} strokeWidth="2" />
      )}
    </svg>
  )
}

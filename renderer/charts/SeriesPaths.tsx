import { memo, useId } from 'react'
import type { Chart } from '../../shared/charts/chart.ts'
import { type Box, seriesPath } from '../../shared/charts/paths.ts'

interface SeriesPathsProps {
  chart: Chart
  box: Box
  width: number
  height: number
  /** Small: thinner lines, whose widths no stretching changes. */
  isSmall?: boolean
}

/** The series of a chart as paths: fills below, lines above them, each with an edge in the colour of the ground. */
export const SeriesPaths = memo(function SeriesPaths({
  chart,
  box,
  width,
  height,
  isSmall,
}: SeriesPathsProps) {
  const clip = useId()
  const hasBeyond = chart.series.some(({ isBeyondScale }) => isBeyondScale)
  const paths = chart.series.map((series, index) => ({ ...series, d: seriesPath(chart, index, box) }))
  const isFilled = ({ shape }: { shape: string }) => shape === 'bar' || shape === 'area'
  const lines = paths.filter((each) => !isFilled(each))
  const scaling = isSmall ? { vectorEffect: 'non-scaling-stroke' as const } : {}
  return (
    <g clipPath={hasBeyond ? `url(#${clip})` : undefined} fill="none" strokeLinejoin="round">
      {hasBeyond && (
        <clipPath id={clip}>
          <rect width={width} height={height} />
        </clipPath>
      )}
      {paths.filter(isFilled).map(({ key, d, colour, opacity }) => (
        <path key={key} data-series={key} d={d} fill={`var(--${colour})`} fillOpacity={opacity} />
      ))}
      {!isSmall &&
        lines.map(({ key, d }) => (
          <path key={key} d={d} stroke="var(--panel)" strokeWidth={3.6} strokeOpacity={0.75} />
        ))}
      {lines.map(({ key, d, colour, dash, isBeside }) => (
        <path
          key={key}
          data-series={key}
          d={d}
          stroke={`var(--${colour})`}
          strokeWidth={isSmall || isBeside ? 1.3 : 1.8}
          strokeDasharray={dash}
          {...scaling}
        />
      ))}
    </g>
  )
})

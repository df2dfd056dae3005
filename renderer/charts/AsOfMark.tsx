/** What stands at the as-of date of a chart, in words. */
export interface AsOfReading {
  day: number
  lines: readonly string[]
}

interface AsOfMarkProps {
  reading: AsOfReading
  x: number
  width: number
  height: number
}

/** The as-of date as a line with its reading beside it, on the side that has room. */
export function AsOfMark({ reading: { lines }, x, width, height }: AsOfMarkProps) {
  const isLeft = x > width * 0.6
  return (
    <g>
      <line x1={x} x2={x} y1={0} y2={height} stroke="var(--ink)" strokeDasharray="3 2" />
      <circle cx={x} cy={height} r={4} fill="var(--ink)" />
      <text
        textAnchor={isLeft ? 'end' : 'start'}
        fontSize={11}
        stroke="var(--panel)"
        strokeWidth={3}
        paintOrder="stroke"
        strokeLinejoin="round"
      >
        {lines.map((line, index) => (
          <tspan
            key={line}
            x={x + (isLeft ? -16 : 16)}
            y={12 + index * 14}
            fill={index === 0 ? 'var(--ink)' : 'var(--ink-2)'}
            fontWeight={index === 0 ? 600 : 400}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}

import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'

/** Pixels of the chart, as wide as the panel of charts. */
export const chartSize = { width: 380, height: 420 }

const lines = ['1', '2', '3', '4', '5', '6', '7', '8']

/** Milliseconds of drawing, until it is laid out. */
export function timed(draw: () => void): number {
  const start = performance.now()
  flushSync(draw)
  document.body.getBoundingClientRect()
  return performance.now() - start
}

/** The charting library's own chart in an element: eight lines of sixty months, all others for another round. */
export function bareLines(place: HTMLElement): (round: number) => void {
  const root = createRoot(place)
  return (round) => {
    const rows = Array.from({ length: 60 }, (_, month) => ({
      month,
      ...Object.fromEntries(lines.map((line) => [line, month * Number(line) + round])),
    }))
    root.render(
      <LineChart {...chartSize} data={rows}>
        <CartesianGrid vertical={false} />
        <XAxis type="number" dataKey="month" />
        <YAxis />
        <Tooltip />
        {lines.map((line) => (
          <Line key={line} dataKey={line} dot={false} isAnimationActive={false} />
        ))}
      </LineChart>,
    )
  }
}

import { createRoot } from 'react-dom/client'
import { FocusChart } from '../../renderer/charts/FocusChart.tsx'
import { chartSource } from '../../renderer/charts/source.ts'
import { type ChartId, defaultChartOptions } from '../../shared/charts/chart.ts'
import { chartOf } from '../../shared/charts/charts.ts'
import { apply } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/command.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import type { Book } from '../../shared/schema/book.ts'
import { bareLines, chartSize, timed } from './bareLines.tsx'

interface Updates {
  ours: number[]
  theirs: number[]
}

declare global {
  interface Window {
    /** Milliseconds of each update: an edit of one deal in ours, its evaluation included, and of the library's chart. */
    chartUpdates(id: ChartId, rounds: number): Promise<Updates>
  }
}

/** Eight deals of 60 months in the chart in focus, beside the charting library's own chart of eight such lines. */

const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const

const edited = (book: Book, command: Command): Book => {
  const next = apply(book, command)
  if (!next.ok) throw new Error(next.error.message)
  return next.value
}

const ids = ['a', 'b', 'c', 'd', 'e']
const eight = ids.reduce(
  (book, dealId) =>
    edited(
      edited(book, { type: 'deal.duplicate', from: 'colossus-longer-ramp', dealId, name: `Deal ${dealId}` }),
      { type: 'deal.set', dealId, changes: { end: '2031-05-01' } },
    ),
  sampleBook(),
)

function place(): HTMLElement {
  const element = document.createElement('div')
  element.style.cssText = `position: fixed; inset: 0 auto auto 0; display: flex; z-index: 99; width: ${chartSize.width}px; height: ${chartSize.height}px`
  document.body.append(element)
  return element
}

const ours = createRoot(place())
const drawTheirs = bareLines(place())

function drawOurs(id: ChartId, round: number): void {
  const fee = 1_200_000_000_00 + round * 1_000_000_00
  const source = chartSource(
    edited(eight, { type: 'charge.set', chargeId: 'b/fee', changes: { monthlyFee: fee } }),
    style,
    1,
    null,
  )
  ours.render(<FocusChart chart={chartOf(id, source, defaultChartOptions)} source={source} />)
}

const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

async function chartUpdates(id: ChartId, rounds: number): Promise<Updates> {
  const measured: Updates = { ours: [], theirs: [] }
  for (let round = 0; round < rounds; round++) {
    measured.ours.push(timed(() => drawOurs(id, round)))
    await settled()
    measured.theirs.push(timed(() => drawTheirs(round)))
    await settled()
  }
  return measured
}

window.chartUpdates = chartUpdates

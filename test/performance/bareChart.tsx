import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'

/** A chart of the charting library alone, with eight lines of sixty months, beside the app; and how long the app takes to follow a pointer. */

const size = { width: 380, height: 420 }
const lines = ['1', '2', '3', '4', '5', '6', '7', '8']

const place = document.createElement('div')
place.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: -1; visibility: hidden'
document.body.append(place)
const root = createRoot(place)

/** Milliseconds of an update of all its lines, until they are laid out. */
function bareUpdate(round: number): number {
  const rows = Array.from({ length: 60 }, (_, month) => ({
    month,
    ...Object.fromEntries(lines.map((line) => [line, month * Number(line) + round])),
  }))
  const start = performance.now()
  flushSync(() =>
    root.render(
      <LineChart {...size} data={rows}>
        <CartesianGrid vertical={false} />
        <XAxis type="number" dataKey="month" />
        <YAxis />
        <Tooltip />
        {lines.map((line) => (
          <Line key={line} dataKey={line} dot={false} isAnimationActive={false} />
        ))}
      </LineChart>,
    ),
  )
  document.body.getBoundingClientRect()
  return performance.now() - start
}

interface Move {
  /** Milliseconds from the pointer's event until all it changes is laid out. */
  work: number
  /** What stands then on the slider, in a figure, and in the path of a chart. */
  seen: readonly string[]
  /** In how many frames another chart has followed; null where it did not within ten. */
  frames: number | null
}

const moves: Move[] = []
let watched: readonly string[] = []
let follower: string | null = null
let start = 0
window.addEventListener('pointermove', () => (start = performance.now()), { capture: true })
// Whoever listens further in has rendered by now: React does so at the end of each of their turns.
window.addEventListener('pointermove', () => {
  document.body.getBoundingClientRect()
  const move: Move = { work: performance.now() - start, seen: watched.map(read), frames: null }
  moves.push(move)
  if (follower !== null) countFrames(move, read(follower))
})

/** How many frames are drawn until what follows says something else. */
function countFrames(move: Move, before: string): void {
  let frames = 0
  const look = () => {
    frames++
    if (read(follower!) !== before) move.frames = frames
    else if (frames < 10) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function read(selector: string): string {
  const element = document.querySelector(selector)
  if (element instanceof HTMLInputElement) return element.value
  // Of a whole chart all its paths: that of one deal can look the same on another scale.
  if (element instanceof SVGSVGElement) return element.innerHTML
  return element?.getAttribute('d') ?? element?.textContent ?? ''
}

Object.assign(window, {
  bareUpdate,
  watchMoves(selectors: readonly string[], following: string) {
    watched = selectors
    follower = following
    moves.length = 0
  },
  takeMoves: () => moves.splice(0),
})

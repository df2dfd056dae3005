import { bareLines, timed } from './bareLines.tsx'

/** The charting library's own chart beside the app; and how long the app takes to follow a pointer. */

const place = document.createElement('div')
place.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: -1; visibility: hidden'
document.body.append(place)
const draw = bareLines(place)

/** Milliseconds of an update of all its lines. */
const bareUpdate = (round: number): number => timed(() => draw(round))

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

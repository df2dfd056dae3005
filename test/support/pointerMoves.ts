/** A script for the page: notes what the app shows after each move of the pointer, and how long it took. */

declare global {
  interface Window {
    /** Starts to note moves: what these elements show, and when `following` shows something else. */
    watchMoves(selectors: readonly string[], following: string): void
    /** Answers with the moves noted so far, and forgets them. */
    takeMoves(): Move[]
  }
}

export interface Move {
  /** Milliseconds from the pointer's event until all it changes is laid out. */
  work: number
  /** What the watched elements show then: a slider's value, the path of a line, or a text. */
  shown: readonly string[]
  /** After how many frames `following` has changed; null where it did not within ten. */
  frames: number | null
}

const moves: Move[] = []
let watched: readonly string[] = []
let follower: string | null = null
let start = 0

window.addEventListener('pointermove', () => (start = performance.now()), { capture: true })
// Listeners further in have rendered by now: React does so at the end of each of their turns.
window.addEventListener('pointermove', () => {
  document.body.getBoundingClientRect()
  const move: Move = { work: performance.now() - start, shown: watched.map(read), frames: null }
  moves.push(move)
  if (follower !== null) countFrames(move, read(follower))
})

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

window.watchMoves = (selectors, following) => {
  watched = selectors
  follower = following
  moves.length = 0
}
window.takeMoves = () => moves.splice(0)

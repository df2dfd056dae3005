import { bareLines, timed } from './bareLines.tsx'

/** The charting library's own chart beside the app. */

declare global {
  interface Window {
    /** Milliseconds of an update of all its lines. */
    bareUpdate(round: number): number
  }
}

const place = document.createElement('div')
place.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: -1; visibility: hidden'
document.body.append(place)
const draw = bareLines(place)

window.bareUpdate = (round) => timed(() => draw(round))

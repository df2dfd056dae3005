import { limits } from '../schema/limits.ts'
import type { History } from './workspace.ts'

/**
 * What of a history outlives the session it was made in: of the steps done and of those undone, as many each as are
 * kept across restarts, the ones nearest to where the book stands. No gesture goes on.
 */
export function keptAcrossRestarts({ steps, cursor }: History): History {
  const first = Math.max(0, cursor - limits.stepsAcrossRestarts)
  return {
    steps: steps.slice(first, cursor + limits.stepsAcrossRestarts),
    cursor: cursor - first,
    gesture: null,
  }
}

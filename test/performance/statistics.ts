/** The middle of what was measured: one slow run on a noisy machine does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
}

/** The value that so many per cent of what was measured do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)]!
}

/** The mean of all but the slowest tenth, which a noisy machine makes slow. */
export function steadyMean(values: readonly number[]): number {
  const steady = values.toSorted((a, b) => a - b).slice(0, Math.ceil(values.length * 0.9))
  return steady.reduce((sum, value) => sum + value, 0) / steady.length
}

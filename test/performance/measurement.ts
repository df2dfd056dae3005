import { test } from '@playwright/test'

/** What one measurement found, in milliseconds, megabytes or frames. */
export interface Measurement {
  work: string
  unit: 'ms' | 'MB' | 'frames'
  value: number
  /** The least that the same work can take, measured in the same run. */
  peer?: { name: string; value: number }
  /** What the design wants of the value, or of its ratio to the peer's. */
  target?: { value: number } | { ratio: number }
}

const type = 'measurement'

/** Adds a measurement to the table of `npm run bench:app`. No number fails the run. */
export function report(measurement: Measurement): void {
  test.info().annotations.push({ type, description: JSON.stringify(measurement) })
}

/** The measurements among the annotations of a test. */
export function measurementsIn(
  annotations: readonly { type: string; description?: string }[],
): Measurement[] {
  return annotations
    .filter((each) => each.type === type)
    .map(({ description }) => JSON.parse(description!) as Measurement)
}

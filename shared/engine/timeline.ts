import type { DayNumber } from '../days.ts'
import type { Plan } from './plan.ts'

/**
 * A term cut into stretches in which nothing changes: no billing month ends, no price, ramp, use or delivery changes.
 * Most deals have one stretch a month. Stretch i runs from `bounds[i]` to `bounds[i + 1]`.
 */
export interface Timeline {
  readonly count: number
  /** Day numbers, one more than there are stretches. */
  readonly bounds: Int32Array
  /** The billing month of each stretch, from 0; month m runs from `months[m]` to `months[m + 1]`, whole. */
  readonly monthOf: Int32Array
  readonly months: readonly DayNumber[]
  /** What a stretch counts of its billing month, out of `monthParts`: days, but for 30/360. */
  readonly parts: Int32Array
  readonly monthParts: Int32Array
}

export function timelineOf(plan: Plan): Timeline {
  const { start, end, billing } = plan
  const months = billing.months(start, end)
  const marks = marksOf(plan)
  const size = months.length + marks.length
  const bounds = new Int32Array(size + 1)
  const monthOf = new Int32Array(size)
  const parts = new Int32Array(size)
  const monthParts = new Int32Array(size)
  let count = 0
  let mark = 0
  let from = start
  for (let month = 0; month + 1 < months.length; month++) {
    const monthUntil = months[month + 1]!
    const whole = billing.partsOf(months[month]!, monthUntil)
    const last = Math.min(monthUntil, end)
    while (from < last) {
      while (mark < marks.length && marks[mark]! <= from) mark++
      const until = mark < marks.length && marks[mark]! < last ? marks[mark]! : last
      bounds[count] = from
      monthOf[count] = month
      monthParts[count] = whole
      parts[count] =
        from === months[month] && until === monthUntil ? whole : billing.partsOf(from, until)
      count++
      from = until
    }
  }
  bounds[count] = end
  return {
    count,
    bounds: bounds.subarray(0, count + 1),
    monthOf: monthOf.subarray(0, count),
    months,
    parts: parts.subarray(0, count),
    monthParts: monthParts.subarray(0, count),
  }
}

/** Every day on which something changes, in order. */
function marksOf({ capacities, series }: Plan): DayNumber[] {
  const marks: DayNumber[] = []
  const add = ({ from, until }: { from: DayNumber; until: DayNumber }) => marks.push(from, until)
  for (const capacity of capacities) {
    add(capacity)
    capacity.delivery.forEach(add)
  }
  for (const each of series) {
    add(each)
    each.ramps.forEach(add)
    each.usage.forEach(add)
    marks.push(...each.prices.days)
    for (const { fixedFees } of each.ramps) marks.push(...fixedFees.days)
  }
  return marks.sort((a, b) => a - b)
}

/** The stretch that holds a day of the term. */
export function stretchAt({ bounds, count }: Timeline, day: DayNumber): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (bounds[middle + 1]! > day) high = middle
    else low = middle + 1
  }
  return low
}

/** Days of a stretch. */
export const daysOf = ({ bounds }: Timeline, i: number): number => bounds[i + 1]! - bounds[i]!

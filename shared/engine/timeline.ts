import type { DayNumber } from '../days.ts'
import { newCounts } from './column.ts'
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

/** Cut on other days of the term, too, where such are given. */
export function timelineOf(plan: Plan, others: readonly DayNumber[] = []): Timeline {
  const { start, end, billing } = plan
  const months = billing.months(start, end)
  const marks = marksOf(plan, others)
  const size = stretchesOf(months, marks)
  const [bounds, monthOf] = [newCounts(size + 1), newCounts(size)]
  const [parts, monthParts] = [newCounts(size), newCounts(size)]
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
      parts[count] = from === months[month] && until === monthUntil ? whole : billing.partsOf(from, until)
      count++
      from = until
    }
  }
  bounds[count] = end
  return { count, bounds, monthOf, months, parts, monthParts }
}

/** How many stretches there are: as many as months, and one more for each mark within one. */
function stretchesOf(months: readonly DayNumber[], marks: readonly DayNumber[]): number {
  let count = months.length - 1
  let month = 0
  for (const mark of marks) {
    while (months[month]! < mark) month++
    if (months[month] !== mark) count++
  }
  return count
}

/** Every day within the term on which something changes, in order and each once. */
function marksOf({ start, end, capacities, series }: Plan, others: readonly DayNumber[]): DayNumber[] {
  const marks: DayNumber[] = []
  const add = (day: DayNumber) => {
    if (day <= start || day >= end) return
    // Most come in order.
    let place = marks.length
    while (place > 0 && marks[place - 1]! > day) place--
    if (place > 0 && marks[place - 1] === day) return
    if (place === marks.length) marks.push(day)
    else marks.splice(place, 0, day)
  }
  const addBoth = (stretches: readonly { from: DayNumber; until: DayNumber }[]) => {
    for (const { from, until } of stretches) {
      add(from)
      add(until)
    }
  }
  addBoth(capacities)
  for (const { delivery, acceptedFrom } of capacities) {
    addBoth(delivery)
    if (acceptedFrom !== null) add(acceptedFrom)
  }
  addBoth(series)
  for (const { ramps, usage, prices } of series) {
    addBoth(ramps)
    addBoth(usage)
    for (const day of prices.days) add(day)
    for (const { fixedFees } of ramps) if (fixedFees) for (const day of fixedFees.days) add(day)
  }
  for (const day of others) add(day)
  return marks
}

/** The stretch that holds a day of the term. */
export function stretchAt({ bounds, count }: Pick<Timeline, 'bounds' | 'count'>, day: DayNumber): number {
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

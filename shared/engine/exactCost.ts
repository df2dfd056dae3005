import { add, multiply, type Rational, rational, subtract } from '../rational.ts'
import { wholePpm } from '../rate.ts'
import { isContract } from './accrual.ts'
import type { CostPath, Vertex } from './crossings.ts'
import { linesOf } from './invoices.ts'
import { meteredColumns } from './metered.ts'
import type { Posting } from './posting.ts'
import { isByHour, postedColumn } from './recurring.ts'
import { runningTotal } from './runningTotal.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'

/** An exact amount: whole minor units and, where it is not whole, a fraction of one beside them. */
interface Exact {
  readonly whole: number
  readonly rest: Rational | null
}

const nothing: Exact = { whole: 0, rest: null }
const wholeOf = (value: number): Exact => ({ whole: value, rest: null })

function sum(a: Exact, b: Exact): Exact {
  const rest = a.rest && b.rest ? add(a.rest, b.rest) : (a.rest ?? b.rest)
  return { whole: a.whole + b.whole, rest: rest?.numerator === 0n ? null : rest }
}

/** An exact amount times a ratio of integers. */
function share({ whole, rest }: Exact, numerator: number, denominator: number): Exact {
  const ratio = rational(numerator, denominator)
  const product = multiply(rational(whole), ratio)
  return sum({ whole: 0, rest: product }, { whole: 0, rest: rest && multiply(rest, ratio) })
}

const isSame = (a: Exact, b: Exact): boolean =>
  a.whole === b.whole &&
  a.rest?.numerator === b.rest?.numerator &&
  a.rest?.denominator === b.rest?.denominator

const valueOf = ({ whole, rest }: Exact): Vertex['value'] => (rest ? add(rational(whole), rest) : whole)

/** The cumulative cost at the start of each stretch, and its growth within it, both exact. */
interface ExactColumns {
  readonly starts: Exact[]
  readonly growth: Exact[]
}

/**
 * Cost as service accrues, at expected usage, with power and less service credits: an exact fraction on every day, rounded
 * only where a posted line ends, as a jump of a fraction of a minor unit. So two deals that cost the same up to a day have
 * the same curve up to it, however their months are cut. Straight between the days on which anything changes, with a jump
 * at each one-off amount. The axis is day numbers.
 */
export function exactCostPath(schedule: Schedule): CostPath {
  const { timeline, oneOffs, plan, start, end } = schedule
  const { bounds, count, parts } = timeline
  const { starts, byDays, byParts } = totalsOf(schedule)
  const uneven = plan.billing.unevenDays(start, end)
  const places = [...new Set([...bounds, ...oneOffs.days, ...uneven])].sort((a, b) => a - b)
  const vertices: Vertex[] = []
  let [paidOnce, next, i] = [0, 0, 0]
  for (const at of places) {
    while (i < count && bounds[i + 1]! <= at) i++
    const from = bounds[i]!
    let before = starts[i]!
    if (at < from) before = nothing
    else if (at === from && i > 0) before = sum(starts[i - 1]!, sum(byDays[i - 1]!, byParts[i - 1]!))
    else if (at > from && i < count) {
      before = sum(before, share(byDays[i]!, at - from, bounds[i + 1]! - from))
      if (parts[i]! > 0) before = sum(before, share(byParts[i]!, plan.billing.partsOf(from, at), parts[i]!))
    }
    const after = at === from ? starts[i]! : before
    vertices.push({ at, value: valueOf(sum(before, wholeOf(paidOnce))) })
    const isPaidOnce = oneOffs.days[next] === at
    if (isPaidOnce) paidOnce += oneOffs.amounts[next++]!
    if (isPaidOnce || !isSame(before, after))
      vertices.push({ at, value: valueOf(sum(after, wholeOf(paidOnce))) })
  }
  return vertices
}

/** The cost of all series together: what grows within a stretch by days, and what by the parts of a month they count. */
function totalsOf(schedule: Schedule): { starts: Exact[]; byDays: Exact[]; byParts: Exact[] } {
  const { timeline, plan, terms } = schedule
  const { count, bounds } = timeline
  const starts = Array.from({ length: count + 1 }, () => nothing)
  const byDays = Array.from({ length: count }, () => nothing)
  const byParts = Array.from({ length: count }, () => nothing)
  for (const series of schedule.series) {
    const cost = exactColumns(schedule, series)
    const isCredited = plan.serviceCredits > 0 && isContract(series)
    for (const columns of isCredited ? [cost, exactCredits(schedule, series, cost)] : [cost]) {
      for (let i = 0; i <= count; i++) starts[i] = sum(starts[i]!, columns.starts[i]!)
      for (let i = 0; i < count; i++) {
        const isByParts = terms.deal.partMonths === 'thirty360' && !isByHour(series.plan, bounds[i]!)
        const total = isByParts ? byParts : byDays
        total[i] = sum(total[i]!, columns.growth[i]!)
      }
    }
  }
  return { starts, byDays, byParts }
}

/** The exact cost of a series at expected usage: a line starts at what is posted before it. */
function exactColumns(schedule: Schedule, series: SeriesColumns): ExactColumns {
  const { timeline, plan } = schedule
  const { count, bounds } = timeline
  const { charge, from, until } = series.plan
  const { rounding, digits } = plan
  const pending: (Rational | null)[] = []
  const note = (stretch: number, posting: Posting) => (pending[stretch] = posting.pending)
  const isRecurring = charge.kind === 'recurring'
  const lines = isRecurring ? series.lines : linesOf(series.plan, timeline, charge.settlement)
  const posted = { series: series.plan, timeline, lines, rounding, digits }
  if (isRecurring) postedColumn(posted, 'payable', from, until, note)
  else meteredColumns(series.plan, timeline, lines, rounding, digits, note)
  const before = isRecurring ? series.payableBefore : runningTotal(series.expected)
  const starts: Exact[] = []
  const growth: Exact[] = []
  for (let i = 0; i <= count; i++) {
    const isInLine = i > 0 && i < count && lines[i - 1] === lines[i] && bounds[i]! < until
    const pendingBefore = isInLine ? (pending[i - 1] ?? null) : null
    starts.push({ whole: before[i]!, rest: pendingBefore })
    if (i === count) break
    const pendingAfter = pending[i] ?? null
    const rest = pendingBefore ? subtract(pendingAfter ?? rational(0), pendingBefore) : pendingAfter
    growth.push(sum({ whole: before[i + 1]! - before[i]!, rest }, nothing))
  }
  return { starts, growth }
}

/** The service credits on a series, below zero: their share of its exact cost within an invoice, rounded where that ends. */
function exactCredits(
  { timeline: { count }, plan: { serviceCredits } }: Schedule,
  { lines, credits }: SeriesColumns,
  cost: ExactColumns,
): ExactColumns {
  const posted = runningTotal(credits)
  const starts: Exact[] = []
  const growth: Exact[] = []
  for (let i = 0; i <= count; i++) {
    const isInLine = i > 0 && i < count && lines[i - 1] === lines[i]
    starts.push(isInLine ? sum(starts[i - 1]!, growth[i - 1]!) : wholeOf(0 - posted[i]!))
    if (i === count) break
    const credited = share(cost.growth[i]!, 0 - serviceCredits, wholePpm)
    const isBelowZero = credited.whole < 0 || (credited.rest?.numerator ?? 0n) < 0n
    growth.push(isBelowZero ? credited : nothing)
  }
  return { starts, growth }
}

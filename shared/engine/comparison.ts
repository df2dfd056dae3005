import { anchoredPeriod, type DayNumber } from '../days.ts'
import { add, ceiling, divide, floor, type Rational, rational, subtract } from '../rational.ts'
import { type BreakEven, crossingsOf, type CumulativeCost } from './crossings.ts'
import { baselineCost, type CostBasis, cumulativeCost } from './cumulative.ts'
import type { Schedule } from './scheduleColumns.ts'

/** A break-even against the baseline, in the three figures it has: month, date and first whole month. */
export interface DatedCrossing {
  /** Months of the common calendar since the earlier start, exact. */
  months: Rational
  /** The day on which the curves cross. */
  day: DayNumber
  /** The first month at whose end the crossing lies behind. */
  firstWholeMonth: number
  cheaperAfter: 'deal' | 'baseline'
}

export interface BreakEvenAgainstBaseline {
  /** In the order of their dates; the last is the headline. */
  crossings: readonly DatedCrossing[]
  cheaperAtFirst: 'deal' | 'baseline' | null
  /** Both cost the same from this month to the end of the comparison; null where they do not. */
  mergedFrom: Rational | null
  identical: boolean
  /** The first day of the comparison, from which months are counted. */
  origin: DayNumber
  /** The last day of the comparison: the shorter of both terms, and on payment dates its last payment. */
  horizon: DayNumber
}

/** Break-even of a deal against the baseline on one of their cumulative curves, from the earlier start. */
export const breakEvenAgainst = (
  baseline: Schedule,
  deal: Schedule,
  basis: CostBasis,
): BreakEvenAgainstBaseline =>
  breakEvenOf(baseline, deal, baselineCost(baseline, basis), cumulativeCost(deal, basis))

/** Break-even of two cumulative curves of a deal and its baseline, on the axis of day numbers. */
export function breakEvenOf(
  baseline: Schedule,
  deal: Schedule,
  baselineCurve: CumulativeCost,
  dealCurve: CumulativeCost,
): BreakEvenAgainstBaseline {
  const origin = Math.min(firstOf(baseline, baselineCurve), firstOf(deal, dealCurve))
  const horizon = Math.min(lastOf(baseline, baselineCurve), lastOf(deal, dealCurve))
  const found: BreakEven = crossingsOf(baselineCurve, dealCurve, origin, horizon)
  const side = (cheaper: 'a' | 'b') => (cheaper === 'a' ? 'baseline' : 'deal')
  const start = Math.min(baseline.start, deal.start)
  return {
    crossings: found.crossings.map((crossing) => ({
      ...dated(start, crossing.t),
      cheaperAfter: side(crossing.cheaperAfter),
    })),
    cheaperAtFirst: found.startSign === 0 ? null : side(found.startSign < 0 ? 'a' : 'b'),
    mergedFrom: found.mergedFrom && dated(start, found.mergedFrom).months,
    identical: found.identical,
    origin: start,
    horizon,
  }
}

/** The first day of a deal or its curve, and the last. */
const firstOf = ({ start }: Schedule, curve: CumulativeCost): DayNumber =>
  Math.min(start, 'jumps' in curve ? curve.from : (curve[0]?.at ?? start))
const lastOf = ({ end }: Schedule, curve: CumulativeCost): DayNumber =>
  Math.max(end, ('jumps' in curve ? curve.jumps.days.at(-1) : curve.at(-1)?.at) ?? end)

/** A fractional day as months since the origin: period k runs from monthsAfter(origin, k) to monthsAfter(origin, k + 1). */
function dated(
  origin: DayNumber,
  at: Rational,
): { months: Rational; day: DayNumber; firstWholeMonth: number } {
  const day = Number(floor(at))
  const period = anchoredPeriod(origin, day)
  const share = divide(subtract(at, rational(period.from)), rational(period.until - period.from))
  const months = add(rational(period.index), share)
  return { months, day, firstWholeMonth: Number(ceiling(months)) }
}

import { type DayNumber, dayOf, monthsAfter } from '../days.ts'
import { type MinorUnits, multiplyRate, type RoundingMode } from '../money.ts'
import { type PartsPerMillion, wholePpm } from '../rate.ts'
import type { EscalatorTerm } from '../schema/deal.ts'

/** A fee a month and the first day on which it is in force. */
export interface FeeStep {
  from: DayNumber
  fee: MinorUnits
}

/** What an escalator adds at each anniversary: its rate, that of an index held between floor and cap. */
export const escalationRate = ({ kind, rate, cap, floor }: EscalatorTerm): PartsPerMillion =>
  kind === 'fixed' ? rate : Math.max(floor ?? -Infinity, Math.min(cap ?? Infinity, rate))

/**
 * A fee a month over a term `[start, end)`: at each anniversary it is rounded to whole minor units and compounds from
 * there, as a contract's price list does.
 */
export function escalated(
  fee: MinorUnits,
  escalator: EscalatorTerm | null,
  [start, end]: readonly [DayNumber, DayNumber],
  rounding: RoundingMode,
): FeeStep[] {
  const steps: FeeStep[] = [{ from: start, fee }]
  if (escalator === null) return steps
  const first = dayOf(escalator.firstOn)
  const growth = escalationRate(escalator)
  for (let count = 0; ; count++) {
    const from = monthsAfter(first, count * escalator.everyMonths)
    if (from >= end) return steps
    steps.push({ from, fee: multiplyRate(steps.at(-1)!.fee, wholePpm + growth, rounding) })
  }
}

/** The fee in force on a day; before the first step, the first. */
export function feeOn(steps: readonly FeeStep[], day: DayNumber): MinorUnits {
  let fee = steps[0]!.fee
  for (const step of steps) if (step.from <= day) fee = step.fee
  return fee
}

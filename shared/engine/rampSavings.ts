import { exact, type MinorUnits, multiplyRatio, total } from '../money.ts'
import { feeOn } from './escalation.ts'
import type { Schedule } from './schedule.ts'

/** Three answers to "what does the ramp save?", always shown together. */
export interface RampSavings {
  /** The standard fee less what is payable. */
  headline: MinorUnits
  /** The standard fee for what is delivered, over the whole term, less what is payable: below zero for late delivery. */
  likeForLike: MinorUnits
  /** As the headline, but over the ramp against the baseline's standard fee, since a higher list price inflates savings. */
  onBaselineStandard: MinorUnits | null
}

/** Without a baseline, `baseline` is null. */
export function rampSavings(schedule: Schedule, baseline: Schedule | null): RampSavings {
  const { lines, rounding } = schedule
  const onBaseline = ({ fees }: Schedule) =>
    total(
      lines
        .filter((line) => line.isRamp)
        .map((line) =>
          exact(multiplyRatio(feeOn(fees, line.from), line.parts, line.monthParts, rounding) - line.payable),
        ),
    )
  return {
    headline: total(lines.map((line) => exact(line.standard - line.payable))),
    likeForLike: total(lines.map((line) => exact(line.standardOfDelivered - line.payable))),
    onBaselineStandard: baseline && onBaseline(baseline),
  }
}

import { exact, type MinorUnits, multiplyRatio, total } from '../money.ts'
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

/** `baselineFee`: the baseline's standard fee a month, null without a baseline. */
export function rampSavings(schedule: Schedule, baselineFee: MinorUnits | null): RampSavings {
  const { lines } = schedule
  const onBaseline = (fee: MinorUnits) =>
    total(
      lines
        .filter((line) => line.isRamp)
        .map((line) => exact(multiplyRatio(fee, line.until - line.from, line.monthDays) - line.payable)),
    )
  return {
    headline: total(lines.map((line) => exact(line.standard - line.payable))),
    likeForLike: total(lines.map((line) => exact(line.standardOfDelivered - line.payable))),
    onBaselineStandard: baselineFee === null ? null : onBaseline(baselineFee),
  }
}

import type { DayNumber } from '../days.ts'
import { daysAYear } from '../finance/presentValue.ts'
import { type RateOfReturn, rateOfReturn } from '../finance/rateOfReturn.ts'
import type { MinorUnits } from '../money.ts'
import { type PartsPerMillion, toFraction } from '../rate.ts'
import type { Schedule } from './scheduleColumns.ts'

/**
 * The internal rate of return of choosing a deal over the baseline: XIRR, actual/365, of the baseline's payments less
 * the deal's. What a deal pays earlier is the outlay, what it pays less later the return; a ramp against a lower fee can
 * have two true rates.
 */
export function incrementalRate(baseline: Schedule, deal: Schedule): RateOfReturn {
  const [before, after] = [baseline.payments(), deal.payments()]
  const amounts = [...before.amounts, ...after.amounts.map((amount) => 0 - amount)]
  return rateOfReturn(amounts, [...before.days, ...after.days], daysAYear)
}

/** What the baseline and a deal pay on one day. */
export interface ComparedPayment {
  on: DayNumber
  baseline: MinorUnits
  deal: MinorUnits
}

/** The payments of the baseline and a deal day by day, in the order of days. */
export function incrementalPayments(baseline: Schedule, deal: Schedule): ComparedPayment[] {
  const byDay = new Map<DayNumber, ComparedPayment>()
  for (const side of ['baseline', 'deal'] as const) {
    const { days, amounts } = (side === 'baseline' ? baseline : deal).payments()
    for (const [i, on] of days.entries()) {
      const known = byDay.get(on) ?? { on, baseline: 0, deal: 0 }
      byDay.set(on, { ...known, [side]: amounts[i]! })
    }
  }
  return [...byDay.values()].toSorted((a, b) => a.on - b.on)
}

/** When payments fall, on average, in years of 365 days from a date. */
export interface AverageLife {
  /** Weighted average life: sum of t * payment / sum of payments. */
  weightedAverageLife: number
  /** Macaulay's duration: the same over present values at the deal's discount rate, effective. */
  duration: number
}

/** Payments before the date are left out. Null where nothing is paid from it on, or as much comes back as is paid. */
export function averageLife(schedule: Schedule, rate: PartsPerMillion, from: DayNumber): AverageLife | null {
  const growth = 1 + toFraction(rate)
  const totals = { paid: 0, timed: 0, present: 0, presentTimed: 0 }
  const { days, amounts } = schedule.payments()
  for (const [i, amount] of amounts.entries()) {
    const years = (days[i]! - from) / daysAYear
    if (years < 0) continue
    const present = amount * growth ** -years
    totals.paid += amount
    totals.timed += years * amount
    totals.present += present
    totals.presentTimed += years * present
  }
  if (totals.paid <= 0 || totals.present <= 0) return null
  return {
    weightedAverageLife: totals.timed / totals.paid,
    duration: totals.presentTimed / totals.present,
  }
}

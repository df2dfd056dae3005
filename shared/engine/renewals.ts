import { type DayNumber, dayOf, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRate, total } from '../money.ts'
import { wholePpm } from '../rate.ts'
import type { Escalator } from '../schema/charge.ts'
import type { Renewal } from '../schema/extras.ts'
import { escalatedOnce } from './escalation.ts'
import { monthlyRateOn, totalContractValue } from './accrual.ts'
import type { Schedule } from './scheduleColumns.ts'

/** One renewal: its stretch, what it costs, and how likely it is. */
export interface RenewalPeriod {
  readonly renewal: Renewal
  readonly start: DayNumber
  /** Exclusive. */
  readonly end: DayNumber
  /** The last day on which it can be decided. */
  readonly decideBy: DayNumber
  readonly value: MinorUnits
  /** That it comes about: the product of its own and all before it, 0 to 1. */
  readonly probability: number
}

/** Total contract value with renewals, which are outside of it. */
export interface RenewedValue {
  readonly periods: readonly RenewalPeriod[]
  /** With each renewal in full. */
  readonly withRenewals: MinorUnits
  /** With each by its probability, in minor units as a float. */
  readonly expected: number
}

/**
 * Renewals follow the term one after the other, month by month from its end. Each starts at the price of the stretch
 * before it, changed by its own percentage; an escalator that is carried goes on at its anniversaries.
 */
export function renewedValue(schedule: Schedule): RenewedValue {
  const { terms, plan } = schedule
  const periods: RenewalPeriod[] = []
  let start = schedule.end
  let rates = plan.series
    .filter(({ charge, until }) => charge.kind === 'recurring' && until >= schedule.end)
    .map((series) => ({
      fee: monthlyRateOn(
        { plan: { ...plan, series: [series] }, start: schedule.start, end: schedule.end },
        schedule.end - 1,
      ),
      escalator: terms.charges.find(({ charge }) => charge.id === series.charge.id)?.escalator ?? null,
    }))
  let probability = 1
  for (const renewal of terms.renewals) {
    rates = rates.map((rate) => ({
      ...rate,
      fee: multiplyRate(rate.fee, wholePpm + renewal.priceChange, plan.rounding),
    }))
    let value = 0
    for (let month = 0; month < renewal.months; month++) {
      const [from, until] = [monthsAfter(start, month), monthsAfter(start, month + 1)]
      rates = rates.map((rate) => {
        const { escalator } = rate
        if (!escalator?.carried || !hasAnniversary(escalator, from, until)) return rate
        return { ...rate, fee: escalatedOnce(rate.fee, plan.digits, escalator, plan.rounding) }
      })
      value = exact(value + total(rates.map(({ fee }) => fee)))
    }
    probability *= renewal.probability / wholePpm
    const end = monthsAfter(start, renewal.months)
    periods.push({ renewal, start, end, decideBy: start - renewal.noticeDays, value, probability })
    start = end
  }
  const contract = totalContractValue(schedule)
  return {
    periods,
    withRenewals: exact(contract + total(periods.map(({ value }) => value))),
    expected: contract + periods.reduce((sum, each) => sum + each.value * each.probability, 0),
  }
}

/** Whether an escalator has an anniversary in `[from, until)`. */
function hasAnniversary({ firstOn, everyMonths }: Escalator, from: DayNumber, until: DayNumber): boolean {
  const first = dayOf(firstOn)
  let count = Math.max(0, Math.floor((from - first) / 31 / everyMonths) - 1)
  while (monthsAfter(first, count * everyMonths) < from) count++
  return monthsAfter(first, count * everyMonths) < until
}

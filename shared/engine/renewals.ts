import { dateOf, type DayNumber, dayOf, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRate, total } from '../money.ts'
import { wholePpm } from '../rate.ts'
import type { Escalator } from '../schema/charge.ts'
import type { ChargeTerms, DealTerms } from '../schema/dealTerms.ts'
import type { Renewal } from '../schema/extras.ts'
import { totalContractValue } from './accrual.ts'
import { priceOn } from './escalation.ts'
import { isUsageOnly, valueAtExpectedUsage } from './expectedUsage.ts'
import type { SeriesPlan } from './plan.ts'
import { makeSchedule } from './schedule.ts'
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

/** Contract value with renewals, which are outside of it: of a deal with usage only, at expected usage. */
export interface RenewedValue {
  readonly periods: readonly RenewalPeriod[]
  /** With each renewal in full. */
  readonly withRenewals: MinorUnits
  /** With each by its probability, in minor units as a float. */
  readonly expected: number
}

/**
 * Renewals follow the term one after the other. Each is a term of its own, of the charges and tranches that last to the
 * end of the stretch before it: at the prices then in force, changed by its own percentage. A ramp or a part delivery
 * that is in force on the last day goes on; an escalator goes on at its anniversaries where it is carried.
 */
export function renewedValue(schedule: Schedule): RenewedValue {
  const valueOf = isUsageOnly(schedule) ? valueAtExpectedUsage : totalContractValue
  const periods: RenewalPeriod[] = []
  let before = schedule
  let probability = 1
  for (const renewal of schedule.terms.renewals) {
    const { end: start } = before
    const end = monthsAfter(start, renewal.months)
    before = makeSchedule(renewedTerms(before, renewal, end))
    const value = valueOf(before)
    probability *= renewal.probability / wholePpm
    const decideBy = lastDayToDecide(schedule.terms, renewal, start)
    periods.push({ renewal, start, end, decideBy, value, probability })
  }
  const contract = valueOf(schedule)
  return {
    periods,
    withRenewals: exact(contract + total(periods.map(({ value }) => value))),
    expected: contract + periods.reduce((sum, each) => sum + each.value * each.probability, 0),
  }
}

/** The last day to decide on a renewal: its notice counts as the buyer's notice does, from its day or the one after. */
const lastDayToDecide = ({ rights }: DealTerms, { noticeDays }: Renewal, start: DayNumber): DayNumber =>
  start - noticeDays - (rights.buyer.dayOfNoticeCounts ? 0 : 1)

/** The terms of a renewal from the end of a schedule until a day: what is paid once or ahead is not renewed. */
function renewedTerms(before: Schedule, renewal: Renewal, until: DayNumber): DealTerms {
  const { terms, plan, end } = before
  const [from, to] = [dateOf(end), dateOf(until)]
  const lasts = (step: { until: string | null }) => step.until === null || dayOf(step.until) >= end
  const extended = <T extends { from: string; until: string }>(steps: readonly T[]): T[] =>
    steps.filter(lasts).map((step) => ({ ...step, from, until: to }))
  const seriesOf = ({ charge }: ChargeTerms): SeriesPlan | undefined =>
    plan.series.find((series) => series.charge.id === charge.id && series.until >= end)
  const changed = (price: number): number =>
    multiplyRate(price, wholePpm + renewal.priceChange, plan.rounding)
  return {
    ...terms,
    deal: { ...terms.deal, start: from, end: to },
    charges: terms.charges.flatMap((each): ChargeTerms[] => {
      const series = seriesOf(each)
      if (!series) return []
      const { charge, ramp, escalator } = each
      const price = changed(priceOn(series.prices, end - 1))
      const ramps = ramp.map((step, i) => {
        const { fixedFees } = series.ramps[i]!
        return { ...step, fixedFee: fixedFees && changed(priceOn(fixedFees, end - 1)) }
      })
      const priced = charge.basis === 'flat' ? { monthlyFee: price } : { unitPrice: price }
      return [
        {
          charge: { ...charge, ...priced, from: null, until: null },
          ramp: extended(ramps),
          escalator: escalator?.carried ? goingOn(escalator, end) : null,
          usage: [],
        },
      ]
    }),
    tranches: terms.tranches
      .filter(({ tranche }) => lasts(tranche))
      .map(({ tranche, delivery }) => ({
        tranche: { ...tranche, from: null, until: null },
        delivery: extended(delivery),
      })),
    oneOffs: [],
    advances: [],
    renewals: [],
  }
}

/** An escalator as it goes on from a day: its next anniversary is its first. */
function goingOn(escalator: Escalator, from: DayNumber): Escalator {
  const { firstOn, everyMonths } = escalator
  const first = dayOf(firstOn)
  let count = 0
  while (monthsAfter(first, count * everyMonths) < from) count++
  return { ...escalator, firstOn: dateOf(monthsAfter(first, count * everyMonths)) }
}

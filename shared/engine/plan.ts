import { type DayNumber, dayOf, monthsAfter } from '../days.ts'
import type { RoundingMode } from '../money.ts'
import { wholePpm } from '../rate.ts'
import type { Charge, RampStep } from '../schema/charge.ts'
import type { ChargeTerms, DealTerms, TrancheTerms } from '../schema/dealTerms.ts'
import type { Tranche } from '../schema/tranche.ts'
import { type Billing, billingOf } from './billing.ts'
import type { Share } from './capacity.ts'
import { escalated, type Prices } from './escalation.ts'

/** The terms of a deal with day numbers in place of dates: what the schedule is made from. */
export interface Plan {
  readonly start: DayNumber
  readonly end: DayNumber
  readonly billing: Billing
  readonly rounding: RoundingMode
  /** Decimals of the currency. */
  readonly digits: number
  /** Parts per million of what is paid for service. */
  readonly serviceCredits: number
  readonly capacities: readonly CapacityPlan[]
  readonly series: readonly SeriesPlan[]
}

/** A part of the capacity of a tranche that is in service over a stretch: numerator of denominator. */
export interface DeliveryPlan extends Share {
  readonly from: DayNumber
  readonly until: DayNumber
}

export interface CapacityPlan {
  readonly tranche: Tranche
  readonly from: DayNumber
  readonly until: DayNumber
  readonly delivery: readonly DeliveryPlan[]
  /** The first day on which fees are pro rata to what is delivered, as the buyer accepts fewer; null where never. */
  readonly acceptedFrom: DayNumber | null
}

export interface RampPlan {
  readonly from: DayNumber
  readonly until: DayNumber
  readonly basis: RampStep['basis']
  /** The share of the standard fee that stays payable, for both percentages. */
  readonly share: Share
  /** The fixed fee, as it escalates or stays; null on any other basis. */
  readonly fixedFees: Prices | null
}

export interface UsagePlan {
  readonly from: DayNumber
  readonly until: DayNumber
  readonly share: number
}

/**
 * One row of lines: a flat charge, or a charge by capacity on one tranche, whose lines are rounded by themselves.
 */
export interface SeriesPlan {
  readonly charge: Charge
  readonly from: DayNumber
  readonly until: DayNumber
  /** The tranche whose capacity is multiplied; null for a flat fee. */
  readonly capacity: CapacityPlan | null
  /** The tranches whose delivery counts for it. */
  readonly capacities: readonly CapacityPlan[]
  readonly prices: Prices
  readonly ramps: readonly RampPlan[]
  readonly usage: readonly UsagePlan[]
}

export function planOf(terms: DealTerms): Plan {
  const { deal, digits } = terms
  const term = [dayOf(deal.start), dayOf(deal.end)] as const
  const capacities = terms.tranches.map((tranche) => capacityPlan(tranche, term))
  const series: SeriesPlan[] = []
  for (const charge of terms.charges)
    series.push(...seriesPlans(charge, capacities, term, deal.rounding, digits))
  return {
    start: term[0],
    end: term[1],
    billing: billingOf(deal, term[0]),
    rounding: deal.rounding,
    digits,
    serviceCredits: deal.serviceCredits,
    capacities,
    series,
  }
}

type Term = readonly [DayNumber, DayNumber]

const dayOr = (date: string | null, otherwise: DayNumber): DayNumber =>
  date === null ? otherwise : dayOf(date)

function capacityPlan({ tranche, delivery }: TrancheTerms, [start, end]: Term): CapacityPlan {
  return {
    tranche,
    from: dayOr(tranche.from, start),
    until: dayOr(tranche.until, end),
    delivery: delivery.map(({ from, until, share, gpus }) => ({
      from: dayOf(from),
      until: dayOf(until),
      numerator: share ?? gpus ?? 0,
      denominator: share === null ? Math.max(1, tranche.gpus ?? 1) : wholePpm,
    })),
    acceptedFrom: delivery.length > 0 && acceptsFewer(tranche) ? remedyFrom(tranche) : null,
  }
}

/** Whether the buyer accepts fewer where capacity comes late: a contract that leaves the choice goes on with fewer. */
export const acceptsFewer = ({ remedy }: Tranche): boolean => remedy === 'acceptFewer' || remedy === 'either'

/** The first day on which a tranche's remedy for late delivery is there; null where no long-stop date is agreed. */
export const remedyFrom = ({ longStop, graceMonths }: Tranche): DayNumber | null =>
  longStop === null ? null : monthsAfter(dayOf(longStop) + 1, graceMonths)

function seriesPlans(
  { charge, ramp, escalator, usage }: ChargeTerms,
  all: readonly CapacityPlan[],
  term: Term,
  rounding: RoundingMode,
  digits: number,
): SeriesPlan[] {
  const isFlat = charge.basis === 'flat'
  const ofRamp = escalator?.appliesTo === 'ramped' ? escalator : null
  const prices = isFlat
    ? escalated(charge.monthlyFee, digits, escalator, term, rounding)
    : escalated(charge.unitPrice, 6, escalator, term, rounding)
  const ramps = ramp.map(({ from, until, basis, share, fixedFee }): RampPlan => ({
    from: dayOf(from),
    until: dayOf(until),
    basis,
    share: {
      numerator: basis === 'percentOff' ? wholePpm - (share ?? 0) : (share ?? wholePpm),
      denominator: wholePpm,
    },
    fixedFees: basis === 'fixedFee' ? escalated(fixedFee ?? 0, digits, ofRamp, term, rounding) : null,
  }))
  const usages = usage.map(({ from, until, share }) => ({ from: dayOf(from), until: dayOf(until), share }))
  const capacities =
    charge.trancheId === null ? all : all.filter(({ tranche }) => tranche.id === charge.trancheId)
  const [from, until] = [dayOr(charge.from, term[0]), dayOr(charge.until, term[1])]
  const series = (capacity: CapacityPlan | null, stretch: Term): SeriesPlan => ({
    charge,
    from: Math.max(from, stretch[0]),
    until: Math.min(until, stretch[1]),
    capacity,
    capacities: capacity ? [capacity] : capacities,
    prices,
    ramps,
    usage: usages,
  })
  if (!isFlat) return capacities.map((capacity) => series(capacity, [capacity.from, capacity.until]))
  const only = charge.trancheId === null ? undefined : capacities[0]
  return [series(null, only ? [only.from, only.until] : term)]
}

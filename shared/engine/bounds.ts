import { calendarMonths, dayOf } from '../days.ts'
import { toFraction, wholePpm } from '../rate.ts'
import type { Escalator } from '../schema/charge.ts'
import type { ChargeTerms, DealTerms, TrancheTerms } from '../schema/dealTerms.ts'
import { parties } from '../schema/vocabulary.ts'
import { escalationRate } from './escalation.ts'

const longestMonthHours = 24 * 31

/**
 * A bound, in minor units as a float, of every sum the engine makes of a deal: what stays below 2^53 is exact
 * everywhere. It counts each charge at its dearest month, ramps, use and overage included, over the whole term.
 */
export function largestAmount(terms: DealTerms): number {
  const { deal, charges, oneOffs, advances, renewals, rights, terminationFees } = terms
  const months = calendarMonths(dayOf(deal.end)) - calendarMonths(dayOf(deal.start))
  const dearest = charges.map((charge) => dearestMonth(terms, charge))
  const month = sum(dearest.map(({ fees }) => fees))
  // In renewals an escalator that is carried goes on growing.
  const later = renewals.reduce((all, renewal) => all + renewal.months, 0)
  const renewedCharges = charges.map((charge) => dearestMonth(terms, charge, later))
  const renewedMonth = sum(renewedCharges.map(({ fees }) => fees))
  let price = 1
  const renewed = sum(
    renewals.map((renewal) => {
      price *= 1 + Math.max(0, toFraction(renewal.priceChange))
      // Parts of two months can count a little more than the month they make up.
      return (renewal.months + 1) * renewedMonth * price
    }),
  )
  const value = months * month + renewed + sum(oneOffs.map(({ amount }) => amount))
  const ahead = sum(advances.map(({ amount, share }) => amount ?? toFraction(share ?? 0) * value))
  const leaving = parties.map((party) => {
    const { feeBasis, feeAmount, feeMonths } = rights[party]
    if (feeBasis === 'fixed') return feeAmount
    if (feeBasis === 'months') return feeMonths * month
    return Math.max(0, ...terminationFees[party].map(({ amount }) => amount))
  })
  return Math.max(
    value + ahead + Math.max(...leaving),
    interimCost(terms, months),
    renewedMonth * price,
    ...dearest.map((each) => each.price),
    ...renewedCharges.map((each) => each.price * price),
  )
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)

/** The highest price of a charge over the term: minor units a month where it is flat, else millionths a unit. */
export function highestPrice(terms: DealTerms, { charge, escalator }: ChargeTerms, monthsLater = 0): number {
  const standard = charge.basis === 'flat' ? charge.monthlyFee : charge.unitPrice
  return Math.max(standard * growthOver(terms, escalator, monthsLater), charge.overagePrice)
}

/** The highest fixed fee of a charge's ramp over the term, in minor units a month; 0 where none is fixed. */
export function highestRampFee(terms: DealTerms, { ramp, escalator }: ChargeTerms, monthsLater = 0): number {
  const growth = escalator?.appliesTo === 'ramped' ? growthOver(terms, escalator, monthsLater) : 1
  return Math.max(0, ...ramp.map(({ fixedFee }) => (fixedFee ?? 0) * growth))
}

/** The highest price or fixed fee of a charge, and what it can come to in one month. */
function dearestMonth(
  terms: DealTerms,
  charged: ChargeTerms,
  monthsLater = 0,
): { price: number; fees: number } {
  const price = highestPrice(terms, charged, monthsLater)
  const ramped = highestRampFee(terms, charged, monthsLater)
  const highest = Math.max(price, ramped)
  if (charged.charge.basis === 'flat') return { price: highest, fees: highest }
  const units = sum(
    terms.tranches
      .filter(({ tranche }) => charged.charge.trancheId === null || tranche.id === charged.charge.trancheId)
      .map((tranche) => unitsAMonth(charged, tranche)),
  )
  return { price: highest, fees: Math.max((units * price * 10 ** terms.digits) / wholePpm, ramped) }
}

/** The factor a price can grow by over the term, and so many months after it where its escalator is carried. */
function growthOver({ deal }: DealTerms, escalator: Escalator | null, monthsLater: number): number {
  if (!escalator) return 1
  const until = calendarMonths(dayOf(deal.end)) + (escalator.carried ? monthsLater : 0)
  const months = until - calendarMonths(dayOf(escalator.firstOn))
  const times = Math.max(0, Math.ceil(months / escalator.everyMonths))
  return (1 + Math.max(0, toFraction(escalationRate(escalator)))) ** times
}

/** What capacity can cost between a notice and its replacement, at most over the whole term. */
function interimCost({ deal, tranches, digits }: DealTerms, months: number): number {
  const gpus = sum(tranches.map(({ tranche }) => tranche.gpus ?? 0))
  return ((deal.replacementPrice ?? 0) * 10 ** digits * gpus * longestMonthHours * months) / wholePpm
}

function unitsAMonth({ charge }: ChargeTerms, { tranche }: TrancheTerms): number {
  switch (charge.basis) {
    case 'flat':
      return 1
    case 'perMegawatt':
      return (tranche.kilowatts ?? 0) / 1000
    case 'perKilowatt':
      return tranche.kilowatts ?? 0
    case 'perGpu':
      return tranche.gpus ?? 0
    case 'perGpuHour':
      return (tranche.gpus ?? 0) * longestMonthHours
    case 'perKilowattHour':
      return (tranche.kilowatts ?? 0) * longestMonthHours * toFraction(tranche.pue ?? wholePpm)
  }
}

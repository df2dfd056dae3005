import type { RateOfReturn } from '../finance/rateOfReturn.ts'
import { exact, type MinorUnits } from '../money.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { type StraightLine, straightLine } from './accounting.ts'
import { type BreakEvenAgainstBaseline, breakEvenAgainst } from './comparison.ts'
import { breakEvenInForm } from './breakEvenForms.ts'
import { type AverageLife, averageLife, incrementalRate } from './cashFlows.ts'
import { cashStillToPay } from './cashToPay.ts'
import { type EvaluationContext, sameContext } from './context.ts'
import { type ExpectedValue, expectedValue } from './expectedValue.ts'
import { lazily } from './lazily.ts'
import { type LeastObligation, leastObligation } from './leastObligation.ts'
import { type NoticeCoverGap, noticeCoverGap } from './noticeCoverGap.ts'
import { type PresentValues, presentValues } from './presentValue.ts'
import { type RampSavings, rampSavings } from './rampSavings.ts'
import { type RenewedValue, renewedValue } from './renewals.ts'
import { endOfFirstYear, sumColumn, totalContractValue } from './accrual.ts'
import { closingMonthlyRate, isUsageOnly, valueAtExpectedUsage, valueBetween } from './expectedUsage.ts'
import { scheduleOf } from './schedule.ts'
import type { Schedule } from './scheduleColumns.ts'
import { commitmentAtSigning, type Exit, exitOf } from './termination.ts'
import { type UnitPrices, unitPrices } from './unitPrices.ts'

/** The headline figures of one deal. Amounts are minor units; prices and present values are floats in minor units. */
export interface Headline {
  terms: DealTerms
  /** Billing months of the term, part months as they count. */
  months: number
  /** Fixed and minimum amounts. */
  totalContractValue: MinorUnits
  /** With the usage that is expected in place of the minimum: what averages, run rates and comparisons are of. */
  withExpectedUse: MinorUnits
  /** Whether it is charged by usage alone, so that it has no fixed contract value. */
  isUsageOnly: boolean
  /** Null for a term that counts no month: the 31st alone, in months of thirty days. */
  averageAnnualValue: number | null
  firstTwelveMonths: MinorUnits
  exitRunRate: MinorUnits
  rampSavings: RampSavings
  /** Contract value at expected usage over the months of the term. */
  effectiveMonthly: number | null
  buyerExit: Exit
  presentValues: PresentValues
  /** Null for the baseline itself, or where there is none. */
  breakEven: BreakEvenAgainstBaseline | null
}

/** The contract value a deal is shown with: fixed and minimum amounts; of a deal with usage only, its expected usage. */
export const shownContractValue = ({ isUsageOnly: byUsage, ...of }: Headline): MinorUnits =>
  byUsage ? of.withExpectedUse : of.totalContractValue

/** Schedule, value, ramp savings, rates, what is committed, present value and the break-even by payment date. */
export function headline(schedule: Schedule, context: EvaluationContext, against: Schedule | null): Headline {
  const { billing } = schedule.plan
  const months = billing.axis(schedule.end) - billing.axis(schedule.start)
  const value = valueAtExpectedUsage(schedule)
  return {
    terms: schedule.terms,
    months,
    totalContractValue: totalContractValue(schedule),
    withExpectedUse: value,
    isUsageOnly: isUsageOnly(schedule),
    averageAnnualValue: months > 0 ? (value * 12) / months : null,
    firstTwelveMonths: valueBetween(schedule, -Infinity, endOfFirstYear(schedule)),
    exitRunRate: exact(closingMonthlyRate(schedule) * 12),
    rampSavings: rampSavings(schedule, context.baseline === schedule.terms ? schedule : against),
    effectiveMonthly: months > 0 ? value / months : null,
    buyerExit: exitOf(schedule, 'buyer', context.asOf),
    presentValues: presentValues(schedule, context.valuation),
    breakEven: against && breakEvenAgainst(against, schedule, 'paid'),
  }
}

/** Every figure of a deal that stands in a column. */
export interface DealFigures extends Headline {
  renewed: RenewedValue
  /** Power that is passed through over the term, and service credits that are expected: apart from the contract value. */
  power: MinorUnits
  serviceCredits: MinorUnits
  unitPrices: UnitPrices
  providerExit: Exit
  leastObligation: LeastObligation
  commitmentAtSigning: MinorUnits | null
  cashStillToPay: MinorUnits
  noticeCoverGap: NoticeCoverGap | null
  expectedValue: ExpectedValue
  straightLine: { stated: StraightLine; enforceable: StraightLine }
  /** From the valuation date; null where nothing is paid from then on. */
  averageLife: AverageLife | null
  /** Against the baseline; null for the baseline itself, or where there is none. */
  incrementalRate: RateOfReturn | null
  /** Null for the baseline itself, or where there is none. */
  breakEvens: BreakEvens | null
}

/** Break-even against the baseline in all its forms. */
export interface BreakEvens {
  accrued: BreakEvenAgainstBaseline
  invoiced: BreakEvenAgainstBaseline
  paid: BreakEvenAgainstBaseline
  presentValue: BreakEvenAgainstBaseline
  /** Null where the capacity of one of both is not stated. */
  likeCapacity: BreakEvenAgainstBaseline | null
}

const remembered = new WeakMap<DealTerms, { context: EvaluationContext; figures: DealFigures }>()

/** The figures of a deal, computed once for as long as its terms and the context stay the same. */
export function figuresOf(terms: DealTerms, context: EvaluationContext): DealFigures {
  const known = remembered.get(terms)
  if (known && sameContext(known.context, context)) return known.figures
  const figures = compute(terms, context)
  remembered.set(terms, { context, figures })
  return figures
}

/** The headline figures of a deal at once, each of the others when it is first asked for. */
function compute(terms: DealTerms, context: EvaluationContext): DealFigures {
  const { baseline, asOf, valuation } = context
  const schedule = scheduleOf(terms)
  const against = baseline && baseline !== terms ? scheduleOf(baseline) : null
  const first = headline(schedule, context, against)
  const others: Omit<DealFigures, keyof Headline> = lazily({
    renewed: () => renewedValue(schedule),
    power: () => sumColumn(schedule.power),
    serviceCredits: () => sumColumn(schedule.credits),
    unitPrices: () => unitPrices(schedule, first.withExpectedUse, context.onDemandPrice),
    providerExit: () => exitOf(schedule, 'provider', asOf),
    leastObligation: () => leastObligation(schedule, 'buyer', asOf, first.buyerExit),
    commitmentAtSigning: () => commitmentAtSigning(schedule, 'buyer'),
    cashStillToPay: () => cashStillToPay(schedule, 'buyer', asOf, first.buyerExit),
    noticeCoverGap: () =>
      noticeCoverGap(schedule, others.providerExit, {
        price: context.onDemandPrice,
        gpus: context.onDemandGpus,
      }),
    expectedValue: () => expectedValue(schedule, asOf),
    straightLine: () => straightLine(schedule),
    averageLife: () => averageLife(schedule, terms.deal.discountRate, valuation.on),
    incrementalRate: () => against && incrementalRate(against, schedule),
    breakEvens: () =>
      against &&
      lazily<BreakEvens>({
        accrued: () => breakEvenAgainst(against, schedule, 'accrued'),
        invoiced: () => breakEvenAgainst(against, schedule, 'invoiced'),
        paid: () => first.breakEven!,
        presentValue: () => breakEvenInForm('presentValue', against, schedule, valuation)!,
        likeCapacity: () => breakEvenInForm('likeCapacity', against, schedule, valuation),
      }),
  })
  return Object.assign(others, first)
}

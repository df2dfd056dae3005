import { type CivilDate, dateOf, dateOrNull, dayOf } from '../days.ts'
import { type PartsPerMillion, toFraction } from '../rate.ts'
import { toNumber } from '../rational.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { peakPrepaid } from './advances.ts'
import { cashStillToPay } from './cashToPay.ts'
import type { BreakEvenAgainstBaseline } from './comparison.ts'
import type { EvaluationContext } from './context.ts'
import { type DealFigures, figuresOf } from './figures.ts'
import { type KeyDateKind, keyDates } from './keyDates.ts'
import { type LeastObligation, leastObligation } from './leastObligation.ts'
import { presentValues, type Valuation } from './presentValue.ts'
import { scheduleOf } from './schedule.ts'
import { commitmentAtSigning, type Exit } from './termination.ts'
import type { UnitPrices } from './unitPrices.ts'

export type Evaluation = ReturnType<typeof evaluationOf>

/** Every headline figure of a deal as plain values, with dates as texts. */
export function evaluationOf(terms: DealTerms, context: EvaluationContext, outBy: CivilDate | null) {
  const figures = figuresOf(terms, context)
  const schedule = scheduleOf(terms)
  const { presentValues: values, leastObligation: least, renewed, noticeCoverGap: gap } = figures
  return {
    name: terms.deal.name,
    asOf: dateOf(context.asOf),
    valuation: {
      ...context.valuation,
      on: dateOf(context.valuation.on),
      rate: rateOf(terms.deal.discountRate),
    },
    perspective: context.perspective,
    months: figures.months,
    totalContractValue: figures.totalContractValue,
    withExpectedUse: figures.withExpectedUse,
    withRenewals: renewed.withRenewals,
    expectedWithRenewals: renewed.expected,
    power: figures.power,
    serviceCredits: figures.serviceCredits,
    averageAnnualValue: figures.averageAnnualValue,
    firstTwelveMonths: figures.firstTwelveMonths,
    exitRunRate: figures.exitRunRate,
    rampSavings: figures.rampSavings,
    effectiveMonthly: figures.effectiveMonthly,
    unitPrices: figures.unitPrices satisfies UnitPrices,
    buyerExit: exitValues(figures.buyerExit),
    providerExit: exitValues(figures.providerExit),
    leastObligation: leastValues(least),
    cashStillToPay: figures.cashStillToPay,
    /** The largest amount prepaid and not yet credited on any day: lost if the provider fails. */
    peakPrepayment: peakPrepaid(schedule),
    commitmentAtSigning: figures.commitmentAtSigning,
    /** The same if it is the provider that leaves. */
    providerLeastObligation: leastValues(leastObligation(schedule, 'provider', context.asOf)),
    providerCommitmentAtSigning: commitmentAtSigning(schedule, 'provider'),
    providerCashStillToCome: cashStillToPay(schedule, 'provider', context.asOf, figures.providerExit),
    presentValue: values.fees,
    presentValueRate: values.monthlyRate,
    presentValueOfCash: values.cash,
    /** Signed by perspective: below zero for a buyer that pays, above for a provider that is paid. */
    netPresentValue: context.perspective === 'buyer' ? noMinusZero(-values.cash) : values.cash,
    presentValueByConvention: byConvention(terms, context.valuation.on),
    levelisedPerGpuHour: values.levelisedPerGpuHour,
    levelisedPerKilowattMonth: values.levelisedPerKilowattMonth,
    averageLife: figures.averageLife?.weightedAverageLife ?? null,
    duration: figures.averageLife?.duration ?? null,
    incrementalRate: figures.incrementalRate,
    breakEven: breakEvenValues(figures),
    noticeCoverGap: gap && {
      ...gap,
      orderedOn: dateOf(gap.orderedOn),
      from: dateOf(gap.from),
      until: dateOf(gap.until),
    },
    expectedValue: figures.expectedValue,
    straightLine: {
      stated: { ...figures.straightLine.stated, ends: dateOf(figures.straightLine.stated.ends) },
      enforceable: {
        ...figures.straightLine.enforceable,
        ends: dateOf(figures.straightLine.enforceable.ends),
      },
    },
    keyDates: keyDateValues(terms, outBy),
  }
}

const noMinusZero = (value: number) => (value === 0 ? 0 : value)

const rateOf = (ppm: PartsPerMillion): number => toFraction(ppm)

function exitValues(exit: Exit) {
  return {
    ...exit,
    noticeOn: dateOf(exit.noticeOn),
    serviceEnds: dateOf(exit.serviceEnds),
    lastDayServed: dateOf(exit.serviceEnds - 1),
  }
}

const leastValues = ({ amount, noticeOn, serviceEnds }: LeastObligation) => ({
  amount,
  noticeOn: dateOrNull(noticeOn),
  serviceEnds: dateOf(serviceEnds),
})

/** Present value of the fees in every convention: compounding by timing. */
function byConvention(terms: DealTerms, on: number) {
  const value = (discounting: Valuation['discounting'], timing: Valuation['timing']) =>
    presentValues(scheduleOf(terms), { on, discounting, timing }).fees
  const ofTiming = (discounting: Valuation['discounting']) => ({
    advance: value(discounting, 'advance'),
    middle: value(discounting, 'middle'),
    arrears: value(discounting, 'arrears'),
  })
  return {
    effective: ofTiming('effective'),
    nominal: ofTiming('nominal'),
    actual365: ofTiming('actual365'),
  }
}

function breakEvenValues({ breakEvens }: DealFigures) {
  if (!breakEvens) return null
  const { accrued, invoiced, paid, presentValue, likeCapacity } = breakEvens
  return {
    accrued: crossingValues(accrued),
    invoiced: crossingValues(invoiced),
    paid: crossingValues(paid),
    presentValue: crossingValues(presentValue),
    likeCapacity: likeCapacity && crossingValues(likeCapacity),
  }
}

function crossingValues({
  crossings,
  cheaperAtFirst,
  mergedFrom,
  identical,
  horizon,
}: BreakEvenAgainstBaseline) {
  return {
    crossings: crossings.map(({ months, day, firstWholeMonth, cheaperAfter }) => ({
      months: toNumber(months),
      exactMonths: `${months.numerator}/${months.denominator}`,
      date: dateOf(day),
      firstWholeMonth,
      cheaperAfter,
    })),
    cheaperAtFirst,
    mergedFrom: mergedFrom && toNumber(mergedFrom),
    identical,
    until: dateOf(horizon),
  }
}

function keyDateValues(terms: DealTerms, outBy: CivilDate | null) {
  return keyDates(scheduleOf(terms), outBy === null ? null : dayOf(outBy)).map(
    ({ on, kind, party, subject, outBy: by }) => ({
      on: dateOf(on),
      kind: kind satisfies KeyDateKind,
      party,
      subject,
      outBy: dateOrNull(by),
    }),
  )
}

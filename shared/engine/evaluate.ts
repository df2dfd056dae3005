import type { Result } from '../contract/result.ts'
import { type CivilDate, dateOf, dayOf, parseCivilDate } from '../days.ts'
import { currencyOf, type DealDocument } from '../document/dealDocument.ts'
import type { DealProblem } from '../document/problems.ts'
import { readDeal } from '../document/readDeal.ts'
import { type PartsPerMillion, toFraction } from '../rate.ts'
import { toNumber } from '../rational.ts'
import type { Party } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import { discountings, parties, timings } from '../schema/vocabulary.ts'
import { cashStillToPay } from './cashToPay.ts'
import type { BreakEvenAgainstBaseline } from './comparison.ts'
import { exitCurve } from './exitCurve.ts'
import { type DealFigures, type EvaluationContext, figuresOf } from './figures.ts'
import { type KeyDateKind, keyDates } from './keyDates.ts'
import { type LeastObligation, leastObligation } from './leastObligation.ts'
import { type MonthAmounts, monthRows } from './months.ts'
import { presentValues, type Valuation } from './presentValue.ts'
import { scheduleOf } from './schedule.ts'
import { commitmentAtSigning, type Exit } from './termination.ts'
import type { UnitPrices } from './unitPrices.ts'

/**
 * The engine as other programs see it: a deal in as JSON (see `document/dealDocument.ts` and `exampleDeal.json`), figures
 * out as plain values. Dates are ISO texts, an end exclusive unless it says "last day"; amounts whole minor units;
 * present values, averages and unit prices minor units as floats; rates and shares numbers, 0.1 for 10 %. Nothing throws:
 * what is wrong comes back as problems, each with the term it belongs to.
 */

/** What a deal is looked at with; each has a default. */
export interface Assumptions {
  /** The date exits are asked for; by default the start of the deal. */
  asOf?: CivilDate
  /** The date present values are taken at; by default the start of the deal. */
  valuedOn?: CivilDate
  /** By default effective. */
  discounting?: Valuation['discounting']
  /** By default advance. */
  timing?: Valuation['timing']
  /** Whose books are read: it turns the sign of `netPresentValue`, and no amount. By default the buyer's. */
  perspective?: Party
  /** Millionths of the major unit a GPU-hour on demand. */
  onDemandPrice?: number
  /** Another deal, as JSON, that this one is measured against. */
  baseline?: unknown
  /** Asks for the notice that ends service by this day, among the key dates. */
  outBy?: CivilDate
}

/** One row a month; see `MonthRow`, with dates as texts. */
export type ScheduleRow = MonthAmounts & {
  from: CivilDate
  until: CivilDate
  days: number
  standard: number
  contractedKilowatts: number | null
  deliveredKilowatts: number | null
  contractedGpus: number | null
  deliveredGpus: number | null
  invoicedOn: CivilDate | null
  paidOn: CivilDate | null
}

/** The schedule of a deal month by month: the parts of a row sum to `payable`, and the rows to the totals. */
export function schedule(deal: unknown): Result<ScheduleRow[], DealProblem[]> {
  const terms = readDeal(deal)
  if (!terms.ok) return terms
  const rows = monthRows(scheduleOf(terms.value)).map((row) => ({
    ...row,
    from: dateOf(row.from),
    until: dateOf(row.until),
    invoicedOn: dateOrNull(row.invoicedOn),
    paidOn: dateOrNull(row.paidOn),
  }))
  return { ok: true, value: rows }
}

/** What each party is bound to over time; see `ExitPoint`, with dates as texts. */
export type CommitmentCurve = readonly {
  on: CivilDate
  committed: number
  atRisk: number
  cashStillToPay: number
  serviceEnds: CivilDate
}[]

/** Exit cost, what is at risk and cash still to pay of each party, for a notice on the first day of each month. */
export function curves(deal: unknown): Result<Record<Party, CommitmentCurve>, DealProblem[]> {
  const terms = readDeal(deal)
  if (!terms.ok) return terms
  const curve = (party: Party): CommitmentCurve =>
    exitCurve(scheduleOf(terms.value), party).map(({ on, serviceEnds, ...amounts }) => ({
      on: dateOf(on),
      ...amounts,
      serviceEnds: dateOf(serviceEnds),
    }))
  return { ok: true, value: { buyer: curve('buyer'), provider: curve('provider') } }
}

export type Evaluation = ReturnType<typeof evaluationOf>

/** Every headline figure of a deal. */
export function evaluate(deal: unknown, assumptions: Assumptions = {}): Result<Evaluation, DealProblem[]> {
  const problems = assumptionProblems(assumptions)
  if (problems.length > 0) return { ok: false, error: problems }
  const terms = readDeal(deal)
  if (!terms.ok) return terms
  const baseline = assumptions.baseline === undefined ? null : readDeal(assumptions.baseline)
  if (baseline && !baseline.ok)
    return {
      ok: false,
      error: baseline.error.map(({ term, message }) => ({
        term: `baseline.${term}`,
        message: `The baseline: ${message}`,
      })),
    }
  if (baseline && currencyOf(deal as DealDocument) !== currencyOf(assumptions.baseline as DealDocument))
    return {
      ok: false,
      error: [
        {
          term: 'baseline.currency',
          message: 'The baseline is in another currency, which is not converted.',
        },
      ],
    }
  return evaluateTerms(terms.value, assumptions, baseline?.value ?? null)
}

/** The same of terms that are read already, as a book holds them. */
export function evaluateTerms(
  terms: DealTerms,
  assumptions: Assumptions,
  baseline: DealTerms | null,
): Result<Evaluation, DealProblem[]> {
  const problems = assumptionProblems(assumptions)
  if (problems.length > 0) return { ok: false, error: problems }
  const { start } = terms.deal
  const context: EvaluationContext = {
    baseline,
    asOf: dayOf(assumptions.asOf ?? start),
    valuation: {
      on: dayOf(assumptions.valuedOn ?? start),
      discounting: assumptions.discounting ?? 'effective',
      timing: assumptions.timing ?? 'advance',
    },
    perspective: assumptions.perspective ?? 'buyer',
    onDemandPrice: assumptions.onDemandPrice ?? null,
    onDemandGpus: null,
  }
  return { ok: true, value: evaluationOf(terms, context, assumptions.outBy ?? null) }
}

const known = [
  'asOf',
  'valuedOn',
  'discounting',
  'timing',
  'perspective',
  'onDemandPrice',
  'baseline',
  'outBy',
] satisfies (keyof Assumptions)[]

const isDate = (date: unknown): boolean =>
  typeof date === 'string' &&
  parseCivilDate(date) !== null &&
  date >= limits.earliestDate &&
  date <= limits.latestDate

function assumptionProblems(assumptions: Assumptions): DealProblem[] {
  if (typeof assumptions !== 'object' || assumptions === null || Array.isArray(assumptions))
    return [{ term: 'assumptions', message: 'assumptions: an object is wanted here.' }]
  const unknown = Object.keys(assumptions)
    .filter((key) => !(known as readonly string[]).includes(key))
    .map((key) => ({ term: key, message: `${key}: there is no assumption of this name.` }))
  const { asOf, valuedOn, outBy, discounting, timing, perspective, onDemandPrice } = assumptions
  const dates = Object.entries({ asOf, valuedOn, outBy })
    .filter(([, date]) => date !== undefined && !isDate(date))
    .map(([term]) => ({
      term,
      message: `${term}: a date such as 2026-11-20 is wanted here, from ${limits.earliestDate} to ${limits.latestDate}.`,
    }))
  const choices = [
    { term: 'discounting', value: discounting, of: discountings },
    { term: 'timing', value: timing, of: timings },
    { term: 'perspective', value: perspective, of: parties },
  ]
    .filter(({ value, of }) => value !== undefined && !(of as readonly string[]).includes(value))
    .map(({ term, of }) => ({ term, message: `${term}: choose one of ${of.join(', ')}.` }))
  const isPrice = onDemandPrice === undefined || (Number.isSafeInteger(onDemandPrice) && onDemandPrice >= 0)
  const prices = isPrice
    ? []
    : [
        {
          term: 'onDemandPrice',
          message: 'onDemandPrice: a whole number of millionths, 0 or more, is wanted here.',
        },
      ]
  return [...unknown, ...dates, ...choices, ...prices]
}

const dateOrNull = (day: number | null): CivilDate | null => (day === null ? null : dateOf(day))

function evaluationOf(terms: DealTerms, context: EvaluationContext, outBy: CivilDate | null) {
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
    noticeCoverGap: gap && { ...gap, from: dateOf(gap.from), until: dateOf(gap.until) },
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

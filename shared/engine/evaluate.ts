import { type DayNumber, dayOf } from '../days.ts'
import type { MinorUnits } from '../money.ts'
import type { Book } from '../schema/book.ts'
import { dealsInOrder, settingsOf } from '../schema/readBook.ts'
import { type DealTerms, dealTerms } from '../schema/dealTerms.ts'
import type { RateOfReturn } from '../finance/rateOfReturn.ts'
import { type AverageLife, averageLife, incrementalRate } from './cashFlows.ts'
import { type BreakEvenAgainstBaseline, breakEvenAgainst } from './comparison.ts'
import { type LeastObligation, leastObligation } from './leastObligation.ts'
import { levelisedPrice, presentValueOfFees, presentValueRate, type Valuation } from './presentValue.ts'
import { type RampSavings, rampSavings } from './rampSavings.ts'
import { accruedUntil, closingMonthlyRate, deliveredMonths, endOfFirstYear, scheduleOf } from './schedule.ts'
import { commitmentAtSigning, type Exit, exitOf } from './termination.ts'

export const hoursInYear = 8760

/** What the figures of every column share. */
export interface EvaluationContext {
  baseline: DealTerms | null
  asOf: DayNumber
  valuation: Valuation
}

/** The headline figures of one deal. Amounts are minor units; prices and present values are floats in minor units. */
export interface DealFigures {
  terms: DealTerms
  /** Billing months of the term, part months as they count. */
  months: number
  totalContractValue: MinorUnits
  /** Null for a term that counts no month: the 31st alone, in months of thirty days. */
  averageAnnualValue: number | null
  firstTwelveMonths: MinorUnits
  exitRunRate: MinorUnits
  rampSavings: RampSavings
  /** Total contract value over the months of the term. */
  effectiveMonthly: number | null
  /** Total contract value over delivered MW-months. */
  effectivePerMegawattMonth: number | null
  /** The level monthly fee of the same present value. */
  presentValueRate: number | null
  /** The standard fee per contracted MW and month. */
  pricePerMegawattMonth: number | null
  /** Twelve standard fees per contracted GPU and 8,760 hours. */
  pricePerGpuHour: number | null
  levelisedPricePerGpuHour: number | null
  buyerExit: Exit
  providerExit: Exit
  leastObligation: LeastObligation
  commitmentAtSigning: MinorUnits | null
  presentValue: number
  /** From the valuation date; null where nothing is paid from then on. */
  averageLife: AverageLife | null
  /** Against the baseline; null for the baseline itself, or where there is none. */
  incrementalRate: RateOfReturn | null
  /** Null for the baseline itself, or where there is none. */
  breakEven: { accrued: BreakEvenAgainstBaseline; paid: BreakEvenAgainstBaseline } | null
}

const remembered = new WeakMap<DealTerms, { context: EvaluationContext; figures: DealFigures }>()

/** The headline figures of a deal: the one way into the engine. */
function evaluate(terms: DealTerms, context: EvaluationContext): DealFigures {
  const known = remembered.get(terms)
  if (known && sameContext(known.context, context)) return known.figures
  const figures = compute(terms, context)
  remembered.set(terms, { context, figures })
  return figures
}

function sameContext(a: EvaluationContext, b: EvaluationContext): boolean {
  return (
    a.baseline === b.baseline &&
    a.asOf === b.asOf &&
    a.valuation.on === b.valuation.on &&
    a.valuation.discounting === b.valuation.discounting &&
    a.valuation.timing === b.valuation.timing
  )
}

function compute(terms: DealTerms, { baseline, asOf, valuation }: EvaluationContext): DealFigures {
  const { deal, charge, tranche } = terms
  const schedule = scheduleOf(terms)
  const months = schedule.billing.axis(schedule.end) - schedule.billing.axis(schedule.start)
  const totalContractValue = accruedUntil(schedule, schedule.end)
  const megawatts = tranche.kilowatts === null ? null : tranche.kilowatts / 1000
  const delivered = schedule.lines.reduce((sum, line) => sum + deliveredMonths(line), 0)
  const against = baseline && baseline !== terms ? scheduleOf(baseline) : null
  return {
    terms,
    months,
    totalContractValue,
    averageAnnualValue: months > 0 ? (totalContractValue * 12) / months : null,
    firstTwelveMonths: accruedUntil(schedule, endOfFirstYear(schedule)),
    exitRunRate: closingMonthlyRate(schedule) * 12,
    rampSavings: rampSavings(schedule, baseline && scheduleOf(baseline)),
    effectiveMonthly: months > 0 ? totalContractValue / months : null,
    effectivePerMegawattMonth:
      megawatts && delivered > 0 ? totalContractValue / (megawatts * delivered) : null,
    presentValueRate: presentValueRate(schedule, deal.discountRate, valuation),
    pricePerMegawattMonth: megawatts ? charge.monthlyFee / megawatts : null,
    pricePerGpuHour: tranche.gpus ? (charge.monthlyFee * 12) / (tranche.gpus * hoursInYear) : null,
    levelisedPricePerGpuHour: levelisedPrice(schedule, tranche.gpus, deal.discountRate, valuation),
    buyerExit: exitOf(schedule, terms, 'buyer', asOf),
    providerExit: exitOf(schedule, terms, 'provider', asOf),
    leastObligation: leastObligation(schedule, terms, 'buyer', asOf),
    commitmentAtSigning: commitmentAtSigning(schedule, terms, 'buyer'),
    presentValue: presentValueOfFees(schedule, deal.discountRate, valuation),
    averageLife: averageLife(schedule, deal.discountRate, valuation.on),
    incrementalRate: against && incrementalRate(against, schedule),
    breakEven: against && {
      accrued: breakEvenAgainst(against, schedule, 'accrued'),
      paid: breakEvenAgainst(against, schedule, 'paid'),
    },
  }
}

/** The deals shown side by side, the baseline first, each with its figures. */
export interface Comparison {
  context: EvaluationContext
  columns: readonly DealFigures[]
}

/** All columns of a book. They share one valuation date: the earliest start among them, or the as-of date. */
export function compare(book: Book): Comparison {
  const settings = settingsOf(book)
  const shown = dealsInOrder(book).filter((deal) => deal.shown)
  const ordered = shown.toSorted(
    (a, b) => Number(b.id === settings.baselineId) - Number(a.id === settings.baselineId),
  )
  const terms = ordered.map((deal) => dealTerms(book, deal.id))
  const asOf = dayOf(settings.asOf)
  const earliestStart = Math.min(...terms.map(({ deal }) => dayOf(deal.start)))
  const on = settings.valuation === 'asOf' || terms.length === 0 ? asOf : earliestStart
  const context: EvaluationContext = {
    baseline: settings.baselineId === null ? null : dealTerms(book, settings.baselineId),
    asOf,
    valuation: { on, discounting: settings.discounting, timing: settings.timing },
  }
  return { context, columns: terms.map((each) => evaluate(each, context)) }
}

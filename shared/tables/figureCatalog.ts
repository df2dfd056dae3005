import type { DealFigures, EvaluationContext } from '../engine/figures.ts'
import { hoursInYear } from '../engine/unitPrices.ts'
import { formatDay } from '../format/date.ts'
import { formatAmount, formatNumber, formatPercent } from '../format/number.ts'
import type { FigureDefinition } from './figure.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import {
  amountCell,
  breakEvenCell,
  gapCell,
  lastDayCell,
  lockOutCell,
  priceCell,
  rateCell,
  utilisationCell,
} from './figureCells.ts'

const discountingWords = {
  effective: 'effective, by months',
  nominal: 'nominal/12, by months',
  actual365: 'effective, actual/365',
} as const
const timingWords = {
  advance: 'fees in advance',
  middle: 'fees in mid-month',
  arrears: 'fees in arrears',
} as const

/** The convention of every present value, in words: `effective, by months; fees in advance; valued 1 May 2026`. */
export const valuationWords = ({ valuation }: EvaluationContext): string =>
  `${discountingWords[valuation.discounting]}; ${timingWords[valuation.timing]}; valued ${formatDay(valuation.on)}`

const hasRenewals = ({ renewed }: DealFigures) => renewed.periods.length > 0

const hasHazard = ({ terms: { rights } }: DealFigures) =>
  rights.buyer.hazard > 0 || rights.provider.hazard > 0

const isNotMonthlyInAdvance = ({ terms: { charges } }: DealFigures) =>
  charges.some(({ charge }) => charge.netDays > 0)

const hasOtherCapacity = ({ terms, breakEvens }: DealFigures, { baseline }: EvaluationContext) =>
  !!breakEvens?.likeCapacity && gpusOf(terms) !== (baseline ? gpusOf(baseline) : null)

const gpusOf = ({ tranches }: DealTerms) =>
  tranches.reduce((sum, { tranche }) => sum + (tranche.gpus ?? 0), 0)

const always = (label: string) => () => label

/** A label that turns with whose books are read. */
const asSeen =
  (buyer: string, provider: string) =>
  ({ perspective }: EvaluationContext) =>
    perspective === 'buyer' ? buyer : provider

/** Every figure of a deal, once, in the order in which they stand. */
export const figureCatalog: readonly FigureDefinition[] = [
  {
    id: 'totalContractValue',
    group: 'value',
    label: always('Total contract value'),
    convention: () => 'stated term, undiscounted',
    cell: amountCell((figures) => figures.totalContractValue, {
      detail: (figures, { locale }) => `${formatMonths(figures.months, locale)} months`,
    }),
  },
  {
    id: 'withExpectedUse',
    group: 'value',
    label: always('With expected use'),
    convention: () => 'metered use in place of its minimum',
    speaks: ({ withExpectedUse, totalContractValue }) => withExpectedUse !== totalContractValue,
    cell: amountCell((figures) => figures.withExpectedUse),
  },
  {
    id: 'withRenewals',
    group: 'value',
    label: always('With renewals'),
    convention: () => 'each in full; expected: by its probability',
    speaks: hasRenewals,
    cell: amountCell((figures) => figures.renewed.withRenewals, {
      detail: ({ renewed }, style) => `expected ${formatAmount(Math.round(renewed.expected), style)}`,
    }),
  },
  {
    id: 'power',
    group: 'value',
    label: always('Power passed through'),
    convention: () => 'apart from the contract value',
    speaks: ({ power }) => power !== 0,
    cell: amountCell((figures) => figures.power),
  },
  {
    id: 'serviceCredits',
    group: 'value',
    label: always('Service credits expected'),
    convention: () => 'apart from the contract value',
    speaks: ({ serviceCredits }) => serviceCredits !== 0,
    cell: amountCell((figures) => figures.serviceCredits, { lowerIsBetter: false }),
  },
  {
    id: 'rampSavings',
    group: 'ramp',
    label: always('Ramp savings, headline'),
    convention: () => 'standard fee less payable',
    cell: amountCell((figures) => figures.rampSavings.headline, { lowerIsBetter: false }),
  },
  {
    id: 'rampSavingsLikeForLike',
    group: 'ramp',
    label: always('Ramp savings, like for like'),
    convention: () => 'fee for what is delivered, less payable',
    cell: amountCell((figures) => figures.rampSavings.likeForLike, { lowerIsBetter: false }),
  },
  {
    id: 'rampSavingsOnBaseline',
    group: 'ramp',
    label: always('Ramp savings, on baseline’s fee'),
    convention: () => 'baseline’s standard fee, in ramp months',
    cell: amountCell((figures) => figures.rampSavings.onBaselineStandard, {
      lowerIsBetter: false,
      missing: 'no baseline',
    }),
  },
  {
    id: 'committed',
    group: 'commitment',
    label: asSeen('Exit cost, committed', 'Floor revenue, committed'),
    convention: ({ asOf }) => `buyer’s notice on ${formatDay(asOf)}`,
    cell: amountCell((figures) => figures.buyerExit.committed, {
      detail: ({ buyerExit: { committed, serviceFees } }, style) =>
        committed === serviceFees
          ? undefined
          : `with ${formatAmount(committed - serviceFees, style)} for leaving`,
    }),
  },
  {
    id: 'leastObligation',
    group: 'commitment',
    label: always('Least obligation'),
    convention: ({ asOf }) => `from ${formatDay(asOf)}, for any later notice`,
    cell: amountCell((figures) => figures.leastObligation.amount, {
      detail: ({ leastObligation: { noticeOn } }) =>
        noticeOn === null ? 'staying to the end' : `notice on ${formatDay(noticeOn)}`,
    }),
  },
  {
    id: 'lastDayServed',
    group: 'commitment',
    label: always('Last day served'),
    convention: () => 'a part month is owed by its days',
    cell: ({ buyerExit }, context) => lastDayCell(buyerExit, context, 'buyer'),
  },
  {
    id: 'lockOutReading',
    group: 'commitment',
    label: always('Lock-out, as read'),
    convention: () => 'the reading the exit rests on',
    cell: ({ terms }) => lockOutCell(terms.rights.buyer),
  },
  {
    id: 'atRisk',
    group: 'commitment',
    label: always('At risk'),
    convention: ({ asOf }) => `fees from ${formatDay(asOf)}, less committed`,
    cell: amountCell((figures) => figures.buyerExit.atRisk, {
      lowerIsBetter: false,
      detail: ({ buyerExit: { atRisk, remaining } }, style) =>
        atRisk < 0
          ? `leaving costs ${formatAmount(-atRisk, style)} more than staying`
          : `of ${formatAmount(remaining, style)} remaining`,
    }),
  },
  {
    id: 'commitmentAtSigning',
    group: 'commitment',
    label: always('Commitment at signing'),
    convention: () => 'fees from the start to the earliest exit, and its fee',
    cell: amountCell((figures) => figures.commitmentAtSigning, { missing: 'signing date not stated' }),
  },
  {
    id: 'cashStillToPay',
    group: 'commitment',
    label: asSeen('Cash still to pay', 'Cash still to come'),
    convention: ({ asOf }) => `from ${formatDay(asOf)} under that exit`,
    speaks: ({ cashStillToPay, buyerExit }) => cashStillToPay !== buyerExit.committed,
    cell: amountCell((figures) => figures.cashStillToPay),
  },
  {
    id: 'expectedCost',
    group: 'commitment',
    label: asSeen('Expected cost', 'Expected revenue'),
    convention: ({ asOf }) => `from ${formatDay(asOf)}, notices by their probability`,
    speaks: hasHazard,
    cell: amountCell((figures) => figures.expectedValue.cost, {
      detail: ({ expectedValue }, { locale }) =>
        `${formatNumber(expectedValue.months, 1, locale)} months, ${formatNumber(expectedValue.servedToEnd * 100, 1, locale)} % to the end`,
    }),
  },
  {
    id: 'noticeCoverGap',
    group: 'commitment',
    label: always('Notice-cover gap'),
    convention: ({ asOf }) => `provider’s notice on ${formatDay(asOf)}`,
    speaks: ({ noticeCoverGap }) => noticeCoverGap !== null,
    cell: gapCell,
  },
  {
    id: 'assuredThrough',
    group: 'commitment',
    label: always('Capacity assured through'),
    convention: ({ asOf }) => `provider’s notice on ${formatDay(asOf)}`,
    cell: ({ providerExit }, context) => lastDayCell(providerExit, context, 'provider'),
  },
  {
    id: 'breakEvenAccrued',
    group: 'breakEven',
    label: always('Break-even, accrued'),
    convention: () => 'months since the earlier start',
    cell: breakEvenCell((figures) => figures.breakEvens?.accrued),
  },
  {
    id: 'breakEvenPaid',
    group: 'breakEven',
    label: always('Break-even, by payment date'),
    convention: () => 'cash: a jump at each payment',
    cell: breakEvenCell((figures) => figures.breakEvens?.paid),
  },
  {
    id: 'breakEvenInvoiced',
    group: 'breakEven',
    label: always('Break-even, by invoice date'),
    convention: () => 'a jump at each invoice',
    speaks: isNotMonthlyInAdvance,
    cell: breakEvenCell((figures) => figures.breakEvens?.invoiced),
  },
  {
    id: 'breakEvenPresentValue',
    group: 'breakEven',
    label: always('Break-even, present value'),
    convention: () => 'payments at the baseline’s rate, actual/365',
    cell: breakEvenCell((figures) => figures.breakEvens?.presentValue),
  },
  {
    id: 'breakEvenLikeCapacity',
    group: 'breakEven',
    label: always('Break-even, like capacity'),
    convention: () => 'accrued, for the same number of GPUs',
    speaks: hasOtherCapacity,
    cell: breakEvenCell((figures) => figures.breakEvens?.likeCapacity ?? undefined),
  },
  {
    id: 'breakEvenUtilisation',
    group: 'breakEven',
    label: always('Break-even utilisation'),
    convention: () => 'price a GPU-hour over the price on demand',
    speaks: ({ unitPrices }) => unitPrices.breakEvenUtilisation !== null,
    cell: utilisationCell,
  },
  {
    id: 'presentValue',
    group: 'presentValue',
    label: asSeen('NPV, present value of cost', 'NPV, present value of revenue'),
    convention: valuationWords,
    cell: amountCell((figures) => figures.presentValues.fees, {
      detail: ({ terms }, { locale }) => `at ${formatPercent(terms.deal.discountRate, locale)} a year`,
    }),
  },
  {
    id: 'presentValueRate',
    group: 'presentValue',
    label: always('Effective rate, present value'),
    convention: () => 'PV of fees / PV of 1 a month',
    cell: amountCell((figures) => figures.presentValues.monthlyRate, {
      missing: 'no fee after the valuation date',
    }),
  },
  {
    id: 'presentValueOfCash',
    group: 'presentValue',
    label: asSeen('Present value of payments', 'Present value of receipts'),
    convention: ({ valuation }) => `by payment date, with power; valued ${formatDay(valuation.on)}`,
    speaks: ({ presentValues }) => Math.round(presentValues.cash) !== Math.round(presentValues.fees),
    cell: amountCell((figures) => figures.presentValues.cash),
  },
  {
    id: 'incrementalRate',
    group: 'presentValue',
    label: always('IRR of the difference'),
    convention: () => 'baseline’s payments less the deal’s; XIRR, actual/365',
    cell: rateCell((figures) => figures.incrementalRate),
  },
  {
    id: 'averageLife',
    group: 'presentValue',
    label: always('Average life of payments'),
    convention: ({ valuation }) => `years from ${formatDay(valuation.on)}, actual/365`,
    cell: ({ averageLife }, { style: { locale } }) =>
      averageLife === null
        ? { text: 'nothing left to pay', isWord: true }
        : {
            text: `${formatNumber(averageLife.weightedAverageLife, 3, locale)} years`,
            detail: `duration ${formatNumber(averageLife.duration, 3, locale)}`,
          },
  },
  {
    id: 'effectiveMonthly',
    group: 'price',
    label: always('Effective rate a month'),
    convention: () => 'total / months',
    cell: amountCell((figures) => figures.effectiveMonthly, { missing: 'no month' }),
  },
  {
    id: 'effectivePerMegawattMonth',
    group: 'price',
    label: always('Effective rate per MW-month'),
    convention: () => 'total / delivered MW-months',
    cell: priceCell((figures) => figures.unitPrices.perDeliveredMegawattMonth, 0, 'MW'),
  },
  {
    id: 'pricePerMegawattMonth',
    group: 'price',
    label: always('Price per MW-month'),
    convention: () => 'standard fee / contracted MW',
    cell: priceCell((figures) => figures.unitPrices.perMegawattMonth, 0, 'MW'),
  },
  {
    id: 'pricePerGpuHour',
    group: 'price',
    label: always('Price per GPU-hour'),
    convention: () => `standard fee, ${hoursInYear.toLocaleString('en-US')} h a year`,
    cell: priceCell((figures) => figures.unitPrices.perGpuHour, 2, 'GPUs'),
  },
  {
    id: 'levelisedPricePerGpuHour',
    group: 'price',
    label: always('Levelised price per GPU-hour'),
    convention: () => 'PV of cost / PV of delivered GPU-hours',
    cell: priceCell((figures) => figures.presentValues.levelisedPerGpuHour, 3, 'GPUs'),
  },
  {
    id: 'pricePerKilowattMonth',
    group: 'price',
    label: always('Price per kW-month'),
    convention: () => 'standard fee / contracted kW',
    cell: priceCell((figures) => figures.unitPrices.perKilowattMonth, 2, 'MW'),
  },
  {
    id: 'averagePerGpuHour',
    group: 'price',
    label: always('Average per GPU-hour'),
    convention: () => 'total / delivered GPU-hours, days × 24',
    cell: priceCell((figures) => figures.unitPrices.perDeliveredGpuHour, 3, 'GPUs'),
  },
  {
    id: 'averageAnnualValue',
    group: 'annual',
    label: always('Annual value, average'),
    convention: () => 'total × 12 / months',
    cell: amountCell((figures) => figures.averageAnnualValue, { missing: 'no month' }),
  },
  {
    id: 'firstTwelveMonths',
    group: 'annual',
    label: always('Annual value, first 12 months'),
    convention: () => 'fees for service',
    cell: amountCell((figures) => figures.firstTwelveMonths),
  },
  {
    id: 'exitRunRate',
    group: 'annual',
    label: always('Annual value, exit run rate'),
    convention: () => 'closing monthly fee × 12',
    cell: amountCell((figures) => figures.exitRunRate),
  },
  {
    id: 'straightLine',
    group: 'accounting',
    label: always('Straight-line a month'),
    convention: () => 'illustrative: over the enforceable term at signing',
    cell: amountCell((figures) => figures.straightLine.enforceable.perMonth, {
      missing: 'no month',
      detail: ({ straightLine: { stated } }, style) =>
        stated.perMonth === null
          ? undefined
          : `${formatAmount(Math.round(stated.perMonth), style)} over the stated term`,
    }),
  },
]

const formatMonths = (months: number, locale: string) =>
  formatNumber(months, Number.isInteger(Math.round(months * 1000) / 1000) ? 0 : 3, locale)

const definitions = new Map(figureCatalog.map((definition) => [definition.id, definition]))

export function figureById(id: string): FigureDefinition {
  const definition = definitions.get(id)
  if (!definition) throw new Error(`There is no figure ${id}.`)
  return definition
}

import { type EvaluationContext, hoursInYear } from '../engine/evaluate.ts'
import { formatDay } from '../format/date.ts'
import { formatAmount, formatNumber, formatPercent } from '../format/number.ts'
import type { FigureDefinition } from './figure.ts'
import { amountCell, breakEvenCell, lastDayCell, lockOutCell, priceCell, rateCell } from './figureCells.ts'

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

/** Every figure of a deal, once, in the order in which they stand. */
export const figureCatalog: readonly FigureDefinition[] = [
  {
    id: 'totalContractValue',
    group: 'value',
    label: 'Total contract value',
    convention: () => 'stated term, undiscounted',
    cell: amountCell((figures) => figures.totalContractValue, {
      detail: (figures, { locale }) => `${formatMonths(figures.months, locale)} months`,
    }),
  },
  {
    id: 'rampSavings',
    group: 'ramp',
    label: 'Ramp savings, headline',
    convention: () => 'standard fee less payable',
    cell: amountCell((figures) => figures.rampSavings.headline, { lowerIsBetter: false }),
  },
  {
    id: 'rampSavingsLikeForLike',
    group: 'ramp',
    label: 'Ramp savings, like for like',
    convention: () => 'fee for what is delivered, less payable',
    cell: amountCell((figures) => figures.rampSavings.likeForLike, { lowerIsBetter: false }),
  },
  {
    id: 'rampSavingsOnBaseline',
    group: 'ramp',
    label: 'Ramp savings, on baseline’s fee',
    convention: () => 'baseline’s standard fee, in ramp months',
    cell: amountCell((figures) => figures.rampSavings.onBaselineStandard, {
      lowerIsBetter: false,
      missing: 'no baseline',
    }),
  },
  {
    id: 'committed',
    group: 'commitment',
    label: 'Exit cost, committed',
    convention: ({ asOf }) => `buyer’s notice on ${formatDay(asOf)}`,
    cell: amountCell((figures) => figures.buyerExit.committed, {
      detail: ({ buyerExit: { terminationFee } }, style) =>
        terminationFee === 0 ? undefined : `with ${formatAmount(terminationFee, style)} for leaving`,
    }),
  },
  {
    id: 'leastObligation',
    group: 'commitment',
    label: 'Least obligation',
    convention: ({ asOf }) => `from ${formatDay(asOf)}, for any later notice`,
    cell: amountCell((figures) => figures.leastObligation.amount, {
      detail: ({ leastObligation: { noticeOn } }) =>
        noticeOn === null ? 'staying to the end' : `notice on ${formatDay(noticeOn)}`,
    }),
  },
  {
    id: 'lastDayServed',
    group: 'commitment',
    label: 'Last day served',
    convention: () => 'a part month is owed by its days',
    cell: ({ buyerExit }, context) => lastDayCell(buyerExit, context, 'buyer'),
  },
  {
    id: 'lockOutReading',
    group: 'commitment',
    label: 'Lock-out, as read',
    convention: () => 'the reading the exit rests on',
    cell: ({ terms }) => lockOutCell(terms.rights.buyer),
  },
  {
    id: 'atRisk',
    group: 'commitment',
    label: 'At risk',
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
    label: 'Commitment at signing',
    convention: () => 'fees from the start to the earliest exit, and its fee',
    cell: amountCell((figures) => figures.commitmentAtSigning, { missing: 'signing date not stated' }),
  },
  {
    id: 'assuredThrough',
    group: 'commitment',
    label: 'Capacity assured through',
    convention: ({ asOf }) => `provider’s notice on ${formatDay(asOf)}`,
    cell: ({ providerExit }, context) => lastDayCell(providerExit, context, 'provider'),
  },
  {
    id: 'breakEvenAccrued',
    group: 'breakEven',
    label: 'Break-even, accrued',
    convention: () => 'months since the earlier start',
    cell: breakEvenCell((figures) => figures.breakEven?.accrued),
  },
  {
    id: 'breakEvenPaid',
    group: 'breakEven',
    label: 'Break-even, by payment date',
    convention: () => 'cash: a jump at each payment',
    cell: breakEvenCell((figures) => figures.breakEven?.paid),
  },
  {
    id: 'presentValue',
    group: 'presentValue',
    label: 'NPV, present value of cost',
    convention: valuationWords,
    cell: amountCell((figures) => figures.presentValue, {
      detail: ({ terms }, { locale }) => `at ${formatPercent(terms.deal.discountRate, locale)} a year`,
    }),
  },
  {
    id: 'presentValueRate',
    group: 'presentValue',
    label: 'Effective rate, present value',
    convention: () => 'PV of fees / PV of 1 a month',
    cell: amountCell((figures) => figures.presentValueRate, { missing: 'no fee after the valuation date' }),
  },
  {
    id: 'incrementalRate',
    group: 'presentValue',
    label: 'IRR of the difference',
    convention: () => 'baseline’s payments less the deal’s; XIRR, actual/365',
    cell: rateCell((figures) => figures.incrementalRate),
  },
  {
    id: 'averageLife',
    group: 'presentValue',
    label: 'Average life of payments',
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
    label: 'Effective rate a month',
    convention: () => 'total / months',
    cell: amountCell((figures) => figures.effectiveMonthly, { missing: 'no month' }),
  },
  {
    id: 'effectivePerMegawattMonth',
    group: 'price',
    label: 'Effective rate per MW-month',
    convention: () => 'total / delivered MW-months',
    cell: priceCell((figures) => figures.effectivePerMegawattMonth, 0, 'MW'),
  },
  {
    id: 'pricePerMegawattMonth',
    group: 'price',
    label: 'Price per MW-month',
    convention: () => 'standard fee / contracted MW',
    cell: priceCell((figures) => figures.pricePerMegawattMonth, 0, 'MW'),
  },
  {
    id: 'pricePerGpuHour',
    group: 'price',
    label: 'Price per GPU-hour',
    convention: () => `standard fee, ${hoursInYear.toLocaleString('en-US')} h a year`,
    cell: priceCell((figures) => figures.pricePerGpuHour, 2, 'GPUs'),
  },
  {
    id: 'levelisedPricePerGpuHour',
    group: 'price',
    label: 'Levelised price per GPU-hour',
    convention: () => 'PV of cost / PV of delivered GPU-hours',
    cell: priceCell((figures) => figures.levelisedPricePerGpuHour, 3, 'GPUs'),
  },
  {
    id: 'averageAnnualValue',
    group: 'annual',
    label: 'Annual value, average',
    convention: () => 'total × 12 / months',
    cell: amountCell((figures) => figures.averageAnnualValue, { missing: 'no month' }),
  },
  {
    id: 'firstTwelveMonths',
    group: 'annual',
    label: 'Annual value, first 12 months',
    convention: () => 'fees for service',
    cell: amountCell((figures) => figures.firstTwelveMonths),
  },
  {
    id: 'exitRunRate',
    group: 'annual',
    label: 'Annual value, exit run rate',
    convention: () => 'closing monthly fee × 12',
    cell: amountCell((figures) => figures.exitRunRate),
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

import { addDays } from '../calendar.ts'
import type { BreakEvenAgainstBaseline } from '../engine/comparison.ts'
import { type DealFigures, type EvaluationContext, hoursInYear } from '../engine/evaluate.ts'
import type { Exit } from '../engine/termination.ts'
import { formatDate, formatDay } from '../format/date.ts'
import {
  formatAmount,
  formatChangePercent,
  formatCount,
  formatNumber,
  formatPercent,
  formatPrice,
  type NumberStyle,
} from '../format/number.ts'
import { currencyDigits } from '../money.ts'
import { toNumber } from '../rational.ts'
import type { TerminationRight } from '../schema/deal.ts'

/** One figure of one deal, ready to be read: on the screen, in the PDF, to a screen reader. */
export interface FigureCell {
  text: string
  /** What the figure rests on, where that is the column's own: dates, a reading, a rate. */
  detail?: string
  change?: Change
  /** A word in place of a number: not stated, never, baseline. */
  isWord?: boolean
}

/** A figure's change against the baseline. For the buyer a lower cost is better. */
export interface Change {
  text: string
  tone: 'better' | 'worse' | 'neutral'
}

export interface FigureRow {
  id: string
  group: FigureGroup
  label: string
  /** The convention the number follows, as it stands under the label. */
  convention: string
  cells: readonly FigureCell[]
}

export const figureGroups = {
  value: 'Value',
  ramp: 'Ramp savings',
  commitment: 'Committed and at risk',
  breakEven: 'Break-even with the baseline',
  presentValue: 'Present value',
  price: 'Price',
} as const
export type FigureGroup = keyof typeof figureGroups

interface FigureDefinition {
  id: string
  group: FigureGroup
  label: string
  convention(context: EvaluationContext): string
  cell(figures: DealFigures, baseline: DealFigures | null, style: NumberStyle): FigureCell
}

const notStated = (what: string): FigureCell => ({ text: `${what} not stated`, isWord: true })

const toneOf = (change: number, lowerIsBetter = true): Change['tone'] =>
  change === 0 ? 'neutral' : change < 0 === lowerIsBetter ? 'better' : 'worse'

const percentOf = (change: number, base: number, style: NumberStyle) =>
  base === 0 || change === 0 ? '' : ` (${formatChangePercent(change / Math.abs(base), style.locale)})`

interface AmountOptions {
  lowerIsBetter?: boolean
  withPercent?: boolean
  detail?(figures: DealFigures, style: NumberStyle): string
  /** The word where there is no figure. */
  missing?: string
}

/** A cell for an amount in minor units (rounded to them where it is a float), with its change against the baseline. */
function amountCell(
  read: (figures: DealFigures) => number | null,
  options: AmountOptions = {},
): FigureDefinition['cell'] {
  const { lowerIsBetter = true, withPercent = true, detail, missing = 'Not stated' } = options
  return (figures, baseline, style) => {
    const value = read(figures)
    if (value === null) return { text: missing, isWord: true }
    const base = baseline && baseline !== figures ? read(baseline) : null
    const change = base === null ? null : Math.round(value) - Math.round(base)
    return {
      text: formatAmount(Math.round(value), style),
      detail: detail?.(figures, style),
      change:
        change === null
          ? undefined
          : {
              text:
                change === 0
                  ? 'no change'
                  : formatAmount(change, style, true) + (withPercent ? percentOf(change, base!, style) : ''),
              tone: toneOf(change, lowerIsBetter),
            },
    }
  }
}

/** A cell for a unit price: minor units as a float, shown in the currency with `decimals`. */
function priceCell(
  read: (figures: DealFigures) => number | null,
  decimals: number,
  missing: string,
): FigureDefinition['cell'] {
  return (figures, baseline, style) => {
    const value = read(figures)
    if (value === null) return notStated(missing)
    const scale = 10 ** (currencyDigits[style.currency] ?? 2)
    const base = baseline && baseline !== figures ? read(baseline) : null
    const change = base === null ? null : value - base
    const isSame = change !== null && Math.abs(change) < 0.5 * 10 ** -decimals * scale
    return {
      text: formatPrice(value / scale, decimals, style),
      change:
        change === null
          ? undefined
          : {
              text: isSame
                ? 'no change'
                : formatPrice(change / scale, decimals, style, true) + percentOf(change, base!, style),
              tone: isSame ? 'neutral' : toneOf(change),
            },
    }
  }
}

/** `notice 1 Aug 2026; last day 29 Oct 2026; lock-out through 31 Jul 2026 bars giving notice`. */
function exitDetail(exit: Exit, right: TerminationRight, party: string): string {
  switch (exit.status) {
    case 'ended':
      return 'the term is over'
    case 'none':
      return `no right to leave; last day served ${formatDay(exit.serviceEnds - 1)}`
    case 'beforeService':
      return `${party} may leave before service begins`
    case 'open':
      return [
        `last day served ${formatDay(exit.serviceEnds - 1)}${exit.termEndsFirst ? ', the end of the term' : ''}`,
        `notice ${formatDay(exit.noticeOn)}`,
        lockOutReading(right),
      ].join('; ')
  }
}

/** The reading of a lock-out that an exit rests on, in words. */
export function lockOutReading(right: TerminationRight): string {
  if (right.lockOutUntil === null) return 'no lock-out'
  const through = formatDate(addDays(right.lockOutUntil, -1))
  return `lock-out through ${through} bars ${right.lockOutBars === 'notice' ? 'giving notice' : 'service ending earlier'}`
}

function assuredCell({ providerExit: exit, terms }: DealFigures): FigureCell {
  const detail =
    exit.status === 'open'
      ? `notice ${formatDay(exit.noticeOn)}; ${lockOutReading(terms.rights.provider)}`
      : undefined
  switch (exit.status) {
    case 'ended':
      return { text: 'the term is over', isWord: true }
    case 'none':
      return { text: formatDay(exit.serviceEnds - 1), detail: 'provider may not leave' }
    case 'beforeService':
      return { text: 'not assured', isWord: true, detail: 'provider may leave before service begins' }
    case 'open':
      return { text: formatDay(exit.serviceEnds - 1), detail }
  }
}

function breakEvenCell(
  read: (figures: DealFigures) => BreakEvenAgainstBaseline | undefined,
): FigureDefinition['cell'] {
  return (figures, baseline, style) => {
    const found = read(figures)
    if (!found || !baseline) return { text: baseline ? 'baseline' : 'no baseline', isWord: true }
    const name = (side: 'deal' | 'baseline') => (side === 'deal' ? figures : baseline).terms.deal.name
    if (found.identical) return { text: 'costs the same throughout', isWord: true }
    const last = found.crossings.at(-1)
    if (!last) {
      const merged = found.mergedFrom
        ? `, then equal from month ${formatNumber(toNumber(found.mergedFrom), 3, style.locale)}`
        : ''
      return {
        text: 'never',
        detail: `${name(found.cheaperAtFirst ?? 'baseline')} is cheaper throughout${merged}`,
        isWord: true,
      }
    }
    const months = found.crossings.map((crossing) => formatNumber(toNumber(crossing.months), 3, style.locale))
    return {
      text: `month ${months.join(', then ')}`,
      detail: `from ${formatDay(last.day)} (by month ${formatCount(last.firstWholeMonth, style.locale)}) ${name(last.cheaperAfter)} is cheaper`,
    }
  }
}

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

const figureCatalog: readonly FigureDefinition[] = [
  {
    id: 'totalContractValue',
    group: 'value',
    label: 'Total contract value',
    convention: () => 'over the stated term, undiscounted',
    cell: amountCell((figures) => figures.totalContractValue, {
      detail: (figures, { locale }) => `${formatMonths(figures.months, locale)} months`,
    }),
  },
  {
    id: 'averageAnnualValue',
    group: 'value',
    label: 'Annual value, average',
    convention: () => 'total × 12 / months',
    cell: amountCell((figures) => figures.averageAnnualValue),
  },
  {
    id: 'firstTwelveMonths',
    group: 'value',
    label: 'Annual value, first twelve months',
    convention: () => 'fees for service',
    cell: amountCell((figures) => figures.firstTwelveMonths),
  },
  {
    id: 'exitRunRate',
    group: 'value',
    label: 'Annual value, exit run rate',
    convention: () => 'closing monthly fee × 12',
    cell: amountCell((figures) => figures.exitRunRate),
  },
  {
    id: 'rampSavings',
    group: 'ramp',
    label: 'Headline',
    convention: () => 'standard fee less payable',
    cell: amountCell((figures) => figures.rampSavings.headline, { lowerIsBetter: false }),
  },
  {
    id: 'rampSavingsLikeForLike',
    group: 'ramp',
    label: 'Like for like',
    convention: () => 'standard fee for what is delivered, less payable',
    cell: amountCell((figures) => figures.rampSavings.likeForLike, { lowerIsBetter: false }),
  },
  {
    id: 'rampSavingsOnBaseline',
    group: 'ramp',
    label: 'On the baseline’s standard fee',
    convention: () => 'in the months of the ramp',
    cell: amountCell((figures) => figures.rampSavings.onBaselineStandard, {
      lowerIsBetter: false,
      missing: 'no baseline',
    }),
  },
  {
    id: 'committed',
    group: 'commitment',
    label: 'Exit cost, committed',
    convention: ({ asOf }) => `if the buyer gives notice from ${formatDay(asOf)}; a part month is refunded`,
    cell: amountCell((figures) => figures.buyerExit.committed, {
      detail: ({ buyerExit, terms }) => exitDetail(buyerExit, terms.rights.buyer, 'buyer'),
    }),
  },
  {
    id: 'atRisk',
    group: 'commitment',
    label: 'At risk',
    convention: ({ asOf }) => `fees from ${formatDay(asOf)} to the end, less committed`,
    cell: amountCell((figures) => figures.buyerExit.atRisk, {
      lowerIsBetter: false,
      detail: ({ buyerExit }, style) => `of ${formatAmount(buyerExit.remaining, style)} remaining`,
    }),
  },
  {
    id: 'commitmentAtSigning',
    group: 'commitment',
    label: 'Commitment at signing',
    convention: () => 'fees from the start to the earliest exit',
    cell: amountCell((figures) => figures.commitmentAtSigning, { missing: 'signing date not stated' }),
  },
  {
    id: 'assuredThrough',
    group: 'commitment',
    label: 'Capacity assured through',
    convention: ({ asOf }) => `if the provider gives notice from ${formatDay(asOf)}`,
    cell: (figures) => assuredCell(figures),
  },
  {
    id: 'breakEvenAccrued',
    group: 'breakEven',
    label: 'Cost as accrued',
    convention: () => 'months since the earlier start, over the shorter term',
    cell: breakEvenCell((figures) => figures.breakEven?.accrued),
  },
  {
    id: 'breakEvenPaid',
    group: 'breakEven',
    label: 'Cost by payment date',
    convention: () => 'a jump on each day a fee is paid',
    cell: breakEvenCell((figures) => figures.breakEven?.paid),
  },
  {
    id: 'presentValue',
    group: 'presentValue',
    label: 'NPV: present value of cost',
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
    id: 'effectiveMonthly',
    group: 'price',
    label: 'Effective rate a month',
    convention: () => 'total / months',
    cell: amountCell((figures) => figures.effectiveMonthly),
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
]

const formatMonths = (months: number, locale: string) =>
  formatNumber(months, Number.isInteger(Math.round(months * 1000) / 1000) ? 0 : 3, locale)

/** Every figure of every column as text: the screen, the PDF and a screen reader read the same table. */
export function figureTable(
  context: EvaluationContext,
  columns: readonly DealFigures[],
  style: NumberStyle,
): FigureRow[] {
  const baseline = columns.find((figures) => figures.terms === context.baseline) ?? null
  return figureCatalog.map(({ id, group, label, convention, cell }) => ({
    id,
    group,
    label,
    convention: convention(context),
    cells: columns.map((figures) => cell(figures, baseline, style)),
  }))
}

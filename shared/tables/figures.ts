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

/** Rows that belong together stand together, in this order. */
export type FigureGroup = 'value' | 'ramp' | 'commitment' | 'breakEven' | 'presentValue' | 'price' | 'annual'

interface FigureDefinition {
  id: string
  group: FigureGroup
  label: string
  convention(context: EvaluationContext): string
  cell(figures: DealFigures, context: FigureContext): FigureCell
}

/** What a cell is written with: the shared conventions, the figures it is measured against, and the style of numbers. */
interface FigureContext extends EvaluationContext {
  baselineFigures: DealFigures | null
  style: NumberStyle
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
  return (figures, { baselineFigures: baseline, style }) => {
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
  return (figures, { baselineFigures: baseline, style }) => {
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

/** The last day served if a party gives notice, and what moved the notice from the date asked about. */
function lastDayCell(exit: Exit, { asOf }: EvaluationContext, party: string): FigureCell {
  const text = formatDay(exit.serviceEnds - 1)
  switch (exit.status) {
    case 'ended':
      return { text, detail: 'the term is over' }
    case 'none':
      return { text, detail: `the ${party} has no right to leave` }
    case 'beforeService':
      return { text: 'none', detail: `the ${party} may leave before service begins`, isWord: true }
    case 'open': {
      const later = exit.noticeOn > asOf ? `notice ${formatDay(exit.noticeOn)} at the earliest` : undefined
      return { text, detail: exit.termEndsFirst ? 'the term ends first' : later }
    }
  }
}

/** The reading of a lock-out that an exit rests on. */
function lockOutCell(right: TerminationRight): FigureCell {
  if (!right.allowed) return { text: 'no right to leave', isWord: true }
  if (right.lockOutUntil === null) return { text: 'no lock-out', isWord: true }
  return {
    text: right.lockOutBars === 'notice' ? 'bars giving notice' : 'bars service ending',
    detail: `through ${formatDate(addDays(right.lockOutUntil, -1))}`,
    isWord: true,
  }
}

function breakEvenCell(
  read: (figures: DealFigures) => BreakEvenAgainstBaseline | undefined,
): FigureDefinition['cell'] {
  return (figures, { baselineFigures: baseline, style }) => {
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
    cell: amountCell((figures) => figures.buyerExit.committed),
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
  {
    id: 'averageAnnualValue',
    group: 'annual',
    label: 'Annual value, average',
    convention: () => 'total × 12 / months',
    cell: amountCell((figures) => figures.averageAnnualValue),
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

/** Every figure of every column as text: the screen, the PDF and a screen reader read the same table. */
export function figureTable(
  context: EvaluationContext,
  columns: readonly DealFigures[],
  style: NumberStyle,
): FigureRow[] {
  const baselineFigures = columns.find((figures) => figures.terms === context.baseline) ?? null
  const written = columns.map((figures) => columnCells(figures, { ...context, baselineFigures, style }))
  return figureCatalog.map(({ id, group, label, convention }, row) => ({
    id,
    group,
    label,
    convention: convention(context),
    cells: written.map((cells) => cells[row]!),
  }))
}

interface WrittenColumn {
  baselineFigures: DealFigures | null
  style: NumberStyle
  cells: readonly FigureCell[]
}

const writtenColumns = new WeakMap<DealFigures, WrittenColumn>()

/** One column, written again only where its figures, the baseline's or the style changed: figures hold their context. */
function columnCells(figures: DealFigures, context: FigureContext): readonly FigureCell[] {
  const { baselineFigures, style } = context
  const known = writtenColumns.get(figures)
  if (known?.baselineFigures === baselineFigures && known.style === style) return known.cells
  const cells = figureCatalog.map(({ cell }) => cell(figures, context))
  writtenColumns.set(figures, { baselineFigures, style, cells })
  return cells
}

import { inSentence } from '../format/names.ts'
import { addDays } from '../calendar.ts'
import type { BreakEvenAgainstBaseline } from '../engine/comparison.ts'
import type { EvaluationContext } from '../engine/context.ts'
import { type DealFigures, shownContractValue } from '../engine/figures.ts'
import type { NoticeCoverGap } from '../engine/noticeCoverGap.ts'
import type { Exit } from '../engine/termination.ts'
import { formatDate, formatDay } from '../format/date.ts'
import {
  formatAmount,
  formatChangePercent,
  formatCount,
  formatNumber,
  formatRate,
  formatPrice,
  type NumberStyle,
} from '../format/number.ts'
import type { RateOfReturn } from '../finance/rateOfReturn.ts'
import { currencyDigits } from '../money.ts'
import { toNumber } from '../rational.ts'
import type { TerminationRight } from '../schema/termination.ts'
import type { Party } from '../schema/deal.ts'
import { hasPrice, missingParts, missingWords } from '../engine/incomplete.ts'
import type { Change, FigureCell, FigureContext, FigureDefinition, FigureNumber } from './figure.ts'

const notStated = (what: string): FigureCell => ({ text: `${what} not stated`, isWord: true })

/** The cell of a comparison in which a deal or the baseline has no price or no capacity yet: what is missing. */
function incompleteCell(figures: DealFigures, baseline: DealFigures): FigureCell | null {
  const of = [figures, baseline].find((each) => missingParts(each).length > 0)
  if (!of) return null
  const whose = of === figures ? '' : ' of the baseline'
  return { text: 'incomplete', detail: `${missingWords(of)}${whose} not stated`, isWord: true }
}

/** What costs the buyer less earns the provider less: what is better turns with the perspective. */
function toneOf(change: number, perspective: Party, better: Better = 'lower'): Change['tone'] {
  if (change === 0 || better === 'neither') return 'neutral'
  const isBetterForBuyer = change < 0 === (better === 'lower')
  return isBetterForBuyer === (perspective === 'buyer') ? 'better' : 'worse'
}

const percentOf = (change: number, base: number, style: NumberStyle) =>
  base === 0 || change === 0 ? '' : ` (${formatChangePercent(change / Math.abs(base), style.locale)})`

/** Whether a deal costs another amount at expected usage than its fixed and minimum amounts. */
const hasUsage = ({ withExpectedUse, totalContractValue }: DealFigures): boolean =>
  withExpectedUse !== totalContractValue

/** What a figure of a deal with usage charges says beside it; nothing of a deal without. */
export const atExpectedUsage = (figures: DealFigures): string | undefined =>
  hasUsage(figures) ? 'at expected usage' : undefined

/** What a comparison with the baseline says beside it where either has usage charges. */
const comparedAtUsage = (figures: DealFigures, baseline: DealFigures | null): string | undefined =>
  atExpectedUsage(figures) ?? (baseline ? atExpectedUsage(baseline) : undefined)

const joined = (...parts: readonly (string | undefined)[]): string | undefined => {
  const said = parts.filter((part) => part !== undefined && part !== '')
  return said.length > 0 ? said.join(', ') : undefined
}

/** Which of two amounts is better for the buyer; `neither` where more is neither better nor worse. */
type Better = 'lower' | 'higher' | 'neither'

interface AmountOptions {
  /** Default: the lower, whose lowest is then marked. */
  better?: Better
  withPercent?: boolean
  detail?(figures: DealFigures, style: NumberStyle): string | undefined
  /** The word where there is no figure. */
  missing?: string
  /** Whether usage charges count in it as expected, which is then stated. */
  isAtExpectedUsage?: boolean
}

/** A figure that is a number: what is compared from deal to deal, and its cell. */
type MeasuredFigure = Pick<FigureDefinition, 'measure' | 'cell'>

/** An amount in minor units (rounded to them where it is a float), with its change against the baseline. */
export function amountFigure(
  read: (figures: DealFigures) => number | null,
  options: AmountOptions = {},
): MeasuredFigure {
  const { better = 'lower', detail, missing = 'Not stated', isAtExpectedUsage = false } = options
  const cell: FigureDefinition['cell'] = (figures, context) => {
    const { baselineFigures: baseline, style } = context
    const value = read(figures)
    if (value === null) return { text: missing, isWord: true }
    if (!hasPrice(figures)) return notStated('price')
    const base = baseline && baseline !== figures && hasPrice(baseline) ? read(baseline) : null
    return {
      text: formatAmount(Math.round(value), style),
      number: amountNumber(value, style),
      detail: joined(isAtExpectedUsage ? atExpectedUsage(figures) : undefined, detail?.(figures, style)),
      change: base === null ? undefined : changeOf(value, base, context, options),
    }
  }
  return { cell, measure: { of: read, rank: better === 'lower' ? 'total' : null } }
}

/** An amount in minor units as a number of whole ones. */
const amountNumber = (value: number, { currency }: NumberStyle): FigureNumber => ({
  value: Math.round(value),
  digits: currencyDigits[currency] ?? 2,
})

/** A share of one as a percentage, to a ten-thousandth of a per cent. */
const percentNumber = (share: number): FigureNumber => ({
  value: Math.round(share * 1_000_000),
  digits: 4,
  isPercent: true,
})

/** The change of an amount against the baseline's. */
function changeOf(
  value: number,
  base: number,
  { style, perspective }: FigureContext,
  { better, withPercent = true }: AmountOptions = {},
): Change {
  const change = Math.round(value) - Math.round(base)
  return {
    text:
      change === 0
        ? 'no change'
        : formatAmount(change, style, true) + (withPercent ? percentOf(change, base, style) : ''),
    tone: toneOf(change, perspective, better),
  }
}

/**
 * The contract value: fixed and minimum amounts, with expected usage beside them; of a deal with usage only, its expected
 * usage, with what is fixed beside it. Where either deal has usage, both are compared at expected usage.
 */
export const contractValueCell: FigureDefinition['cell'] = (figures, context) => {
  const { baselineFigures: baseline, style } = context
  const { isUsageOnly, totalContractValue, withExpectedUse, months } = figures
  const usage = isUsageOnly
    ? `at expected usage, ${totalContractValue === 0 ? '0' : formatAmount(totalContractValue, style)} fixed`
    : hasUsage(figures)
      ? `${formatAmount(withExpectedUse, style)} at expected usage`
      : undefined
  if (!hasPrice(figures)) return notStated('price')
  const isOther = baseline !== null && baseline !== figures && hasPrice(baseline)
  const change = isOther ? changeOf(withExpectedUse, baseline.withExpectedUse, context) : undefined
  const isByUsage = isOther && (hasUsage(figures) || hasUsage(baseline))
  return {
    text: formatAmount(shownContractValue(figures), style),
    number: amountNumber(shownContractValue(figures), style),
    detail: joined(usage, `${formatMonths(months, style.locale)} months`),
    change: change && (isByUsage ? { ...change, text: `${change.text} at expected usage` } : change),
  }
}

const formatMonths = (months: number, locale: string) =>
  formatNumber(months, Number.isInteger(Math.round(months * 1000) / 1000) ? 0 : 3, locale)

/** A unit price: minor units as a float, shown in the currency with `decimals`. */
export function priceFigure(
  read: (figures: DealFigures) => number | null,
  decimals: number,
  missing: string,
  detail?: (figures: DealFigures) => string | undefined,
): MeasuredFigure {
  const cell: FigureDefinition['cell'] = (figures, { baselineFigures: baseline, style, perspective }) => {
    const value = read(figures)
    if (value === null) return notStated(missing)
    if (!hasPrice(figures)) return notStated('price')
    const scale = 10 ** (currencyDigits[style.currency] ?? 2)
    const base = baseline && baseline !== figures && hasPrice(baseline) ? read(baseline) : null
    const change = base === null ? null : value - base
    const isSame = change !== null && Math.abs(change) < 0.5 * 10 ** -decimals * scale
    return {
      text: formatPrice(value / scale, decimals, style),
      number: { value: Math.round((value / scale) * 10 ** decimals), digits: decimals },
      detail: detail?.(figures),
      change:
        change === null
          ? undefined
          : {
              text: isSame
                ? 'no change'
                : formatPrice(change / scale, decimals, style, true) + percentOf(change, base!, style),
              tone: isSame ? 'neutral' : toneOf(change, perspective),
            },
    }
  }
  return { cell, measure: { of: read, rank: 'unitPrice' } }
}

/** The last day served if a party gives notice, and what moved the notice from the date asked about. */
export function lastDayCell(exit: Exit, { asOf }: EvaluationContext, party: string): FigureCell {
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
export function lockOutCell(right: TerminationRight): FigureCell {
  if (!right.allowed) return { text: 'no right to leave', isWord: true }
  if (right.lockOutUntil === null) return { text: 'no lock-out', isWord: true }
  return {
    text: right.lockOutBars === 'notice' ? 'bars giving notice' : 'bars service ending',
    detail: `through ${formatDate(addDays(right.lockOutUntil, -1))}`,
    isWord: true,
  }
}

export function breakEvenCell(
  read: (figures: DealFigures) => BreakEvenAgainstBaseline | undefined,
): FigureDefinition['cell'] {
  return (figures, { baselineFigures: baseline, style, perspective }) => {
    const found = read(figures)
    if (!found || !baseline) return { text: baseline ? 'baseline' : 'no baseline', isWord: true }
    const unfinished = incompleteCell(figures, baseline)
    if (unfinished) return unfinished
    // What is cheaper for the buyer earns the provider less: it is told which earns more.
    const isBuyer = perspective === 'buyer'
    const better = (cheaper: 'deal' | 'baseline') => {
      const { deal } = ((cheaper === 'deal') === isBuyer ? figures : baseline).terms
      return `${inSentence(deal.name)} ${isBuyer ? 'is cheaper' : 'earns more'}`
    }
    const usage = comparedAtUsage(figures, baseline)
    if (found.identical) return { text: 'costs the same throughout', detail: usage, isWord: true }
    const last = found.crossings.at(-1)
    if (!last) {
      const merged = found.mergedFrom
        ? `, then equal from month ${formatNumber(toNumber(found.mergedFrom), 3, style.locale)}`
        : ''
      return {
        text: 'never',
        detail: joined(`${better(found.cheaperAtFirst ?? 'baseline')} throughout${merged}`, usage),
        isWord: true,
      }
    }
    const months = found.crossings.map((crossing) => formatNumber(toNumber(crossing.months), 3, style.locale))
    return {
      text: `month ${months.join(', then ')}`,
      detail: joined(
        `from ${formatDay(last.day)} (by month ${formatCount(last.firstWholeMonth, style.locale)}) ${better(last.cheaperAfter)}`,
        usage,
      ),
    }
  }
}

/** A cell for an internal rate of return: the rate, or all of them, or why there is none. */
export function rateCell(read: (figures: DealFigures) => RateOfReturn | null): FigureDefinition['cell'] {
  return (figures, { baselineFigures: baseline, style }) => {
    const found = read(figures)
    if (!found || !baseline) return { text: baseline ? 'baseline' : 'no baseline', isWord: true }
    const unfinished = incompleteCell(figures, baseline)
    if (unfinished) return unfinished
    const written = (rate: number) => formatRate(rate, style.locale)
    const usage = comparedAtUsage(figures, baseline)
    switch (found.status) {
      case 'ok':
        return { text: written(found.rate!), number: percentNumber(found.rate!), detail: usage }
      case 'multiple':
        return {
          text: `${found.roots.length} rates`,
          detail: joined(found.roots.map(written).join(' and '), usage),
          isWord: true,
        }
      case 'none':
        return { text: 'none', detail: 'no rate makes both worth the same', isWord: true }
      case 'no sign change':
        return { text: 'none', detail: 'one never pays less than the other', isWord: true }
      case 'all zero':
        return { text: 'the same payments', isWord: true }
    }
  }
}

/** Days and GPU-months between the end of a provider's notice and the replacement, then money where a price is known. */
export const gapCell: FigureDefinition['cell'] = ({ noticeCoverGap: gap }, { style }) => {
  if (gap === null) return { text: 'no replacement assumed', isWord: true }
  if (gap.days <= 0) return { text: 'none', detail: 'the replacement comes in time', isWord: true }
  const days = `${formatCount(gap.days, style.locale)} days`
  const gpuMonths = (value: number) => `${formatCount(Math.round(value), style.locale)} GPU-months`
  return {
    text: gap.gpuMonths === null ? days : `${days}, ${gpuMonths(gap.gpuMonths)}`,
    detail: [
      gapMoney(gap, style),
      ...(gap.price !== null && gap.uncoveredGpuMonths
        ? [`${gpuMonths(gap.uncoveredGpuMonths)} without cover`]
        : []),
    ].join('; '),
  }
}

function gapMoney({ gpuMonths, incrementalCost: cost }: NoticeCoverGap, style: NumberStyle): string {
  if (gpuMonths === null) return 'GPUs not stated'
  if (cost === null) return 'no interim price'
  if (cost === 0) return 'interim capacity costs as much as the contract'
  const than = cost > 0 ? 'more' : 'less'
  return `interim capacity costs ${formatAmount(Math.abs(cost), style)} ${than} than the contract`
}

/** The share of hours above which committing is cheaper than renting on demand; over 100 % in words. */
export const utilisationCell: FigureDefinition['cell'] = (figures, { style, onDemandGpus }) => {
  const { unitPrices, terms } = figures
  const share = unitPrices.breakEvenUtilisation
  if (share === null) return { text: 'no price on demand', isWord: true }
  if (!hasPrice(figures)) return notStated('price')
  const text = `${formatNumber(share * 100, 1, style.locale)} %`
  if (share <= 1) return { text, detail: 'below it, on demand is cheaper', number: percentNumber(share) }
  const needed = terms.tranches.reduce((sum, { tranche }) => sum + (tranche.gpus ?? 0), 0)
  const limit =
    onDemandGpus === null || onDemandGpus >= needed
      ? `if ${formatCount(needed, style.locale)} GPUs can be had`
      : `but only ${formatCount(onDemandGpus, style.locale)} of ${formatCount(needed, style.locale)} GPUs can be had`
  return { text: 'never', detail: `${text}: on demand is cheaper at any use, ${limit}`, isWord: true }
}

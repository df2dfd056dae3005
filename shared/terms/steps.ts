import { addDays } from '../calendar.ts'
import { monthsAfter, dateOf, dayOf } from '../days.ts'
import { formatDate, formatMonth } from '../format/date.ts'
import { type Parsed, parsed, problem } from '../format/expression.ts'
import { formatCount, formatPercent, formatTermAmount, type NumberStyle } from '../format/number.ts'
import { parseAmount, parseCount, parseDate, parsePercent } from '../format/parse.ts'
import { multiplyRatio, type RoundingMode } from '../money.ts'
import { type PartsPerMillion, wholePpm } from '../rate.ts'
import { limits } from '../schema/limits.ts'
import type { RampTerm, UsageTerm } from '../schema/charge.ts'
import type { ChargeTerms, DealTerms, TrancheTerms } from '../schema/dealTerms.ts'
import type { DeliveryTerm } from '../schema/tranche.ts'

/** Ramp and delivery steps: what repeats inside a deal, read and edited like the terms of the catalogue. */

/** A table of steps is no line of text. */
export const stepsAreEditedInTheirTable = () => problem('Open the steps with Enter to edit them.')

export type RampBasis = RampTerm['basis']

export const rampBases: readonly { id: RampBasis; label: string }[] = [
  { id: 'percentOff', label: '% off' },
  { id: 'percentOfStandard', label: '% of standard' },
  { id: 'fixedFee', label: 'fixed fee' },
  { id: 'proRata', label: 'pro rata to delivery' },
]

/** `May to Jun 2026` for whole months, else both days. `until` is exclusive. */
export function formatSpan(from: string, until: string): string {
  const [first, last] = [dayOf(from), dayOf(until) - 1]
  const isWholeMonths = from.endsWith('-01') && until.endsWith('-01')
  if (!isWholeMonths) return `${formatDate(from)} to ${formatDate(dateOf(last))}`
  if (monthsAfter(first, 1) === last + 1) return formatMonth(first)
  const [start, end] = [formatMonth(first), formatMonth(last)]
  return start.slice(-4) === end.slice(-4) ? `${start.slice(0, 3)} to ${end}` : `${start} to ${end}`
}

function formatRampValue(step: RampTerm, style: NumberStyle): string {
  switch (step.basis) {
    case 'percentOff':
      return `${formatPercent(step.share ?? 0, style.locale)} off`
    case 'percentOfStandard':
      return `${formatPercent(step.share ?? 0, style.locale)} of standard`
    case 'fixedFee':
      return formatTermAmount(step.fixedFee ?? 0, style)
    case 'proRata':
      return 'pro rata to delivery'
  }
}

/** The value of a ramp step as its field holds it; pro rata has none. */
export function rampValueInput(step: RampTerm, style: NumberStyle): string {
  switch (step.basis) {
    case 'fixedFee':
      return formatTermAmount(step.fixedFee ?? 0, style)
    case 'proRata':
      return ''
    case 'percentOff':
    case 'percentOfStandard':
      return formatPercent(step.share ?? 0, style.locale)
  }
}

export function parseRampValue(text: string, step: RampTerm, style: NumberStyle): Parsed<RampTerm> {
  if (step.basis === 'proRata')
    return text.trim() === ''
      ? parsed(step)
      : problem('Pro rata follows what is delivered: it has no value of its own.')
  if (step.basis === 'fixedFee') {
    const fixedFee = parseAmount(text, style)
    return fixedFee.ok ? parsed({ ...step, fixedFee: fixedFee.value, share: null }) : fixedFee
  }
  const subject = step.basis === 'percentOff' ? 'A discount' : 'A share of the standard fee'
  const share = parsePercent(text, style.locale, { least: 0, most: wholePpm, subject })
  return share.ok ? parsed({ ...step, share: share.value, fixedFee: null }) : share
}

/** The step on another basis, saying the same where it can: 40 % off is 60 % of standard. */
export function withBasis(
  step: RampTerm,
  basis: RampBasis,
  standardFee: number,
  rounding: RoundingMode = 'halfAwayFromZero',
): RampTerm {
  if (basis === step.basis) return step
  const payable = payableShare(step, standardFee)
  switch (basis) {
    case 'proRata':
      return { ...step, basis, share: null, fixedFee: null }
    case 'fixedFee':
      return {
        ...step,
        basis,
        share: null,
        fixedFee: multiplyRatio(standardFee, payable, wholePpm, rounding),
      }
    case 'percentOff':
      return { ...step, basis, share: wholePpm - payable, fixedFee: null }
    case 'percentOfStandard':
      return { ...step, basis, share: payable, fixedFee: null }
  }
}

/** The share of the standard fee a step leaves payable: of a fixed fee the nearest, and at most all of it. */
function payableShare({ basis, share, fixedFee }: RampTerm, standardFee: number): PartsPerMillion {
  switch (basis) {
    case 'percentOff':
      return wholePpm - (share ?? 0)
    case 'percentOfStandard':
      return share ?? 0
    case 'proRata':
      return wholePpm
    case 'fixedFee':
      return standardFee === 0
        ? wholePpm
        : Math.min(wholePpm, multiplyRatio(wholePpm, fixedFee ?? 0, standardFee))
  }
}

/** What a delivery step delivers as its field holds it: `50 %`, or `73,333 GPUs`. */
export const deliveryInput = ({ share, gpus }: DeliveryTerm, locale: string): string =>
  share === null ? `${formatCount(gpus ?? 0, locale)} GPUs` : formatPercent(share, locale)

/** A share of the capacity, `50 %`, or GPUs, `73,333 GPUs`, whose share need be no whole number of millionths. */
export function parseDelivered(text: string, locale: string): Parsed<Pick<DeliveryTerm, 'share' | 'gpus'>> {
  if (/gpus?\s*$/i.test(text)) {
    const bounds = { least: 0, most: limits.gpus, subject: 'The number of GPUs', ignored: ['GPUs', 'GPU'] }
    const gpus = parseCount(text, locale, bounds)
    return gpus.ok ? parsed({ share: null, gpus: gpus.value }) : gpus
  }
  const share = parseUsage(text, locale, 'A share of capacity delivered')
  return share.ok ? parsed({ share: share.value, gpus: null }) : share
}

const parseUsage = (text: string, locale: string, subject = 'The use of capacity'): Parsed<number> =>
  parsePercent(text, locale, { least: 0, most: wholePpm, subject })

/** The last day of a step as typed, turned into the exclusive end that is stored. */
export function parseStepLast(text: string): Parsed<string> {
  const last = parseDate(text, 'last')
  return last.ok ? parsed(addDays(last.value, 1)) : last
}

/** A step for the month after the last one (or the first month of the term), to be edited from there. */
export function nextSpan(
  { deal }: DealTerms,
  steps: readonly { until: string }[],
): Parsed<{ from: string; until: string }> {
  const from = steps.at(-1)?.until ?? deal.start
  if (from >= deal.end) return problem('The steps already reach the end of the term.')
  const until = dateOf(monthsAfter(dayOf(from), 1))
  return parsed({ from, until: until > deal.end ? deal.end : until })
}

/** The steps of a charge or a tranche, without the ids that place them in a book. */
export const plainRamp = ({ ramp }: ChargeTerms): RampTerm[] =>
  ramp.map(({ from, until, basis, share, fixedFee }) => ({ from, until, basis, share, fixedFee }))

export const plainUsage = ({ usage }: ChargeTerms): UsageTerm[] =>
  usage.map(({ from, until, share }) => ({ from, until, share }))

export const plainDelivery = ({ delivery }: TrancheTerms): DeliveryTerm[] =>
  delivery.map(({ from, until, share, gpus }) => ({ from, until, share, gpus }))

export const formatRamp = (steps: readonly RampTerm[], style: NumberStyle): string =>
  steps.length === 0
    ? 'none'
    : steps.map((step) => `${formatRampValue(step, style)}, ${formatSpan(step.from, step.until)}`).join('; ')

export const formatDelivery = (steps: readonly DeliveryTerm[], style: NumberStyle): string =>
  steps.length === 0
    ? 'in full from the start'
    : steps
        .map((step) => `${deliveryInput(step, style.locale)}, ${formatSpan(step.from, step.until)}`)
        .join('; ')

export const formatUsage = (steps: readonly UsageTerm[], style: NumberStyle): string =>
  steps.length === 0
    ? 'the same throughout'
    : steps
        .map((step) => `${formatPercent(step.share, style.locale)}, ${formatSpan(step.from, step.until)}`)
        .join('; ')

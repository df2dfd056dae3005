import { addDays } from '../calendar.ts'
import { monthsAfter, dateOf, dayOf } from '../days.ts'
import { formatDate, formatMonth } from '../format/date.ts'
import { type Parsed, parsed, problem } from '../format/expression.ts'
import { formatPercent, formatTermAmount, type NumberStyle } from '../format/number.ts'
import { parseAmount, parseDate, parsePercent } from '../format/parse.ts'
import { multiplyRatio } from '../money.ts'
import { type PartsPerMillion, wholePpm } from '../rate.ts'
import type { DeliveryTerm, RampTerm } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'

/** Ramp and delivery steps: what repeats inside a deal, read and edited like the terms of the catalogue. */

/** A table of steps is no line of text. */
export const stepsAreEditedInTheirTable = () => problem('Open the steps with Enter to edit them.')

export type RampBasis = RampTerm['basis']

export const rampBases: readonly { id: RampBasis; label: string }[] = [
  { id: 'percentOff', label: '% off' },
  { id: 'percentOfStandard', label: '% of standard' },
  { id: 'fixedFee', label: 'fixed fee' },
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
  }
}

/** The value of a ramp step as its field holds it. */
export const rampValueInput = (step: RampTerm, style: NumberStyle): string =>
  step.basis === 'fixedFee'
    ? formatTermAmount(step.fixedFee ?? 0, style)
    : formatPercent(step.share ?? 0, style.locale)

export function parseRampValue(text: string, step: RampTerm, style: NumberStyle): Parsed<RampTerm> {
  if (step.basis === 'fixedFee') {
    const fixedFee = parseAmount(text, style)
    return fixedFee.ok ? parsed({ ...step, fixedFee: fixedFee.value, share: null }) : fixedFee
  }
  const subject = step.basis === 'percentOff' ? 'A discount' : 'A share of the standard fee'
  const share = parsePercent(text, style.locale, { least: 0, most: wholePpm, subject })
  return share.ok ? parsed({ ...step, share: share.value, fixedFee: null }) : share
}

/** The step on another basis, saying the same where it can: 40 % off is 60 % of standard. */
export function withBasis(step: RampTerm, basis: RampBasis, standardFee: number): RampTerm {
  if (basis === step.basis) return step
  const payable = payableShare(step, standardFee)
  if (basis === 'fixedFee')
    return { ...step, basis, share: null, fixedFee: multiplyRatio(standardFee, payable, wholePpm) }
  return { ...step, basis, share: basis === 'percentOff' ? wholePpm - payable : payable, fixedFee: null }
}

/** The share of the standard fee a step leaves payable: of a fixed fee the nearest, and at most all of it. */
function payableShare({ basis, share, fixedFee }: RampTerm, standardFee: number): PartsPerMillion {
  switch (basis) {
    case 'percentOff':
      return wholePpm - (share ?? 0)
    case 'percentOfStandard':
      return share ?? 0
    case 'fixedFee':
      return standardFee === 0
        ? wholePpm
        : Math.min(wholePpm, multiplyRatio(wholePpm, fixedFee ?? 0, standardFee))
  }
}

export function parseDeliveryShare(text: string, locale: string): Parsed<number> {
  return parsePercent(text, locale, { least: 0, most: wholePpm, subject: 'A share of capacity delivered' })
}

/** The first day of a step. */
export const parseStepFrom = (text: string): Parsed<string> => parseDate(text, 'first')

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

export const plainRamp = (terms: DealTerms): RampTerm[] =>
  terms.ramp.map(({ from, until, basis, share, fixedFee }) => ({ from, until, basis, share, fixedFee }))

export const plainDelivery = (terms: DealTerms): DeliveryTerm[] =>
  terms.delivery.map(({ from, until, share }) => ({ from, until, share }))

export const formatRamp = (steps: readonly RampTerm[], style: NumberStyle): string =>
  steps.length === 0
    ? 'none'
    : steps.map((step) => `${formatRampValue(step, style)}, ${formatSpan(step.from, step.until)}`).join('; ')

export const formatDelivery = (steps: readonly DeliveryTerm[], style: NumberStyle): string =>
  steps.length === 0
    ? 'in full from the start'
    : steps
        .map((step) => `${formatPercent(step.share, style.locale)}, ${formatSpan(step.from, step.until)}`)
        .join('; ')

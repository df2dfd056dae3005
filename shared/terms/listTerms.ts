import { formatDate } from '../format/date.ts'
import { type Parsed, parsed } from '../format/expression.ts'
import { formatPercent, formatTermAmount, type NumberStyle } from '../format/number.ts'
import { parseAmount, parsePercent } from '../format/parse.ts'
import { plainForms } from '../format/plainForms.ts'
import { wholePpm } from '../rate.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import type { AdvanceTerm, OneOffTerm, RenewalTerm } from '../schema/extras.ts'
import { limits } from '../schema/limits.ts'
import { stepsAreEditedInTheirTable } from './steps.ts'
import { defineTerm, type Term } from './term.ts'

/** What a deal has in lists of its own, without the ids that place it in a book. */
export const plainOneOffs = ({ oneOffs }: DealTerms): OneOffTerm[] =>
  oneOffs.map(({ label, on, kind, amount }) => ({ label, on, kind, amount }))

export const plainAdvances = ({ advances }: DealTerms): AdvanceTerm[] =>
  advances.map(({ id: _id, dealId: _dealId, position: _position, ...advance }) => advance)

export const plainRenewals = ({ renewals }: DealTerms): RenewalTerm[] =>
  renewals.map(({ months, priceChange, noticeDays, probability }) => ({
    months,
    priceChange,
    noticeDays,
    probability,
  }))

const formatOneOffs = (items: readonly OneOffTerm[], style: NumberStyle): string =>
  items.length === 0
    ? 'none'
    : items
        .map(
          ({ label, on, kind, amount }) =>
            `${label}: ${formatTermAmount(amount, style)}${kind === 'credit' ? ' back' : ''}, ${formatDate(on)}`,
        )
        .join('; ')

export const advanceSize = ({ amount, share }: AdvanceTerm, style: NumberStyle): string =>
  amount === null ? formatPercent(share ?? 0, style.locale) : formatTermAmount(amount, style)

/** The size of an advance as typed: a percentage of the value, `20 %`, or an amount, `1.25B`. */
export function parseAdvanceSize(
  text: string,
  style: NumberStyle,
): Parsed<Pick<AdvanceTerm, 'amount' | 'share'>> {
  const plain = plainForms(text).trim()
  if (plain.endsWith('%') && !plain.startsWith('=')) {
    const bounds = { least: 0, most: wholePpm, subject: 'A share of the value' }
    const share = parsePercent(text, style.locale, bounds)
    return share.ok ? parsed({ amount: null, share: share.value }) : share
  }
  const amount = parseAmount(text, style)
  return amount.ok ? parsed({ amount: amount.value, share: null }) : amount
}

const formatAdvances = (items: readonly AdvanceTerm[], style: NumberStyle): string =>
  items.length === 0
    ? 'none'
    : items
        .map((item) =>
          item.kind === 'deposit'
            ? `${item.label}: ${advanceSize(item, style)}, returned at the end`
            : `${item.label}: ${advanceSize(item, style)}, credited in months ${item.creditFrom} to ${item.creditFrom + item.creditMonths - 1}`,
        )
        .join('; ')

const formatRenewals = (items: readonly RenewalTerm[], { locale }: NumberStyle): string =>
  items.length === 0
    ? 'none'
    : items
        .map(
          ({ months, priceChange, probability }) =>
            `${months} months, price ${priceChange < 0 ? '' : '+'}${formatPercent(priceChange, locale)}, likely ${formatPercent(probability, locale)}`,
        )
        .join('; ')

export const oneOffs: Term = defineTerm<readonly OneOffTerm[]>({
  id: 'oneOffs',
  group: 'extras',
  label: 'Fees and credits',
  help: 'What is paid once on its date, or a whole payment schedule: part of the contract value.',
  kind: 'steps',
  unit: 'currency',
  bounds: { least: 0, most: limits.monthlyFee },
  editor: { kind: 'steps', steps: 'oneOffs', slot: 0 },
  read: plainOneOffs,
  format: formatOneOffs,
  parse: stepsAreEditedInTheirTable,
  edit: ({ deal }, items) => ({ type: 'oneOffs.set', dealId: deal.id, items: [...items] }),
  silent: (items) => items.length === 0,
})

export const advances: Term = defineTerm<readonly AdvanceTerm[]>({
  id: 'advances',
  group: 'extras',
  label: 'Prepayment, deposit',
  help: 'What is paid ahead: a prepayment is credited month by month, a deposit comes back at the end.',
  kind: 'steps',
  unit: 'currency or % of value',
  bounds: { least: 0, most: limits.monthlyFee },
  editor: { kind: 'steps', steps: 'advances', slot: 0 },
  read: plainAdvances,
  format: formatAdvances,
  parse: stepsAreEditedInTheirTable,
  edit: ({ deal }, items) => ({ type: 'advances.set', dealId: deal.id, items: [...items] }),
  silent: (items) => items.length === 0,
})

export const renewals: Term = defineTerm<readonly RenewalTerm[]>({
  id: 'renewals',
  group: 'term',
  label: 'Renewals',
  help: 'Stretches by which the term can be prolonged, with their price change and how likely they are.',
  kind: 'steps',
  unit: 'months',
  bounds: { least: 1, most: limits.termMonths },
  editor: { kind: 'steps', steps: 'renewals', slot: 0 },
  read: plainRenewals,
  format: formatRenewals,
  parse: stepsAreEditedInTheirTable,
  edit: ({ deal }, items) => ({ type: 'renewals.set', dealId: deal.id, items: [...items] }),
  silent: (items) => items.length === 0,
})

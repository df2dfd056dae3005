import { formatTermAmount, type NumberStyle } from '../format/number.ts'
import type { Party } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import type { TerminationFeeTerm, TerminationRight } from '../schema/termination.ts'
import { amount as amountKind, choice, count, percent } from './fields.ts'
import { formatSpan, stepsAreEditedInTheirTable } from './steps.ts'
import { defineTerm, type Need, type Term } from './term.ts'

const bases: readonly { id: TerminationRight['feeBasis']; label: string }[] = [
  { id: 'none', label: 'none' },
  { id: 'fixed', label: 'an amount' },
  { id: 'months', label: 'monthly fees' },
  { id: 'share', label: 'a share of what remains' },
  { id: 'byDate', label: 'by date' },
]

/** The fees for leaving by date, without the ids that place them in a book. */
export const plainTerminationFees = (terms: DealTerms, party: Party): TerminationFeeTerm[] =>
  terms.terminationFees[party].map(({ from, until, amount }) => ({ from, until, amount }))

const formatFees = (steps: readonly TerminationFeeTerm[], style: NumberStyle): string =>
  steps.length === 0
    ? 'no dates'
    : steps
        .map(({ from, until, amount }) => `${formatTermAmount(amount, style)}, ${formatSpan(from, until)}`)
        .join('; ')

/** What one party pays for leaving before the end of the term, beside the fees of its notice. */
export function terminationFeeTerms(party: Party): Term[] {
  const group = party === 'buyer' ? 'buyerExit' : 'providerExit'
  const id = (term: string) => `${party}-${term}`
  const change = (terms: DealTerms, changes: Partial<TerminationRight>) => ({
    type: 'right.set' as const,
    rightId: terms.rights[party].id,
    changes,
  })
  const onBasis = (basis: TerminationRight['feeBasis'], label: string): Need => ({
    isMet: ({ rights }) => rights[party].feeBasis === basis,
    otherwise: 'does not apply',
    problem: `The ${party}’s fee for leaving is not ${label}. Choose that first.`,
  })
  const basis = defineTerm<TerminationRight['feeBasis']>({
    id: id('fee'),
    group,
    label: 'Fee for leaving',
    help: `What the ${party} pays for leaving before the end of the term, beside the fees of the notice.`,
    read: ({ rights }) => rights[party].feeBasis,
    edit: (terms, value) => change(terms, { feeBasis: value }),
    ...choice(bases),
  })
  const amount = defineTerm<number>({
    id: id('feeAmount'),
    group,
    label: 'Fee, amount',
    help: 'The amount due on leaving, such as 120m.',
    ...amountKind('120m'),
    needs: onBasis('fixed', 'an amount'),
    read: ({ rights }) => rights[party].feeAmount,
    edit: (terms, value) => change(terms, { feeAmount: value }),
  })
  const months = defineTerm<number>({
    id: id('feeMonths'),
    group,
    label: 'Fee, monthly fees',
    help: 'How many monthly fees are due on leaving, at the rate of the last day served, such as 6.',
    ...count('The number of monthly fees', '6', { least: 0, most: limits.feeMonths }, 'month', 'months'),
    needs: onBasis('months', 'in monthly fees'),
    read: ({ rights }) => rights[party].feeMonths,
    edit: (terms, value) => change(terms, { feeMonths: value }),
  })
  const share = defineTerm<number>({
    id: id('feeShare'),
    group,
    label: 'Fee, share',
    help: 'The share of the fees from the last day served to the end of the term that is due on leaving, such as 50 %.',
    ...percent('A share of what remains', '50 %', undefined, '% of what remains'),
    needs: onBasis('share', 'a share of what remains'),
    read: ({ rights }) => rights[party].feeShare,
    edit: (terms, value) => change(terms, { feeShare: value }),
  })
  const byDate = defineTerm<readonly TerminationFeeTerm[]>({
    id: id('feeByDate'),
    group,
    label: 'Fee, by date',
    help: 'Stretches of dates with the amount due where service ends within them.',
    kind: 'steps',
    unit: 'currency',
    bounds: { least: 0, most: limits.monthlyFee },
    editor: { kind: 'steps', steps: party === 'buyer' ? 'buyerFees' : 'providerFees', slot: 0 },
    needs: onBasis('byDate', 'by date'),
    read: (terms) => plainTerminationFees(terms, party),
    format: formatFees,
    parse: stepsAreEditedInTheirTable,
    edit: (terms, steps) => ({
      type: 'terminationFees.set',
      rightId: terms.rights[party].id,
      steps: [...steps],
    }),
  })
  return [basis, amount, months, share, byDate]
}

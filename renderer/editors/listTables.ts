import { dateOf, dayOf, monthsAfter } from '../../shared/days.ts'
import { parsed } from '../../shared/format/expression.ts'
import { parsePaymentSchedule } from '../../shared/format/paymentSchedule.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import type { AdvanceTerm, OneOffTerm, RenewalTerm } from '../../shared/schema/extras.ts'
import { limits } from '../../shared/schema/limits.ts'
import { amount, count, firstDay, optional, percent, text } from '../../shared/terms/fields.ts'
import {
  advanceSize,
  parseAdvanceSize,
  plainAdvances,
  plainOneOffs,
  plainRenewals,
} from '../../shared/terms/listTerms.ts'
import { fieldColumn, type StepTable } from './stepTable.ts'

const name = text('A name', limits.nameLength, 1)

/** What is paid once; a payment schedule can be pasted among it. */
export const oneOffTable: StepTable<OneOffTerm> = {
  title: () => 'Fees and credits',
  row: 'payment',
  add: 'Add a payment',
  none: 'Nothing is paid once.',
  most: limits.oneOffs,
  columns: [
    fieldColumn('label', 'For', 232, name),
    fieldColumn('on', 'Date', 112, firstDay),
    {
      kind: 'choice',
      label: 'Kind',
      width: 92,
      options: () => [
        { id: 'fee', label: 'fee' },
        { id: 'credit', label: 'credit' },
      ],
      chosen: ({ kind }) => kind,
      choose: (item, id) => ({ ...item, kind: id as OneOffTerm['kind'] }),
    },
    fieldColumn('amount', 'Amount', 140, amount('2.5m')),
  ],
  read: plainOneOffs,
  write: ({ deal }, items) => ({ type: 'oneOffs.set', dealId: deal.id, items: [...items] }),
  make: ({ deal }, items) => {
    const last = items.at(-1)
    const on = last ? dateOf(monthsAfter(dayOf(last.on), 1)) : deal.start
    return parsed({ label: 'Fee', kind: 'fee', amount: 0, ...last, on })
  },
  paste: {
    hint: 'Or paste a payment schedule from a spreadsheet: date and amount, or name, date and amount.',
    read: parsePaymentSchedule,
  },
}

/** No id of a tranche: those begin with a letter or a digit. */
const allCapacity = '*'

const isDeposit = ({ kind }: AdvanceTerm) => kind === 'deposit'
const advanceNames = { prepayment: 'Prepayment', deposit: 'Deposit' } as const
const termMonths = { least: 1, most: limits.termMonths }
const year = 12

/** What is paid ahead, and how it comes back. */
export const advanceTable: StepTable<AdvanceTerm> = {
  title: () => 'Prepayments and deposits',
  row: 'advance',
  add: 'Add an advance',
  none: 'Nothing is paid ahead.',
  most: limits.advances,
  columns: [
    fieldColumn('label', 'Name', 128, name),
    {
      kind: 'choice',
      label: 'Kind',
      width: 124,
      options: () => [
        { id: 'prepayment', label: 'prepayment' },
        { id: 'deposit', label: 'deposit' },
      ],
      chosen: ({ kind }) => kind,
      choose: (item, id) => withKind(item, id as AdvanceTerm['kind']),
    },
    {
      kind: 'choice',
      label: 'Of',
      width: 122,
      options: tranchesToChoose,
      chosen: ({ trancheId }) => trancheId ?? allCapacity,
      choose: (item, id) => ({ ...item, trancheId: id === allCapacity ? null : id }),
    },
    {
      kind: 'line',
      label: 'Amount or % of value',
      width: 140,
      isNumber: true,
      input: (item, { style }) => advanceSize(item, style),
      change(item, written, { style }) {
        const size = parseAdvanceSize(written, style)
        return size.ok ? parsed({ ...item, ...size.value }) : size
      },
    },
    fieldColumn('paidOn', 'Paid on', 112, optional(firstDay), { placeholder: 'when due' }),
    fieldColumn(
      'creditFrom',
      'Credited from month',
      76,
      count('The first month', '1', termMonths, 'month', 'months'),
      { without: (item) => (isDeposit(item) ? 'returned at the end' : null) },
    ),
    fieldColumn(
      'creditMonths',
      'over months',
      76,
      count('The number of months', '12', termMonths, 'month', 'months'),
      { without: (item) => (isDeposit(item) ? '' : null) },
    ),
  ],
  read: plainAdvances,
  write: ({ deal }, items) => ({ type: 'advances.set', dealId: deal.id, items: [...items] }),
  make: () =>
    parsed({
      label: advanceNames.prepayment,
      kind: 'prepayment',
      trancheId: null,
      amount: null,
      share: 0,
      paidOn: null,
      creditFrom: 1,
      creditMonths: year,
    }),
}

/** A deposit is not credited month by month, a prepayment is; a name nobody chose turns with the kind. */
function withKind(item: AdvanceTerm, kind: AdvanceTerm['kind']): AdvanceTerm {
  const label = item.label === advanceNames[item.kind] ? advanceNames[kind] : item.label
  const creditMonths = kind === 'deposit' ? 0 : item.creditMonths || year
  return { ...item, kind, label, creditMonths }
}

function tranchesToChoose({ tranches }: DealTerms) {
  return [
    { id: allCapacity, label: 'all capacity' },
    ...tranches.map(({ tranche: { id, label } }) => ({ id, label })),
  ]
}

const half = 500_000

/** Stretches by which the term can be prolonged, one after the other. */
export const renewalTable: StepTable<RenewalTerm> = {
  title: () => 'Renewals',
  row: 'renewal',
  add: 'Add a renewal',
  none: 'The term cannot be prolonged.',
  most: limits.renewals,
  columns: [
    fieldColumn('months', 'Months', 92, count('The number of months', '12', termMonths, 'month', 'months')),
    fieldColumn(
      'priceChange',
      'Price change',
      104,
      percent('A price change', '5 %', { least: limits.lowestEscalation, most: limits.highestEscalation }),
    ),
    fieldColumn(
      'noticeDays',
      'Notice, days',
      104,
      count('The days of notice', '90', { least: 0, most: limits.noticeDays }, 'day', 'days'),
    ),
    fieldColumn('probability', 'Likely', 92, percent('A probability', '50 %')),
  ],
  read: plainRenewals,
  write: ({ deal }, items) => ({ type: 'renewals.set', dealId: deal.id, items: [...items] }),
  make: (_terms, items) =>
    parsed({ months: year, priceChange: 0, noticeDays: 0, probability: half, ...items.at(-1) }),
}

import { dayOf } from '../days.ts'
import { cashPartsToPay, type CashPart } from '../engine/cashToPay.ts'
import { type Exit, exitOf, leavingCost } from '../engine/termination.ts'
import { formatDay } from '../format/date.ts'
import type { Party } from '../schema/deal.ts'
import {
  amount,
  amountOr,
  date,
  type Explained,
  type Explainer,
  facts,
  type FormulaSymbol,
  number,
  plus,
  shown,
  type Step,
  type StepTable,
  words,
} from './explanation.ts'
import { asOfInput, ownInputs, rests } from './inputs.ts'
import { feeHead, feeSteps, sumTable } from './months.ts'
import { noticeComparison } from './notices.ts'

const endFormula = {
  notice: 'E = min(end, max(t, L) + N)',
  end: 'E = min(end, max(t + N, L))',
} as const

/** When service ends, as this deal reads its lock-out. */
const endOf =
  (party: Party) =>
  (of: Explained): string =>
    endFormula[of.figures.terms.rights[party].lockOutBars]

const dateOr = (day: string | null) => (day === null ? words('none') : date(dayOf(day)))

/** What the symbols of an exit stand for. */
const exitSymbols =
  (party: Party, from: 'asOf' | 'signed' = 'asOf') =>
  ({ figures, context }: Explained): FormulaSymbol[] => {
    const { rights, deal } = figures.terms
    const right = rights[party]
    return [
      from === 'asOf'
        ? { symbol: 't', meaning: 'the as-of date', value: date(context.asOf) }
        : { symbol: 't', meaning: 'the day of signing', value: dateOr(deal.signed) },
      { symbol: 'L', meaning: 'the first day after the lock-out', value: dateOr(right.lockOutUntil) },
      {
        symbol: 'N',
        meaning: right.dayOfNoticeCounts
          ? 'the notice, its first day counted'
          : 'the notice, from the day after',
        value: number(right.notice, right.notice === 1 ? right.noticeUnit.slice(0, -1) : right.noticeUnit),
      },
      { symbol: 'end', meaning: 'the first day after the term', value: date(dayOf(deal.end)) },
    ]
  }

const withEnd =
  (party: Party, from: 'asOf' | 'signed' = 'asOf') =>
  (of: Explained): FormulaSymbol[] => [
    ...exitSymbols(party, from)(of),
    {
      symbol: 'E',
      meaning: 'the first day without service',
      value: date(exitFor(of, party, from).serviceEnds),
    },
  ]

function exitFor({ figures, schedule }: Explained, party: Party, from: 'asOf' | 'signed'): Exit {
  const { signed } = figures.terms.deal
  if (from === 'signed' && signed !== null) return exitOf(schedule, party, dayOf(signed))
  return party === 'buyer' ? figures.buyerExit : figures.providerExit
}

const statusWords: Readonly<Record<Exit['status'], string>> = {
  open: 'may leave',
  none: 'may not leave: all is committed',
  ended: 'the term is over',
  beforeService: 'service ends before it begins',
}

/** From the notice to the end of service, day by day. */
const exitFacts = (exit: Exit): StepTable =>
  facts('From notice to the end of service', [
    shown('The right to leave', words(statusWords[exit.status])),
    ...(exit.status === 'open' || exit.status === 'beforeService'
      ? [shown('Notice given', date(exit.noticeOn))]
      : []),
    ...(exit.termEndsFirst ? [shown('The notice ends after the term', words('the term’s end counts'))] : []),
    shown('First day without service', date(exit.serviceEnds)),
  ])

/** What leaving costs beside the fees; what is nothing is said once, by the note of its table. */
const costSteps = ({
  unusedBilling,
  terminationFee,
  prepaidForfeited,
}: Pick<Exit, 'unusedBilling' | 'terminationFee' | 'prepaidForfeited'>): Step[] => [
  plus('Billed ahead or a minimum, not returned', amount(unusedBilling)),
  plus('Fee for leaving', amount(terminationFee)),
  plus('Prepaid balance lost', amount(prepaidForfeited)),
]

/** Fees until service ends; of a term that is served in full, what is paid once after it too. */
const untilExit = ({ schedule }: Explained, serviceEnds: number): number =>
  serviceEnds < schedule.end ? serviceEnds : Infinity

const partNames: Readonly<Record<CashPart['kind'], string>> = {
  invoice: 'invoices',
  invoiceReturned: 'Given back of invoices paid before',
  once: 'paid once',
  terminationFee: 'Fee for leaving',
  prepayment: 'prepayment',
  credit: 'credit of a prepayment',
  prepaidReturned: 'Prepaid balance given back',
}

/** Payments of one kind on one day as one step, in the order of days, what has no day last. */
function cashSteps(parts: readonly CashPart[]): Step[] {
  const sums = new Map<string, { on: number; value: number }>()
  for (const { kind, on, amount: value } of parts) {
    const label = on === null ? partNames[kind] : `${formatDay(on)}, ${partNames[kind]}`
    const known = sums.get(label) ?? { on: on ?? Infinity, value: 0 }
    sums.set(label, { on: known.on, value: known.value + value })
  }
  return [...sums]
    .toSorted(([, a], [, b]) => (a.on === b.on ? 0 : a.on - b.on))
    .map(([label, { value }]) => plus(label, amount(value)))
}

export const leavingExplanations: Readonly<Record<string, Explainer>> = {
  committed: {
    sentence:
      'If the buyer gives notice on the as-of date, or on the first day it may: the fees until service ends, what was billed ahead and is not returned, the fee for leaving and the prepaid balance that is lost.',
    formula: (of) =>
      `fees of [t, E) + billing not returned + fee for leaving + prepaid lost; ${endOf('buyer')(of)}`,
    symbols: withEnd('buyer'),
    inputs: (of) => [asOfInput(of), ...ownInputs(rests.exit('buyer'))(of)],
    tables: (of) => {
      const { buyerExit } = of.figures
      const fees = feeSteps(of.schedule, of.context.asOf, untilExit(of, buyerExit.serviceEnds))
      return [
        exitFacts(buyerExit),
        sumTable('Exit cost', feeHead, [...fees, ...costSteps(buyerExit)], amount(buyerExit.committed)),
      ]
    },
    result: ({ figures }) => amount(figures.buyerExit.committed),
    otherwise: ({ figures }) => [
      { definition: 'Least obligation, waiting included', value: amount(figures.leastObligation.amount) },
      { definition: 'All that remains', value: amount(figures.buyerExit.remaining) },
      { definition: 'Cash still to pay', value: amount(figures.cashStillToPay) },
    ],
  },
  leastObligation: {
    sentence:
      'The smallest, over all later days of notice, of the fees from the as-of date until service ends and what leaving costs then.',
    formula: (of) =>
      `min over n ≥ t of fees of [t, E(n)) + cost of leaving at E(n); ${endOf('buyer')(of)} with n for t`,
    symbols: exitSymbols('buyer'),
    inputs: (of) => [asOfInput(of), ...ownInputs(rests.exit('buyer'))(of)],
    tables: (of) => {
      const { serviceEnds, noticeOn, amount: least } = of.figures.leastObligation
      const fees = feeSteps(of.schedule, of.context.asOf, untilExit(of, serviceEnds))
      const cost = leavingCost(of.schedule, 'buyer', serviceEnds)
      return [
        facts('The cheapest way out', [
          shown('Notice', noticeOn === null ? words('none: staying to the end') : date(noticeOn)),
          shown('First day without service', date(serviceEnds)),
        ]),
        sumTable('Least obligation', feeHead, [...fees, ...costSteps(cost)], amount(least)),
        noticeComparison(of),
      ]
    },
    result: ({ figures }) => amount(figures.leastObligation.amount),
    otherwise: ({ figures }) => [
      { definition: 'Notice now: exit cost', value: amount(figures.buyerExit.committed) },
      { definition: 'Staying to the end', value: amount(figures.buyerExit.remaining) },
    ],
  },
  lastDayServed: {
    sentence: 'The day before the first day without service, for the buyer’s notice on the as-of date.',
    formula: (of) => `E − 1 day; ${endOf('buyer')(of)}`,
    symbols: withEnd('buyer'),
    inputs: (of) => [asOfInput(of), ...ownInputs(rests.right('buyer'))(of)],
    tables: ({ figures }) => [exitFacts(figures.buyerExit)],
    result: ({ figures }) => date(figures.buyerExit.serviceEnds - 1),
  },
  lockOutReading: {
    sentence:
      'The reading of the lock-out that every exit of the buyer rests on: what it bars until it is over.',
    inputs: ownInputs(() => ['buyer-lockOutBars', 'buyer-lockOut', 'buyer-allowed']),
    tables: () => [],
    result: ({ figures: { terms } }) =>
      words(terms.rights.buyer.lockOutBars === 'notice' ? 'bars giving notice' : 'bars service ending'),
  },
  atRisk: {
    sentence:
      'What the provider may lose: all fees that remain from the as-of date, less the exit cost. That is the fees after service ends, less what leaving costs beside the fees.',
    formula: (of) =>
      `fees of [t, end) − exit cost = fees of [E, end) − cost of leaving; ${endOf('buyer')(of)}`,
    symbols: withEnd('buyer'),
    inputs: (of) => [asOfInput(of), ...ownInputs(rests.exit('buyer'))(of)],
    tables: (of) => {
      const { buyerExit } = of.figures
      const { serviceEnds } = buyerExit
      const isEarly = serviceEnds < of.schedule.end
      const fees = isEarly ? feeSteps(of.schedule, serviceEnds, Infinity) : []
      const costs = costSteps(buyerExit).map((step): Step => ({ ...step, enters: 'minus' }))
      return [
        facts('What remains and what is committed', [
          shown('Fees that remain', amount(buyerExit.remaining)),
          shown('Exit cost', amount(buyerExit.committed)),
          shown('First day without service', date(serviceEnds)),
        ]),
        sumTable('At risk', feeHead, [...fees, ...costs], amount(buyerExit.atRisk)),
      ]
    },
    result: ({ figures }) => amount(figures.buyerExit.atRisk),
  },
  commitmentAtSigning: {
    sentence:
      'What is owed once the deal is signed: the fees from the start of service to the earliest exit for a notice given on the day of signing, and what leaving costs beside them.',
    formula: (of) => `fees of [start, E) + cost of leaving; ${endOf('buyer')(of)}`,
    symbols: (of) => (of.figures.commitmentAtSigning === null ? [] : withEnd('buyer', 'signed')(of)),
    inputs: ownInputs(rests.exit('buyer')),
    tables: (of) => {
      const { commitmentAtSigning } = of.figures
      if (commitmentAtSigning === null) return []
      const exit = exitFor(of, 'buyer', 'signed')
      const fees = feeSteps(of.schedule, -Infinity, untilExit(of, exit.serviceEnds))
      return [
        exitFacts(exit),
        sumTable(
          'Commitment at signing',
          feeHead,
          [...fees, ...costSteps(exit)],
          amount(commitmentAtSigning),
        ),
      ]
    },
    result: ({ figures }) => amountOr(figures.commitmentAtSigning, 'signing date not stated'),
  },
  cashStillToPay: {
    sentence:
      'What leaves the account from the as-of date on under the buyer’s exit: invoices not yet paid and what is due on leaving, less what is given back. At minimum use, without power and deposits.',
    formula: (of) =>
      `payments from t on for service of [start, E) + due on leaving − given back; ${endOf('buyer')(of)}`,
    symbols: withEnd('buyer'),
    inputs: (of) => [
      asOfInput(of),
      ...ownInputs(rests.exit('buyer'), rests.paymentTerms, rests.advances)(of),
    ],
    tables: ({ figures, schedule, context }) => [
      exitFacts(figures.buyerExit),
      sumTable(
        'Cash by payment date',
        { label: 'Payment', parts: [], value: 'Amount' },
        cashSteps(cashPartsToPay(schedule, 'buyer', context.asOf, figures.buyerExit)),
        amount(figures.cashStillToPay),
      ),
    ],
    result: ({ figures }) => amount(figures.cashStillToPay),
    otherwise: ({ figures }) => [{ definition: 'As it accrues', value: amount(figures.buyerExit.committed) }],
  },
  assuredThrough: {
    sentence: 'The day before the first day without service, for the provider’s notice on the as-of date.',
    formula: (of) => `E − 1 day; ${endOf('provider')(of)}`,
    symbols: withEnd('provider'),
    inputs: (of) => [asOfInput(of), ...ownInputs(rests.right('provider'))(of)],
    tables: ({ figures }) => [exitFacts(figures.providerExit)],
    result: ({ figures }) => date(figures.providerExit.serviceEnds - 1),
  },
}

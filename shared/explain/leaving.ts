import { peakPrepaid } from '../engine/advances.ts'
import { cashPartsToPay } from '../engine/cashToPay.ts'
import { leavingCost } from '../engine/termination.ts'
import { cashSteps } from './cash.ts'
import { costSteps, endOf, exitFacts, exitFor, exitSymbols, withEnd } from './exits.ts'
import {
  amount,
  amountOr,
  date,
  type Explained,
  type Explainer,
  facts,
  shown,
  type Step,
  words,
} from './explanation.ts'
import { asOfInput, ownInputs, rests } from './inputs.ts'
import { feeHead, feeSteps, sumTable } from './months.ts'
import { noticeComparison } from './notices.ts'

/** Fees until service ends; of a term that is served in full, what is paid once after it too. */
const untilExit = ({ schedule }: Explained, serviceEnds: number): number =>
  serviceEnds < schedule.end ? serviceEnds : Infinity

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
    otherwise: ({ figures, schedule }) => [
      { definition: 'As it accrues', value: amount(figures.buyerExit.committed) },
      ...(schedule.terms.advances.length > 0
        ? [{ definition: 'Peak prepayment outstanding', value: amount(peakPrepaid(schedule)) }]
        : []),
    ],
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

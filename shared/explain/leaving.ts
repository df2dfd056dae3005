import type { Exit } from '../engine/termination.ts'
import type { Party } from '../schema/deal.ts'
import { toFraction } from '../rate.ts'
import {
  amount,
  amountOr,
  date,
  type Explained,
  type Explanation,
  type Input,
  minus,
  number,
  plus,
  rate,
  shown,
  type Step,
  words,
} from './explanation.ts'

function rightInputs({ figures: { terms }, context }: Explained, party: Party): Input[] {
  const right = terms.rights[party]
  return [
    { term: null, label: 'As of', value: date(context.asOf) },
    { term: `${party}-allowed`, label: 'May terminate', value: words(right.allowed ? 'yes' : 'no') },
    { term: `${party}-notice`, label: 'Notice', value: number(right.notice, right.noticeUnit) },
    {
      term: `${party}-noticeCounts`,
      label: 'Day of notice counts',
      value: words(right.dayOfNoticeCounts ? 'yes' : 'no'),
    },
    { term: `${party}-lockOut`, label: 'Lock-out until', value: words(right.lockOutUntil ?? 'none') },
    { term: `${party}-lockOutBars`, label: 'Lock-out bars', value: words(right.lockOutBars) },
    { term: `${party}-fee`, label: 'Fee for leaving', value: words(right.feeBasis) },
  ]
}

const days = (exit: Exit): Step[] => [
  shown('Notice given', date(exit.noticeOn)),
  shown('First day without service', date(exit.serviceEnds)),
]

const parts = (exit: Exit): Step[] => [
  plus('Fees until service ends', amount(exit.serviceFees)),
  plus('Billed ahead or a minimum, not returned', amount(exit.unusedBilling)),
  plus('Fee for leaving', amount(exit.terminationFee)),
  plus('Prepaid balance lost', amount(exit.prepaidForfeited)),
]

const endOfNotice =
  'E = min(end, max(t, L) + N) where the lock-out bars giving notice, min(end, max(t + N, L)) where it bars service ending'

export const leavingExplanations: Readonly<Record<string, (of: Explained) => Explanation>> = {
  committed: (of) => ({
    figure: 'committed',
    formula: `fees from the date to E + billing not returned + fee for leaving + prepaid balance lost; ${endOfNotice}`,
    inputs: rightInputs(of, 'buyer'),
    steps: [...days(of.figures.buyerExit), ...parts(of.figures.buyerExit)],
    result: amount(of.figures.buyerExit.committed),
    otherwise: [
      { definition: 'Least obligation, waiting included', value: amount(of.figures.leastObligation.amount) },
      { definition: 'All that remains', value: amount(of.figures.buyerExit.remaining) },
    ],
  }),
  leastObligation: (of) => ({
    figure: 'leastObligation',
    formula: 'the smallest, over all later notice dates, of fees until then + the exit cost then',
    inputs: rightInputs(of, 'buyer'),
    steps: [
      shown('Notice now', amount(of.figures.buyerExit.committed)),
      shown('Staying to the end', amount(of.figures.buyerExit.remaining)),
      shown(
        'Best notice',
        of.figures.leastObligation.noticeOn === null
          ? words('none')
          : date(of.figures.leastObligation.noticeOn),
      ),
      shown('Service ends', date(of.figures.leastObligation.serviceEnds)),
    ],
    result: amount(of.figures.leastObligation.amount),
  }),
  lastDayServed: (of) => ({
    figure: 'lastDayServed',
    formula: `E - 1 day; ${endOfNotice}`,
    inputs: rightInputs(of, 'buyer'),
    steps: days(of.figures.buyerExit),
    result: date(of.figures.buyerExit.serviceEnds - 1),
  }),
  lockOutReading: (of) => ({
    figure: 'lockOutReading',
    formula: 'the reading of the lock-out that every exit rests on',
    inputs: rightInputs(of, 'buyer'),
    steps: [],
    result: words(of.figures.terms.rights.buyer.lockOutBars),
  }),
  atRisk: (of) => ({
    figure: 'atRisk',
    formula: 'fees from the date to the end of the deal - exit cost',
    inputs: rightInputs(of, 'buyer'),
    steps: [
      plus('Fees that remain', amount(of.figures.buyerExit.remaining)),
      minus('Exit cost', amount(of.figures.buyerExit.committed)),
    ],
    result: amount(of.figures.buyerExit.atRisk),
  }),
  commitmentAtSigning: (of) => ({
    figure: 'commitmentAtSigning',
    formula: `fees from the start to E(signing) + what leaving costs beside them; ${endOfNotice}`,
    inputs: [
      { term: 'signed', label: 'Signed', value: words(of.figures.terms.deal.signed ?? 'not stated') },
      ...rightInputs(of, 'buyer').slice(1),
    ],
    steps: [],
    result: amountOr(of.figures.commitmentAtSigning, 'signing date not stated'),
  }),
  cashStillToPay: (of) => ({
    figure: 'cashStillToPay',
    formula:
      'what leaves the account from the date on under the buyer’s exit: invoices not yet paid, less what is returned',
    inputs: rightInputs(of, 'buyer'),
    steps: days(of.figures.buyerExit),
    result: amount(of.figures.cashStillToPay),
    otherwise: [{ definition: 'As it accrues', value: amount(of.figures.buyerExit.committed) }],
  }),
  expectedCost: (of) => ({
    figure: 'expectedCost',
    formula:
      'sum over months m of S(m) * P(notice in m) * cost of leaving then + S(end) * all that remains; S falls by (1 - p)^(1/12) a month for each party',
    inputs: (['buyer', 'provider'] as const).map((party) => ({
      term: `${party}-hazard`,
      label: `Likely to leave, ${party}`,
      value: rate(toFraction(of.figures.terms.rights[party].hazard)),
    })),
    steps: [
      shown('Served to the end', rate(of.figures.expectedValue.servedToEnd)),
      shown('Expected months', number(of.figures.expectedValue.months, 'months')),
    ],
    result: amount(of.figures.expectedValue.cost),
  }),
  noticeCoverGap(of) {
    const gap = of.figures.noticeCoverGap
    return {
      figure: 'noticeCoverGap',
      formula:
        'interim cost - contract fees not paid for the same capacity, from the end of the provider’s notice to the replacement',
      inputs: rightInputs(of, 'provider'),
      steps: gap
        ? [
            shown('From', date(gap.from)),
            shown('Replacement', date(gap.until)),
            plus('Interim cost', amount(gap.interimCost)),
            minus('Fees not paid for the same GPUs', amount(gap.feesNotPaid)),
            shown('Without capacity', number(gap.uncoveredGpuMonths, 'GPU-months')),
          ]
        : [],
      result: gap ? amount(gap.incrementalCost) : words('no replacement assumed'),
    }
  },
  assuredThrough: (of) => ({
    figure: 'assuredThrough',
    formula: `E - 1 day for the provider; ${endOfNotice}`,
    inputs: rightInputs(of, 'provider'),
    steps: days(of.figures.providerExit),
    result: date(of.figures.providerExit.serviceEnds - 1),
  }),
  straightLine(of) {
    const { enforceable, stated } = of.figures.straightLine
    return {
      figure: 'straightLine',
      formula:
        'fees over the enforceable term at signing / its months; it ends when both parties may have left',
      source: 'IFRS 16, B34; IFRIC agenda decision, November 2019 (illustrative)',
      inputs: [...rightInputs(of, 'buyer').slice(1), ...rightInputs(of, 'provider').slice(1)],
      steps: [
        shown('Enforceable until', date(enforceable.ends)),
        shown('Fees', amount(enforceable.fees)),
        shown('Months', number(enforceable.months, 'months')),
      ],
      result: amountOr(enforceable.perMonth, 'no month'),
      otherwise: [{ definition: 'Over the stated term', value: amountOr(stated.perMonth, 'no month') }],
    }
  },
}

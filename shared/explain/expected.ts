import { dayOf } from '../days.ts'
import { paidOnLeaving, paidToTheEnd, waysOut } from '../engine/expectedValue.ts'
import type { NoticeCoverGap } from '../engine/noticeCoverGap.ts'
import { exitOf } from '../engine/termination.ts'
import { formatDay } from '../format/date.ts'
import { toFraction } from '../rate.ts'
import {
  amount,
  amountOr,
  date,
  type Explained,
  type Explainer,
  facts,
  minus,
  number,
  plus,
  rate,
  shown,
  type Step,
  type StepTable,
  words,
} from './explanation.ts'
import { asOfInput, inputsOf, onDemandInput, ownInputs, rests } from './inputs.ts'
import { feeHead, feeSteps, sumTable } from './months.ts'

/** Each day of notice with what it adds to the expected cost, and what staying to the end does. */
function waySteps({ schedule, context }: Explained): Step[] {
  const days = new Map<number | null, { probability: number; cost: number }>()
  for (const { noticeOn, probability, paid } of waysOut(schedule, context.asOf)) {
    const known = days.get(noticeOn) ?? { probability: 0, cost: 0 }
    days.set(noticeOn, {
      probability: known.probability + probability,
      cost: known.cost + probability * paid,
    })
  }
  return [...days].map(([noticeOn, { probability, cost }]) =>
    plus(noticeOn === null ? 'Nobody leaves' : formatDay(noticeOn), amount(cost), [
      rate(probability),
      amount(probability === 0 ? 0 : cost / probability),
    ]),
  )
}

/** From notice to replacement, the capacity without cover, and the cost where a price is known. */
function gapTables(gap: NoticeCoverGap): StepTable[] {
  const { gpuMonths, uncoveredGpuMonths, interimCost, feesNotPaid, incrementalCost } = gap
  const gpuMonthsOr = (value: number | null) =>
    value === null ? words('GPUs not stated') : number(value, 'GPU-months')
  return [
    facts('The gap', [
      shown('Notice, and replacement ordered', date(gap.orderedOn)),
      shown('First day without service', date(gap.from)),
      shown('First day with the replacement', date(gap.until)),
      shown('Days between', number(gap.days, 'days')),
      shown('Contracted capacity over them', gpuMonthsOr(gpuMonths)),
      shown('GPUs covered', number(gap.coveredGpus, 'GPUs')),
      shown(
        'Interim price',
        gap.price === null ? words('none') : { kind: 'price', value: gap.price, per: 'GPU-hour' },
      ),
      shown('Without cover', gpuMonthsOr(uncoveredGpuMonths)),
    ]),
    ...(interimCost === null || feesNotPaid === null || incrementalCost === null
      ? []
      : [
          sumTable(
            'Cost of the gap',
            { label: 'Part', parts: [], value: 'Amount' },
            [
              plus('Interim cost', amount(interimCost)),
              minus('Fees not paid for the same GPUs', amount(feesNotPaid)),
            ],
            amount(incrementalCost),
          ),
        ]),
  ]
}

const hazards = () => ['buyer-hazard', 'provider-hazard']

export const expectedExplanations: Readonly<Record<string, Explainer>> = {
  expectedCost: {
    sentence:
      'The cost of each way out at expected usage, by its probability: on the as-of date and on the first day of each month either party may give notice that ends service before the term, and if nobody ever does all that remains is paid.',
    formula:
      'Σ S(m) × P(notice in m) × cost of leaving then + S(end) × all that remains; S falls by (1 − p)^(1/12) a month for each party',
    symbols: ({ figures }) => [
      ...(['buyer', 'provider'] as const).map((party) => ({
        symbol: party === 'buyer' ? 'p, buyer' : 'p, provider',
        meaning: `that the ${party} gives notice within a year`,
        value: rate(toFraction(figures.terms.rights[party].hazard)),
      })),
      {
        symbol: 'S(end)',
        meaning: 'that the term is served to its end',
        value: rate(figures.expectedValue.servedToEnd),
      },
    ],
    inputs: (of) => [
      asOfInput(of),
      ...ownInputs(hazards, rests.exit('buyer'), rests.exit('provider'), rests.expectedUse)(of),
    ],
    tables: (of) => [
      sumTable(
        'Cost by day of notice',
        { label: 'Notice', parts: ['Likely', 'Cost then'], value: 'Adds' },
        waySteps(of),
        amount(of.figures.expectedValue.cost),
      ),
      facts('Service', [
        shown('Expected months of service', number(of.figures.expectedValue.months, 'months')),
      ]),
    ],
    result: ({ figures }) => amount(figures.expectedValue.cost),
    otherwise: ({ figures, schedule, context: { asOf } }) => [
      { definition: 'If nobody leaves', value: amount(paidToTheEnd(schedule, asOf)) },
      {
        definition: 'If the buyer leaves now',
        value: amount(paidOnLeaving(schedule, 'buyer', asOf, figures.buyerExit)),
      },
    ],
  },
  noticeCoverGap: {
    sentence:
      'If the provider gives notice on the as-of date, and the replacement is ordered then: the days without capacity, from the end of service to the replacement or the end of the term. The cost of the gap is what interim capacity costs less the contract’s fees for the same GPUs, which are then not paid.',
    formula: 'R − E; cost: GPUs covered × days × 24 × interim price − fees of [E, R) × GPUs covered / GPUs',
    symbols: ({ figures: { noticeCoverGap: gap } }) =>
      gap
        ? [
            { symbol: 'E', meaning: 'the first day without service', value: date(gap.from) },
            { symbol: 'R', meaning: 'the first day with the replacement', value: date(gap.until) },
          ]
        : [],
    inputs: (of) => [
      asOfInput(of),
      ...(of.figures.terms.deal.replacementPrice === null ? [onDemandInput(of)] : []),
      ...ownInputs(
        () => ['replacementMonths', 'replacementPrice', 'replacementGpus'],
        rests.right('provider'),
        rests.sizes,
        rests.due,
        rests.contract,
      )(of),
    ],
    tables: ({ figures: { noticeCoverGap: gap } }) => (gap ? gapTables(gap) : []),
    result: ({ figures: { noticeCoverGap: gap } }) =>
      gap ? number(gap.days, 'days') : words('no replacement assumed'),
  },
  straightLine: {
    sentence:
      'The fees over the enforceable term as of signing, spread evenly over its months. That term ends when both parties may have left.',
    formula: 'fees of [start, X) / months of [start, X); X = max(E of the buyer, E of the provider)',
    source: 'IFRS 16, B34; IFRIC agenda decision, November 2019 (illustrative)',
    symbols: ({ figures }) => [
      {
        symbol: 'X',
        meaning: 'the first day after the enforceable term',
        value: date(figures.straightLine.enforceable.ends),
      },
    ],
    inputs: ({ figures: { terms } }) =>
      inputsOf(terms, [rests.right('buyer'), rests.right('provider'), rests.value]),
    tables: ({ figures: { straightLine, terms }, schedule }) => {
      const { ends, fees, months } = straightLine.enforceable
      const signed = terms.deal.signed === null ? schedule.start : dayOf(terms.deal.signed)
      const until = ends >= schedule.end ? Infinity : ends
      return [
        facts('The enforceable term', [
          ...(['buyer', 'provider'] as const).map((party) =>
            shown(`First day without service, ${party}`, date(exitOf(schedule, party, signed).serviceEnds)),
          ),
          shown('Its months', number(months, 'months')),
        ]),
        sumTable('Fees by month', feeHead, feeSteps(schedule, -Infinity, until), amount(fees)),
      ]
    },
    result: ({ figures }) => amountOr(figures.straightLine.enforceable.perMonth, 'no month'),
    otherwise: ({ figures }) => [
      {
        definition: 'Over the stated term',
        value: amountOr(figures.straightLine.stated.perMonth, 'no month'),
      },
    ],
  },
}

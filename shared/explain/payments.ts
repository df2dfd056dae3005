import { type ComparedPayment, incrementalPayments } from '../engine/cashFlows.ts'
import { daysAYear } from '../finance/presentValue.ts'
import { formatDay } from '../format/date.ts'
import {
  amount,
  bare,
  date,
  type Explained,
  type Explainer,
  facts,
  factor,
  number,
  plus,
  rate,
  shown,
  type Step,
  type StepTable,
  words,
} from './explanation.ts'
import { baselineInputs, ownInputs, rests, valuedOnInput } from './inputs.ts'
import { sumTable } from './months.ts'

/** Each day’s difference of payments, discounted at a rate to the first of them: at a true rate they sum to nothing. */
function discountedTable(payments: readonly ComparedPayment[], at: number): StepTable {
  const first = payments[0]?.on ?? 0
  const steps = payments.map(({ on, baseline, deal }) => {
    const by = (1 + at) ** (-(on - first) / daysAYear)
    return plus(formatDay(on), amount((baseline - deal) * by), [amount(baseline - deal), factor(by)])
  })
  const head = { label: 'Paid on', parts: ['Difference', 'Factor'], value: 'Present value' }
  return sumTable('Differences of payments, at the rate', head, steps, amount(sumOf(steps)))
}

/** Each day’s payments and their difference, where no rate discounts them. */
function differenceTable(payments: readonly ComparedPayment[]): StepTable {
  const steps = payments.map(({ on, baseline, deal }) =>
    plus(formatDay(on), amount(baseline - deal), [amount(baseline), amount(deal)]),
  )
  const head = { label: 'Paid on', parts: ['Baseline', 'Deal'], value: 'Difference' }
  return sumTable('Differences of payments', head, steps, amount(sumOf(steps)))
}

const sumOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, { value }) => sum + (value.kind === 'amount' ? value.value : 0), 0)

/** Each payment from the valuation date on, with what it adds to the average. */
function lifeTable({ schedule, context, figures }: Explained): StepTable[] {
  const { averageLife } = figures
  if (!averageLife) return []
  const { days, amounts } = schedule.payments()
  const from = context.valuation.on
  const payments = Array.from(days, (on, i) => ({ on, paid: amounts[i]! })).filter(({ on }) => on >= from)
  const all = payments.reduce((sum, { paid }) => sum + paid, 0)
  return [
    sumTable(
      'Years of each payment by its share',
      { label: 'Paid on', parts: ['Payment', 'Years'], value: 'Adds years' },
      payments.map(({ on, paid }) => {
        const years = (on - from) / daysAYear
        return plus(formatDay(on), bare((years * paid) / all), [amount(paid), bare(years)])
      }),
      number(averageLife.weightedAverageLife, 'years'),
    ),
  ]
}

export const paymentExplanations: Readonly<Record<string, Explainer>> = {
  incrementalRate: {
    isComparison: true,
    sentence:
      'The yearly rate at which choosing the deal over the baseline is worth nothing: the baseline’s payments less the deal’s, each discounted from the day it is made, sum to zero. There can be several such rates, or none.',
    formula: 'every r > −1 with Σ (baseline’s payment − deal’s payment) × (1 + r)^(−d/365) = 0',
    symbols: ({ figures: { incrementalRate: found } }) =>
      found && found.rate !== null
        ? [
            { symbol: 'r', meaning: 'the rate of the headline', value: rate(found.rate) },
            { symbol: 'd', meaning: 'days from the first payment', value: words('by date, below') },
          ]
        : [],
    inputs: (of) => [...ownInputs(rests.payments)(of), ...baselineInputs(rests.payments)(of)],
    tables: (of) => {
      const found = of.figures.incrementalRate
      if (!found || !of.against) return []
      const payments = incrementalPayments(of.against, of.schedule)
      return [
        facts('Rates', [
          shown('Changes of sign', number(found.signChanges, 'changes')),
          ...found.roots.map((root, i) => shown(`Rate ${i + 1} of ${found.roots.length}`, rate(root))),
        ]),
        found.rate === null ? differenceTable(payments) : discountedTable(payments, found.rate),
      ]
    },
    result: ({ figures: { incrementalRate: found } }) =>
      !found ? words('no baseline') : found.rate === null ? words(found.status) : rate(found.rate),
  },
  averageLife: {
    sentence:
      'When payments fall, on average: the years from the valuation date to each payment, weighted by the payment. What is paid before that date is left out.',
    formula: 'Σ y × payment / Σ payment',
    source: 'Macaulay (1938) for duration',
    symbols: ({ context }) => [
      { symbol: 'y = 0', meaning: 'the valuation date', value: date(context.valuation.on) },
    ],
    inputs: (of) => [valuedOnInput(of), ...ownInputs(rests.payments, rests.discountRate)(of)],
    tables: lifeTable,
    result: ({ figures: { averageLife } }) =>
      averageLife ? number(averageLife.weightedAverageLife, 'years') : words('nothing left to pay'),
    otherwise: ({ figures: { averageLife } }) =>
      averageLife
        ? [
            {
              definition: 'Duration: weighted by present values at the discount rate',
              value: number(averageLife.duration, 'years'),
            },
          ]
        : [],
  },
}

import { monthRows, type MonthRow } from '../engine/months.ts'
import { endOfFirstYear } from '../engine/accrual.ts'
import { formatMonth } from '../format/date.ts'
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
  price,
  rate,
  shown,
  type Step,
  words,
} from './explanation.ts'

/** A step for each month in which there is something. */
function monthly(rows: readonly MonthRow[], of: (row: MonthRow) => number, step = plus): Step[] {
  return rows.filter((row) => of(row) !== 0).map((row) => step(formatMonth(row.from), amount(of(row))))
}

const termInputs = ({ figures: { terms } }: Explained): Input[] => [
  { term: 'start', label: 'Start', value: words(terms.deal.start) },
  { term: 'end', label: 'End, exclusive', value: words(terms.deal.end) },
]

const feeInputs = ({ figures: { terms } }: Explained): Input[] =>
  terms.charges.map(({ charge }, index) => ({
    term: index === 0 ? 'monthlyFee' : `charge-${index + 1}-monthlyFee`,
    label: charge.label,
    value: charge.basis === 'flat' ? amount(charge.monthlyFee) : price(charge.unitPrice, 'unit'),
  }))

const rampInputs = ({ figures: { terms } }: Explained): Input[] =>
  terms.charges.flatMap(({ ramp }) =>
    ramp.map(({ from, until, basis, share, fixedFee }) => ({
      term: 'ramp',
      label: `Ramp from ${from} until ${until}, ${basis}`,
      value: fixedFee === null ? rate(toFraction(share ?? 0)) : amount(fixedFee),
    })),
  )

/** Contract fees of a month: what is fixed and least, and what is paid once. */
const contractFee = (row: MonthRow, expected: boolean, minimum: number) =>
  row.standard - row.ramp + row.oneOff + (expected ? row.metered : minimum)

export const valueExplanations: Readonly<Record<string, (of: Explained) => Explanation>> = {
  totalContractValue(of) {
    const rows = monthRows(of.schedule)
    const least = of.figures.totalContractValue - sum(rows.map((row) => contractFee(row, false, 0)))
    return {
      figure: 'totalContractValue',
      formula:
        'sum over the months of the term: standard fee - ramp + minimum of metered use + what is paid once',
      inputs: [...termInputs(of), ...feeInputs(of), ...rampInputs(of)],
      steps: [
        ...monthly(rows, (row) => contractFee(row, false, 0)),
        ...(least === 0 ? [] : [plus('Minimum of metered use', amount(least))]),
      ],
      result: amount(of.figures.totalContractValue),
      otherwise: [
        { definition: 'With expected use', value: amount(of.figures.withExpectedUse) },
        { definition: 'With every renewal in full', value: amount(of.figures.renewed.withRenewals) },
      ],
    }
  },
  withExpectedUse(of) {
    return {
      figure: 'withExpectedUse',
      formula: 'total contract value with metered use as expected in place of its minimum',
      inputs: [...termInputs(of), ...feeInputs(of)],
      steps: monthly(monthRows(of.schedule), (row) => contractFee(row, true, 0)),
      result: amount(of.figures.withExpectedUse),
      otherwise: [{ definition: 'With the minimum', value: amount(of.figures.totalContractValue) }],
    }
  },
  withRenewals(of) {
    const { renewed, totalContractValue } = of.figures
    return {
      figure: 'withRenewals',
      formula: 'total contract value + each renewal in full',
      inputs: [{ term: 'renewals', label: 'Renewals', value: number(renewed.periods.length, 'renewals') }],
      steps: [
        plus('Stated term', amount(totalContractValue)),
        ...renewed.periods.map((period, i) => plus(`Renewal ${i + 1}`, amount(period.value))),
      ],
      result: amount(renewed.withRenewals),
      otherwise: [{ definition: 'Each by its probability', value: amount(renewed.expected) }],
    }
  },
  power: (of) => ({
    figure: 'power',
    formula: 'sum over the months: delivered kW * PUE * load factor * hours * price a kWh',
    inputs: [...termInputs(of), ...feeInputs(of)],
    steps: monthly(monthRows(of.schedule), (row) => row.power),
    result: amount(of.figures.power),
  }),
  serviceCredits: (of) => ({
    figure: 'serviceCredits',
    formula: 'sum over the months: fees for service * share expected back',
    inputs: [
      {
        term: 'serviceCredits',
        label: 'Service credits expected',
        value: rate(toFraction(of.figures.terms.deal.serviceCredits)),
      },
    ],
    steps: monthly(monthRows(of.schedule), (row) => row.credits),
    result: amount(of.figures.serviceCredits),
  }),
  rampSavings: (of) => ({
    figure: 'rampSavings',
    formula: 'sum over the months: standard fee, as escalated, on capacity contractually due - payable',
    inputs: [...feeInputs(of), ...rampInputs(of)],
    steps: monthly(monthRows(of.schedule), (row) => row.ramp),
    result: amount(of.figures.rampSavings.headline),
    otherwise: [
      { definition: 'Like for like', value: amount(of.figures.rampSavings.likeForLike) },
      {
        definition: 'On the baseline’s fee',
        value: amountOr(of.figures.rampSavings.onBaselineStandard, 'no baseline'),
      },
    ],
  }),
  rampSavingsLikeForLike(of) {
    const { likeForLike, headline } = of.figures.rampSavings
    const payable = sum(monthRows(of.schedule).map((row) => row.standard - row.ramp))
    return {
      figure: 'rampSavingsLikeForLike',
      formula: 'sum over the whole term: standard fee * delivered / contracted - payable',
      inputs: [
        ...feeInputs(of),
        { term: 'delivery', label: 'Share delivered', value: words('by its steps') },
      ],
      steps: [
        plus('Standard fee for what is delivered', amount(likeForLike + payable)),
        minus('Payable', amount(payable)),
      ],
      result: amount(likeForLike),
      otherwise: [{ definition: 'Headline', value: amount(headline) }],
    }
  },
  rampSavingsOnBaseline(of) {
    const saved = of.figures.rampSavings.onBaselineStandard
    return {
      figure: 'rampSavingsOnBaseline',
      formula: 'sum over the months of the ramp: the baseline’s standard fee - payable',
      inputs: [...feeInputs(of), ...rampInputs(of)],
      steps: saved === null ? [] : [plus('Over the months of the ramp', amount(saved))],
      result: amountOr(saved, 'no baseline'),
      otherwise: [{ definition: 'On its own standard fee', value: amount(of.figures.rampSavings.headline) }],
    }
  },
  effectiveMonthly: (of) => ({
    figure: 'effectiveMonthly',
    formula: 'total contract value / months',
    inputs: termInputs(of),
    steps: [
      shown('Total contract value', amount(of.figures.totalContractValue)),
      shown('Months', number(of.figures.months, 'months')),
    ],
    result: amountOr(of.figures.effectiveMonthly, 'no month'),
  }),
  averageAnnualValue: (of) => ({
    figure: 'averageAnnualValue',
    formula: 'total contract value * 12 / months',
    inputs: termInputs(of),
    steps: [
      shown('Total contract value', amount(of.figures.totalContractValue)),
      shown('Months', number(of.figures.months, 'months')),
    ],
    result: amountOr(of.figures.averageAnnualValue, 'no month'),
    otherwise: [
      { definition: 'First twelve months', value: amount(of.figures.firstTwelveMonths) },
      { definition: 'Exit run rate', value: amount(of.figures.exitRunRate) },
    ],
  }),
  firstTwelveMonths: (of) => ({
    figure: 'firstTwelveMonths',
    formula: 'fees for service from the start to its first anniversary, and what is paid once by then',
    inputs: [...termInputs(of), ...feeInputs(of)],
    steps: [
      shown('Until', date(endOfFirstYear(of.schedule))),
      plus('Fees until then', amount(of.figures.firstTwelveMonths)),
    ],
    result: amount(of.figures.firstTwelveMonths),
  }),
  exitRunRate: (of) => ({
    figure: 'exitRunRate',
    formula: 'what a whole month costs on the last day of service * 12',
    inputs: [...termInputs(of), ...feeInputs(of)],
    steps: [shown('Last monthly rate', amount(of.figures.exitRunRate / 12))],
    result: amount(of.figures.exitRunRate),
  }),
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0)

import { endOfFirstYear } from '../engine/accrual.ts'
import { type MonthRow, monthRows } from '../engine/months.ts'
import { valueBetween } from '../engine/expectedUsage.ts'
import { meteredMonthlyRate } from '../engine/metered.ts'
import { monthlyRate } from '../engine/recurring.ts'
import { formatDay } from '../format/date.ts'
import { toFraction } from '../rate.ts'
import {
  amount,
  amountOr,
  bare,
  date,
  type Explained,
  type Explainer,
  facts,
  number,
  plus,
  rate,
  shown,
  type Step,
  type StepTable,
} from './explanation.ts'
import { shownContractValue } from '../engine/figures.ts'
import { ownInputs, rests } from './inputs.ts'
import {
  byMonth,
  feeHead,
  feeSteps,
  expectedValueTable,
  stretchLabel,
  sumTable,
  valueTable,
} from './months.ts'

/** A part of every month of a deal. */
function monthTable(
  of: Explained,
  title: string,
  total: number,
  value: (row: MonthRow) => number,
): StepTable {
  const steps = monthRows(of.schedule).map((row) =>
    plus(stretchLabel(row.from, row.until), amount(value(row))),
  )
  return sumTable(title, { label: 'Month', parts: [], value: 'Amount' }, steps, amount(total))
}

const termMonths = ({ figures }: Explained): StepTable =>
  facts('Term', [
    shown('Contract value at expected usage', amount(figures.withExpectedUse)),
    shown('Billing months of the term', number(figures.months, 'months')),
  ])

const valueAtUsage = ({ schedule, figures }: Explained): StepTable =>
  expectedValueTable(schedule, figures.withExpectedUse)

/** The contract value as it is shown: with its minimums, or of a deal with usage only at expected usage. */
const contractValueTable = (of: Explained): StepTable =>
  of.figures.isUsageOnly ? valueAtUsage(of) : valueTable(of.schedule, of.figures.totalContractValue)

/** What each charge costs per month on the last day of service at expected usage, and per year at that rate. */
function runRateSteps({ schedule }: Explained): Step[] {
  const { plan, end } = schedule
  return plan.series
    .filter(({ charge }) => charge.kind !== 'power')
    .map((series) => {
      const rateOf = series.charge.kind === 'metered' ? meteredMonthlyRate : monthlyRate
      const month = rateOf(series, end - 1, plan.rounding, plan.digits)
      const tranche = series.capacity?.tranche.label
      const label = tranche === undefined ? series.charge.label : `${series.charge.label}, ${tranche}`
      return plus(label, amount(month * 12), [amount(month)])
    })
}

export const valueExplanations: Readonly<Record<string, Explainer>> = {
  totalContractValue: {
    sentence:
      'The fees of every month of the stated term, after the ramp, with the minimum of metered usage and what is paid once. A deal with usage only has no fixed value: it is shown at expected usage. Nothing is discounted.',
    formula: 'Σ over months: standard fee − ramp + minimum + paid once',
    inputs: ownInputs(rests.value, rests.expectedUse),
    tables: (of) =>
      of.figures.isUsageOnly ? [valueAtUsage(of)] : [valueTable(of.schedule, of.figures.totalContractValue)],
    result: ({ figures }) => amount(shownContractValue(figures)),
    otherwise: ({ figures }) => [
      { definition: 'At expected usage', value: amount(figures.withExpectedUse) },
      { definition: 'With every renewal in full', value: amount(figures.renewed.withRenewals) },
      { definition: 'Present value of fees', value: amount(figures.presentValues.fees) },
    ],
  },
  withExpectedUse: {
    sentence: 'The total contract value with metered use as it is expected in place of its minimum.',
    formula: 'Σ over months: standard fee − ramp + expected use + paid once',
    inputs: ownInputs(rests.value, rests.expectedUse),
    tables: (of) => [
      monthTable(
        of,
        'Value with expected use by month',
        of.figures.withExpectedUse,
        (row) => row.standard - row.ramp + row.metered + row.oneOff,
      ),
    ],
    result: ({ figures }) => amount(figures.withExpectedUse),
    otherwise: ({ figures }) => [
      { definition: 'With the minimum', value: amount(figures.totalContractValue) },
    ],
  },
  withRenewals: {
    sentence:
      'The contract value and every renewal in full, each at the price then in force and its change; of a deal with usage only, at expected usage.',
    inputs: ownInputs(rests.value, rests.expectedUse, () => ['renewals'], rests.renewed),
    tables: (of) => {
      const { renewed } = of.figures
      return [
        sumTable(
          'Stated term and renewals',
          { label: 'Stretch', parts: ['Likely'], value: 'Value' },
          [
            plus(
              `Stated term, to ${formatDay(of.schedule.end - 1)}`,
              amount(shownContractValue(of.figures)),
              [rate(1)],
            ),
            ...renewed.periods.map((period, i) =>
              plus(`Renewal ${i + 1}, to ${formatDay(period.end - 1)}`, amount(period.value), [
                rate(period.probability),
              ]),
            ),
          ],
          amount(renewed.withRenewals),
        ),
        contractValueTable(of),
      ]
    },
    result: ({ figures }) => amount(figures.renewed.withRenewals),
    otherwise: ({ figures }) => [
      { definition: 'Each by its probability', value: amount(figures.renewed.expected) },
      { definition: 'The stated term alone', value: amount(shownContractValue(figures)) },
    ],
  },
  power: {
    sentence:
      'What power costs that is passed through: in each month the power delivered, with what cooling and losses take, for its hours and its load, at the price a kWh.',
    formula: 'Σ over months: delivered kW × PUE × load × hours × price a kWh',
    inputs: ownInputs(rests.power),
    tables: (of) => [monthTable(of, 'Power by month', of.figures.power, (row) => row.power)],
    result: ({ figures }) => amount(figures.power),
  },
  serviceCredits: {
    sentence: 'The share of the fees for service that is expected back, month by month.',
    formula: 'Σ over months: fees for service × share expected back',
    symbols: ({ figures }) => [
      {
        symbol: 'share',
        meaning: 'service credits expected',
        value: rate(toFraction(figures.terms.deal.serviceCredits)),
      },
    ],
    inputs: ownInputs(rests.credits, rests.contract, rests.expectedUse),
    tables: (of) => [
      monthTable(of, 'Service credits by month', of.figures.serviceCredits, (row) => row.credits),
    ],
    result: ({ figures }) => amount(figures.serviceCredits),
  },
  effectiveMonthly: {
    sentence:
      'The contract value at expected usage over the billing months of the term, a part month as it counts.',
    formula: 'contract value at expected usage / months',
    inputs: ownInputs(rests.value, rests.expectedUse),
    tables: (of) => [termMonths(of), monthCount(of), valueAtUsage(of)],
    result: ({ figures }) => amountOr(figures.effectiveMonthly, 'no month'),
    otherwise: ({ figures }) => [
      {
        definition: 'By present value',
        value: amountOr(figures.presentValues.monthlyRate, 'no fee after the valuation date'),
      },
    ],
  },
  averageAnnualValue: {
    sentence: 'The contract value at expected usage over the months of the term, for twelve of them.',
    formula: 'contract value at expected usage × 12 / months',
    inputs: ownInputs(rests.value, rests.expectedUse),
    tables: (of) => [termMonths(of), monthCount(of), valueAtUsage(of)],
    result: ({ figures }) => amountOr(figures.averageAnnualValue, 'no month'),
    otherwise: ({ figures }) => [
      { definition: 'First twelve months', value: amount(figures.firstTwelveMonths) },
      { definition: 'Exit run rate', value: amount(figures.exitRunRate) },
    ],
  },
  firstTwelveMonths: {
    sentence:
      'The fees for service at expected usage from the start to its first anniversary, or to the end of a shorter term, and what is paid once before then.',
    formula: 'fees of [start, A)',
    symbols: ({ schedule }) => [
      {
        symbol: 'A',
        meaning: 'twelve months after the start, or the end',
        value: date(endOfFirstYear(schedule)),
      },
    ],
    inputs: ownInputs(rests.value, rests.expectedUse),
    tables: ({ schedule, figures }) => [
      sumTable(
        'The first twelve months',
        feeHead,
        feeSteps(schedule, -Infinity, endOfFirstYear(schedule), valueBetween),
        amount(figures.firstTwelveMonths),
      ),
    ],
    result: ({ figures }) => amount(figures.firstTwelveMonths),
    otherwise: ({ figures }) => [
      { definition: 'Average of the term', value: amountOr(figures.averageAnnualValue, 'no month') },
      { definition: 'Exit run rate', value: amount(figures.exitRunRate) },
    ],
  },
  exitRunRate: {
    sentence:
      'What a whole month of 730 hours costs on the last day of service, after the ramp and escalated, with usage as expected then, for twelve.',
    formula: 'monthly fees and expected usage on the last day × 12',
    inputs: ownInputs(rests.contract, rests.expectedUse, rests.delivery),
    tables: (of) => [
      sumTable(
        'Fee of a year by charge',
        { label: 'Charge', parts: ['Per month'], value: 'Per year' },
        runRateSteps(of),
        amount(of.figures.exitRunRate),
      ),
    ],
    result: ({ figures }) => amount(figures.exitRunRate),
    otherwise: ({ figures }) => [
      { definition: 'Average of the term', value: amountOr(figures.averageAnnualValue, 'no month') },
      { definition: 'First twelve months', value: amount(figures.firstTwelveMonths) },
    ],
  },
}

/** What each month counts: one, or the part of it that is in the term. */
function monthCount({ schedule, figures }: Explained): StepTable {
  const { parts, monthParts } = schedule.timeline
  const rows = byMonth(schedule, (i) => parts[i]! / monthParts[i]!)
  const isPlain = rows.every(({ value }) => value === 1)
  return isPlain
    ? facts('Months', [shown(`${rows.length} whole months`, number(figures.months, 'months'))])
    : sumTable(
        'What each month counts',
        { label: 'Month', parts: [], value: 'Months' },
        rows.map(({ from, until, value }) => plus(stretchLabel(from, until), bare(value))),
        number(figures.months, 'months'),
      )
}

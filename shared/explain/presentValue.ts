import type { DatedAmounts } from '../engine/datedAmounts.ts'
import { discountsOf, type Discounting } from '../engine/presentValue.ts'
import type { Schedule } from '../engine/scheduleColumns.ts'
import { formatDay } from '../format/date.ts'
import {
  amount,
  amountOr,
  bare,
  date,
  type Explained,
  type Explainer,
  factor,
  type FormulaSymbol,
  number,
  plus,
  rate,
  type Step,
  type StepTable,
  words,
} from './explanation.ts'
import { discountingInput, discountRateOf, ownInputs, rests, timingInput, valuedOnInput } from './inputs.ts'
import { byMonth, stretchLabel, sumTable } from './months.ts'

/** What each day or stretch is worth that falls on the valuation date or later. */
const worth = (value: number, { elapsed, factors }: Discounting, i: number) => ({
  isLater: elapsed[i]! >= 0,
  months: elapsed[i]!,
  factor: factors[i]!,
  present: value * factors[i]!,
})

/** Steps of amounts on their days, those before the valuation left out. */
function datedSteps({ days, amounts }: DatedAmounts, discounting: Discounting, what = ''): Step[] {
  return Array.from(days, (day, i) => ({ day, of: amounts[i]!, ...worth(amounts[i]!, discounting, i) }))
    .filter(({ isLater }) => isLater)
    .map(({ day, of, months, factor: by, present }) =>
      plus(`${formatDay(day)}${what}`, amount(present), [amount(of), bare(months), factor(by)]),
    )
}

/** The months of a schedule that fall on the valuation date or later, each quantity of a stretch by its factor. */
export function discountedMonths(
  schedule: Schedule,
  { elapsed, factors }: Discounting,
  of: (stretch: number) => number,
): { label: string; value: number; months: number; factor: number }[] {
  const values = byMonth(schedule, of)
  let stretch = 0
  return values.flatMap(({ from, until, value }) => {
    while (schedule.timeline.bounds[stretch]! < from) stretch++
    const months = elapsed[stretch]!
    return months < 0 ? [] : [{ label: stretchLabel(from, until), value, months, factor: factors[stretch]! }]
  })
}

const symbols = (of: Explained): FormulaSymbol[] => [
  { symbol: 'r', meaning: 'the deal’s discount rate', value: rate(discountRateOf(of)) },
  { symbol: 'v', meaning: 'the valuation date', value: date(of.context.valuation.on) },
  {
    symbol: 'm',
    meaning: of.context.valuation.discounting === 'actual365' ? 'days from v / 365 × 12' : 'months from v',
    value: words('by month, below'),
  },
]

/** The factor of an amount m months from the valuation. */
const factorFormula = ({ context }: Explained): string =>
  context.valuation.discounting === 'nominal' ? '(1 + r/12)^−m' : '(1 + r)^(−m/12)'

const head = (label: string, value: string): StepTable['head'] => ({
  label,
  parts: [value, 'Months', 'Factor'],
  value: 'Present value',
})

const conventions = (of: Explained) => [valuedOnInput(of), discountingInput(of)]

function feeTable({ schedule, context, figures }: Explained): StepTable {
  const discounts = discountsOf(schedule, context.valuation)
  const months = discountedMonths(
    schedule,
    discounts.stretches,
    (i) => schedule.payable[i]! + schedule.usage[i]!,
  )
  return sumTable(
    'Present value of fees by month',
    head('Month', 'Fee'),
    [
      ...months.map(({ label, value, months: m, factor: by }) =>
        plus(label, amount(value * by), [amount(value), bare(m), factor(by)]),
      ),
      ...datedSteps(schedule.oneOffs, discounts.of(schedule.oneOffs.days), ', paid once'),
    ],
    amount(figures.presentValues.fees),
  )
}

/** Payments at their present value. */
export function paymentTable({ schedule, context, figures }: Explained): StepTable {
  const payments = schedule.payments()
  return sumTable(
    'Present value of payments by date',
    head('Paid on', 'Payment'),
    datedSteps(payments, discountsOf(schedule, context.valuation).of(payments.days)),
    amount(figures.presentValues.cash),
  )
}

/** What every present value of fees rests on. */
const feeInputs = (of: Explained) => [
  ...conventions(of),
  timingInput(of),
  ...ownInputs(rests.discountRate, rests.value, rests.expectedUse)(of),
]

export const presentValueExplanations: Readonly<Record<string, Explainer>> = {
  presentValue: {
    sentence:
      'The fees of every month from the valuation date on, at expected usage, and what is paid once, each discounted to that date at the deal’s rate. What falls before it is left out.',
    formula: (of) => `Σ over months: fee × ${factorFormula(of)}`,
    symbols,
    inputs: feeInputs,
    tables: (of) => [feeTable(of)],
    result: ({ figures }) => amount(figures.presentValues.fees),
    otherwise: ({ figures }) => [
      { definition: 'By payment date', value: amount(figures.presentValues.cash) },
      { definition: 'Undiscounted', value: amount(figures.withExpectedUse) },
    ],
  },
  presentValueRate: {
    sentence:
      'The level fee a month with the same present value: the present value of the fees over that of 1 a month.',
    formula: (of) => `Σ fee × ${factorFormula(of)} / Σ 1 × ${factorFormula(of)}`,
    symbols,
    inputs: feeInputs,
    tables: (of) => {
      const { schedule, context } = of
      const { parts, monthParts } = schedule.timeline
      const { stretches } = discountsOf(schedule, context.valuation)
      const months = discountedMonths(schedule, stretches, (i) => parts[i]! / monthParts[i]!)
      const total = months.reduce((sum, each) => sum + each.value * each.factor, 0)
      return [
        feeTable(of),
        sumTable(
          'Present value of 1 a month',
          { label: 'Month', parts: ['Counts', 'Factor'], value: 'Present value' },
          months.map(({ label, value, factor: by }) =>
            plus(label, bare(value * by), [bare(value), factor(by)]),
          ),
          number(total, 'months'),
        ),
      ]
    },
    result: ({ figures }) => amountOr(figures.presentValues.monthlyRate, 'no fee after the valuation date'),
    otherwise: ({ figures }) => [
      { definition: 'Undiscounted', value: amountOr(figures.effectiveMonthly, 'no month') },
    ],
  },
  presentValueOfCash: {
    sentence:
      'Every payment from the valuation date on, by the day on which it is made, discounted to that date at the deal’s rate: with power, expected use, prepayments and deposits.',
    formula: (of) => `Σ over payments: payment × ${factorFormula(of)}`,
    symbols,
    inputs: (of) => [...conventions(of), ...ownInputs(rests.discountRate, rests.payments)(of)],
    tables: (of) => [paymentTable(of)],
    result: ({ figures }) => amount(figures.presentValues.cash),
    otherwise: ({ figures }) => [{ definition: 'As fees accrue', value: amount(figures.presentValues.fees) }],
  },
}

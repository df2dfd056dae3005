import { monthsAfter } from '../days.ts'
import { type BreakEvenForm, comparedCurves } from '../engine/breakEvenForms.ts'
import type { BreakEvenAgainstBaseline } from '../engine/comparison.ts'
import { costsOn } from '../engine/crossings.ts'
import { formatDay } from '../format/date.ts'
import { toNumber } from '../rational.ts'
import {
  amount,
  date,
  type Explained,
  type Explainer,
  facts,
  number,
  type Quantity,
  price,
  rate,
  shown,
  type Step,
  type StepTable,
  words,
} from './explanation.ts'
import {
  baselineInputs,
  type Family,
  inputsOf,
  onDemandInput,
  ownInputs,
  rests,
  valuedOnInput,
} from './inputs.ts'
import { rateTables } from './price.ts'

const foundIn = ({ figures }: Explained, form: BreakEvenForm): BreakEvenAgainstBaseline | null =>
  figures.breakEvens?.[form] ?? null

function resultOf(of: Explained, form: BreakEvenForm): Quantity {
  const found = foundIn(of, form)
  if (!of.figures.breakEvens) return words('no baseline')
  if (!found) return words('capacity not stated')
  if (found.identical) return words('costs the same throughout')
  const last = found.crossings.at(-1)
  return last ? number(toNumber(last.months), 'months') : words('never')
}

/** Both curves at the start of every month of the comparison and at its end, the crossings among them. */
function curveTable(of: Explained, form: BreakEvenForm): StepTable[] {
  const { against, schedule, context } = of
  const found = foundIn(of, form)
  const curves = against && comparedCurves(form, against, schedule, context.valuation)
  if (!found || !curves) return []
  const { origin, horizon, crossings } = found
  const days: number[] = []
  for (let day = origin; day < horizon; day = monthsAfter(origin, days.length)) days.push(day)
  days.push(horizon)
  const [baseline, deal] = [costsOn(curves.baseline, days), costsOn(curves.deal, days)]
  const steps: Step[] = []
  let next = 0
  for (const [month, day] of days.entries()) {
    for (; next < crossings.length && toNumber(crossings[next]!.months) <= month; next++)
      steps.push(crossingStep(crossings[next]!))
    const [a, b] = [baseline[month]! / curves.scale, deal[month]! / curves.scale]
    steps.push(shown(formatDay(day), amount(a - b), [amount(a), amount(b)]))
  }
  for (; next < crossings.length; next++) steps.push(crossingStep(crossings[next]!))
  return [
    {
      title: 'Cumulative cost month by month',
      head: { label: 'Up to', parts: ['Baseline', 'Deal'], value: 'Difference' },
      steps,
      total: null,
    },
  ]
}

const crossingStep = ({
  months,
  day,
  cheaperAfter,
}: BreakEvenAgainstBaseline['crossings'][number]): Step => ({
  ...shown(
    `Crosses ${formatDay(day)}; then the ${cheaperAfter} is cheaper`,
    number(toNumber(months), 'months'),
  ),
  isMark: true,
})

function breakEven(
  form: BreakEvenForm,
  curve: string,
  bearing: readonly Family[],
  more: Pick<Explainer, 'source'> = {},
): Explainer {
  return {
    isComparison: true,
    sentence: `The last time at which the baseline and the deal have cost the same, as ${curve}: after it the cheaper side stays the cheaper one. Counted in months from the earlier start.`,
    formula: 'the last zero of D(x) = C(baseline, x) − C(deal, x), x ≤ X',
    symbols: (of) => {
      const found = foundIn(of, form)
      if (!found) return []
      return [
        { symbol: 'C', meaning: curve, value: words('by month, below') },
        { symbol: 'x = 0', meaning: 'the earlier start', value: date(found.origin) },
        { symbol: 'X', meaning: 'the end of the comparison', value: date(found.horizon) },
      ]
    },
    inputs: (of) => [
      ...(form === 'presentValue' ? [valuedOnInput(of)] : []),
      ...ownInputs(...bearing)(of),
      ...baselineInputs(...bearing, ...(form === 'presentValue' ? [rests.discountRate] : []))(of),
    ],
    tables: (of) => {
      const found = foundIn(of, form)
      const first = found?.cheaperAtFirst
      return [
        ...(found && found.crossings.length === 0 && first
          ? [facts('No crossing', [shown('Cheaper from the first day on', words(`the ${first}`))])]
          : []),
        ...curveTable(of, form),
      ]
    },
    result: (of) => resultOf(of, form),
    otherwise: (of) =>
      of.figures.breakEvens
        ? otherForms
            .filter((other) => other.form !== form)
            .map((other) => ({ definition: other.name, value: resultOf(of, other.form) }))
        : [],
    ...more,
  }
}

const otherForms: readonly { form: BreakEvenForm; name: string }[] = [
  { form: 'accrued', name: 'Accrued' },
  { form: 'paid', name: 'By payment date' },
  { form: 'invoiced', name: 'By invoice date' },
  { form: 'presentValue', name: 'In present value' },
  { form: 'likeCapacity', name: 'On like capacity' },
]

export const breakEvenExplanations: Readonly<Record<string, Explainer>> = {
  breakEvenAccrued: breakEven('accrued', 'cumulative cost as it accrues', [rests.accrued]),
  breakEvenPaid: breakEven('paid', 'cumulative cash by payment date', [rests.payments]),
  breakEvenInvoiced: breakEven('invoiced', 'cumulative cost by invoice date', [rests.accrued, rests.billed]),
  breakEvenPresentValue: breakEven(
    'presentValue',
    'cumulative present value of payments at the baseline’s rate, actual/365',
    [rests.payments],
  ),
  breakEvenLikeCapacity: breakEven(
    'likeCapacity',
    'cumulative cost as it accrues, for the capacity of the baseline',
    [rests.accrued, rests.sizes],
  ),
  breakEvenUtilisation: {
    sentence:
      'The rate per contracted GPU-hour over the price on demand, both at the start: a buyer that uses less than this share of the hours would pay less on demand.',
    formula: 'rate per GPU-hour / price on demand',
    inputs: (of) => [onDemandInput(of), ...inputsOf(of.figures.terms, [rests.rate])],
    tables: (of) => [
      ...rateTables(of, 'GPUs'),
      facts('Prices per GPU-hour', [
        shown('Contract rate at full usage', ratePerGpuHour(of)),
        shown('On demand', onDemandPriceOf(of)),
      ]),
    ],
    result: ({ figures }) =>
      figures.unitPrices.breakEvenUtilisation === null
        ? words('no price on demand')
        : rate(figures.unitPrices.breakEvenUtilisation),
  },
}

const ratePerGpuHour = ({ figures, schedule }: Explained): Quantity =>
  figures.unitPrices.perGpuHour === null
    ? words('GPUs not stated')
    : price(figures.unitPrices.perGpuHour, schedule.plan.digits, 'GPU-hour')

const onDemandPriceOf = ({ context: { onDemandPrice } }: Explained): Quantity =>
  onDemandPrice === null ? words('none') : { kind: 'price', value: onDemandPrice, per: 'GPU-hour' }

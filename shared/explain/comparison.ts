import type { BreakEvenAgainstBaseline } from '../engine/comparison.ts'
import type { BreakEvens } from '../engine/figures.ts'
import { toFraction } from '../rate.ts'
import { toNumber } from '../rational.ts'
import {
  amount,
  amountOr,
  date,
  type Explained,
  type Explanation,
  type Input,
  number,
  price,
  type Quantity,
  rate,
  shown,
  words,
} from './explanation.ts'

const bookInputs = ({ figures: { terms }, context: { valuation } }: Explained): Input[] => [
  { term: 'discountRate', label: 'Discount rate', value: rate(toFraction(terms.deal.discountRate)) },
  { term: null, label: 'Compounding', value: words(valuation.discounting) },
  { term: null, label: 'Fees fall', value: words(valuation.timing) },
  { term: null, label: 'Valued on', value: date(valuation.on) },
]

function breakEvenResult(found: BreakEvenAgainstBaseline | null | undefined): Quantity {
  const last = found?.crossings.at(-1)
  if (!found) return words('no baseline')
  if (found.identical) return words('costs the same throughout')
  return last ? number(toNumber(last.months), 'months') : words('never')
}

const breakEven =
  (figure: string, form: keyof BreakEvens, curve: string) =>
  (of: Explained): Explanation => {
    const found = of.figures.breakEvens?.[form]
    return {
      figure,
      formula: `the last zero of D(t) = ${curve} of the baseline - ${curve} of the deal, after which the cheaper side never changes`,
      inputs: found ? [{ term: null, label: 'Compared until', value: date(found.horizon) }] : [],
      steps: (found?.crossings ?? []).flatMap(({ months, day, cheaperAfter }) => [
        shown(`Crosses; then the ${cheaperAfter} is cheaper`, number(toNumber(months), 'months')),
        shown('On', date(day)),
      ]),
      result: breakEvenResult(found),
    }
  }

export const comparisonExplanations: Readonly<Record<string, (of: Explained) => Explanation>> = {
  breakEvenAccrued: breakEven('breakEvenAccrued', 'accrued', 'cumulative cost as it accrues'),
  breakEvenInvoiced: breakEven('breakEvenInvoiced', 'invoiced', 'cumulative cost by invoice date'),
  breakEvenPaid: breakEven('breakEvenPaid', 'paid', 'cumulative cash by payment date'),
  breakEvenPresentValue: breakEven(
    'breakEvenPresentValue',
    'presentValue',
    'cumulative present value of payments at the baseline’s rate',
  ),
  breakEvenLikeCapacity: breakEven(
    'breakEvenLikeCapacity',
    'likeCapacity',
    'cumulative cost for the same number of GPUs',
  ),
  breakEvenUtilisation: (of) => ({
    figure: 'breakEvenUtilisation',
    formula: 'committed price an available GPU-hour / price on demand',
    inputs: [
      {
        term: null,
        label: 'Price on demand',
        value:
          of.context.onDemandPrice === null ? words('none') : price(of.context.onDemandPrice, 'GPU-hour'),
      },
    ],
    steps: [shown('Price a GPU-hour', amountOr(of.figures.unitPrices.perGpuHour, 'GPUs not stated'))],
    result:
      of.figures.unitPrices.breakEvenUtilisation === null
        ? words('no price on demand')
        : rate(of.figures.unitPrices.breakEvenUtilisation),
  }),
  presentValue: (of) => ({
    figure: 'presentValue',
    formula: 'sum over the months from the valuation date: fee * (1 + r)^-t; nominal: (1 + r/12)^-12t',
    inputs: bookInputs(of),
    steps: [shown('Undiscounted', amount(of.figures.totalContractValue))],
    result: amount(of.figures.presentValues.fees),
    otherwise: [{ definition: 'By payment date', value: amount(of.figures.presentValues.cash) }],
  }),
  presentValueRate: (of) => ({
    figure: 'presentValueRate',
    formula: 'PV(fees) / PV(1 a month)',
    inputs: bookInputs(of),
    steps: [shown('PV of fees', amount(of.figures.presentValues.fees))],
    result: amountOr(of.figures.presentValues.monthlyRate, 'no fee after the valuation date'),
    otherwise: [{ definition: 'Undiscounted', value: amountOr(of.figures.effectiveMonthly, 'no month') }],
  }),
  presentValueOfCash: (of) => ({
    figure: 'presentValueOfCash',
    formula: 'sum over the payments from the valuation date: payment * (1 + r)^-t',
    inputs: bookInputs(of),
    steps: [],
    result: amount(of.figures.presentValues.cash),
    otherwise: [{ definition: 'As fees accrue', value: amount(of.figures.presentValues.fees) }],
  }),
  incrementalRate(of) {
    const found = of.figures.incrementalRate
    return {
      figure: 'incrementalRate',
      formula: 'every r above -1 with sum of (baseline’s payment - deal’s payment) * (1 + r)^-(days/365) = 0',
      inputs: [],
      steps: found
        ? [
            shown('Changes of sign', number(found.signChanges, 'changes')),
            ...found.roots.map((root) => shown('Rate', rate(root))),
          ]
        : [],
      result: !found ? words('no baseline') : found.rate === null ? words(found.status) : rate(found.rate),
    }
  },
  averageLife: (of) => ({
    figure: 'averageLife',
    formula: 'sum of t * payment / sum of payments; duration: the same over present values',
    source: 'Macaulay (1938) for duration',
    inputs: bookInputs(of),
    steps: of.figures.averageLife
      ? [shown('Duration', number(of.figures.averageLife.duration, 'years'))]
      : [],
    result: of.figures.averageLife
      ? number(of.figures.averageLife.weightedAverageLife, 'years')
      : words('nothing left to pay'),
  }),
}

const unitPrice =
  (figure: string, formula: string, of: (each: Explained) => number | null, missing = 'not stated') =>
  (each: Explained): Explanation => ({
    figure,
    formula,
    inputs: [
      {
        term: 'gpus',
        label: 'Contracted GPU-hours',
        value: quantityOr(each.figures.unitPrices.contractedGpuHours),
      },
      {
        term: 'delivery',
        label: 'Delivered GPU-hours',
        value: quantityOr(each.figures.unitPrices.deliveredGpuHours),
      },
    ],
    steps: [shown('Total contract value', amount(each.figures.totalContractValue))],
    result: amountOr(of(each), missing),
  })

const quantityOr = (hours: number | null): Quantity =>
  hours === null ? words('not stated') : number(hours, 'GPU-hours')

export const priceExplanations: Readonly<Record<string, (of: Explained) => Explanation>> = {
  effectivePerMegawattMonth: unitPrice(
    'effectivePerMegawattMonth',
    'total contract value / sum of delivered MW-months',
    ({ figures }) => figures.unitPrices.perDeliveredMegawattMonth,
  ),
  pricePerMegawattMonth: unitPrice(
    'pricePerMegawattMonth',
    'standard fee of a month in which all is due / contracted MW',
    ({ figures }) => figures.unitPrices.perMegawattMonth,
  ),
  pricePerKilowattMonth: unitPrice(
    'pricePerKilowattMonth',
    'standard fee of a month in which all is due / contracted kW',
    ({ figures }) => figures.unitPrices.perKilowattMonth,
  ),
  pricePerGpuHour: unitPrice(
    'pricePerGpuHour',
    'standard fee * 12 / contracted GPUs / 8,760',
    ({ figures }) => figures.unitPrices.perGpuHour,
  ),
  averagePerGpuHour: unitPrice(
    'averagePerGpuHour',
    'total contract value / delivered GPU-hours, days * 24',
    ({ figures }) => figures.unitPrices.perDeliveredGpuHour,
  ),
  levelisedPricePerGpuHour: unitPrice(
    'levelisedPricePerGpuHour',
    'PV(payments) / PV(delivered GPU-hours * availability)',
    ({ figures }) => figures.presentValues.levelisedPerGpuHour,
  ),
}

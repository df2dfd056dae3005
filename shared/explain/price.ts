import { discountsOf } from '../engine/presentValue.ts'
import { fullMonth, hoursInYear, unitsOn } from '../engine/unitPrices.ts'
import { formatMonth } from '../format/date.ts'
import { toFraction } from '../rate.ts'
import {
  amount,
  bare,
  type Explained,
  type Explainer,
  facts,
  factor,
  number,
  plus,
  price,
  rate,
  shown,
  type StepTable,
  words,
} from './explanation.ts'
import { discountingInput, ownInputs, rests, valuedOnInput, timingInput } from './inputs.ts'
import { byMonth, stretchLabel, sumTable, valueTable } from './months.ts'
import { discountedMonths, paymentTable } from './presentValue.ts'

const priceOr = ({ schedule }: Explained, value: number | null, per: string, otherwise = 'not stated') =>
  value === null ? words(otherwise) : price(value, schedule.plan.digits, per)

/** What is delivered, month by month. */
function unitTable(
  { schedule }: Explained,
  title: string,
  unit: string,
  of: (stretch: number) => number,
): StepTable {
  const months = byMonth(schedule, of)
  const total = months.reduce((sum, { value }) => sum + value, 0)
  return sumTable(
    title,
    { label: 'Month', parts: [], value: unit },
    months.map(({ from, until, value }) => plus(stretchLabel(from, until), bare(value))),
    number(total, unit),
  )
}

/** The price of a unit of what is contracted: the standard fee of the first month in which all is due. */
function contractedPrice(
  unit: 'GPUs' | 'kW',
  per: string,
  sentence: string,
  formula: string,
  of: (each: Explained) => number | null,
): Explainer {
  return {
    sentence,
    formula,
    inputs: ownInputs(rests.standard, rests.capacity, rests.period, rests.posting),
    tables: ({ schedule }) => {
      const { at, standard } = fullMonth(schedule)
      const size = unit === 'GPUs' ? schedule.capacity.gpus : schedule.capacity.kilowatts
      return [
        facts('The first month in which most is due', [
          shown('Month', words(formatMonth(schedule.timeline.bounds[at]!))),
          shown('Standard fee of a whole month, before escalation', amount(standard)),
          shown('Contracted then', size ? number(size[at]!, unit) : words('not stated')),
        ]),
      ]
    },
    result: (each) => priceOr(each, of(each), per),
  }
}

export const priceExplanations: Readonly<Record<string, Explainer>> = {
  pricePerMegawattMonth: contractedPrice(
    'kW',
    'MW-month',
    'The standard fee of a whole month, in the first month in which the most capacity is due, for each MW contracted.',
    'standard fee / kW × 1,000',
    ({ figures }) => figures.unitPrices.perMegawattMonth,
  ),
  pricePerKilowattMonth: contractedPrice(
    'kW',
    'kW-month',
    'The standard fee of a whole month, in the first month in which the most capacity is due, for each kW contracted.',
    'standard fee / kW',
    ({ figures }) => figures.unitPrices.perKilowattMonth,
  ),
  pricePerGpuHour: contractedPrice(
    'GPUs',
    'GPU-hour',
    'Twelve standard fees of a whole month, in the first month in which the most capacity is due, for each GPU contracted and each hour of a year.',
    `standard fee × 12 / GPUs / ${hoursInYear.toLocaleString('en-GB')} hours`,
    ({ figures }) => figures.unitPrices.perGpuHour,
  ),
  effectivePerMegawattMonth: {
    sentence: 'The total contract value over the MW-months that are delivered in the term.',
    formula: 'total contract value / Σ over months: delivered MW × what the month counts',
    inputs: ownInputs(rests.value, rests.capacity),
    tables: (of) => [
      valueTable(of.schedule, of.figures.totalContractValue),
      unitTable(
        of,
        'Delivered MW-months',
        'MW-months',
        (i) => unitsOn(of.schedule, i).deliveredKilowattMonths / 1000,
      ),
    ],
    result: (of) => priceOr(of, of.figures.unitPrices.perDeliveredMegawattMonth, 'MW-month'),
    otherwise: (of) => [
      {
        definition: 'Standard fee, contracted MW',
        value: priceOr(of, of.figures.unitPrices.perMegawattMonth, 'MW-month'),
      },
    ],
  },
  averagePerGpuHour: {
    sentence: 'The total contract value over the GPU-hours that are delivered in the term, days times 24.',
    formula: 'total contract value / Σ over months: delivered GPUs × days × 24',
    inputs: ownInputs(rests.value, rests.capacity),
    tables: (of) => [
      valueTable(of.schedule, of.figures.totalContractValue),
      unitTable(of, 'Delivered GPU-hours', 'GPU-hours', (i) => unitsOn(of.schedule, i).deliveredGpuHours),
    ],
    result: (of) => priceOr(of, of.figures.unitPrices.perDeliveredGpuHour, 'GPU-hour'),
    otherwise: (of) => [
      {
        definition: 'Over contracted GPU-hours',
        value: priceOr(of, of.figures.unitPrices.perContractedGpuHour, 'GPU-hour'),
      },
      {
        definition: 'Standard fee, 8,760 hours a year',
        value: priceOr(of, of.figures.unitPrices.perGpuHour, 'GPU-hour'),
      },
    ],
  },
  levelisedPricePerGpuHour: {
    sentence:
      'The present value of the payments over that of the delivered GPU-hours in which the capacity works: the price that, paid for each such hour, would be worth the same.',
    formula: 'PV(payments) / PV(delivered GPU-hours × a)',
    symbols: ({ figures }) => [
      { symbol: 'a', meaning: 'availability', value: rate(toFraction(figures.terms.deal.availability)) },
    ],
    inputs: (of) => [
      valuedOnInput(of),
      discountingInput(of),
      timingInput(of),
      ...ownInputs(() => ['availability'], rests.discountRate, rests.payments, rests.capacity)(of),
    ],
    tables: (of) => [paymentTable(of), hoursTable(of)],
    result: (of) => priceOr(of, of.figures.presentValues.levelisedPerGpuHour, 'GPU-hour'),
    otherwise: (of) => [
      {
        definition: 'Undiscounted average',
        value: priceOr(of, of.figures.unitPrices.perDeliveredGpuHour, 'GPU-hour'),
      },
    ],
  },
}

/** Delivered and available GPU-hours, discounted as fees of their month are. */
function hoursTable({ schedule, context, figures }: Explained): StepTable {
  const available = toFraction(figures.terms.deal.availability)
  const { stretches } = discountsOf(schedule, context.valuation)
  const months = discountedMonths(
    schedule,
    stretches,
    (i) => unitsOn(schedule, i).deliveredGpuHours * available,
  )
  const total = months.reduce((sum, each) => sum + each.value * each.factor, 0)
  return sumTable(
    'Present value of available GPU-hours',
    { label: 'Month', parts: ['GPU-hours', 'Factor'], value: 'Discounted' },
    months.map(({ label, value, factor: by }) => plus(label, bare(value * by), [bare(value), factor(by)])),
    number(total, 'GPU-hours'),
  )
}

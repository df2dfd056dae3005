import { discountsOf } from '../engine/presentValue.ts'
import { contractRate, hoursInMonth, type RatePart } from '../engine/contractRate.ts'
import { unitsOn } from '../engine/unitPrices.ts'
import { toNumber } from '../rational.ts'
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
  type Step,
  type StepTable,
  words,
} from './explanation.ts'
import { discountingInput, ownInputs, rests, valuedOnInput, timingInput } from './inputs.ts'
import { byMonth, stretchLabel, sumTable, expectedValueTable } from './months.ts'
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

/** What a charge costs per month of 730 hours on the capacity contracted, in the contract's own words. */
function rateStep({ series: { charge, capacity, prices }, perMonth, units }: RatePart, digits: number): Step {
  const label = capacity ? `${charge.label}, ${capacity.tranche.label}` : charge.label
  const own = prices.prices[0]!
  const isFlat = charge.basis === 'flat'
  const ownPrice = isFlat
    ? price(own, digits, 'month')
    : price(own * 10 ** (digits - 6), digits, unitNames[charge.basis])
  const isByGpu = charge.basis === 'perGpu' || charge.basis === 'perGpuHour'
  return plus(label, amount(toNumber(perMonth)), [
    ownPrice,
    units === null ? words('all') : number(units, isByGpu ? 'GPUs' : 'kW'),
  ])
}

const unitNames = {
  flat: 'month',
  perMegawatt: 'MW-month',
  perKilowatt: 'kW-month',
  perGpu: 'GPU-month',
  perGpuHour: 'GPU-hour',
  perKilowattHour: 'kWh',
} as const

/** The rate of the contract: its charges, which add up, and the units they are the price of. */
export function rateTables({ schedule }: Explained, unit: 'GPUs' | 'kW'): StepTable[] {
  const rate = contractRate(schedule)
  const { digits } = schedule.plan
  const size = unit === 'GPUs' ? rate.gpus : rate.kilowatts
  return [
    sumTable(
      `Rate by charge at full usage, before escalation and ramp, per month of ${hoursInMonth} hours`,
      { label: 'Charge', parts: ['Price', 'Priced on'], value: 'Per month' },
      rate.parts.map((part) => rateStep(part, digits)),
      amount(toNumber(rate.perMonth)),
    ),
    facts('Contracted', [shown('Units', size === null ? words('not stated') : number(size, unit))]),
  ]
}

/** The price of a unit of what is contracted, at the contract's rate. */
function contractedPrice(
  unit: 'GPUs' | 'kW',
  per: string,
  formula: string,
  of: (each: Explained) => number | null,
): Explainer {
  return {
    sentence: `The rate in the contract’s own words at the deal’s start, at full usage of all contracted units, before escalation and without ramp: a monthly fee counts ${hoursInMonth} hours per month (8,760 per year), a charge per GPU-hour or per kWh is its own price, and both add up.`,
    formula,
    inputs: ownInputs(rests.rate),
    tables: (each) => rateTables(each, unit),
    result: (each) => priceOr(each, of(each), per),
  }
}

export const priceExplanations: Readonly<Record<string, Explainer>> = {
  pricePerMegawattMonth: contractedPrice(
    'kW',
    'MW-month',
    'Σ over charges: rate per month / contracted kW × 1,000',
    ({ figures }) => figures.unitPrices.perMegawattMonth,
  ),
  pricePerKilowattMonth: contractedPrice(
    'kW',
    'kW-month',
    'Σ over charges: rate per month / contracted kW',
    ({ figures }) => figures.unitPrices.perKilowattMonth,
  ),
  pricePerGpuHour: contractedPrice(
    'GPUs',
    'GPU-hour',
    `Σ over charges: rate per month / contracted GPUs / ${hoursInMonth} hours`,
    ({ figures }) => figures.unitPrices.perGpuHour,
  ),
  effectivePerMegawattMonth: {
    sentence: 'The contract value at expected usage over the MW-months that are delivered in the term.',
    formula: 'contract value at expected usage / Σ over months: delivered MW × what the month counts',
    inputs: ownInputs(rests.value, rests.expectedUse, rests.capacity),
    tables: (of) => [
      expectedValueTable(of.schedule, of.figures.withExpectedUse),
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
        definition: 'Contract rate, contracted MW',
        value: priceOr(of, of.figures.unitPrices.perMegawattMonth, 'MW-month'),
      },
    ],
  },
  averagePerGpuHour: {
    sentence:
      'The contract value at expected usage over the GPU-hours that are delivered in the term, days times 24.',
    formula: 'contract value at expected usage / Σ over months: delivered GPUs × days × 24',
    inputs: ownInputs(rests.value, rests.expectedUse, rests.capacity),
    tables: (of) => [
      expectedValueTable(of.schedule, of.figures.withExpectedUse),
      unitTable(of, 'Delivered GPU-hours', 'GPU-hours', (i) => unitsOn(of.schedule, i).deliveredGpuHours),
    ],
    result: (of) => priceOr(of, of.figures.unitPrices.perDeliveredGpuHour, 'GPU-hour'),
    otherwise: (of) => [
      {
        definition: 'Over contracted GPU-hours',
        value: priceOr(of, of.figures.unitPrices.perContractedGpuHour, 'GPU-hour'),
      },
      {
        definition: 'Contract rate, 8,760 hours per year',
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

import * as formulajs from '@formulajs/formulajs'
import newtonXirr from 'xirr'
import { dateOf, dayOf } from '../../shared/days.ts'
import { readDeal } from '../../shared/document/readDeal.ts'
import type { EvaluationContext } from '../../shared/engine/context.ts'
import { headline } from '../../shared/engine/figures.ts'
import { makeSchedule } from '../../shared/engine/schedule.ts'
import { daysAYear } from '../../shared/finance/presentValue.ts'
import { rateOfReturn } from '../../shared/finance/rateOfReturn.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'

/**
 * The engine beside two libraries on the same work, in one run. Machines differ and are busy, so each time stands as a
 * ratio to a loop of plain arithmetic too. Run with `npm run bench`.
 */

const rounds = 41

/** As the optimising compiler is done with what it has been asked for: it works beside the program. */
const warmUpMilliseconds = 300

/** Median of rounds, in microseconds a call, after a warm-up. */
function microseconds(work: () => void, calls: number): number {
  for (const started = performance.now(); performance.now() - started < warmUpMilliseconds;) work()
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now()
    work()
    return ((performance.now() - started) * 1000) / calls
  })
  return times.toSorted((a, b) => a - b)[rounds >> 1]!
}

let sink = 0

/** A thousand steps of a discount factor: a microsecond or so on a machine of today. */
const calibration = microseconds(() => {
  let factor = 1
  for (let i = 0; i < 1_000_000; i++) factor = factor * 0.999_999 + 1e-9
  sink += factor
}, 1000)

/** 37 months, a ramp of two steps and 3 % a year: the deal of the reference figures. */
function deal(monthlyFee: number, end = '2029-02-01'): DealTerms {
  const terms = readDeal({
    start: '2026-01-01',
    end,
    tranches: [{ kilowatts: 300_000, gpus: 220_000 }],
    charges: [
      {
        monthlyFee,
        ramp: [
          { from: '2026-01-01', until: '2026-07-01', basis: 'percentOfStandard', share: 0.25 },
          { from: '2026-07-01', until: '2027-01-01', basis: 'percentOfStandard', share: 0.6 },
        ],
        escalator: { rate: 0.03, firstOn: '2027-01-01' },
      },
    ],
    rights: { buyer: { allowed: true } },
  })
  if (!terms.ok) throw new Error(JSON.stringify(terms.error))
  return terms.value
}

const baseline = makeSchedule(deal(12_500_000_00))
const long = makeSchedule(deal(12_500_000_00, '2066-01-01'))
const context: EvaluationContext = {
  baseline: baseline.terms,
  asOf: dayOf('2026-11-20'),
  valuation: { on: dayOf('2026-01-01'), discounting: 'effective', timing: 'advance' },
  perspective: 'buyer',
  onDemandPrice: null,
  onDemandGpus: null,
}
const evaluated = (terms: DealTerms, against = baseline) => {
  sink += headline(makeSchedule(terms), context, against).presentValues.fees
}
const thousand = Array.from({ length: 1000 }, (_, i) => deal(12_500_000_00 + i * 1000))
const hundredLong = Array.from({ length: 100 }, (_, i) => deal(12_500_000_00 + i * 1000, '2066-01-01'))
const ramps = [0.25, 0.6]

/** The same deal cell by cell, as a spreadsheet would. */
function withFormulajs(): void {
  const start = new Date(2026, 0, 1)
  let price = 12_500_000
  let total = 0
  let savings = 0
  const fees: number[] = []
  for (let month = 0; month < 37; month++) {
    if (month > 0 && month % 12 === 0) price = formulajs.ROUND(price * 1.03, 2) as number
    formulajs.EDATE(start, month)
    const share = month < 12 ? ramps[Math.floor(month / 6)]! : 1
    const fee = formulajs.ROUND(price * share, 2) as number
    total = formulajs.SUM(total, fee)
    savings = formulajs.SUM(savings, price - fee)
    fees.push(fee)
  }
  const monthly = 1.1 ** (1 / 12) - 1
  sink += total + savings + (formulajs.NPV(monthly, ...fees) as number) * (1 + monthly)
}

/** An upfront payment that a lower fee earns back over three years. */
const days = Array.from({ length: 37 }, (_, month) => dayOf('2026-01-01') + Math.round(month * 30.4375))
const flows = days.map((_, month) => (month === 0 ? -100_000_000 : 3_500_000))
const transactions = days.map((day, i) => ({ amount: flows[i]!, when: new Date(`${dateOf(day)}T00:00:00Z`) }))
const dates = transactions.map(({ when }) => when)
/** A prepaid ramp against a falling market: two true rates. */
const twice = days.map((_, month) => (month === 0 ? -100_000_000 : month < 36 ? 12_000_000 : -345_000_000))

interface Line {
  work: string
  by: string
  microseconds: number
  /** Of engineering, in microseconds on a quiet machine. */
  budget?: number
}

const times = (count: number, work: () => void) => () => {
  for (let i = 0; i < count; i++) work()
}

const lines: Line[] = [
  {
    work: 'one deal, headline figures',
    by: 'Offtake',
    microseconds: microseconds(() => thousand.forEach((terms) => evaluated(terms)), 1000),
    budget: 10,
  },
  {
    work: 'one deal: months, total, savings, NPV',
    by: 'formulajs',
    microseconds: microseconds(times(100, withFormulajs), 100),
  },
  {
    work: '1,000 deals, headline figures',
    by: 'Offtake',
    microseconds: microseconds(() => thousand.forEach((terms) => evaluated(terms)), 1),
    budget: 10_000,
  },
  {
    work: '50 x 50 table of headline figures',
    by: 'Offtake',
    microseconds: microseconds(() => {
      for (let i = 0; i < 2500; i++) evaluated(thousand[i % 1000]!)
    }, 1),
    budget: 25_000,
  },
  {
    work: 'a deal of 480 months',
    by: 'Offtake',
    microseconds: microseconds(() => hundredLong.forEach((terms) => evaluated(terms, long)), 100),
    budget: 100,
  },
  {
    work: 'XIRR, 37 flows, every root',
    by: 'Offtake',
    microseconds: microseconds(
      times(200, () => {
        sink += rateOfReturn(flows, days, daysAYear).rate ?? 0
      }),
      200,
    ),
    budget: 50,
  },
  {
    work: 'XIRR, two true rates',
    by: 'Offtake',
    microseconds: microseconds(
      times(200, () => {
        sink += rateOfReturn(twice, days, daysAYear).roots.length
      }),
      200,
    ),
    budget: 50,
  },
  {
    work: 'XIRR, 37 flows, one root',
    by: 'xirr',
    microseconds: microseconds(
      times(50, () => {
        sink += newtonXirr(transactions)
      }),
      50,
    ),
  },
  {
    work: 'XIRR, 37 flows, one root',
    by: 'formulajs',
    microseconds: microseconds(
      times(50, () => {
        sink += formulajs.XIRR(flows, dates) as number
      }),
      50,
    ),
  },
]

console.log(`calibration: 1,000 steps in ${calibration.toFixed(2)} us\n`)
console.log(
  [
    'work'.padEnd(40),
    'by'.padEnd(10),
    'us'.padStart(10),
    'x calibration'.padStart(14),
    'budget, us'.padStart(11),
  ].join(' '),
)
for (const line of lines)
  console.log(
    [
      line.work.padEnd(40),
      line.by.padEnd(10),
      line.microseconds.toFixed(1).padStart(10),
      (line.microseconds / calibration).toFixed(1).padStart(14),
      (line.budget === undefined ? '' : String(line.budget)).padStart(11),
      line.budget === undefined ? '' : line.microseconds <= line.budget ? 'within' : 'OVER',
    ].join(' '),
  )
// What was computed has to be computed: nothing may be left out as unused.
if (Number.isNaN(sink)) throw new Error('A figure is no number.')

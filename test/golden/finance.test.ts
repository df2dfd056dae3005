import { describe, expect, it } from 'vitest'
import { yearFraction } from '../../shared/calendar.ts'
import * as finance from '../../shared/finance/index.ts'
import npvAndIrr from './cases/npvIrr.json'
import generators from './cases/prng.json'
import timeValues from './cases/timeValue.json'
import xirrs from './cases/xirr.json'

interface Inputs {
  rate: number
  per: number
  nper: number
  pmt: number
  pv: number
  fv?: number
  type?: finance.PaymentType
  guess?: number
  start: number
  end: number
  nominalRate: number
  effectRate: number
  npery: number
  cost: number
  salvage: number
  life: number
  principal: number
  schedule: number
  values: number[]
  dates: string[]
  financeRate: number
  reinvestRate?: number
  dayCount?: string
}

interface Case {
  id: string
  function: string
  inputs: Inputs
  expected: number | { error: string }
  tolerance: { abs: number; rel?: number } | null
  rootsInReferenceScan?: number[]
}

const within = ({ expected, tolerance }: Case): number =>
  Math.max(tolerance!.abs, (tolerance!.rel ?? 0) * Math.abs(expected as number))

/** What our function gives for a case of a spreadsheet's; an argument that is left out of `inputs` is undefined. */
function amount({ function: name, inputs: i }: Case): number {
  // A payment or a period that a case leaves out is an empty cell, which counts as zero.
  const [payment, periods] = [i.pmt ?? 0, i.nper ?? 0]
  switch (name) {
    case 'PV':
      return finance.pv(i.rate, periods, payment, i.fv, i.type)
    case 'FV':
      return finance.fv(i.rate, periods, payment, i.pv, i.type)
    case 'PMT':
      return finance.pmt(i.rate, periods, i.pv, i.fv, i.type)
    case 'NPER':
      return finance.nper(i.rate, payment, i.pv, i.fv, i.type)
    case 'RATE':
      return finance.rate(periods, payment, i.pv, i.fv, i.type, i.guess)
    case 'IPMT':
      return finance.ipmt(i.rate, i.per, periods, i.pv, i.fv, i.type)
    case 'PPMT':
      return finance.ppmt(i.rate, i.per, periods, i.pv, i.fv, i.type)
    case 'CUMIPMT':
      return finance.cumipmt(i.rate, periods, i.pv, i.start, i.end, i.type!)
    case 'CUMPRINC':
      return finance.cumprinc(i.rate, periods, i.pv, i.start, i.end, i.type!)
    case 'EFFECT':
      return finance.effectiveRate(i.nominalRate, i.npery)
    case 'NOMINAL':
      return finance.nominalRate(i.effectRate, i.npery)
    case 'RRI':
      return finance.rri(periods, i.pv, i.fv!)
    case 'PDURATION':
      return finance.pduration(i.rate, i.pv, i.fv!)
    case 'ISPMT':
      return finance.ispmt(i.rate, i.per, periods, i.pv)
    case 'SLN':
      return finance.sln(i.cost, i.salvage, i.life)
    case 'FVSCHEDULE':
      return finance.fvschedule(i.principal, [i.schedule].flat())
    case 'NPV':
      return finance.npv(i.rate, i.values)
    case 'XNPV':
      return finance.xnpv(i.rate, i.values, i.dates)
    case 'XNFV':
      return finance.xnfv(i.rate, i.values, i.dates)
    case 'MIRR':
      return finance.mirr(i.values, i.financeRate, i.reinvestRate)
    default:
      throw new Error(`There is no ${name} here.`)
  }
}

function rateOfReturn({ function: name, inputs: i }: Case, guess?: number): finance.RateOfReturn {
  if (name === 'IRR') return finance.irr(i.values, guess)
  if (i.dayCount === undefined) return finance.xirr(i.values, i.dates, guess)
  expect(i.dayCount).toBe('act/act ISDA')
  const years = i.dates.map((date) => yearFraction('ACT/ACT ISDA', i.dates[0]!, date))
  return finance.rateOfReturn(i.values, years, 1, guess)
}

function expectAmount(each: Case): void {
  if (typeof each.expected === 'number') {
    expect(Math.abs(amount(each) - each.expected)).toBeLessThanOrEqual(within(each))
  } else expect(() => amount(each)).toThrow(RangeError)
}

/**
 * Peers give one rate, and which of several depends on where they start; so of several ours is the nearest to a
 * guess at theirs. Where the case lists all roots, ours are the same ones.
 */
function expectRate(each: Case): void {
  const result = rateOfReturn(each, each.inputs.guess)
  const { expected } = each
  if (typeof expected === 'number') {
    const rate = result.status === 'ok' ? result.rate : rateOfReturn(each, expected).rate
    expect(Math.abs(rate! - expected)).toBeLessThanOrEqual(within(each))
  } else {
    expect(result.status).toBe(each.inputs.values.every((value) => value < 0) ? 'no sign change' : 'none')
    expect(result.rate).toBeNull()
  }
  if (each.rootsInReferenceScan) {
    expect(result.roots).toHaveLength(each.rootsInReferenceScan.length)
    each.rootsInReferenceScan.forEach((root, k) => {
      expect(Math.abs(result.roots[k]! - root)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(root)))
    })
  }
}

const named = (cases: unknown) => (cases as Case[]).map((each) => [each.id, each.function, each] as const)

describe('the time value of money agrees with spreadsheets', () => {
  it.each(named(timeValues))('%s: %s', (_, __, each) => expectAmount(each))
})

describe('present values and rates of return agree with spreadsheets', () => {
  it.each(named(npvAndIrr))('%s: %s', (_, name, each) =>
    name === 'IRR' || name === 'XIRR' ? expectRate(each) : expectAmount(each),
  )
})

describe('rates of return of difficult flows agree with a search in many digits', () => {
  it.each(named(xirrs))('%s: %s', (_, __, each) => expectRate(each))
})

describe('random words are those of the reference generator', () => {
  it.each(generators.map((each) => [each.id, each.inputs, each.expected] as const))(
    '%s',
    (_, { state, count }, expected) => {
      const next = finance.xoshiro128ss(state as unknown as finance.Xoshiro128State)
      expect(Array.from({ length: count }, next)).toEqual(expected)
    },
  )

  // A step of splitmix32 is MurmurHash3 of no bytes; its published values for the seeds 1 and 2^32 - 1.
  it.each([
    [1, 0x514e28b7],
    [0xffffffff, 0x81f16f39],
  ])('seeds with the finaliser of MurmurHash3: %s', (word, expected) => {
    expect(finance.splitmix32(word - 0x9e3779b9)()).toBe(expected)
  })

  it('refuses the state that never moves', () => {
    expect(() => finance.xoshiro128ss([0, 0, 0, 2 ** 32])).toThrow(RangeError)
  })
})

describe('rates of return worked by hand', () => {
  it('counts a leap year as 366 days of 365 to the year', () => {
    // 1.1^(365 / 366) - 1
    const { rate } = finance.xirr([-1000, 1100], ['2028-01-01', '2029-01-01'])
    expect(rate).toBeCloseTo(0.099714, 6)
  })

  it('finds a rate at which the value only touches zero', () => {
    // -100 (1 - 1.1 v)^2
    const result = finance.irr([-100, 220, -121])
    expect(result).toMatchObject({ status: 'ok', signChanges: 2 })
    expect(result.roots).toHaveLength(1)
    expect(result.rate).toBeCloseTo(0.1, 12)
  })

  it.each([
    // 1000 (1 - 1.1 v) (1 - 1.2 v) (1 - 1.3 v), and the same with 1.09, 1.10 and 1.11
    [
      [1000, -3600, 4310, -1716],
      [0.1, 0.2, 0.3],
    ],
    [
      [1_000_000, -3_300_000, 3_629_900, -1_330_890],
      [0.09, 0.1, 0.11],
    ],
  ])('finds all three rates of %j', (values, roots) => {
    const result = finance.irr(values)
    expect(result).toMatchObject({ status: 'multiple', rate: null, residual: null, signChanges: 3 })
    expect(result.roots).toHaveLength(3)
    roots.forEach((root, k) => expect(result.roots[k]).toBeCloseTo(root, 9))
    expect(finance.irr(values, 0.5).rate).toBe(result.roots[2])
  })

  it.each([
    // 100 (1 - v)^2 + 1 is never zero.
    [[101, -200, 100], 'none'],
    [[-5, -3], 'no sign change'],
    [[0, 0], 'all zero'],
    [[], 'all zero'],
    [[null, 'fee', 7], 'no sign change'],
  ] as const)('says why %j has no rate', (values, status) => {
    expect(finance.irr(values)).toMatchObject({ status, rate: null, roots: [], residual: null })
  })

  it.each([
    [[-1, 1e10], 1e10 - 1],
    [[-1, 1e-12], -1 + 1e-12],
    [[-1, 1], 0],
  ])('reaches the rate of %j', (values, rate) => {
    const { roots } = finance.irr(values)
    expect(roots).toHaveLength(1)
    expect(Math.abs(roots[0]! / (rate || 1) - (rate ? 1 : 0))).toBeLessThan(1e-12)
  })

  it('adds up flows of one date, in whatever order they come', () => {
    const dates = ['2027-01-01', '2026-01-01', '2027-01-01', '2026-06-01', '2026-06-01', '2026-06-01']
    const result = finance.xirr([60, -100, 50, 0.1, 0.2, -0.3], dates)
    expect(result).toMatchObject({ status: 'ok', signChanges: 1 })
    expect(result.rate).toBeCloseTo(0.1, 12)
  })

  it('holds over long terms', () => {
    // 1 for ever at 20 % is worth 5; 10,000 periods are as good.
    expect(finance.rate(10_000, -1, 5)).toBeCloseTo(0.2, 12)
    expect(finance.irr([-5, ...Array.from({ length: 10_000 }, () => 1)]).rate).toBeCloseTo(0.2, 12)
    expect(finance.pmt(0.2, 10_000, 5)).toBeCloseTo(-1, 12)
  })
})

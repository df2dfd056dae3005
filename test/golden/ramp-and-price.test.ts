import { describe, expect, it } from 'vitest'
import { evaluated, rowsOf, year2027 } from './jsonDeals.ts'

describe('a ramp', () => {
  const ramp = (basis: object) => [{ from: '2027-01-01', until: '2027-03-01', ...basis }]

  it('of a charge that does not follow capacity saves nothing on what is delivered', () => {
    // Two months at half of 100.00.
    const half = ramp({ basis: 'percentOff', share: 0.5 })
    const { rampSavings } = evaluated(year2027(100_00, {}, { followsCapacity: false, ramp: half }))
    expect([rampSavings.headline, rampSavings.likeForLike]).toEqual([100_00, 0])
  })

  it('pro rata to what is delivered counts a tranche of no stated size for nothing beside one that states its own', () => {
    const delivery = ramp({ share: 0.5 })
    const deal = year2027(
      100_00,
      { tranches: [{ gpus: 100, delivery }, {}] },
      { ramp: ramp({ basis: 'proRata' }) },
    )
    expect(rowsOf(deal).map(({ payable }) => payable)).toEqual([
      50_00,
      50_00,
      ...Array<number>(10).fill(100_00),
    ])
  })
})

describe('the fixed fee of a ramp', () => {
  const fixed = (fixedFee: number, until = '2027-03-01') => ({
    ramp: [{ from: '2027-01-01', until, basis: 'fixedFee', fixedFee }],
  })
  const payable = (terms: object, charge: object) =>
    rowsOf(year2027(0, terms, charge)).map((row) => row.payable)

  it('is one of a month where the charge is by the GPU-hour', () => {
    // 1.00 for each of 10 GPUs: 744 hours of March.
    const hourly = { basis: 'perGpuHour', unitPrice: 1_000_000 }
    const months = payable({ tranches: [{ gpus: 10 }] }, { ...hourly, ...fixed(500_00) })
    expect(months.slice(0, 3)).toEqual([500_00, 500_00, 7_440_00])
  })

  it('is owed by the day in part of a month, by the GPU-hour too', () => {
    const right = { notice: 0, lockOutUntil: '2027-01-16', lockOutBars: 'end' }
    const deal = year2027(
      0,
      { tranches: [{ gpus: 10 }], rights: { buyer: right } },
      { basis: 'perGpuHour', unitPrice: 1_000_000, ...fixed(310_00) },
    )
    // 15 of 31 days of 310.00.
    expect(evaluated(deal, { asOf: '2027-01-01' }).buyerExit.committed).toBe(150_00)
  })

  it('does not count against the price a book can hold where that is one of a unit', () => {
    // The largest fee of a month beside 10 ** 9 GPUs at next to nothing.
    const deal = year2027(
      0,
      { tranches: [{ gpus: 10 ** 9 }] },
      { basis: 'perGpuHour', unitPrice: 1, ...fixed(10 ** 13) },
    )
    expect(evaluated(deal).totalContractValue).toBeGreaterThan(2 * 10 ** 13)
  })
})

describe('the price of a megawatt', () => {
  it('is that of the first month in which all capacity is due', () => {
    // 100.00 for a megawatt, and 50.00 more from July.
    const charges = [{ monthlyFee: 100_00 }, { monthlyFee: 50_00, from: '2027-07-01' }]
    const { unitPrices } = evaluated(year2027(0, { tranches: [{ kilowatts: 1000 }], charges }))
    expect(unitPrices.perMegawattMonth).toBe(100_00)
  })
})

describe('an escalator of a deal that rounds to even', () => {
  it('rounds a half of a cent to even', () => {
    // 1 % more than 0.50 is 0.505.
    const escalator = { rate: 0.01, firstOn: '2027-02-01' }
    const february = (rounding: string) => rowsOf(year2027(50, { rounding }, { escalator }))[1]!.payable
    expect([february('halfEven'), february('halfAwayFromZero')]).toEqual([50, 51])
  })
})

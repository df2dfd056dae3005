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

import { describe, expect, it } from 'vitest'
import { evaluated, rowsOf, year2027 } from './jsonDeals.ts'

describe('the present value of a part of a month', () => {
  // Sixteen days of January's 31 at 31.00: 16.00, which fall 15/31 of a month after 1 January, or at its end.
  it.each([
    ['advance', 15 / 31],
    ['middle', (15 / 31 + 1) / 2],
    ['arrears', 1],
  ] as const)('in %s is discounted by where it lies in its month', (timing, months) => {
    const deal = { ...year2027(31_00, { discountRate: 0.1 }), start: '2027-01-16', end: '2027-02-01' }
    const { presentValue } = evaluated(deal, { valuedOn: '2027-01-01', timing })
    expect(presentValue).toBeCloseTo(16_00 * 1.1 ** (-months / 12), 6)
  })
})

describe('an escalator on the last day of each month', () => {
  it('is counted from its first date, and goes back to the 31st', () => {
    // 930.00 in May, and twice as much from 31 May, 30 June and 31 July.
    const escalator = { rate: 1, firstOn: '2027-05-31', everyMonths: 1 }
    const deal = { ...year2027(930_00, {}, { escalator }), start: '2027-05-01', end: '2027-08-01' }
    expect(rowsOf(deal).map(({ payable }) => payable)).toEqual([
      30 * 30_00 + 60_00,
      29 * 62_00 + 124_00,
      30 * 120_00 + 240_00,
    ])
  })
})

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

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

describe('a GPU at 1.00 an hour', () => {
  const hourly = (terms: object) => ({
    ...year2027(0, terms),
    tranches: [{ gpus: 1 }],
    charges: [{ basis: 'perGpuHour', unitPrice: 1_000_000 }],
  })

  it('costs the hours of its month, whatever a part of a month counts', () => {
    // 744 hours in January, 672 in February.
    for (const partMonths of ['actual', 'thirty360']) {
      const rows = rowsOf(hourly({ partMonths }))
      expect(rows.slice(0, 2).map(({ payable }) => payable)).toEqual([744_00, 672_00])
    }
  })

  it('costs a month of 730 hours where leaving costs monthly fees', () => {
    const buyer = { allowed: true, notice: 30, feeBasis: 'months', feeMonths: 2 }
    expect(evaluated(hourly({ rights: { buyer } })).buyerExit.terminationFee).toBe(1_460_00)
  })
})

describe('the present value of a month that is cut', () => {
  const whole = {
    start: '2027-01-01',
    end: '2028-01-01',
    discountRate: 0.1,
    charges: [{ monthlyFee: 1000_00 }],
  }
  const cut = {
    ...whole,
    charges: [
      {
        monthlyFee: 1000_00,
        ramp: [{ from: '2027-03-10', until: '2027-03-20', basis: 'percentOff', share: 0 }],
      },
    ],
  }

  it.each(['advance', 'middle', 'arrears'] as const)('is that of the month, in %s', (timing) => {
    for (const valuedOn of ['2027-01-01', '2027-03-15']) {
      const value = (deal: object) => evaluated(deal, { timing, valuedOn }).presentValue
      expect(value(cut)).toBeCloseTo(value(whole), 6)
    }
  })

  it('in arrears is an annuity of twelve', () => {
    // 1,000.00 at the end of each month at v = 1.1^(-1/12).
    const v = 1.1 ** (-1 / 12)
    const annuity = (v * (1 - v ** 12)) / (1 - v)
    expect(evaluated(cut, { timing: 'arrears' }).presentValue).toBeCloseTo(1000_00 * annuity, 4)
  })
})

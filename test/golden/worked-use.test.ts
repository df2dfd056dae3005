import { describe, expect, it } from 'vitest'
import { evaluated as figuresOf, rowsOf } from './jsonDeals.ts'
import { cents } from './sampleDeals.ts'
import { amount, expectedOf } from './workedDeals.ts'

describe('dom-17: take-or-pay with overage', () => {
  const expected = expectedOf('dom-17')
  const deal = (settlement: string) => ({
    start: '2027-01-01',
    end: '2028-01-01',
    tranches: [{ gpus: 10_000 }],
    charges: [
      {
        kind: 'metered',
        basis: 'perGpuHour',
        unitPrice: 2_100_000,
        overagePrice: 2_600_000,
        minimumShare: 0.7,
        overageAbove: 0.9,
        settlement,
        usage: [
          { from: '2027-01-01', until: '2027-04-01', share: 0.6 },
          { from: '2027-04-01', until: '2027-07-01', share: 0.75 },
          { from: '2027-07-01', until: '2027-10-01', share: 0.95 },
          { from: '2027-10-01', until: '2028-01-01', share: 0.88 },
        ],
      },
    ],
  })

  it('settled by quarter pays for the shortfall of the first and the overage of the third', () => {
    const metered = rowsOf(deal('quarterly')).map((row) => row.metered)
    const quarters = [0, 3, 6, 9].map((first) => metered.slice(first, first + 3).reduce((a, b) => a + b, 0))
    expect(quarters).toEqual((expected['byQuarter'] as string[]).map(cents))
    // 60 % of 10,000 GPUs over 2,160 hours at 2.10, and the shortfall to 70 %.
    expect(quarters[0]! - 27_216_000_00).toBe(amount(expected['shortfallQ1']))
    expect(figuresOf(deal('quarterly')).withExpectedUse).toBe(amount(expected['totalQuarterly']))
  })

  it('settled by year has neither', () => {
    expect(figuresOf(deal('annual')).withExpectedUse).toBe(amount(expected['totalIfSettledByYear']))
  })

  it('is worth its minimum, however it is settled', () => {
    for (const settlement of ['monthly', 'quarterly', 'annual'])
      expect(figuresOf(deal(settlement)).totalContractValue).toBe(amount(expected['minimumValue']))
  })
})

import { describe, expect, it } from 'vitest'
import { evaluated, year2027 } from './jsonDeals.ts'

describe('renewals', () => {
  it('each come about by their own probability, given the one before', () => {
    // 1,200.00 and a half of 1,200.00 and a quarter of 1,200.00.
    const half = { months: 12, probability: 0.5 }
    const { withRenewals, expectedWithRenewals } = evaluated(year2027(100_00, { renewals: [half, half] }))
    expect([withRenewals, expectedWithRenewals]).toEqual([3_600_00, 2_100_00])
  })

  it('carry an index on, held by its cap', () => {
    // 100.00 in 2027, 103.00 in 2028, 103.00 * 1.03 = 106.09 in 2029.
    const escalator = { kind: 'index', rate: 0.05, cap: 0.03, firstOn: '2028-01-01', carried: true }
    const deal = {
      ...year2027(100_00, { renewals: [{ months: 12 }] }, { escalator }),
      end: '2029-01-01',
    }
    const { totalContractValue, withRenewals } = evaluated(deal)
    expect(totalContractValue).toBe(1_200_00 + 1_236_00)
    expect(withRenewals - totalContractValue).toBe(12 * 106_09)
  })
})

describe('an escalator that is carried and first falls in a renewal', () => {
  it('escalates there', () => {
    // 100.00 in 2027, 110.00 in 2028, 121.00 in 2029.
    const escalator = { rate: 0.1, firstOn: '2028-01-01', carried: true }
    const deal = year2027(100_00, { renewals: [{ months: 12 }, { months: 12 }] }, { escalator })
    expect(evaluated(deal).withRenewals).toBe(12 * (100_00 + 110_00 + 121_00))
  })

  it('does not where it is not carried', () => {
    const escalator = { rate: 0.1, firstOn: '2028-01-01' }
    const deal = year2027(100_00, { renewals: [{ months: 12 }] }, { escalator })
    expect(evaluated(deal).withRenewals).toBe(24 * 100_00)
  })
})

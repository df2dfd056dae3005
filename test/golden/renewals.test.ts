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

describe('the deadline of a renewal', () => {
  it.each([
    [true, '2026-11-02'],
    [false, '2026-11-01'],
  ])('counts the day of notice as the buyer’s notice does: %s', (dayOfNoticeCounts, deadline) => {
    // 12 months from 1 January 2026 with 60 days of notice: 29 in November from the 2nd on, and 31 in December.
    const { keyDates } = evaluated({
      start: '2026-01-01',
      end: '2027-01-01',
      charges: [{ monthlyFee: 100_00 }],
      renewals: [{ months: 12, noticeDays: 60 }],
      rights: { buyer: { dayOfNoticeCounts } },
    })
    expect(keyDates.filter(({ kind }) => kind === 'renewalDeadline').map(({ on }) => on)).toEqual([deadline])
  })
})

describe('a notice of three months given on 1 August', () => {
  it.each([
    [true, '2026-11-01'],
    [false, '2026-11-02'],
  ])(
    'ends service three months after its first day: the day of notice counts, %s',
    (dayOfNoticeCounts, ends) => {
      const { buyerExit } = evaluated(
        {
          start: '2026-01-01',
          end: '2028-01-01',
          charges: [{ monthlyFee: 100_00 }],
          rights: { buyer: { allowed: true, notice: 3, noticeUnit: 'months', dayOfNoticeCounts } },
        },
        { asOf: '2026-08-01' },
      )
      expect(buyerExit.serviceEnds).toBe(ends)
    },
  )
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

describe('a renewal is a term of its own', () => {
  const renewed = (deal: unknown) => {
    const { totalContractValue, withRenewals } = evaluated(deal)
    return withRenewals - totalContractValue
  }

  it('with the minimum of a metered charge, hour by hour', () => {
    // 80 % of ten GPUs in 2028, a leap year: 10 * 366 * 24 * 0.8 hours at 2.00.
    const metered = { kind: 'metered', basis: 'perGpuHour', unitPrice: 2_000_000, minimumShare: 0.8 }
    const deal = year2027(0, {
      tranches: [{ gpus: 10 }],
      charges: [metered],
      renewals: [{ months: 12 }],
    })
    expect(renewed(deal)).toBe(140_544_00)
  })

  it('that escalates on the day of its anniversary', () => {
    // January 2028: 15 of 31 days at 310.00, 16 at 341.00.
    const escalator = { rate: 0.1, firstOn: '2028-01-16', carried: true }
    expect(renewed(year2027(310_00, { renewals: [{ months: 1 }] }, { escalator }))).toBe(150_00 + 176_00)
  })

  it('at a unit price that changes before it is multiplied and rounded', () => {
    // 1.004 a GPU and month, doubled: 2.008, billed as 2.01.
    const perGpu = { basis: 'perGpu', unitPrice: 1_004_000 }
    const deal = year2027(0, {
      tranches: [{ gpus: 1 }],
      charges: [perGpu],
      renewals: [{ months: 12, priceChange: 1 }],
    })
    expect(renewed(deal)).toBe(12 * 2_01)
  })

  it('of the tranches and the charges that last to the end of the one before', () => {
    // Ten GPUs at 1.00 stay; five and a fee of 100.00 end in July.
    const deal = year2027(0, {
      tranches: [{ gpus: 10 }, { gpus: 5, until: '2027-07-01' }],
      charges: [
        { basis: 'perGpu', unitPrice: 1_000_000 },
        { monthlyFee: 100_00, until: '2027-07-01' },
      ],
      renewals: [{ months: 12 }, { months: 6 }],
    })
    expect(renewed(deal)).toBe(18 * 10_00)
  })

  it('under the ramp in force on the last day, whose fixed fee changes by as much', () => {
    const ramp = [{ from: '2027-07-01', until: '2028-01-01', basis: 'fixedFee', fixedFee: 40_00 }]
    const deal = year2027(100_00, { renewals: [{ months: 12, priceChange: 0.1 }] }, { ramp })
    expect(renewed(deal)).toBe(12 * 44_00)
  })
})

import { describe, expect, it } from 'vitest'
import { evaluated, year2027 } from './jsonDeals.ts'

describe('leaving in mid-month', () => {
  it('owes by the days of thirty, where months have thirty', () => {
    // A month of 300.00 from 15 February to 15 March; service to 1 March is 16 days of thirty, and 14 by the calendar.
    const figures = evaluated({
      ...year2027(300_00, {
        partMonths: 'thirty360',
        billingMonths: 'contract',
        rights: { buyer: { allowed: true, notice: 14 } },
      }),
      start: '2027-02-15',
    })
    expect(figures.buyerExit.serviceEnds).toBe('2027-03-01')
    expect(figures.buyerExit.serviceFees).toBe(160_00)
  })
})

describe('the least that is owed', () => {
  it('is for leaving a day after the fee has fallen, where leaving costs monthly fees', () => {
    // 100.00 a month in 2027, 50.00 in 2028; leaving costs six months at the rate of the last day served. On 1 November
    // 30 days' notice is to 1 December: 100.00 + 600.00. To 2 January 2028: 200.00, a day of 50.00 / 31 = 1.61, and
    // 300.00. To the end: 200.00 + 600.00.
    const deal = {
      ...year2027(
        100_00,
        { rights: { buyer: { allowed: true, notice: 30, feeBasis: 'months', feeMonths: 6 } } },
        { escalator: { rate: -0.5, firstOn: '2028-01-01' } },
      ),
      end: '2029-01-01',
    }
    const { buyerExit, leastObligation } = evaluated(deal, { asOf: '2027-11-01' })
    expect(buyerExit.committed).toBe(700_00)
    expect(leastObligation).toEqual({
      amount: 200_00 + 1_61 + 300_00,
      noticeOn: '2027-12-03',
      serviceEnds: '2028-01-02',
    })
  })
})

describe('the commitment at signing', () => {
  it('holds what is paid once before service begins', () => {
    // 62 days from 1 December: 1 February. A month of 100.00, and 50.00 on signing.
    const { commitmentAtSigning } = evaluated(
      year2027(100_00, {
        signed: '2026-12-01',
        oneOffs: [{ label: 'Signing fee', on: '2026-12-01', kind: 'fee', amount: 50_00 }],
        rights: { buyer: { allowed: true, notice: 62 } },
      }),
    )
    expect(commitmentAtSigning).toBe(150_00)
  })
})

describe('two parties that may leave', () => {
  const both = (buyer: object, provider: object) =>
    evaluated(
      year2027(310_00, {
        rights: { buyer: { allowed: true, ...buyer }, provider: { allowed: true, ...provider } },
      }),
    )

  it('have an enforceable term to the later of their exits', () => {
    // 30 days from 1 January: 31 January; 90 days: 1 April.
    for (const [buyer, provider] of [
      [30, 90],
      [90, 30],
    ])
      expect(both({ notice: buyer }, { notice: provider }).straightLine.enforceable.ends).toBe('2027-04-01')
  })

  it('serve to the earlier of both notices where both give theirs', () => {
    // Both are certain to on 1 January. The provider's thirty days of January: 300.00.
    const { expectedValue } = both({ notice: 90, hazard: 1 }, { notice: 30, hazard: 1 })
    expect([expectedValue.cost, expectedValue.servedToEnd]).toEqual([300_00, 0])
    expect(expectedValue.months).toBeCloseTo(30 / 31, 9)
  })
})

describe('a notice that outlasts the term', () => {
  it('leaves what is paid once after the term to be paid', () => {
    // Whoever gives notice or not, twelve months of 100.00, and 50.00 on the day after.
    const { expectedValue } = evaluated(
      year2027(100_00, {
        oneOffs: [{ label: 'Removal', on: '2028-01-01', kind: 'fee', amount: 50_00 }],
        rights: { buyer: { allowed: true, notice: 400, hazard: 0.5 } },
      }),
    )
    expect(expectedValue.cost).toBeCloseTo(1_250_00, 6)
  })
})

describe('the last day for a notice', () => {
  it('ends service on the day one wants to be out by, and not before', () => {
    // 30 days from 1 June: 1 July.
    const { keyDates } = evaluated(year2027(100_00, { rights: { buyer: { allowed: true, notice: 30 } } }), {
      outBy: '2027-07-01',
    })
    expect(keyDates.filter(({ kind }) => kind === 'lastNotice').map(({ on }) => on)).toEqual(['2027-06-01'])
  })
})

describe('the gap a notice of the provider leaves', () => {
  it('is to the end of the term where the replacement comes later', () => {
    // 90 days from 1 July: 29 September; two days of it, and three months: 2 + 31 + 30 + 31 = 94 days. Ten GPUs at 1.00
    // an hour: 22,560.00. Fees not paid: 2/30 of 300.00, and 900.00.
    const { noticeCoverGap } = evaluated(
      year2027(300_00, {
        tranches: [{ gpus: 10 }],
        replacementMonths: 12,
        replacementPrice: 1_000_000,
        rights: { provider: { allowed: true, notice: 90 } },
      }),
      { asOf: '2027-07-01' },
    )
    expect(noticeCoverGap).toMatchObject({
      from: '2027-09-29',
      until: '2028-01-01',
      days: 94,
      interimCost: 22_560_00,
      feesNotPaid: 920_00,
      incrementalCost: 21_640_00,
    })
  })
})

describe('a gap in days and GPU-months', () => {
  // 220,000 GPUs at $1.25B per month; the provider's notice of 90 days on 20 November 2026 ends service on 18 February 2027.
  const lease = (terms: object = {}) => ({
    start: '2026-05-01',
    end: '2029-06-01',
    charges: [{ monthlyFee: 1_250_000_000_00 }],
    tranches: [{ gpus: 220_000 }],
    rights: { provider: { allowed: true, notice: 90 } },
    replacementMonths: 24,
    ...terms,
  })
  const gapOf = (terms: object, assumptions: object = {}) =>
    evaluated(lease(terms), { asOf: '2026-11-20', ...assumptions }).noticeCoverGap!

  it('of a build ordered on notice is 641 days, also where no price is known', () => {
    // 24 months from 20 November 2026. 11 of 28 days of February 2027, 20 whole months, and 19 of 30 days of November 2028.
    const gap = gapOf({})
    expect([gap.orderedOn, gap.from, gap.until, gap.days]).toEqual([
      '2026-11-20',
      '2027-02-18',
      '2028-11-20',
      641,
    ])
    expect(gap.gpuMonths).toBeCloseTo(220_000 * (11 / 28 + 20 + 19 / 30), 6)
    expect(gap.uncoveredGpuMonths).toBe(gap.gpuMonths)
    expect([gap.coveredGpus, gap.price, gap.interimCost, gap.incrementalCost]).toEqual([0, null, null, null])
  })

  it('is priced by the deal, or by the market’s price on demand', () => {
    // 220,000 x 641 x 24 hours: at $2.95 $9,984,216,000.00, at $8.50 $28,768,080,000.00.
    expect(gapOf({}, { onDemandPrice: 2_950_000 }).interimCost).toBe(9_984_216_000_00)
    const own = { replacementPrice: 8_500_000, replacementGpus: 110_000 }
    expect(gapOf(own, { onDemandPrice: 2_950_000 }).interimCost).toBe(14_384_040_000_00)
  })

  it('is days alone where the GPUs are not stated', () => {
    const gap = gapOf({ tranches: [{ kilowatts: 300_000 }] }, { onDemandPrice: 2_950_000 })
    expect([gap.days, gap.gpuMonths, gap.uncoveredGpuMonths, gap.incrementalCost]).toEqual([
      641,
      null,
      null,
      null,
    ])
  })
})

describe('leaving a deal that is billed a year ahead and gives nothing back', () => {
  const leaving = (notice: number) =>
    evaluated({
      ...year2027(
        100_00,
        { rights: { buyer: { allowed: true, notice, refundsUnused: false } } },
        { frequency: 'annual' },
      ),
      end: '2029-01-01',
    }).buyerExit

  it('loses nothing on the day the next invoice would be for', () => {
    // 365 days from 1 January 2027.
    const { serviceEnds, unusedBilling } = leaving(365)
    expect([serviceEnds, unusedBilling]).toEqual(['2028-01-01', 0])
  })

  it('loses the rest of the next year a day later', () => {
    // A day of January 2028 is 100.00 / 31 = 3.23.
    const { serviceFees, unusedBilling } = leaving(366)
    expect([serviceFees, unusedBilling]).toEqual([1_203_23, 1_196_77])
  })
})

describe('what is paid once', () => {
  // 100.00 a month, and 50.00 on 1 February.
  const leaving = (asOf: string, notice: number) =>
    evaluated(
      year2027(100_00, {
        oneOffs: [{ label: 'Fee', on: '2027-02-01', kind: 'fee', amount: 50_00 }],
        rights: { buyer: { allowed: true, notice } },
      }),
      { asOf },
    ).buyerExit.committed

  it('on the first day without service is not owed', () => {
    expect(leaving('2027-01-01', 31)).toBe(100_00)
  })

  it('on the day asked about is owed', () => {
    expect(leaving('2027-02-01', 28)).toBe(150_00)
  })
})

describe('the least that is owed of a prepaid deal', () => {
  const leaving = (advance: object) =>
    evaluated(
      year2027(100_00, {
        advances: [{ kind: 'prepayment', ...advance }],
        rights: { buyer: { allowed: true, notice: 30 } },
      }),
    )

  it('is for leaving at once, since credits are drawn no faster than fees', () => {
    // 300.00 prepaid, credited in June, July and August. On 1 January 30 days' notice loses it: 30/31 of 100.00 and 300.00.
    const { buyerExit, leastObligation } = leaving({ amount: 300_00, creditFrom: 6, creditMonths: 3 })
    expect(buyerExit.committed).toBe(96_77 + 300_00)
    expect(leastObligation).toEqual({ amount: 396_77, noticeOn: '2027-01-01', serviceEnds: '2027-01-31' })
  })

  it('is for staying where leaving loses as much as the whole term costs', () => {
    // 1,200.00 prepaid and credited from June on, 100.00 a month: any day of leaving costs its fees and what is not drawn.
    const { buyerExit, leastObligation } = leaving({ amount: 1_200_00, creditFrom: 6, creditMonths: 1 })
    expect(buyerExit.committed).toBe(96_77 + 1_200_00)
    expect(leastObligation).toEqual({ amount: 1_200_00, noticeOn: null, serviceEnds: '2028-01-01' })
  })
})

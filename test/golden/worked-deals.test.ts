import { describe, expect, it } from 'vitest'
import { oversold } from '../../shared/engine/facility.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { readDeal } from '../../shared/document/readDeal.ts'
import example from '../../shared/engine/exampleDeal.json'
import worked from './cases/deals.json'
import { evaluated as figuresOf, rowsOf } from './jsonDeals.ts'
import { cents } from './sampleDeals.ts'

/** Deals worked out in words and numbers, each given as a JSON deal and evaluated as other programs would. */

type Expected = Readonly<Record<string, unknown>>

const expectedOf = (id: string): Expected => {
  const found = worked.find((deal) => deal.id.startsWith(id))
  if (!found) throw new Error(`There is no case ${id}.`)
  return found.expected
}

/** An amount of the cases in dollars as cents, whether it is written as a text or as a number. */
const amount = (value: unknown): number => cents(Number(value).toFixed(2))

/** The Colossus lease with other terms of its deal or its charge. */
const colossus = (deal: object = {}, charge: object = {}) => ({
  ...example,
  charges: [{ ...example.charges[0], ...charge }],
  ...deal,
})

describe('dom-01 and dom-03: notice, from signing and as it counts', () => {
  const leaving = (right: object, asOf: string) =>
    figuresOf(colossus({ rights: { buyer: { allowed: true, notice: 90, ...right } } }), { asOf })

  it('owes 2.5 B from the start without lock-out', () => {
    const expected = expectedOf('dom-01')
    const figures = leaving({}, '2026-05-03')
    expect(figures.buyerExit.serviceEnds).toBe(expected['exit'])
    expect(figures.commitmentAtSigning).toBe(amount(expected['minimumCommitmentFromStart']))
    expect(figures.buyerExit.committed).toBe(amount(expected['stillOwedFromSigning']))
  })

  it.each([
    ['i', {}],
    ['ii', { dayOfNoticeCounts: false }],
    ['iii', { notice: 3, noticeUnit: 'months' }],
  ])('%s', (id, right) => {
    const expected = expectedOf('dom-03')[id] as Record<string, string>
    const { buyerExit } = leaving(right, '2026-08-01')
    expect(buyerExit.serviceEnds).toBe(expected['exit'])
    expect(buyerExit.lastDayServed).toBe(expected['lastServiceDay'])
    expect(buyerExit.committed).toBe(cents(expected['owed']!))
  })
})

describe('dom-07: a unit price times a quantity beyond 2^53 millionths', () => {
  it('is exact', () => {
    const rows = rowsOf({
      start: '2027-01-01',
      end: '2028-01-01',
      tranches: [{ kilowatts: 2_750_000 }],
      charges: [{ basis: 'perMegawatt', unitPrice: 4_452_783_066_025, frequency: 'annual' }],
    })
    expect(rows.reduce((sum, { payable }) => sum + payable, 0)).toBe(
      cents(String(expectedOf('dom-07')['amount'])),
    )
  })
})

describe('dom-13: four tranches, each a fifth prepaid on delivery', () => {
  const expected = expectedOf('dom-13')
  const tranches = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].map((from, i) => ({
    id: `tranche-${i + 1}`,
    kilowatts: 50_000,
    from,
    until: `2031${from.slice(4)}`,
  }))
  const deal = {
    start: '2026-01-01',
    end: '2031-10-01',
    discountRate: 0.1,
    tranches,
    charges: [{ basis: 'perKilowatt', unitPrice: 808_000_000 }],
    advances: tranches.map(({ id }) => ({
      kind: 'prepayment',
      tranche: id,
      share: 0.2,
      creditFrom: 25,
      creditMonths: 36,
    })),
  }
  const figures = figuresOf(deal)

  it('is worth the fees, gross of what is prepaid, and saves nothing by a ramp', () => {
    expect(figures.totalContractValue).toBe(amount(expected['tcv']))
    expect(figures.rampSavings.headline).toBe(amount(expected['headlineRampSavings']))
    expect(figures.rampSavings.likeForLike).toBe(0)
  })

  it('credits each prepayment in equal parts, by cumulative rounding', () => {
    const rows = rowsOf(deal)
    const drawn = rows.map(({ prepaymentDrawn }) => prepaymentDrawn)
    const first = (expected['firstCredits'] as string[]).map(cents)
    expect(drawn.slice(24, 27)).toEqual(first)
    expect(drawn.reduce((sum, part) => sum + part, 0)).toBe(4 * amount(expected['sumOfCredits']))
    expect(drawn.filter((part) => part > 0)).toHaveLength(36 + 9)
  })

  it('takes 3.15 B out of the account in 2026', () => {
    const fees = rowsOf(deal)
      .filter(({ from }) => from < '2027-01-01')
      .reduce((sum, { payable }) => sum + payable, 0)
    expect(fees + 4 * amount(expected['prepaymentPerTranche'])).toBe(amount(expected['cash2026']))
  })

  it('has the present value and the levelised price of its cash', () => {
    expect(figures.presentValueOfCash / 100).toBeCloseTo(Number(expected['presentValueOfCash']), 2)
    expect(figures.levelisedPerKilowattMonth! / 100).toBeCloseTo(Number(expected['levelisedPerKwMonth']), 5)
    expect(figures.unitPrices.perKilowattMonth).toBe(amount(expected['simplePerKwMonth']))
  })
})

describe('dom-15: waiting is cheaper than leaving', () => {
  it('finds the day', () => {
    const expected = expectedOf('dom-15')
    const figures = figuresOf(
      {
        start: '2027-01-01',
        end: '2030-01-01',
        charges: [{ monthlyFee: 10_000_000_00 }],
        rights: {
          buyer: {
            allowed: true,
            notice: 30,
            feeBasis: 'byDate',
            feeByDate: [
              { from: '2027-01-01', until: '2028-01-01', amount: 120_000_000_00 },
              { from: '2028-01-01', until: '2030-01-01', amount: 20_000_000_00 },
            ],
          },
        },
      },
      { asOf: '2027-11-01' },
    )
    expect(figures.buyerExit.committed).toBe(amount(expected['exitCostIfNoticeNow']))
    expect(figures.leastObligation).toEqual({
      amount: amount(expected['leastObligation']),
      noticeOn: expected['bestNoticeDate'],
      serviceEnds: expected['exit'],
    })
  })
})

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

describe('dom-21: what a prepayment earns', () => {
  const prepaid = colossus(
    { advances: [{ kind: 'prepayment', share: 0.2, creditFrom: 25, creditMonths: 13 }] },
    { monthlyFee: 1_200_000_000_00 },
  )
  const expected = expectedOf('dom-21')

  it('is 8.48 % by XIRR, below the discount rate', () => {
    const { incrementalRate } = figuresOf(prepaid, { baseline: colossus() })
    expect(incrementalRate!.status).toBe('ok')
    expect(incrementalRate!.rate).toBeCloseTo(Number(expected['incrementalXirr']), 8)
  })

  it('so that it is dearer in present value, though 1.8 B cheaper', () => {
    const [a, b] = [figuresOf(colossus()), figuresOf(prepaid)]
    expect(b.totalContractValue - a.totalContractValue).toBe(-1_800_000_000_00)
    expect((b.presentValueOfCash - a.presentValueOfCash) / 100e6).toBeCloseTo(
      Number(expected['npvDifferenceAt10Percent']),
      6,
    )
  })

  it('is cheaper from the start as it accrues, by dom-19', () => {
    const { accrued } = figuresOf(prepaid, { baseline: colossus() }).breakEven!
    expect([accrued.crossings, accrued.cheaperAtFirst]).toEqual([[], 'deal'])
  })
})

describe('dom-23: invoices in arrears and in advance, net 30', () => {
  const expected = expectedOf('dom-23')
  const value = (invoiced: string) =>
    figuresOf(colossus({}, { invoiced, netDays: 30 }), { discounting: 'actual365' }).presentValueOfCash /
    100e6

  it('are valued on the days they are paid', () => {
    expect(value('arrears')).toBeCloseTo(Number(expected['arrears']), 6)
    expect(value('advance')).toBeCloseTo(Number(expected['advance']), 6)
  })

  it('are paid after the end of the term, or late in the first month', () => {
    const paid = (invoiced: string) =>
      rowsOf(colossus({}, { invoiced, netDays: 30 })).map(({ paidOn }) => paidOn)
    expect(paid('arrears').at(-1)).toBe(expected['lastPayment'])
    expect(paid('advance')[0]).toBe(expected['firstPaymentAdvance'])
  })
})

describe('dom-25: the gap between the provider’s notice and a replacement', () => {
  it('is priced as an increment, and what nobody can supply is capacity, not money', () => {
    const expected = expectedOf('dom-25')
    const assumed = { replacementMonths: 18, replacementPrice: 8_500_000, replacementGpus: 60_000 }
    const { noticeCoverGap: gap } = figuresOf(colossus(assumed), { asOf: '2027-01-01' })
    expect(gap).toMatchObject({
      from: '2027-04-01',
      until: '2028-07-01',
      days: expected['gapDays'],
      uncoveredGpuMonths: expected['uncoveredGpuMonths'],
      interimCost: amount(expected['interimCost']),
      feesNotPaid: amount(expected['contractFeesNotPaidForTheSameGpus']),
      incrementalCost: amount(expected['incrementalCost']),
    })
    expect(gap!.months).toBeCloseTo(Number(expected['gapMonths']), 9)
  })
})

describe('dom-27 and dom-37: the price of a GPU-hour', () => {
  const expected = expectedOf('dom-27')
  const figures = figuresOf(colossus(), { onDemandPrice: 2_950_000 })

  it('has many answers', () => {
    const { perGpuHour, perContractedGpuHour, perDeliveredGpuHour, contractedGpuHours } = figures.unitPrices
    expect(perGpuHour! / 100).toBeCloseTo(Number(expected['fullRate8760']), 6)
    expect(perContractedGpuHour! / 100).toBeCloseTo(Number(expected['averageOnContractedHours']), 6)
    expect(perDeliveredGpuHour! / 100).toBeCloseTo(Number(expected['averageOnDeliveredHours']), 6)
    expect(contractedGpuHours).toBe(expected['contractedHours'])
    expect(figures.levelisedPerGpuHour! / 100).toBeCloseTo(Number(expected['levelised']), 4)
    const available = figuresOf(colossus({ availability: 0.97 })).levelisedPerGpuHour! / 100
    expect(available).toBeCloseTo(Number(expected['levelisedAt97PercentAvailability']), 6)
  })

  it('is over the price on demand at any use', () => {
    expect(figures.unitPrices.breakEvenUtilisation).toBeCloseTo(
      Number(expectedOf('dom-37')['breakEvenUtilisation']),
      6,
    )
  })
})

describe('dom-29: a tranche that is not due yet', () => {
  it('is no ramp discount', () => {
    const expected = expectedOf('dom-29')
    const figures = figuresOf({
      start: '2026-05-01',
      end: '2029-06-01',
      tranches: [{ kilowatts: 150_000 }, { kilowatts: 150_000, from: '2026-07-01' }],
      charges: [{ basis: 'perMegawatt', unitPrice: 4_166_666_666_667 }],
    })
    expect(figures.totalContractValue).toBe(amount(expected['tcv']))
    expect(figures.rampSavings.headline).toBe(amount(expected['headlineRampSavings']))
    expect(figures.rampSavings.likeForLike).toBe(amount(expected['likeForLike']))
  })
})

describe('dom-31: leaving a deal that is billed a year ahead', () => {
  const expected = expectedOf('dom-31')
  const leaving = (refundsUnused: boolean) =>
    figuresOf(
      {
        start: '2027-01-01',
        end: '2030-01-01',
        charges: [{ monthlyFee: 12_000_000_00, frequency: 'annual' }],
        rights: { buyer: { allowed: true, notice: 90, refundsUnused } },
      },
      { asOf: '2027-11-15' },
    )

  it('that gives back what is unused', () => {
    const { buyerExit, cashStillToPay } = leaving(true)
    expect(buyerExit.serviceEnds).toBe(expected['exit'])
    expect(buyerExit.committed).toBe(amount(expected['serviceFees']))
    expect(cashStillToPay).toBe(amount(expected['cashStillToPayIfUnusedIsRefunded']))
  })

  it('that does not', () => {
    const { buyerExit, cashStillToPay } = leaving(false)
    expect(buyerExit.serviceFees).toBe(amount(expected['serviceFees']))
    expect(buyerExit.committed).toBe(amount(expected['committedIfNot']))
    expect(cashStillToPay).toBe(amount(expected['cashStillToPayIfNot']))
  })
})

describe('dom-33: a facility that is oversold', () => {
  it('is short by what both leases take beyond it', () => {
    const lease = (start: string, gpus: number) => {
      const terms = readDeal({ start, end: '2029-06-01', tranches: [{ gpus }] })
      if (!terms.ok) throw new Error(JSON.stringify(terms.error))
      return scheduleOf(terms.value)
    }
    const [found] = oversold(220_000, [lease('2026-05-01', 220_000), lease('2026-10-01', 110_000)])
    // "from 2026-10-01 leased 330,000 of 220,000 (150 %), short by 110,000"
    expect(found).toMatchObject({ leased: 330_000, capacity: 220_000, short: 110_000 })
    expect(found!.from).toBe(scheduleOfDay('2026-10-01'))
    expect(oversold(330_000, [lease('2026-05-01', 220_000), lease('2026-10-01', 110_000)])).toEqual([])
  })
})

describe('a facility that is oversold by more and more', () => {
  it('is short by so much on each stretch', () => {
    const leases = [
      ['2027-01-01', 200],
      ['2027-02-01', 110],
      ['2027-03-01', 50],
    ].map(([start, gpus]) => {
      const terms = readDeal({ start, end: '2027-04-01', tranches: [{ gpus }] })
      if (!terms.ok) throw new Error(JSON.stringify(terms.error))
      return scheduleOf(terms.value)
    })
    // 310 from February and 360 from March, of 220.
    expect(oversold(220, leases).map(({ leased, short }) => [leased, short])).toEqual([
      [310, 90],
      [360, 140],
    ])
  })
})

const scheduleOfDay = (date: string): number => {
  const terms = readDeal({ start: date, end: '2029-06-01' })
  if (!terms.ok) throw new Error('A date is refused.')
  return scheduleOf(terms.value).start
}

describe('dom-35: straight-line expense over the enforceable term', () => {
  it('is less than over the stated one, since May and June are a larger part of it', () => {
    const expected = expectedOf('dom-35')
    const { stated, enforceable } = figuresOf(colossus()).straightLine
    expect(stated.perMonth! / 100).toBeCloseTo(Number(expected['perMonthStatedTerm']), 2)
    expect(enforceable.ends).toBe('2026-10-30')
    expect(enforceable.perMonth! / 100).toBeCloseTo(Number(expected['perMonthEnforceable']), 2)
    expect(enforceable.perMonth! / 100 - 625_000_000).toBeCloseTo(
      Number(expected['mayExpenseOverPayment']),
      2,
    )
    expect(enforceable.fees).toBe(amount(expected['remainingPerformanceObligationAtSigning']))
  })
})

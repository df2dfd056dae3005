import { describe, expect, it } from 'vitest'
import { evaluated as figuresOf } from './jsonDeals.ts'
import { cents } from './sampleDeals.ts'
import { amount, colossus, expectedOf } from './workedDeals.ts'

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

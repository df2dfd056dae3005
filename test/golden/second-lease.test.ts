import { describe, expect, it } from 'vitest'
import { dateOf } from '../../shared/days.ts'
import { figuresOf, sample, secondLease } from './sampleDeals.ts'

describe('the second Colossus lease', () => {
  const figures = figuresOf(sample(), secondLease)

  it('runs 33 months, October 2026 through June 2029', () => {
    expect(figures.months).toBeCloseTo(33, 9)
  })

  it('is worth $30.36 B: 33 * $920 M', () => {
    expect(figures.totalContractValue).toBe(30_360_000_000_00)
  })

  it('commits $5.52 B: October 2026 through March 2027, 6 * $920 M', () => {
    expect(figures.commitmentAtSigning).toBe(5_520_000_000_00)
  })

  it('owes as much for a notice today, as of 20 November 2026, since the lock-out bars notice through December', () => {
    expect(dateOf(figures.buyerExit.noticeOn)).toBe('2027-01-01')
    expect(dateOf(figures.buyerExit.serviceEnds - 1)).toBe('2027-03-31')
    // 11/30 of November's $920 M = 337,333,333.33, then four months.
    expect(figures.buyerExit.committed).toBe(4_017_333_333_33)
  })

  it('states no power, and so has no price per megawatt', () => {
    expect([figures.unitPrices.perMegawattMonth, figures.unitPrices.perDeliveredMegawattMonth]).toEqual([
      null,
      null,
    ])
  })
})

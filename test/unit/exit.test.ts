import { describe, expect, it } from 'vitest'
import { dateOf } from '../../shared/days.ts'
import type { TerminationRight } from '../../shared/schema/termination.ts'
import { edited, figuresOf, oneDeal } from '../golden/sampleDeals.ts'

/** The buyer's exit from a lease of 2027 and 2028 at 310.00 a month, as of a date. */
function exitOn(asOf: string, right: Partial<TerminationRight> = {}, signed: string | null = null) {
  const book = edited(
    oneDeal('2027-01-01', '2029-01-01', 310_00),
    { type: 'settings.set', changes: { asOf } },
    { type: 'deal.set', dealId: 'deal', changes: { signed } },
    { type: 'right.set', rightId: 'deal/buyer', changes: { allowed: true, ...right } },
  )
  return figuresOf(book, 'deal')
}

const lastDay = (...of: Parameters<typeof exitOn>) => dateOf(exitOn(...of).buyerExit.serviceEnds - 1)

describe('a notice', () => {
  it('in mid-month ends in mid-month, and that month is owed by its days', () => {
    // 90 days from 15 Mar 2027: 13 Jun. 17/31 of March 170.00, April, May, 12/30 of June 124.00.
    const { buyerExit } = exitOn('2027-03-15')
    expect(dateOf(buyerExit.serviceEnds)).toBe('2027-06-13')
    expect(buyerExit.committed).toBe(170_00 + 310_00 + 310_00 + 124_00)
  })

  it('of a month given on the 31st ends on the last day a month has', () => {
    const month = { notice: 1, noticeUnit: 'months' } as const
    expect(lastDay('2027-01-31', month)).toBe('2027-02-27')
    expect(lastDay('2028-01-31', month)).toBe('2028-02-28')
    // From the day after, 1 February, a month is to 28 February.
    expect(lastDay('2027-01-31', { ...month, dayOfNoticeCounts: false })).toBe('2027-02-28')
  })

  it('of no days ends the service at once', () => {
    const { buyerExit } = exitOn('2027-03-15', { notice: 0 })
    expect([buyerExit.committed, buyerExit.status]).toEqual([0, 'open'])
  })

  it('before the service begins can end it before it begins', () => {
    const { buyerExit, totalContractValue } = exitOn('2026-06-01')
    expect(buyerExit.status).toBe('beforeService')
    expect([buyerExit.committed, buyerExit.atRisk]).toEqual([0, totalContractValue])
  })

  it('can end the service on the day it would begin, but not once it has begun', () => {
    // 90 days from 3 Oct 2026: 1 Jan 2027.
    expect(exitOn('2026-10-03').buyerExit.status).toBe('beforeService')
    const { buyerExit } = exitOn('2026-10-04')
    expect([buyerExit.status, buyerExit.committed]).toEqual(['open', 10_00])
  })

  it('before signing is given on the day of signing', () => {
    const { buyerExit } = exitOn('2026-06-01', {}, '2026-12-01')
    expect(dateOf(buyerExit.noticeOn)).toBe('2026-12-01')
    // 90 days from 1 Dec 2026: 1 Mar 2027.
    expect(buyerExit.committed).toBe(620_00)
  })
})

describe('a lock-out', () => {
  it('that bars notice adds to it, and one that bars the end does not', () => {
    const lockOutUntil = '2027-07-01'
    expect(lastDay('2027-02-01', { lockOutUntil, lockOutBars: 'notice' })).toBe('2027-09-28')
    expect(lastDay('2027-02-01', { lockOutUntil, lockOutBars: 'end' })).toBe('2027-06-30')
  })

  it('that is over bars nothing', () => {
    const lockOutUntil = '2027-07-01'
    for (const lockOutBars of ['notice', 'end'] as const)
      expect(lastDay('2027-07-01', { lockOutUntil, lockOutBars })).toBe('2027-09-28')
  })

  it('beyond the term commits all of it', () => {
    const { buyerExit } = exitOn('2027-02-01', { lockOutUntil: '2030-01-01' })
    expect(buyerExit.termEndsFirst).toBe(true)
    expect(buyerExit.committed).toBe(23 * 310_00)
  })
})

import { describe, expect, it } from 'vitest'
import { evaluated } from './jsonDeals.ts'

/** One GPU at 1.00 an hour from 1 January 2027; what is billed or promised beyond the end of service is not given back. */
const deal = (charge: object, notice: number, end: string) => ({
  start: '2027-01-01',
  end,
  tranches: [{ gpus: 1 }],
  charges: [{ kind: 'metered', basis: 'perGpuHour', unitPrice: 1_000_000, ...charge }],
  rights: { buyer: { allowed: true, notice, refundsUnused: false } },
})

describe('leaving a metered charge whose minimum is not given back', () => {
  it('takes from the account the rest of the quarter that is under way, in arrears too', () => {
    const { buyerExit, cashStillToPay } = evaluated(
      deal(
        { minimumShare: 0.8, invoiced: 'arrears', settlement: 'quarterly', frequency: 'quarterly' },
        30,
        '2028-01-01',
      ),
    )
    // To 31 January: 30 days * 24 h * 80 %; the quarter has 90 days.
    expect([buyerExit.serviceFees, buyerExit.unusedBilling]).toEqual([576_00, 1152_00])
    expect([buyerExit.committed, cashStillToPay]).toEqual([1728_00, 1728_00])
  })

  it('commits the whole year that is billed ahead, though use is settled by the month', () => {
    const { buyerExit, cashStillToPay } = evaluated(
      deal({ minimumShare: 1, invoiced: 'advance', frequency: 'annual' }, 31, '2029-01-01'),
    )
    // To 1 February, where a month's settlement ends; 2027 has 8,760 hours.
    expect(buyerExit.serviceFees).toBe(744_00)
    expect([buyerExit.committed, cashStillToPay]).toEqual([8760_00, 8760_00])
  })
})

describe('hours', () => {
  it('are those of days where parts of months count as 30/360', () => {
    const { buyerExit } = evaluated({
      start: '2027-01-01',
      end: '2028-01-01',
      partMonths: 'thirty360',
      tranches: [{ gpus: 1 }],
      charges: [{ basis: 'perGpuHour', unitPrice: 1_000_000 }],
      rights: { buyer: { allowed: true, notice: 58 } },
    })
    // To 28 February: 58 days of 24 hours.
    expect([buyerExit.serviceEnds, buyerExit.committed]).toEqual(['2027-02-28', 1392_00])
  })
})

import { describe, expect, it } from 'vitest'
import { evaluate } from '../../shared/engine/evaluate.ts'
import { evaluated, rowsOf, year2027 } from './jsonDeals.ts'

describe('leaving a deal of 100.00 a month that is prepaid with 120.00 and credited 10.00 in each of twelve months', () => {
  const leaving = (notice: number) =>
    evaluated(
      year2027(100_00, {
        advances: [{ kind: 'prepayment', amount: 120_00, creditMonths: 12 }],
        rights: { buyer: { allowed: true, notice } },
      }),
    )

  it('loses the credit of a month that begins as service ends', () => {
    // 31 days from 1 January: 1 February. Only January's credit is drawn.
    const { buyerExit } = leaving(31)
    expect([buyerExit.serviceEnds, buyerExit.prepaidForfeited]).toEqual(['2027-02-01', 110_00])
  })

  it('loses no credit of the month it ends in', () => {
    // 32 days: 2 February, when February's is drawn as well.
    expect(leaving(32).buyerExit.prepaidForfeited).toBe(100_00)
  })

  it('takes from the account what it commits: the fees, and what is lost', () => {
    // 90 days, to 1 April: 300.00 of fees less 30.00 of credits, and the 120.00.
    const { buyerExit, cashStillToPay } = leaving(90)
    expect([buyerExit.committed, cashStillToPay]).toEqual([300_00 + 90_00, 390_00])
  })
})

describe('a prepayment that would not come back in full is refused', () => {
  const refusal = (advance: object, end = '2027-07-01') => {
    const deal = year2027(100_00, { end, advances: [{ kind: 'prepayment', amount: 120_00, ...advance }] })
    const answer = evaluate(deal)
    return answer.ok ? null : answer.error
  }

  it('where its credits run beyond the end of its capacity', () => {
    expect(refusal({ creditMonths: 6 })).toBeNull()
    expect(refusal({ creditMonths: 7 })).toEqual([
      {
        term: 'advances',
        message:
          '“Prepayment” would be credited until 1 Jul 2027, after the last day of its capacity, 30 Jun 2027: the rest would be lost.',
      },
    ])
  })

  it('where it is credited before it is paid', () => {
    expect(refusal({ creditFrom: 2, creditMonths: 3, paidOn: '2027-02-01' })).toBeNull()
    expect(refusal({ creditMonths: 3, paidOn: '2027-01-02' })).toEqual([
      {
        term: 'advances',
        message: '“Prepayment” would be credited from 1 Jan 2027, before it is paid on 2 Jan 2027.',
      },
    ])
  })
})

describe('a prepayment for a tranche with a flat fee of its own', () => {
  it('is credited on the invoices of that tranche', () => {
    // The second tranche is billed by quarter in arrears, net 30: 300.00 on 1 May, 30 days after 1 April. Its three
    // credits of 10.00 are taken off there, not off the months of the first tranche.
    const deal = {
      start: '2027-01-01',
      end: '2027-04-01',
      discountRate: 0.1,
      tranches: [{ id: 'first' }, { id: 'second' }],
      charges: [
        { tranche: 'first', monthlyFee: 0 },
        { tranche: 'second', monthlyFee: 100_00, frequency: 'quarterly', invoiced: 'arrears', netDays: 30 },
      ],
      advances: [{ kind: 'prepayment', tranche: 'second', amount: 30_00, creditMonths: 3 }],
    }
    const { presentValueOfCash } = evaluated(deal, { discounting: 'actual365' })
    // 90 days of the quarter and 30 more.
    expect(presentValueOfCash).toBeCloseTo(30_00 + 270_00 * 1.1 ** (-120 / 365), 6)
  })
})

describe('a prepayment of a share of its tranche', () => {
  it('is of the tranche’s fees, without the power it draws', () => {
    // Half of 1,200.00 in twelve parts.
    const power = { kind: 'power', basis: 'perKilowattHour', unitPrice: 100_000, minimumShare: 1 }
    const deal = {
      ...year2027(100_00),
      tranches: [{ id: 'only', kilowatts: 100 }],
      charges: [{ monthlyFee: 100_00 }, power],
      advances: [{ kind: 'prepayment', tranche: 'only', share: 0.5, creditMonths: 12 }],
    }
    expect(rowsOf(deal).map(({ prepaymentDrawn }) => prepaymentDrawn)).toEqual(Array<number>(12).fill(50_00))
  })
})

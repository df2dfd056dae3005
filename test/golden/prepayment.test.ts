import { describe, expect, it } from 'vitest'
import { dateOf } from '../../shared/days.ts'
import { readDeal } from '../../shared/document/readDeal.ts'
import { evaluate } from '../../shared/engine/evaluate.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
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

  it('draws the credit of the month it ends in by the days of service in it', () => {
    // 32 days, to 2 February: one day of February draws 10.00 / 28 = 0.36 of its credit.
    expect(leaving(32).buyerExit.prepaidForfeited).toBe(109_64)
    // 45 days, to 15 February: half of it.
    expect(leaving(45).buyerExit.prepaidForfeited).toBe(105_00)
  })

  it('takes from the account what it commits: the fees, and what is lost', () => {
    // 90 days, to 1 April: 300.00 of fees less 30.00 of credits, and the 120.00.
    const { buyerExit, cashStillToPay } = leaving(90)
    expect([buyerExit.committed, cashStillToPay]).toEqual([300_00 + 90_00, 390_00])
  })
})

/** The payments of a deal given as JSON: day and amount. */
const paymentsOf = (deal: unknown) => {
  const terms = readDeal(deal)
  if (!terms.ok) throw new Error(JSON.stringify(terms.error))
  const { days, amounts } = scheduleOf(terms.value).payments()
  return Array.from(days, (day, i) => [dateOf(day), amounts[i]!] as const)
}

describe('a credit never exceeds its invoice', () => {
  // 1,000.00 per month, the first three months free; 6,000.00 prepaid, to be credited in months 1 to 6.
  const prepaid = (amount: number, ramp: object[], terms: object = {}) =>
    year2027(1_000_00, { advances: [{ kind: 'prepayment', amount, creditMonths: 6 }], ...terms }, { ramp })
  const free = (until: string) => [{ from: '2027-01-01', until, basis: 'percentOff', share: 1 }]

  it('is carried over months without a fee to those after them', () => {
    const deal = prepaid(6_000_00, free('2027-04-01'))
    const paid = paymentsOf(deal).map(([, amount]) => amount)
    // 6,000.00 at once; nothing in January to September, of which April to September are credited in full.
    expect(paid).toEqual([6_000_00, ...Array<number>(8).fill(0), 1_000_00, 1_000_00, 1_000_00])
    expect(rowsOf(deal).map(({ prepaymentDrawn }) => prepaymentDrawn)).toEqual([
      0,
      0,
      0,
      ...Array<number>(6).fill(1_000_00),
      0,
      0,
      0,
    ])
    // What is paid is the contract value: nine months.
    expect(paid.reduce((sum, amount) => sum + amount, 0)).toBe(9_000_00)
    expect(evaluated(deal).totalContractValue).toBe(9_000_00)
  })

  it('and what is left at the end is repaid with the last payment', () => {
    // Ten months free: 2,000.00 of the 6,000.00 are credited, and 4,000.00 come back on 1 December.
    const deal = prepaid(6_000_00, free('2027-11-01'))
    expect(paymentsOf(deal).filter(([, amount]) => amount !== 0)).toEqual([
      ['2027-01-01', 6_000_00],
      ['2027-12-01', -4_000_00],
    ])
    const { cashStillToPay, peakPrepayment } = evaluated(deal)
    expect([cashStillToPay, peakPrepayment]).toEqual([2_000_00, 6_000_00])
  })

  it('counts all invoices of its day', () => {
    // 600.00 and 400.00 on each first of the month, and 1,000.00 credited on it.
    const deal = {
      ...prepaid(6_000_00, []),
      charges: [{ monthlyFee: 600_00 }, { monthlyFee: 400_00 }],
    }
    expect(paymentsOf(deal).map(([, amount]) => amount)).toEqual([
      6_000_00,
      ...Array<number>(5).fill(0),
      ...Array<number>(6).fill(1_000_00),
    ])
  })

  it('draws no more than the fees of the notice', () => {
    // Free to March: leaving on 16 April has drawn 500.00, half of April, of which all is paid for by the prepayment.
    const rights = { buyer: { allowed: true, notice: 105, forfeitsPrepaid: true } }
    const { buyerExit, cashStillToPay } = evaluated(prepaid(6_000_00, free('2027-04-01'), { rights }))
    expect([buyerExit.serviceEnds, buyerExit.serviceFees, buyerExit.prepaidForfeited]).toEqual([
      '2027-04-16',
      500_00,
      5_500_00,
    ])
    expect(cashStillToPay).toBe(6_000_00)
  })

  it('settles with the exit what was credited for days that are not served', () => {
    // As of 2 April, with April paid and credited in full, leaving on 16 April: 500.00 of fees were not owed and come
    // back, and 500.00 of credits are taken back; of the 6,000.00, 3,500.00 are drawn and 2,500.00 repaid.
    const rights = { buyer: { allowed: true, notice: 14, forfeitsPrepaid: false, refundsUnused: true } }
    const { cashStillToPay } = evaluated(prepaid(6_000_00, [], { rights }), { asOf: '2027-04-02' })
    expect(cashStillToPay).toBe(-500_00 + 500_00 - 2_500_00)
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

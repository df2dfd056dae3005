import { describe, expect, it } from 'vitest'
import { type Assumptions, curves, evaluate } from '../../shared/engine/evaluate.ts'
import example from '../../shared/engine/exampleDeal.json'

/** Renewals, notices that are likely, key dates, and what is committed over time: worked out by hand. */

function figuresOf(deal: unknown, assumptions: Assumptions = {}) {
  const evaluation = evaluate(deal, assumptions)
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.error))
  return evaluation.value
}

describe('renewals', () => {
  const deal = {
    start: '2027-01-01',
    end: '2028-01-01',
    charges: [{ monthlyFee: 100_00 }],
    renewals: [
      { months: 12, priceChange: 0.1, noticeDays: 90, probability: 0.5 },
      { months: 12, priceChange: 0.1, noticeDays: 90, probability: 0.5 },
    ],
  }

  it('compound their price changes, and stand outside the contract value', () => {
    const figures = figuresOf(deal)
    expect(figures.totalContractValue).toBe(1200_00)
    // 12 months at 110.00, and 12 at 121.00.
    expect(figures.withRenewals).toBe(1200_00 + 1320_00 + 1452_00)
    // The second comes about only after the first: 0.5 and 0.5 * 0.5.
    expect(figures.expectedWithRenewals).toBeCloseTo(1200_00 + 0.5 * 1320_00 + 0.25 * 1452_00, 6)
  })

  it('have to be decided their notice before they begin', () => {
    const deadlines = figuresOf(deal).keyDates.filter(({ kind }) => kind === 'renewalDeadline')
    // 90 days before 1 Jan 2028 and before 1 Jan 2029.
    expect(deadlines.map(({ on }) => on)).toEqual(['2027-10-03', '2028-10-03'])
  })

  it('take an escalator along where it is carried, and from its own date', () => {
    const rising = (carried: boolean, firstOn: string) =>
      figuresOf({
        ...deal,
        charges: [{ monthlyFee: 100_00, escalator: { rate: 0.05, firstOn, everyMonths: 12, carried } }],
        renewals: [{ months: 12 }],
      }).withRenewals
    expect(rising(false, '2028-01-01')).toBe(2400_00)
    // Twelve months at 105.00; from July, six at 100.00 and six at 105.00.
    expect(rising(true, '2028-01-01')).toBe(1200_00 + 1260_00)
    expect(rising(true, '2028-07-01')).toBe(1200_00 + 600_00 + 630_00)
  })
})

describe('an escalator that is carried', () => {
  it('rounds to its contract precision in renewals too', () => {
    const figures = figuresOf({
      start: '2027-01-01',
      end: '2028-01-01',
      charges: [
        { monthlyFee: 1001_00, escalator: { rate: 0.05, firstOn: '2027-07-01', decimals: 0, carried: true } },
      ],
      renewals: [{ months: 12 }],
    })
    // 1,001 * 1.05 = 1,051.05, so 1,051 from July 2027; * 1.05 = 1,103.55, so 1,104 from July 2028.
    expect(figures.totalContractValue).toBe(6 * 1001_00 + 6 * 1051_00)
    expect(figures.withRenewals - figures.totalContractValue).toBe(6 * 1051_00 + 6 * 1104_00)
  })
})

describe('service credits', () => {
  it('are rounded once an invoice, however a month is cut', () => {
    const days = Array.from({ length: 15 }, (_, i) => `2027-01-${String(i + 1).padStart(2, '0')}`)
    const ramp = days.slice(1).map((until, i) => ({ from: days[i], until, basis: 'percentOff', share: 0 }))
    const credits = (charge: object, rounding = 'halfAwayFromZero') =>
      figuresOf({
        start: '2027-01-01',
        end: '2027-02-01',
        rounding,
        serviceCredits: 0.5,
        charges: [charge],
      }).serviceCredits
    // Half of 31 cents is 15.5.
    expect([credits({ monthlyFee: 31 }), credits({ monthlyFee: 31, ramp })]).toEqual([16, 16])
    // Half of 5 cents is 2.5.
    expect([credits({ monthlyFee: 5 }), credits({ monthlyFee: 5 }, 'halfEven')]).toEqual([3, 2])
  })
})

describe('a notice that is likely', () => {
  const deal = (buyer: object, provider: object = {}) => ({
    start: '2027-01-01',
    end: '2027-04-01',
    charges: [{ monthlyFee: 100_00 }],
    rights: { buyer: { allowed: true, notice: 0, ...buyer }, provider },
  })
  // A yearly probability of 1 - 0.9^12 is one of 10 % a month.
  const hazard = Math.round((1 - 0.9 ** 12) * 1e6) / 1e6

  it('makes the fees expected fewer', () => {
    const { cost, months, servedToEnd } = figuresOf(deal({ hazard })).expectedValue
    // Out on 1 Jan, 1 Feb or 1 Mar after 0, 1 or 2 months: 0.1 * 0 + 0.09 * 100 + 0.081 * 200 + 0.729 * 300 = 243.9.
    expect(cost / 100).toBeCloseTo(243.9, 3)
    expect(months).toBeCloseTo(2.439, 5)
    expect(servedToEnd).toBeCloseTo(0.729, 5)
  })

  it('of both parties are independent', () => {
    const both = deal({ hazard }, { allowed: true, notice: 0, hazard })
    expect(figuresOf(both).expectedValue.servedToEnd).toBeCloseTo(0.729 ** 2, 5)
  })

  it('waits for the end of a lock-out', () => {
    const { cost, servedToEnd } = figuresOf(deal({ hazard, lockOutUntil: '2027-03-01' })).expectedValue
    // Only on 1 Mar: 0.1 * 200 + 0.9 * 300.
    expect(cost / 100).toBeCloseTo(290, 3)
    expect(servedToEnd).toBeCloseTo(0.9, 5)
  })

  it('is no exit where it comes too late to shorten the term', () => {
    // Three months of term and three of notice: whenever it is given, service goes on to the end.
    const late = figuresOf(deal({ hazard: 0.5, notice: 3, noticeUnit: 'months' })).expectedValue
    expect(late).toEqual({ cost: 300_00, months: 3, servedToEnd: 1 })
  })

  it('is drawn on the as-of date, then on the first day of each month', () => {
    // Six months with one month's notice: five notices end service early, and the sixth with the term.
    const right = { allowed: true, notice: 1, noticeUnit: 'months', hazard: 0.2 }
    const half = {
      start: '2027-01-01',
      end: '2027-07-01',
      charges: [{ monthlyFee: 100_00 }],
      rights: { buyer: right },
    }
    expect(figuresOf(half).expectedValue.servedToEnd).toBeCloseTo(0.8 ** (5 / 12), 12)
    // As of 15 March: that day, 1 April and 1 May; a notice on 1 June ends with the term.
    const later = figuresOf(half, { asOf: '2027-03-15' }).expectedValue
    expect(later.servedToEnd).toBeCloseTo(0.8 ** (3 / 12), 12)
  })

  it('of both parties on one day ends service at the earlier end', () => {
    // On 1 January the buyer's notice of two months or the provider's of one; 10 % each on it and on 1 February, when the
    // buyer's would end with the term: out on 1 Feb 0.1, on 1 Mar 0.09 + 0.81 x 0.1, else served.
    const { cost, servedToEnd } = figuresOf(
      deal(
        { hazard, notice: 2, noticeUnit: 'months' },
        { allowed: true, notice: 1, noticeUnit: 'months', hazard },
      ),
    ).expectedValue
    expect(cost / 100).toBeCloseTo(0.1 * 100 + (0.09 + 0.081) * 200 + 0.729 * 300, 3)
    expect(servedToEnd).toBeCloseTo(0.729, 5)
  })

  it('of nobody leaves what is owed', () => {
    expect(figuresOf(deal({})).expectedValue).toEqual({ cost: 300_00, months: 3, servedToEnd: 1 })
  })
})

describe('the key dates of the Colossus lease', () => {
  it('are its signing, start, ramp, lock-outs and last day', () => {
    const dates = figuresOf(example).keyDates.map(({ on, kind, party }) => [on, kind, party])
    expect(dates).toEqual([
      ['2026-05-01', 'start', null],
      ['2026-05-03', 'signing', null],
      ['2026-07-01', 'rampEnd', null],
      ['2026-08-01', 'lockOutEnd', 'buyer'],
      ['2026-08-01', 'lockOutEnd', 'provider'],
      ['2029-05-31', 'lastDay', null],
    ])
  })

  it('say by when to give notice to be out by a day', () => {
    const notices = (outBy: string) =>
      figuresOf(example, { outBy }).keyDates.filter(
        ({ kind, party }) => kind === 'lastNotice' && party === 'buyer',
      )
    // 1 Dec 2026 and 90 days are 1 Mar 2027. The lock-out bars notice until 1 Aug 2026: out on 30 Oct at the earliest.
    expect(notices('2027-03-01').map(({ on }) => on)).toEqual(['2026-12-01'])
    expect(notices('2026-10-30').map(({ on }) => on)).toEqual(['2026-08-01'])
    expect(notices('2026-10-29')).toEqual([])
  })
})

describe('what the Colossus lease commits over time', () => {
  it('is 6.169 B at its start and 3.75 B most of the time, the same for both parties', () => {
    const answer = curves(example)
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    const { buyer, provider } = answer.value
    const on = (date: string) => buyer.find((point) => point.on === date)!
    const billions = (cents: number) => Number((cents / 100e9).toFixed(3))
    const committed = ['2026-05-01', '2026-07-01', '2026-08-01', '2027-01-01', '2029-01-01', '2029-04-01']
    expect(committed.map((date) => billions(on(date).committed))).toEqual([
      6.169, 4.919, 3.669, 3.75, 3.75, 2.5,
    ])
    expect(billions(on('2029-01-01').committed + on('2029-01-01').atRisk)).toBe(6.25)
    expect(provider).toEqual(buyer)
    expect(buyer).toHaveLength(38)
  })
})

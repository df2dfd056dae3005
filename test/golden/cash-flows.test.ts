import { describe, expect, it } from 'vitest'
import { dateOf } from '../../shared/days.ts'
import type { Command } from '../../shared/commands/command.ts'
import { incrementalRate } from '../../shared/engine/cashFlows.ts'
import type { DatedAmounts } from '../../shared/engine/datedAmounts.ts'
import type { Book } from '../../shared/schema/book.ts'
import { colossus, edited, figuresOf, longerRamp, oneDeal, sample, scheduleOfDeal } from './sampleDeals.ts'

/** A second deal of one month, in advance. */
const another = (start: string, end: string, monthlyFee: number): Command[] => [
  { type: 'deal.add', dealId: 'other', name: 'Other', start, end },
  { type: 'charge.set', chargeId: 'other/fee', changes: { monthlyFee } },
]

const rateOf = (book: Book) => figuresOf(book, 'other').incrementalRate!

describe('the rate of return of a deal over the baseline', () => {
  it('counts 2028 as 366 days of 365: 1,000 for 1,100 a year later is 9.9714 %', () => {
    const book = edited(
      oneDeal('2029-01-01', '2029-02-01', 1100_00),
      ...another('2028-01-01', '2028-02-01', 1000_00),
    )
    const { status, rate } = rateOf(book)
    expect(status).toBe('ok')
    // 1.1^(365/366) - 1.
    expect(rate).toBeCloseTo(0.099714, 6)
  })

  it('is none where one never pays less than the other, and says so', () => {
    const book = edited(
      oneDeal('2028-01-01', '2029-01-01', 100_00),
      ...another('2028-01-01', '2029-01-01', 90_00),
    )
    expect(rateOf(book)).toMatchObject({ status: 'no sign change', rate: null, roots: [] })
    const same = edited(
      oneDeal('2028-01-01', '2029-01-01', 100_00),
      ...another('2028-01-01', '2029-01-01', 100_00),
    )
    expect(rateOf(same).status).toBe('all zero')
    expect(figuresOf(same, 'deal').incrementalRate).toBeNull()
  })

  it('can be two true rates: less in the ramp, more in July, less again', () => {
    // The third deal of the sample costs 140 M more in May and June 2026, 485 M less in July, and 25 M more after.
    const book = sample()
    const [baseline, deal] = [scheduleOfDeal(book, colossus), scheduleOfDeal(book, longerRamp)]
    const { roots, signChanges } = incrementalRate(baseline, deal)
    expect(signChanges).toBe(2)
    for (const root of roots) {
      const [first] = baseline.payments().days
      const worth = ({ days, amounts }: DatedAmounts) =>
        amounts.reduce((sum, amount, i) => sum + amount * (1 + root) ** (-(days[i]! - first!) / 365), 0)
      const [a, b] = [worth(baseline.payments()), worth(deal.payments())]
      expect(Math.abs(a - b) / (a + b)).toBeLessThan(1e-9)
    }
  })
})

describe('the average life of payments', () => {
  // 100.00 on 1 January 2027 and on 1 January 2028, a year of 365 days apart.
  const book = edited(
    oneDeal('2027-01-01', '2028-02-01', 100_00),
    {
      type: 'ramp.set',
      chargeId: 'deal/fee',
      steps: [
        { from: '2027-02-01', until: '2028-01-01', basis: 'percentOff', share: 1_000_000, fixedFee: null },
      ],
    },
    { type: 'deal.set', dealId: 'deal', changes: { discountRate: 100_000 } },
  )

  it('is the mean of the payments’ years, and of their present values’', () => {
    const { weightedAverageLife, duration } = figuresOf(book, 'deal').averageLife!
    expect(weightedAverageLife).toBeCloseTo(0.5, 12)
    // (0 * 100 + 1 * 90.909...) / 190.909...
    expect(duration).toBeCloseTo(1 / 2.1, 12)
  })

  it('leaves out what was paid before the valuation date, and is none after the last payment', () => {
    const from = (asOf: string) =>
      figuresOf(edited(book, { type: 'settings.set', changes: { valuation: 'asOf', asOf } }), 'deal')
        .averageLife
    expect(from('2027-01-02')!.weightedAverageLife).toBeCloseTo(364 / 365, 12)
    expect(from('2028-01-02')).toBeNull()
  })
})

describe('payments', () => {
  it('of one day are one, in the order of dates', () => {
    const book = edited(oneDeal('2027-01-15', '2027-03-15', 31_00), {
      type: 'charge.set',
      chargeId: 'deal/fee',
      changes: { invoiced: 'arrears', netDays: 30 },
    })
    const { days, amounts } = scheduleOfDeal(book, 'deal').payments()
    expect(Array.from(days, (day, i) => [dateOf(day), amounts[i]])).toEqual([
      // 17/31 of January, February, 14/31 of March; 30 days after each month, or the term, ends.
      ['2027-03-03', 17_00],
      ['2027-03-31', 31_00],
      ['2027-04-14', 14_00],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { dayOf } from '../../shared/days.ts'
import type { Command } from '../../shared/commands/command.ts'
import { accruedUntil, feesBetween } from '../../shared/engine/accrual.ts'
import type { RampTerm } from '../../shared/schema/charge.ts'
import {
  edited,
  figuresOf,
  oneDeal,
  scheduleOfDeal,
  paymentDays,
  stretchesOf,
} from '../golden/sampleDeals.ts'

const ramp = (...steps: Omit<RampTerm, 'fixedFee'>[]): Command => ({
  type: 'ramp.set',
  chargeId: 'deal/fee',
  steps: steps.map((step) => ({ ...step, fixedFee: null })),
})

const payable = (...of: Parameters<typeof scheduleOfDeal>) =>
  stretchesOf(scheduleOfDeal(...of)).map((line) => line.payable)

describe('a schedule', () => {
  it('counts March as one month, and February of a leap year whole', () => {
    expect(payable(oneDeal('2028-02-01', '2028-04-01', 290_00), 'deal')).toEqual([290_00, 290_00])
  })

  it('prorates a part month by its own days', () => {
    // 3 May: 29/31 of 31.00. 1 to 14 Jun: 14/30 of 31.00 = 14.4666...
    expect(payable(oneDeal('2026-05-03', '2026-06-15', 31_00), 'deal')).toEqual([29_00, 14_47])
  })

  it('prorates the day before a leap day by 29', () => {
    // 28 February 2028 only: 1/29 of 29.00.
    expect(payable(oneDeal('2028-02-28', '2028-02-29', 29_00), 'deal')).toEqual([1_00])
  })

  it('splits a month where a ramp ends within it', () => {
    const book = edited(
      oneDeal('2026-06-01', '2026-08-01', 30_00),
      ramp({ from: '2026-06-01', until: '2026-06-11', basis: 'percentOff', share: 1_000_000 }),
    )
    // Ten days free, twenty of thirty at 30.00, then July.
    expect(payable(book, 'deal')).toEqual([0, 20_00, 30_00])
    expect(figuresOf(book, 'deal').rampSavings.headline).toBe(10_00)
  })

  it('splits a month where a ramp begins within it', () => {
    const book = edited(
      oneDeal('2026-06-01', '2026-07-01', 30_00),
      ramp({ from: '2026-06-11', until: '2026-07-01', basis: 'percentOff', share: 500_000 }),
    )
    // Ten days of thirty at 30.00, twenty at 15.00.
    expect(payable(book, 'deal')).toEqual([10_00, 10_00])
  })

  it('charges the standard fee in the gap between two ramp steps', () => {
    const book = edited(
      oneDeal('2026-01-01', '2026-05-01', 100_00),
      ramp(
        { from: '2026-01-01', until: '2026-02-01', basis: 'percentOff', share: 900_000 },
        { from: '2026-03-01', until: '2026-04-01', basis: 'percentOfStandard', share: 300_000 },
      ),
    )
    expect(payable(book, 'deal')).toEqual([10_00, 100_00, 30_00, 100_00])
  })

  it('takes a fixed ramp fee as a monthly fee, prorated too', () => {
    const book = edited(oneDeal('2026-06-16', '2026-08-01', 100_00), {
      type: 'ramp.set',
      chargeId: 'deal/fee',
      steps: [{ from: '2026-06-16', until: '2026-08-01', basis: 'fixedFee', share: null, fixedFee: 60_00 }],
    })
    expect(payable(book, 'deal')).toEqual([30_00, 60_00])
  })

  it('gives the exit run rate of a term that ends within a month to the cent', () => {
    // One day of May: 1/31 of $1.25 B is rounded, the rate in force is not.
    const book = oneDeal('2029-01-01', '2029-05-02', 1_250_000_000_00)
    expect(figuresOf(book, 'deal').exitRunRate).toBe(15_000_000_000_00)
  })

  it('gives the exit run rate on the last day’s ramped fee', () => {
    const book = edited(
      oneDeal('2026-01-01', '2026-03-01', 100_00),
      ramp({ from: '2026-02-01', until: '2026-03-01', basis: 'percentOff', share: 250_000 }),
    )
    expect(figuresOf(book, 'deal').exitRunRate).toBe(900_00)
  })

  it('adds up over neighbouring stretches within a line', () => {
    // 10 cents over 31 days, cumulatively rounded: 3.2, 6.5 and 10 give 3, 6 (half away: 6.45) and 10.
    const schedule = scheduleOfDeal(oneDeal('2026-05-01', '2026-06-01', 10), 'deal')
    const days = ['2026-05-01', '2026-05-11', '2026-05-21', '2026-06-01'].map(dayOf)
    expect(days.map((day) => accruedUntil(schedule, day))).toEqual([0, 3, 6, 10])
    expect(feesBetween(schedule, days[1]!, days[2]!)).toBe(3)
    expect(feesBetween(schedule, days[2]!, days[1]!)).toBe(0)
  })

  it('counts a first year of service from the start, or a shorter term whole', () => {
    expect(figuresOf(oneDeal('2026-05-15', '2028-05-15', 31_00), 'deal').firstTwelveMonths).toBe(
      // 17/31 of May 17.00, eleven months, 14/31 of May 14.00.
      17_00 + 11 * 31_00 + 14_00,
    )
    expect(figuresOf(oneDeal('2026-05-01', '2026-08-01', 31_00), 'deal').firstTwelveMonths).toBe(93_00)
  })

  it('sums the largest fee over the longest term exactly', () => {
    const book = oneDeal('2026-01-01', '2101-01-01', 10 ** 13)
    expect(figuresOf(book, 'deal').totalContractValue).toBe(900 * 10 ** 13)
  })
})

describe('payments', () => {
  const paidOn = (invoiced: 'advance' | 'arrears', netDays: number) => {
    const book = edited(oneDeal('2026-05-03', '2026-07-11', 31_00), {
      type: 'charge.set',
      chargeId: 'deal/fee',
      changes: { invoiced, netDays },
    })
    return paymentDays(scheduleOfDeal(book, 'deal'))
  }

  it('in advance fall on the first day of service in each month', () => {
    expect(paidOn('advance', 0)).toEqual(['2026-05-03', '2026-06-01', '2026-07-01'])
  })

  it('in arrears fall on the day after each month’s last day of service', () => {
    expect(paidOn('arrears', 0)).toEqual(['2026-06-01', '2026-07-01', '2026-07-11'])
  })

  it('fall net days after the invoice, the last after the end of the term', () => {
    expect(paidOn('advance', 30)).toEqual(['2026-06-02', '2026-07-01', '2026-07-31'])
    expect(paidOn('arrears', 30)).toEqual(['2026-07-01', '2026-07-31', '2026-08-10'])
  })

  it('of a month with two rates are one invoice', () => {
    const book = edited(
      oneDeal('2026-06-01', '2026-07-01', 30_00),
      ramp({ from: '2026-06-01', until: '2026-06-11', basis: 'percentOff', share: 500_000 }),
      { type: 'charge.set', chargeId: 'deal/fee', changes: { invoiced: 'arrears' } },
    )
    expect(paymentDays(scheduleOfDeal(book, 'deal'))).toEqual(['2026-07-01'])
  })
})

import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import type { Deal } from '../../shared/schema/deal.ts'
import { cents, edited, figuresOf, oneDeal, scheduleOfDeal, stretchesOf } from './sampleDeals.ts'
import worked from './cases/deals.json'

const changed = (changes: Partial<Deal>): Command => ({ type: 'deal.set', dealId: 'deal', changes })
const { expected } = worked.find(({ id }) => id === 'dom-11-billing-months')! as unknown as {
  expected: Record<'contractMonths' | 'calendarActual' | 'thirty360', string> & {
    calendarActualLines: string[]
  }
}

describe('one contract billed in three ways (dom-11)', () => {
  // 930,000.00 a month from 10 February to 10 May 2027.
  const contract = oneDeal('2027-02-10', '2027-05-10', 930_000_00)
  const lines = (...commands: Command[]) =>
    stretchesOf(scheduleOfDeal(edited(contract, ...commands), 'deal')).map(({ payable }) => payable)
  const total = (...commands: Command[]) => figuresOf(edited(contract, ...commands), 'deal')

  it('by calendar months and actual days', () => {
    expect(lines()).toEqual(expected.calendarActualLines.map(cents))
    expect(total().totalContractValue).toBe(cents(expected.calendarActual))
  })

  it('by calendar months of thirty days', () => {
    // 21/30 + 1 + 1 + 9/30 = 3 months.
    expect(lines(changed({ partMonths: 'thirty360' }))).toEqual([
      651_000_00, 930_000_00, 930_000_00, 279_000_00,
    ])
    expect(total(changed({ partMonths: 'thirty360' })).totalContractValue).toBe(cents(expected.thirty360))
    expect(total(changed({ partMonths: 'thirty360' })).months).toBe(3)
  })

  it('by contract months', () => {
    for (const partMonths of ['actual', 'thirty360'] as const) {
      const { months, totalContractValue } = total(changed({ billingMonths: 'contract', partMonths }))
      expect([months, totalContractValue]).toEqual([3, cents(expected.contractMonths)])
    }
  })
})

describe('contract months', () => {
  it('begin on the day of the start, clamped to the end of shorter months', () => {
    const book = edited(oneDeal('2027-01-31', '2027-04-30', 31_00), changed({ billingMonths: 'contract' }))
    // 31 Jan, 28 Feb, 31 Mar, 30 Apr: three whole months.
    expect(stretchesOf(scheduleOfDeal(book, 'deal')).map(({ parts, payable }) => [parts, payable])).toEqual([
      [28, 31_00],
      [31, 31_00],
      [30, 31_00],
    ])
  })

  it('prorate a last part by its days in its contract month', () => {
    const book = edited(oneDeal('2027-02-10', '2027-03-20', 31_00), changed({ billingMonths: 'contract' }))
    // 10 March to 10 April has 31 days; ten of them cost 10.00.
    expect(stretchesOf(scheduleOfDeal(book, 'deal')).map(({ payable }) => payable)).toEqual([31_00, 10_00])
  })
})

describe('months of thirty days', () => {
  const thirty = changed({ partMonths: 'thirty360' })

  it('count nothing for a 31st', () => {
    const book = edited(oneDeal('2027-01-31', '2027-02-01', 30_00), thirty)
    // 30E/360: the 31st is the 30th, which leaves one day to the 1st.
    expect(figuresOf(book, 'deal').totalContractValue).toBe(1_00)
    const day = edited(oneDeal('2027-01-30', '2027-01-31', 30_00), thirty)
    expect(figuresOf(day, 'deal').totalContractValue).toBe(0)
  })

  it('count the end of February up to thirty', () => {
    // From the 28th to 1 March: 31 - 28 = 3 of 30 days.
    const book = edited(oneDeal('2027-02-28', '2027-03-01', 30_00), thirty)
    expect(figuresOf(book, 'deal').totalContractValue).toBe(3_00)
  })
})

describe('rounding half to even', () => {
  it('rounds a posted line to the even cent', () => {
    // 15 of 30 days of 0.01 and of 0.03: 0.005 and 0.015.
    const half = (fee: number, rounding: Deal['rounding']) =>
      figuresOf(edited(oneDeal('2027-04-01', '2027-04-16', fee), changed({ rounding })), 'deal')
        .totalContractValue
    expect([half(1, 'halfAwayFromZero'), half(3, 'halfAwayFromZero')]).toEqual([1, 2])
    expect([half(1, 'halfEven'), half(3, 'halfEven')]).toEqual([0, 2])
  })

  it('rounds the savings on the baseline’s fee as the deal does', () => {
    // Half of April at 0.01, wholly off: 0.005 of the baseline's fee.
    const saved = (rounding: Deal['rounding']) => {
      const book = edited(
        oneDeal('2027-04-01', '2027-04-16', 1),
        { type: 'deal.duplicate', from: 'deal', dealId: 'other', name: 'Other' },
        { type: 'deal.set', dealId: 'other', changes: { rounding } },
        {
          type: 'ramp.set',
          chargeId: 'other/fee',
          steps: [
            {
              from: '2027-04-01',
              until: '2027-04-16',
              basis: 'percentOff',
              share: 1_000_000,
              fixedFee: null,
            },
          ],
        },
      )
      return figuresOf(book, 'other').rampSavings.onBaselineStandard
    }
    expect([saved('halfAwayFromZero'), saved('halfEven')]).toEqual([1, 0])
  })
})

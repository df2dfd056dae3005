import { describe, expect, it } from 'vitest'
import { dateOf, dayOf } from '../../shared/days.ts'
import type { Command } from '../../shared/commands/command.ts'
import { compare } from '../../shared/engine/compare.ts'
import { rational } from '../../shared/rational.ts'
import { colossus, edited, figuresOf, oneDeal, sample, secondLease } from '../golden/sampleDeals.ts'

/** The baseline, and beside it a deal with another start, end and fee. */
function against(start: string, end: string, monthlyFee: number, ...more: Command[]) {
  const book = edited(
    oneDeal('2026-01-01', '2027-01-01', 100_00),
    { type: 'deal.add', dealId: 'other', name: 'Other', start, end },
    { type: 'charge.set', chargeId: 'other/fee', changes: { monthlyFee } },
    ...more,
  )
  return figuresOf(book, 'other').breakEvens!
}

describe('deals of unequal terms', () => {
  it('are compared from the earlier start to the earlier end', () => {
    const { accrued } = against('2026-04-01', '2028-01-01', 120_00)
    expect([dateOf(accrued.origin), dateOf(accrued.horizon)]).toEqual(['2026-01-01', '2027-01-01'])
  })

  it('cross where a dearer deal that starts later catches up', () => {
    // 100 a month from January against 120 from April, 300 behind: 20 a month closes in 15 months, after the end.
    expect(against('2026-04-01', '2028-01-01', 120_00).accrued.crossings).toEqual([])
    // At 160 it closes 60 a month: 5 months after April, on 1 September, month 8.
    const { accrued } = against('2026-04-01', '2028-01-01', 160_00)
    expect(accrued.crossings).toEqual([
      { months: rational(8), day: dayOf('2026-09-01'), firstWholeMonth: 8, cheaperAfter: 'baseline' },
    ])
    expect(accrued.cheaperAtFirst).toBe('deal')
  })

  it('are counted in months from the deal’s start where that is the earlier', () => {
    // 60 a month from October 2025, 180 by January; 100 a month closes 40 of it each month: 4.5 months later, month 7.5.
    const { accrued } = against('2025-10-01', '2027-01-01', 60_00)
    expect(dateOf(accrued.origin)).toBe('2025-10-01')
    expect(accrued.crossings.map(({ months, cheaperAfter }) => [months, cheaperAfter])).toEqual([
      [rational(15, 2), 'deal'],
    ])
    expect(accrued.cheaperAtFirst).toBe('baseline')
  })

  it('that do not overlap have the cheaper one that has not begun', () => {
    const { accrued } = against('2028-01-01', '2029-01-01', 1_00)
    expect(accrued.crossings).toEqual([])
    expect(accrued.cheaperAtFirst).toBe('deal')
  })

  it('run together while they cost the same, and part without crossing', () => {
    // A copy that runs on costs the same to the end of the comparison.
    expect(against('2026-01-01', '2028-01-01', 100_00).accrued.identical).toBe(true)
  })
})

describe('cost by payment date', () => {
  it('is compared to the last payment, after the end of the term', () => {
    const arrears: Command[] = ['deal/fee', 'other/fee'].map((chargeId) => ({
      type: 'charge.set',
      chargeId,
      changes: { invoiced: 'arrears', netDays: 30 },
    }))
    const { paid, accrued } = against('2026-01-01', '2027-01-01', 100_00, ...arrears)
    expect(dateOf(accrued.horizon)).toBe('2027-01-01')
    expect(dateOf(paid.horizon)).toBe('2027-01-31')
    expect(paid.identical).toBe(true)
  })

  it('is cheaper for longer where it is paid later', () => {
    // Advance against arrears at the same fee: never behind, equal only on the last payment.
    const { paid, accrued } = against('2026-01-01', '2027-01-01', 100_00, {
      type: 'charge.set',
      chargeId: 'other/fee',
      changes: { invoiced: 'arrears' },
    })
    expect(accrued.identical).toBe(true)
    expect(paid.crossings).toEqual([])
    expect(paid.cheaperAtFirst).toBe('deal')
    expect(paid.mergedFrom).toEqual(rational(12))
  })
})

describe('a crossing on an anchored calendar', () => {
  it('counts months from a start at a month’s end', () => {
    // From 31 Jan 2026, nothing until 31 Jul, then double: level with the baseline at double the time.
    const book = edited(
      oneDeal('2026-01-31', '2027-01-31', 0),
      { type: 'deal.add', dealId: 'other', name: 'Other', start: '2026-01-31', end: '2027-01-31' },
      { type: 'charge.set', chargeId: 'deal/fee', changes: { monthlyFee: 28_00 } },
      { type: 'charge.set', chargeId: 'other/fee', changes: { monthlyFee: 56_00 } },
      {
        type: 'ramp.set',
        chargeId: 'other/fee',
        steps: [
          { from: '2026-01-31', until: '2026-02-15', basis: 'percentOff', share: 1_000_000, fixedFee: null },
        ],
      },
    )
    // Baseline: 31 Jan 0.90 (1/31 of 28.00 = 0.9032), then 1.00 a day: 14.90 by 15 Feb; other 2.00 a day from there:
    // closed in 14.90 days less 0.90... = after 14 days of February (28.00 in all to 1 Mar: 28.90 against 28.00),
    // then 0.9032 a day more in March: 0.90 / 0.9032 of a day into 1 March.
    const [crossing] = figuresOf(book, 'other').breakEvens!.accrued.crossings
    expect(dateOf(crossing!.day)).toBe('2026-03-01')
    expect(crossing!.firstWholeMonth).toBe(2)
  })
})

describe('a change of perspective', () => {
  it('exchanges who is cheaper, and changes no date', () => {
    const sides = (baselineId: string, dealId: string) =>
      figuresOf(
        sample(
          { type: 'deal.duplicate', from: colossus, dealId: 'copy', name: 'Copy' },
          { type: 'charge.set', chargeId: 'copy/fee', changes: { monthlyFee: 1_200_000_000_00 } },
          { type: 'ramp.set', chargeId: 'copy/fee', steps: [] },
          { type: 'settings.set', changes: { baselineId } },
        ),
        dealId,
      ).breakEvens!.accrued.crossings.map(({ day, cheaperAfter }) => [day, cheaperAfter])
    const [there] = sides(colossus, 'copy')
    const [back] = sides('copy', colossus)
    expect(there![0]).toBe(back![0])
    expect([there![1], back![1]]).toEqual(['deal', 'baseline'])
  })
})

describe('figures', () => {
  it('are the same objects while nothing they rest on changes', () => {
    const book = sample()
    const [first] = compare(book).columns
    expect(compare(book).columns[0]).toBe(first)
    const other = edited(book, { type: 'deal.set', dealId: secondLease, changes: { buyer: 'Another' } })
    expect(compare(other).columns[0]).toBe(first)
    const later = edited(book, { type: 'settings.set', changes: { asOf: '2027-01-01' } })
    expect(compare(later).columns[0]).not.toBe(first)
  })
})

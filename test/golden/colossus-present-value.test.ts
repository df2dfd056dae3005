import { describe, expect, it } from 'vitest'
import type { Settings } from '../../shared/schema/book.ts'
import { colossus, figuresOf, sample } from './sampleDeals.ts'

const presentValue = (changes: Partial<Omit<Settings, 'id' | 'currency'>>) =>
  figuresOf(sample({ type: 'settings.set', changes }), colossus).presentValues.fees / 100e9

describe('the present value of the Colossus lease at 10 %, in billions', () => {
  it.each([
    ['effective', 'advance', 38.988],
    ['effective', 'middle', 38.833],
    ['effective', 'arrears', 38.68],
    ['nominal', 'advance', 38.744],
    ['nominal', 'middle', 38.584],
    ['nominal', 'arrears', 38.424],
    ['actual365', 'advance', 38.975],
  ] as const)('%s, %s: %f', (discounting, timing, billions) => {
    expect(presentValue({ discounting, timing })).toBeCloseTo(billions, 3)
  })

  it('leaves out what falls before 20 November 2026', () => {
    // Thirty fees from 1 December 2026, by actual days over 365. In months, 11/30 to the first, it is 33.402.
    const asOf = { valuation: 'asOf', asOf: '2026-11-20' } as const
    expect(presentValue({ ...asOf, discounting: 'actual365' })).toBeCloseTo(33.401, 3)
    expect(presentValue({ ...asOf, discounting: 'effective' })).toBeCloseTo(33.402, 3)
  })

  it('includes what falls on the valuation date', () => {
    // On 1 May 2029 only that day's $1.25 B is left, undiscounted; a day later nothing is.
    expect(presentValue({ valuation: 'asOf', asOf: '2029-05-01' })).toBeCloseTo(1.25, 12)
    expect(presentValue({ valuation: 'asOf', asOf: '2029-05-02' })).toBe(0)
  })

  it('is the total contract value at a rate of zero, and more than it at a negative rate', () => {
    const at = (discountRate: number) =>
      figuresOf(sample({ type: 'deal.set', dealId: colossus, changes: { discountRate } }), colossus)
    expect(at(0).presentValues.fees).toBe(45_000_000_000_00)
    expect(at(-20_000).presentValues.fees).toBeGreaterThan(45_000_000_000_00)
  })

  it('of a flat fee, part months and all, is that of the fee itself as a level rate', () => {
    const start = { type: 'deal.set', dealId: colossus, changes: { start: '2026-05-03' } } as const
    const flat = sample({ type: 'ramp.set', chargeId: `${colossus}/fee`, steps: [] }, start)
    expect(figuresOf(flat, colossus).presentValues.monthlyRate! / 100e9).toBeCloseTo(1.25, 9)
  })

  it('is the present-value rate times the present value of 1 a month', () => {
    const { monthlyRate } = figuresOf(sample(), colossus).presentValues
    // Annuity of 37 payments in advance at v = 1.1^(-1/12).
    const v = 1.1 ** (-1 / 12)
    const annuity = (1 - v ** 37) / (1 - v)
    expect((monthlyRate! * annuity) / 100e9).toBeCloseTo(38.988, 3)
  })
})

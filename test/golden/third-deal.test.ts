import { describe, expect, it } from 'vitest'
import { dateOf } from '../../shared/days.ts'
import { add, rational } from '../../shared/rational.ts'
import { figuresOf, longerRamp, sample } from './sampleDeals.ts'

describe('the longer ramp at a 2 % higher fee', () => {
  const figures = figuresOf(sample(), longerRamp)

  it('is worth $45.645 B, $0.645 B more than the baseline', () => {
    // 3 * 60 % * 1.275 + 34 * 1.275 = 2.295 + 43.35.
    expect(figures.totalContractValue).toBe(45_645_000_000_00)
  })

  it('saves $1.53 B by the headline and $1.455 B on the baseline’s standard fee', () => {
    // 3 * 40 % * 1.275; 3 * (1.25 - 60 % * 1.275).
    expect(figures.rampSavings.headline).toBe(1_530_000_000_00)
    expect(figures.rampSavings.onBaselineStandard).toBe(1_455_000_000_00)
  })

  it('crosses the baseline twice as cost accrues', () => {
    // In billions, this deal's cost less the baseline's: after May and June 2 * 0.765 - 2 * 0.625 = 0.28; July closes
    // the gap by 1.25 - 0.765 = 0.485 to -0.205; from August it opens by 1.275 - 1.25 = 0.025 a month.
    const { accrued } = figures.breakEvens!
    expect(accrued.crossings.map((crossing) => crossing.months)).toEqual([
      add(rational(2), rational(280, 485)),
      add(rational(3), rational(205, 25)),
    ])
    expect(accrued.crossings.map((crossing) => crossing.cheaperAfter)).toEqual(['deal', 'baseline'])
    expect(accrued.cheaperAtFirst).toBe('baseline')
  })

  it('crosses on 18 July 2026, within month 3, and on 7 April 2027, within month 12', () => {
    const { accrued } = figures.breakEvens!
    expect(accrued.crossings.map((crossing) => dateOf(crossing.day))).toEqual(['2026-07-18', '2027-04-07'])
    expect(accrued.crossings.map((crossing) => crossing.firstWholeMonth)).toEqual([3, 12])
  })

  it('crosses on payment dates where a payment jumps over the difference', () => {
    // Paid on the first of each month, in billions, this deal less the baseline after each payment:
    //   1 May 2026 0.765 - 0.625 = 0.140; 1 Jun 0.280; 1 Jul 0.280 + 0.765 - 1.250 = -0.205: crosses on 1 Jul.
    //   Then + 0.025 on each first: 1 Mar 2027 is the eighth, -0.205 + 0.200 = -0.005; 1 Apr the ninth, +0.020: crosses.
    const { paid } = figures.breakEvens!
    expect(paid.crossings.map((crossing) => dateOf(crossing.day))).toEqual(['2026-07-01', '2027-04-01'])
    expect(paid.crossings.map((crossing) => crossing.months)).toEqual([rational(2), rational(11)])
    expect(paid.crossings.map((crossing) => crossing.cheaperAfter)).toEqual(['deal', 'baseline'])
  })

  it('has no break-even with itself', () => {
    const asBaseline = sample({ type: 'settings.set', changes: { baselineId: longerRamp } })
    expect(figuresOf(asBaseline, longerRamp).breakEven).toBeNull()
  })

  it('crosses on the same days, with the sides exchanged, where the deals change places', () => {
    const exchanged = sample({ type: 'settings.set', changes: { baselineId: longerRamp } })
    const { accrued } = figuresOf(exchanged, 'colossus-lease').breakEvens!
    expect(accrued.crossings.map((crossing) => dateOf(crossing.day))).toEqual(['2026-07-18', '2027-04-07'])
    expect(accrued.crossings.map((crossing) => crossing.cheaperAfter)).toEqual(['baseline', 'deal'])
  })
})

import { describe, expect, it } from 'vitest'
import { evaluated as figuresOf, rowsOf } from './jsonDeals.ts'
import { cents } from './sampleDeals.ts'
import { amount, colossus, expectedOf } from './workedDeals.ts'

describe('dom-13: four tranches, each a fifth prepaid on delivery', () => {
  const expected = expectedOf('dom-13')
  const tranches = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].map((from, i) => ({
    id: `tranche-${i + 1}`,
    kilowatts: 50_000,
    from,
    until: `2031${from.slice(4)}`,
  }))
  const deal = {
    start: '2026-01-01',
    end: '2031-10-01',
    discountRate: 0.1,
    tranches,
    charges: [{ basis: 'perKilowatt', unitPrice: 808_000_000 }],
    advances: tranches.map(({ id }) => ({
      kind: 'prepayment',
      tranche: id,
      share: 0.2,
      creditFrom: 25,
      creditMonths: 36,
    })),
  }
  const figures = figuresOf(deal)

  it('is worth the fees, gross of what is prepaid, and saves nothing by a ramp', () => {
    expect(figures.totalContractValue).toBe(amount(expected['tcv']))
    expect(figures.rampSavings.headline).toBe(amount(expected['headlineRampSavings']))
    expect(figures.rampSavings.likeForLike).toBe(0)
  })

  it('credits each prepayment in equal parts, by cumulative rounding', () => {
    const rows = rowsOf(deal)
    const drawn = rows.map(({ prepaymentDrawn }) => prepaymentDrawn)
    const first = (expected['firstCredits'] as string[]).map(cents)
    expect(drawn.slice(24, 27)).toEqual(first)
    expect(drawn.reduce((sum, part) => sum + part, 0)).toBe(4 * amount(expected['sumOfCredits']))
    expect(drawn.filter((part) => part > 0)).toHaveLength(36 + 9)
  })

  it('takes 3.15 B out of the account in 2026', () => {
    const fees = rowsOf(deal)
      .filter(({ from }) => from < '2027-01-01')
      .reduce((sum, { payable }) => sum + payable, 0)
    expect(fees + 4 * amount(expected['prepaymentPerTranche'])).toBe(amount(expected['cash2026']))
  })

  it('has the present value and the levelised price of its cash', () => {
    expect(figures.presentValueOfCash / 100).toBeCloseTo(Number(expected['presentValueOfCash']), 2)
    expect(figures.levelisedPerKilowattMonth! / 100).toBeCloseTo(Number(expected['levelisedPerKwMonth']), 5)
    expect(figures.unitPrices.perKilowattMonth).toBe(amount(expected['simplePerKwMonth']))
  })
})

describe('dom-21: what a prepayment earns', () => {
  const prepaid = colossus(
    { advances: [{ kind: 'prepayment', share: 0.2, creditFrom: 25, creditMonths: 13 }] },
    { monthlyFee: 1_200_000_000_00 },
  )
  const expected = expectedOf('dom-21')

  it('is 8.48 % by XIRR, below the discount rate', () => {
    const { incrementalRate } = figuresOf(prepaid, { baseline: colossus() })
    expect(incrementalRate!.status).toBe('ok')
    expect(incrementalRate!.rate).toBeCloseTo(Number(expected['incrementalXirr']), 8)
  })

  it('so that it is dearer in present value, though 1.8 B cheaper', () => {
    const [a, b] = [figuresOf(colossus()), figuresOf(prepaid)]
    expect(b.totalContractValue - a.totalContractValue).toBe(-1_800_000_000_00)
    expect((b.presentValueOfCash - a.presentValueOfCash) / 100e6).toBeCloseTo(
      Number(expected['npvDifferenceAt10Percent']),
      6,
    )
  })

  it('is cheaper from the start as it accrues, by dom-19', () => {
    const { accrued } = figuresOf(prepaid, { baseline: colossus() }).breakEven!
    expect([accrued.crossings, accrued.cheaperAtFirst]).toEqual([[], 'deal'])
  })
})

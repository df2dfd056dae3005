import { describe, expect, it } from 'vitest'
import { type Assumptions, evaluate } from '../../shared/engine/evaluate.ts'
import { contextOfDeal } from '../../shared/engine/context.ts'
import { figuresOf } from '../../shared/engine/figures.ts'
import { readDeal } from '../../shared/document/readDeal.ts'
import { figureTable } from '../../shared/tables/figures.ts'

type Deal = Record<string, unknown>

const evaluated = (deal: Deal, assumptions: Assumptions = {}) => {
  const found = evaluate(deal, assumptions)
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value
}

const usage = (unitPrice: number, more: Deal = {}): Deal => ({
  kind: 'metered',
  basis: 'perGpuHour',
  unitPrice,
  ...more,
})

/** 220,000 GPUs on demand at 2.95 over the lease's 1,127 days. */
const onDemand = {
  name: 'On demand',
  start: '2026-05-01',
  end: '2029-06-01',
  discountRate: 0,
  tranches: [{ gpus: 220_000 }],
  charges: [usage(2_950_000, { utilisation: 1 })],
}

/** 150,000 GPUs reserved at 2.065 from 1 Jan 2027 through 31 May 2029, 882 days. */
const reserved = (utilisation: number, minimumShare: number) => ({
  name: 'Reserved',
  start: '2027-01-01',
  end: '2029-06-01',
  discountRate: 0,
  tranches: [{ gpus: 150_000 }],
  charges: [usage(2_065_000, { utilisation, minimumShare })],
})

/** The cells of a deal’s figures by label, as a terminal or a page shows them. */
function cellsOf(deal: Deal, baseline: Deal | null = null) {
  const terms = [deal, ...(baseline ? [baseline] : [])].map((each) => {
    const read = readDeal(each)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    return read.value
  })
  const context = contextOfDeal(terms[0]!, {}, terms[1] ?? null)
  const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const
  const rows = figureTable({ context, columns: [figuresOf(terms[0]!, context)], style })
  return Object.fromEntries(rows.map(({ id, cells: [cell] }) => [id, cell!]))
}

describe('a deal with usage only', () => {
  it('is worth its expected usage in every figure that compares, and has no fixed value', () => {
    const found = evaluated(onDemand)
    // 220,000 GPUs x 27,048 hours x 2.95, without discount.
    const whole = 17_554_152_000_00
    expect([found.totalContractValue, found.withExpectedUse, found.withRenewals]).toEqual([0, whole, whole])
    expect(found.presentValue).toBeCloseTo(whole, 0)
    for (const values of Object.values(found.presentValueByConvention))
      for (const value of Object.values(values)) expect(value).toBeCloseTo(whole, 0)
    expect(found.effectiveMonthly).toBe(whole / 37)
    expect(found.averageAnnualValue).toBe((whole * 12) / 37)
    // 220,000 x 8,760 hours x 2.95, of 365 days and of twelve months of 730 hours.
    expect([found.firstTwelveMonths, found.exitRunRate]).toEqual([5_685_240_000_00, 5_685_240_000_00])
    const { perGpuHour, perDeliveredGpuHour, perContractedGpuHour } = found.unitPrices
    expect([perGpuHour, perDeliveredGpuHour, perContractedGpuHour]).toEqual([295, 295, 295])
    expect(found.levelisedPerGpuHour).toBeCloseTo(295, 6)
    // Nothing is committed.
    expect([found.buyerExit.committed, found.buyerExit.atRisk]).toEqual([0, 0])
  })

  it('says so in its row', () => {
    const { totalContractValue, presentValue, effectiveMonthly, averagePerGpuHour } = cellsOf(onDemand)
    expect(totalContractValue!.text).toBe('$17.554\u00a0B')
    expect(totalContractValue!.detail).toBe('at expected usage, 0 fixed, 37 months')
    for (const cell of [presentValue, effectiveMonthly, averagePerGpuHour])
      expect(cell!.detail).toContain('at expected usage')
  })

  it('is compared with a deal of fixed fees at its expected usage', () => {
    const lease = { ...onDemand, name: 'Lease', charges: [{ monthlyFee: 1_250_000_000_00 }] }
    const cells = cellsOf(onDemand, lease)
    // 17.554152 against 46.25 billion: 28.695848 less, which is 62.0 % of it.
    expect(cells['totalContractValue']!.change).toEqual({
      text: '−$28.696\u00a0B (−62.0\u00a0%) at expected usage',
      tone: 'better',
    })
    expect(cells['breakEvenAccrued']!.detail).toBe('On demand is cheaper throughout, at expected usage')
    expect(cellsOf(lease, onDemand)['totalContractValue']!.change!.text).toContain('at expected usage')
    expect(cellsOf(lease)['totalContractValue']!.detail).toBe('37 months')
  })
})

describe('a reserved deal', () => {
  it('is worth its usage or its minimum, whichever is more', () => {
    // 3,175,200,000 GPU-hours at 2.065; 80 % of it.
    const [full, minimum] = [6_556_788_000_00, 5_245_430_400_00]
    for (const [utilisation, expected] of [
      [1, full],
      [0.6, minimum],
    ] as const) {
      const found = evaluated(reserved(utilisation, 0.8))
      expect([found.totalContractValue, found.withExpectedUse]).toEqual([minimum, expected])
      expect(found.presentValue).toBeCloseTo(expected, 0)
      expect(found.effectiveMonthly).toBe(expected / 29)
      expect(found.unitPrices.perGpuHour).toBe(206.5)
      // 150,000 x 8,760 hours x 2.065 is a year at full usage.
      expect(found.exitRunRate).toBe(Math.round(2_713_410_000_00 * Math.max(utilisation, 0.8)))
    }
    const row = cellsOf(reserved(1, 0.8))['totalContractValue']!
    expect([row.text, row.detail]).toEqual(['$5.245\u00a0B', '$6.557\u00a0B at expected usage, 29 months'])
  })

  it('is worth its expected usage without its minimum', () => {
    const found = evaluated(reserved(0.6, 0))
    expect([found.totalContractValue, found.withExpectedUse]).toEqual([0, 3_934_072_800_00])
    expect(found.presentValue).toBeCloseTo(3_934_072_800_00, 0)
  })
})

describe('a notice that is likely', () => {
  /** Three months of 100 GPUs at 2.00 an hour, with a monthly probability of 10 % that the buyer leaves at once. */
  const hazard = Math.round((1 - 0.9 ** 12) * 1e6) / 1e6
  const quarter = (charge: Deal, buyer: Deal = {}) => ({
    start: '2027-01-01',
    end: '2027-04-01',
    tranches: [{ gpus: 100 }],
    charges: [usage(2_000_000, charge)],
    rights: { buyer: { allowed: true, notice: 0, hazard, ...buyer } },
  })

  it('has an expected cost at expected usage', () => {
    // At 50 % use a day costs 100 x 24 x 0.5 x 2 = 2,400: after January 74,400, after February 141,600, in all 216,000.
    // Out on 1 Jan, 1 Feb or 1 Mar: 0.1 x 0 + 0.09 x 74,400 + 0.081 x 141,600 + 0.729 x 216,000.
    const { cost } = evaluated(quarter({ utilisation: 0.5 })).expectedValue
    expect(cost / 100).toBeCloseTo(6_696 + 11_469.6 + 157_464, 0)
    // The same where half of it is a minimum.
    const reservedCost = evaluated(quarter({ utilisation: 0.5, minimumShare: 0.25 })).expectedValue.cost
    expect(reservedCost / cost).toBeCloseTo(1, 9)
  })

  it('says so', () => {
    expect(cellsOf(quarter({ utilisation: 0.5 }))['expectedCost']!.detail).toMatch(/^at expected usage, /)
    expect(cellsOf(quarter({ utilisation: 0.5, minimumShare: 0.5 }))['expectedCost']!.detail).not.toContain(
      'usage',
    )
  })

  it('leaves the minimum to be paid where usage is below it', () => {
    // Certain to leave on 1 January with 45 days' notice, on 15 February, in a settlement of a quarter. 45 days of the
    // minimum of 50 % are 108,000; the whole quarter's are 216,000, of which usage of 80 % until then (172,800) is a part.
    const leaving = (charge: Deal, refundsUnused: boolean) =>
      evaluated(
        quarter(
          { settlement: 'quarterly', minimumShare: 0.5, ...charge },
          { hazard: 1, notice: 45, refundsUnused },
        ),
        { asOf: '2027-01-01' },
      ).expectedValue.cost
    expect(leaving({ utilisation: 0.2 }, true)).toBe(108_000_00)
    expect(leaving({ utilisation: 0.8 }, true)).toBe(172_800_00)
    expect(leaving({ utilisation: 0.8 }, false)).toBe(216_000_00)
  })
})

describe('usage that costs the same as a fee', () => {
  it('gives the same figures, and no break-even', () => {
    const tranches = [
      { gpus: 1000, kilowatts: 1500, delivery: [{ from: '2026-03-10', until: '2026-05-01', share: 0.5 }] },
    ]
    const of = (charge: Deal, more: Deal = {}) => ({
      start: '2026-03-10',
      end: '2028-02-20',
      tranches,
      charges: [charge],
      renewals: [{ months: 12, probability: 0.5 }],
      ...more,
    })
    const escalator = { rate: 0.05, firstOn: '2027-03-10' }
    // 60 % of the hours at 2.50 are all hours at 1.50; the escalator's steps are whole millionths in both.
    const byUsage = of(usage(2_500_000, { utilisation: 0.6, escalator }))
    const fee = of({
      basis: 'perGpuHour',
      unitPrice: 1_500_000,
      escalator,
      ramp: [{ from: '2026-03-10', until: '2026-05-01', basis: 'proRata' }],
    })
    const [a, b] = [evaluated(byUsage), evaluated(fee)]
    for (const key of [
      'effectiveMonthly',
      'averageAnnualValue',
      'firstTwelveMonths',
      'exitRunRate',
      'withRenewals',
      'presentValue',
      'presentValueRate',
      'levelisedPerGpuHour',
      'averageLife',
    ] as const)
      expect([key, a[key]! / b[key]!]).toEqual([key, expect.closeTo(1, 9)])
    const { breakEven } = evaluated(byUsage, { baseline: fee })
    expect([breakEven!.accrued.identical, breakEven!.paid.identical]).toEqual([true, true])
  })

  it('adds overage above its threshold to the run rate', () => {
    const deal = {
      start: '2026-01-01',
      end: '2027-01-01',
      tranches: [{ gpus: 1000 }],
      charges: [
        usage(2_000_000, {
          utilisation: 0.95,
          minimumShare: 0.5,
          overageAbove: 0.9,
          overagePrice: 3_000_000,
        }),
      ],
    }
    // (0.90 x 2 + 0.05 x 3) x 1,000 x 8,760.
    expect(evaluated(deal).exitRunRate).toBe(17_082_000_00)
    expect(evaluated(deal).unitPrices.perGpuHour).toBe(200)
  })
})

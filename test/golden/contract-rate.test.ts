import { describe, expect, it } from 'vitest'
import { monthsBetween } from '../../shared/engine/calendarMonths.ts'
import { deliveredMonths, priceOfDelivered } from '../../shared/engine/deliveredMonths.ts'
import type { Assumptions } from '../../shared/engine/evaluate.ts'
import { evaluate } from '../../shared/engine/evaluate.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { readDeal } from '../../shared/document/readDeal.ts'

type Deal = Record<string, unknown>

const thousand = { tranches: [{ gpus: 1000, kilowatts: 1500 }] }
/** A price in millionths of a dollar. */
const micros = (price: number) => Math.round(price * 1_000_000)
const hourly = (price: number, more: Deal = {}): Deal => ({
  basis: 'perGpuHour',
  unitPrice: micros(price),
  ...more,
})
const usage = (unitPrice: number, more: Deal = {}): Deal =>
  hourly(unitPrice, { kind: 'metered', utilisation: 1, ...more })

const year = (start: string, charges: readonly Deal[], more: Deal = thousand): Deal => ({
  start,
  end: `${Number(start.slice(0, 4)) + 1}${start.slice(4)}`,
  charges,
  ...more,
})

const evaluated = (deal: Deal, assumptions: Assumptions = {}) => {
  const found = evaluate(deal, assumptions)
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value
}
const termsOf = (deal: Deal) => {
  const found = readDeal(deal)
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value
}
const rates = (deal: Deal, assumptions?: Assumptions) => evaluated(deal, assumptions).unitPrices
const perGpuHour = (deal: Deal) => rates(deal).perGpuHour! / 100

const starts = ['01-01', '02-01', '03-15', '04-30', '07-31', '12-17'].map((day) => `2026-${day}`)

describe('the price per GPU-hour', () => {
  it.each(starts)('is the contract’s own, and the break-even utilisation with it, from %s', (start) => {
    const { perGpuHour: price, breakEvenUtilisation } = rates(year(start, [hourly(2.91)]), {
      onDemandPrice: 2_910_000,
    })
    expect([price, breakEvenUtilisation]).toEqual([291, 1])
  })

  it.each(starts)('of a monthly fee is one of 8,760 hours per year, from %s', (start) => {
    for (const frequency of ['monthly', 'quarterly', 'annual'])
      for (const invoiced of ['advance', 'arrears'])
        for (const billingMonths of ['calendar', 'contract']) {
          const deal = year(start, [{ monthlyFee: 2_124_300_00, frequency, invoiced }], {
            ...thousand,
            billingMonths,
          })
          // 2,124,300 x 12 / (1,000 x 8,760) = 2.91.
          expect(perGpuHour(deal)).toBe(2.91)
        }
  })

  it('counts tranches that come later', () => {
    const tranches = [{ gpus: 300 }, { gpus: 300, from: '2026-07-01' }]
    const deal = year('2026-01-01', [{ monthlyFee: 1_000_000_00 }], { tranches })
    // 1,000,000 x 12 / (600 x 8,760).
    expect(perGpuHour(deal)).toBeCloseTo(2.283105, 6)
    const both = year(
      '2026-01-01',
      [{ monthlyFee: 1_000_000_00 }, { monthlyFee: 1_000_000_00, from: '2026-07-01' }],
      { tranches },
    )
    expect(perGpuHour(both)).toBeCloseTo(2 * 2.283105, 6)
  })

  it('weighs the prices of tranches by their units', () => {
    const tranches = [
      { id: 'a', gpus: 300 },
      { id: 'b', gpus: 700, from: '2026-05-20' },
    ]
    const charges = [hourly(2.1, { tranche: 'a' }), hourly(1.8, { tranche: 'b' })]
    // (300 x 2.10 + 700 x 1.80) / 1,000.
    expect(perGpuHour(year('2026-02-01', charges, { tranches }))).toBe(1.89)
  })

  it('adds up fees, prices by the hour and usage at full usage', () => {
    expect(perGpuHour(year('2026-02-01', [hourly(1), usage(2, { utilisation: 0.4 })]))).toBe(3)
    // 730,000 per month of 730 hours for 1,000 GPUs is 1.00.
    expect(
      perGpuHour(year('2026-02-01', [{ monthlyFee: 730_000_00 }, usage(2, { minimumShare: 0.6 })])),
    ).toBe(3)
    expect(perGpuHour(year('2026-02-01', [{ basis: 'perGpu', unitPrice: micros(730) }]))).toBe(1)
  })

  it('is that of usage, with a minimum or without', () => {
    const tranches = [{ gpus: 10_000 }]
    for (const minimumShare of [0, 0.6])
      expect(
        perGpuHour(year('2026-02-01', [usage(2.5, { minimumShare, utilisation: 0.3 })], { tranches })),
      ).toBe(2.5)
  })

  it('is before escalation and without ramp, also where it escalates on the second day', () => {
    const escalator = { rate: 0.03, firstOn: '2026-02-02' }
    const ramp = [{ from: '2026-02-01', until: '2026-04-01', basis: 'percentOff', share: 0.5 }]
    expect(perGpuHour(year('2026-02-01', [hourly(2.91, { escalator, ramp })]))).toBe(2.91)
  })

  it('is the first of prices that follow one another, and the fee after free months', () => {
    const stepped = [hourly(2, { until: '2026-07-01' }), hourly(3, { from: '2026-07-01' })]
    expect(perGpuHour(year('2026-02-01', stepped))).toBe(2)
    expect(perGpuHour(year('2026-02-01', [hourly(2, { from: '2026-05-01' })]))).toBe(2)
    const growing = {
      tranches: [
        { id: 'a', gpus: 400 },
        { id: 'b', gpus: 600, from: '2026-10-01' },
      ],
    }
    // Each tranche at the price of its own start: (400 x 2 + 600 x 3) / 1,000.
    expect(perGpuHour(year('2026-02-01', stepped, growing))).toBe(2.6)
  })

  it('is of the tranches that are due together where one replaces another', () => {
    const tranches = [
      { gpus: 300, until: '2026-07-01' },
      { gpus: 600, from: '2026-07-01' },
    ]
    // 438,000 x 12 / (600 x 8,760) = 1.00.
    expect(perGpuHour(year('2026-01-01', [{ monthlyFee: 438_000_00 }], { tranches }))).toBe(1)
  })

  it('leaves out power that is passed through', () => {
    const power = { kind: 'power', basis: 'perKilowattHour', unitPrice: micros(0.07), utilisation: 1 }
    expect(perGpuHour(year('2026-02-01', [hourly(2), power]))).toBe(2)
  })
})

describe('the price per kW-month and MW-month', () => {
  it('counts 730 hours of a price per kWh, and of one per GPU-hour', () => {
    const charge = { kind: 'metered', basis: 'perKilowattHour', unitPrice: micros(0.1), utilisation: 0.2 }
    // 0.10 x 730, at the meter of a facility; 1.25 times that of critical IT power with a PUE of 1.25.
    const facility = { tranches: [{ kilowatts: 2000, powerBasis: 'facility', pue: 1.25 }] }
    expect(rates(year('2026-02-01', [charge], facility)).perKilowattMonth).toBe(73_00)
    const critical = { tranches: [{ kilowatts: 2000, powerBasis: 'criticalIt', pue: 1.25 }] }
    expect(rates(year('2026-02-01', [charge], critical)).perKilowattMonth).toBe(91_25)
    // 1,000 GPUs x 3.00 x 730 over 1,500 kW.
    expect(rates(year('2026-02-01', [hourly(3)])).perMegawattMonth).toBe(1_460_000_00)
  })

  it('is the price of one unit whatever the month', () => {
    for (const start of starts) {
      const { perKilowattMonth, perMegawattMonth } = rates(
        year(start, [{ basis: 'perKilowatt', unitPrice: micros(120.5) }]),
      )
      expect([perKilowattMonth, perMegawattMonth]).toEqual([120_50, 120_500_00])
    }
  })
})

describe('the price of each month', () => {
  /** The prices of a deal in every calendar month that it touches. */
  const monthly = (deal: Deal, unit: 'gpuHour' | 'megawattMonth') => {
    const schedule = scheduleOf(termsOf(deal))
    const months = monthsBetween(schedule.start, schedule.end).slice(0, -1)
    return months.map((month) => priceOfDelivered([deliveredMonths(schedule).get(month)!], unit))
  }

  it.each(starts)('is a constant line at a constant price, from %s', (start) => {
    const half = { ...thousand, tranches: [{ ...thousand.tranches[0], delivery: [] }] }
    const shapes: [Deal, number][] = [
      [year(start, [hourly(2.91)]), 2.91],
      [year(start, [{ monthlyFee: 2_124_300_00 }]), 2.91],
      [year(start, [{ monthlyFee: 2_124_300_00 }], { ...half, billingMonths: 'contract' }), 2.91],
      [year(start, [{ monthlyFee: 2_124_300_00 }], { ...half, partMonths: 'thirty360' }), 2.91],
      // 60 % of the hours at 2.50, or the minimum of 80 %, settled by the quarter.
      [year(start, [usage(2.5, { utilisation: 0.6 })]), 1.5],
      [year(start, [usage(2.5, { utilisation: 0.6, minimumShare: 0.8, settlement: 'quarterly' })]), 2],
      [year(start, [{ monthlyFee: 730_000_00 }, usage(2.5, { utilisation: 0.6 })]), 2.5],
    ]
    for (const [deal, price] of shapes)
      for (const found of monthly(deal, 'gpuHour')) expect(found! / 100).toBeCloseTo(price, 6)
    // A month's part is posted in whole cents.
    for (const found of monthly(year(start, [{ monthlyFee: 300_000_00 }]), 'megawattMonth'))
      expect(found! / 100).toBeCloseTo(200_000, 1)
  })
})

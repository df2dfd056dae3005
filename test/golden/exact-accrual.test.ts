import { describe, expect, it } from 'vitest'
import { evaluated, rowsOf, year2027 } from './jsonDeals.ts'

type RampSteps = readonly { from: string; until: string; percentOff: number }[]

/** $1.25B per month from May 2026 to May 2029, with a ramp and, if any, steps of delivery. */
const lease = (ramp: RampSteps, delivery: readonly object[] = []) => ({
  start: '2026-05-01',
  end: '2029-06-01',
  charges: [
    {
      monthlyFee: 1_250_000_000_00,
      ramp: ramp.map(({ from, until, percentOff }) => ({
        from,
        until,
        basis: 'percentOff',
        share: percentOff,
      })),
    },
  ],
  tranches: [{ gpus: 220_000, delivery }],
})

const halfOff = (until: string) => ({ from: '2026-05-01', until, percentOff: 0.5 })
const toJuly = lease([halfOff('2026-07-01')])

describe('cost as it accrues', () => {
  it('has no crossing before the day on which two deals part', () => {
    // 50 % off to 11 June in both; then 50 % off against 60 % off: the second is cheaper by
    // 0.1 x 1.25B x 19/30 = 79,166,666.67 from 12 June on.
    const deal = lease([halfOff('2026-06-12'), { from: '2026-06-12', until: '2026-07-01', percentOff: 0.6 }])
    const { accrued, likeCapacity } = evaluated(deal, { baseline: toJuly }).breakEven!
    for (const found of [accrued, likeCapacity!])
      expect([found.crossings, found.cheaperAtFirst, found.identical]).toEqual([[], 'deal', false])
  })

  it.each([
    [
      'steps of delivery',
      lease([halfOff('2026-07-01')], [{ from: '2026-05-01', until: '2026-06-12', share: 0.3 }]),
    ],
    [
      'a step cut in two of the same value',
      lease([halfOff('2026-06-12'), { ...halfOff('2026-07-01'), from: '2026-06-12' }]),
    ],
  ])('is the same fees whatever cuts the months: %s', (_, deal) => {
    const { accrued, likeCapacity, invoiced, paid } = evaluated(deal, { baseline: toJuly }).breakEven!
    for (const found of [accrued, likeCapacity!, invoiced, paid]) expect(found.identical).toBe(true)
  })

  it('is the same for one charge and for two that sum to it', () => {
    const whole = year2027(1_000_01, { end: '2027-12-12' })
    const parts = { ...whole, charges: [{ monthlyFee: 400_01 }, { monthlyFee: 600_00, label: 'Second' }] }
    // 12 December cuts the last month: 11/31 of 1,000.01 is 354.842258; of 400.01 141.939032 and of 600.00 212.903226,
    // each rounded: 354.84 both, so nothing parts the two but fractions of a cent within the month.
    expect(evaluated(parts, { baseline: whole }).breakEven!.accrued.identical).toBe(true)
  })

  it('spreads the shortfall of metered usage over its month, however that is cut', () => {
    const metered = (deliveryUntil: string | null) =>
      year2027(
        0,
        {
          tranches: [
            {
              gpus: 100,
              delivery:
                deliveryUntil === null ? [] : [{ from: '2027-01-01', until: deliveryUntil, share: 1 }],
            },
          ],
        },
        { kind: 'metered', basis: 'perGpuHour', unitPrice: 2_500_000, utilisation: 0.3, minimumShare: 0.6 },
      )
    const { accrued } = evaluated(metered('2027-05-12'), { baseline: metered(null) }).breakEven!
    expect(accrued.identical).toBe(true)
    // May: 100 GPUs x 744 hours x 60 % x 2.50.
    expect(rowsOf(metered('2027-05-12'))[4]!.metered).toBe(111_600_00)
  })
})

describe('an exit that cuts a month', () => {
  /** Fees of a notice of so many days on 1 April 2027, the start, at 25 cents per month. */
  const feesOver = (days: number, terms: object = {}, charge: object = {}) =>
    evaluated({
      start: '2027-04-01',
      end: '2028-04-01',
      charges: [{ monthlyFee: 25, ...charge }],
      rights: { buyer: { allowed: true, notice: days, noticeUnit: 'days', refundsUnused: true } },
      ...terms,
    }).buyerExit.serviceFees

  it('is rounded in the deal’s own mode', () => {
    // 15 of the 30 days of April are 12.5 cents: 13 away from zero, 12 to even.
    expect(feesOver(15)).toBe(13)
    expect(feesOver(15, { rounding: 'halfEven' })).toBe(12)
  })

  it('is rounded once, from the exact fee of its line', () => {
    // 46 % off to 10 April: 13.5 x 10/30 = 4.5, and 25 x 1/30 = 0.83 on 11 April: 5.33 cents.
    const ramp = [{ from: '2027-04-01', until: '2027-04-11', basis: 'percentOff', share: 0.46 }]
    expect(feesOver(11, {}, { ramp })).toBe(5)
    // A quarter billed as one line: 25 for April, and 25 x 15/31 = 12.10 for May.
    expect(feesOver(45, {}, { frequency: 'quarterly' })).toBe(37)
  })

  it('rounds a minimum by the day in that mode, too', () => {
    // One GPU at 0.50 per hour, 24 hours, at a minimum of 0.0625 %: 0.75 cents per day, 4.5 in 6 days.
    const metered = {
      kind: 'metered',
      basis: 'perGpuHour',
      unitPrice: 500_000,
      minimumShare: 0.000_625,
    }
    const tranches = [{ gpus: 1 }]
    expect(feesOver(6, { tranches }, metered)).toBe(5)
    expect(feesOver(6, { tranches, rounding: 'halfEven' }, metered)).toBe(4)
  })
})

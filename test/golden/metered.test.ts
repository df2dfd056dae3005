import { describe, expect, it } from 'vitest'
import { evaluated, rowsOf } from './jsonDeals.ts'

/** A hundred GPUs at $1.00 a GPU-hour as they are used: 72,000 hours in a month of thirty days, 74,400 in one of 31. */
const metered = (charge: object, terms: object = {}) => ({
  start: '2027-04-01',
  end: '2027-06-01',
  tranches: [{ gpus: 100 }],
  charges: [{ kind: 'metered', basis: 'perGpuHour', unitPrice: 1_000_000, ...charge }],
  ...terms,
})

const meteredOf = (deal: unknown) => rowsOf(deal).map((row) => row.metered)

describe('use that is metered', () => {
  it('changes on a day in mid-month', () => {
    // Nothing until 16 April, then all of it: 15 days of 2,400 hours.
    const deal = metered({
      usage: [{ from: '2027-04-01', until: '2027-04-16', share: 0 }],
    })
    expect(meteredOf(deal)).toEqual([36_000_00, 74_400_00])
  })

  it('draws what was paid for and not used above the minimum, and not in place of overage', () => {
    // April: half of 72,000 hours is paid and not used: 36,000 carried. May: 90 % of 74,400 is 66,960 hours, of which
    // 59,520 (80 %) at 1.00 and 7,440 at 2.00; above the minimum of 37,200 and up to 59,520, 22,320 are drawn.
    const deal = metered({
      minimumShare: 0.5,
      overageAbove: 0.8,
      overagePrice: 2_000_000,
      carriesForward: true,
      usage: [
        { from: '2027-04-01', until: '2027-05-01', share: 0 },
        { from: '2027-05-01', until: '2027-06-01', share: 0.9 },
      ],
    })
    expect(meteredOf(deal)).toEqual([36_000_00, 59_520_00 + 14_880_00 - 22_320_00])
  })
})

describe('leaving take-or-pay that is settled by quarter, whose unused minimum is not given back', () => {
  // Half of the capacity is paid for, used or not: 1,200 hours a day.
  const leaving = (notice: number) =>
    evaluated(
      metered(
        { minimumShare: 0.5, settlement: 'quarterly' },
        {
          start: '2027-01-01',
          end: '2028-01-01',
          rights: { buyer: { allowed: true, notice, refundsUnused: false } },
        },
      ),
    ).buyerExit

  it('owes nothing of the next quarter where it ends with one', () => {
    // 90 days from 1 January: 1 April.
    const { serviceEnds, serviceFees, unusedBilling } = leaving(90)
    expect([serviceEnds, serviceFees, unusedBilling]).toEqual(['2027-04-01', 90 * 1_200_00, 0])
  })

  it('owes the rest of a quarter it ends in', () => {
    // 73 days, to 15 March; the 17 days to the end of March.
    const { serviceEnds, serviceFees, unusedBilling } = leaving(73)
    expect([serviceEnds, serviceFees, unusedBilling]).toEqual(['2027-03-15', 73 * 1_200_00, 17 * 1_200_00])
  })
})

describe('take-or-pay of a charge that ends within its settlement', () => {
  it.each(['monthly', 'quarterly'] as const)(
    'settled %s is settled, invoiced and paid as it ends',
    (settlement) => {
      // To 15 April: 14 days of 2,400 hours, half of them used and eight tenths paid for. 16,800.00 of use, and a
      // shortfall of 10,080.00.
      const deal = metered(
        { until: '2027-04-15', utilisation: 0.5, minimumShare: 0.8, settlement },
        { discountRate: 0 },
      )
      expect(meteredOf(deal)).toEqual([26_880_00, 0])
      expect(evaluated(deal).presentValueOfCash).toBe(26_880_00)
    },
  )

  it('is settled at the price of its last day', () => {
    // From 15 April the price would be 2.00.
    const escalator = { rate: 1, firstOn: '2027-04-15' }
    const deal = metered({ until: '2027-04-15', utilisation: 0, minimumShare: 0.5, escalator })
    expect(meteredOf(deal)).toEqual([16_800_00, 0])
  })
})

describe('power that is passed through', () => {
  it.each([
    ['critical IT', 'criticalIt', 9_000_00],
    ['the facility', 'facility', 7_200_00],
  ])('measured at %s is charged for its overhead once', (_, powerBasis, april) => {
    // 100 kW over 720 hours at 0.10 a kWh: 7,200.00, and a quarter more where the PUE of 1.25 comes on top.
    const rows = rowsOf({
      start: '2027-04-01',
      end: '2027-05-01',
      tranches: [{ kilowatts: 100, powerBasis, pue: 1.25 }],
      charges: [{ kind: 'power', basis: 'perKilowattHour', unitPrice: 100_000 }],
    })
    expect(rows.map(({ power }) => power)).toEqual([april])
  })
})

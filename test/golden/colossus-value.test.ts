import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import { colossus, figuresOf, sample } from './sampleDeals.ts'

/** The fee in May and June 2026 as a share of the standard fee, in parts per million. */
const rampShare = (share: number): Command => ({
  type: 'ramp.set',
  chargeId: `${colossus}/fee`,
  steps: [{ from: '2026-05-01', until: '2026-07-01', basis: 'percentOfStandard', share, fixedFee: null }],
})

/** The capacity delivered in May and June 2026, in parts per million. */
const delivered = (share: number): Command => ({
  type: 'delivery.set',
  trancheId: `${colossus}/capacity`,
  steps: [{ from: '2026-05-01', until: '2026-07-01', share, gpus: null }],
})

const figures = (...commands: Command[]) => figuresOf(sample(...commands), colossus)

describe('the value of the Colossus lease', () => {
  it('is $45 B over 37 months: 2 at $0.625 B and 35 at $1.25 B', () => {
    expect(figures().months).toBeCloseTo(37, 9)
    expect(figures().totalContractValue).toBe(45_000_000_000_00)
  })

  it('is $46.25 B without the discount', () => {
    const withoutRamp: Command = { type: 'ramp.set', chargeId: `${colossus}/fee`, steps: [] }
    expect(figures(withoutRamp).totalContractValue).toBe(46_250_000_000_00)
  })

  it.each([
    [0, 43_750_000_000_00],
    [200_000, 44_250_000_000_00],
    [333_333, 44_583_332_500_00],
    [750_000, 45_625_000_000_00],
    [1_000_000, 46_250_000_000_00],
  ])('is 43.75 + 2.5 f billion for a ramp fee of f = %i parts per million', (share, value) => {
    expect(figures(rampShare(share)).totalContractValue).toBe(value)
  })

  it('has three annual values: average, first twelve months, exit run rate', () => {
    const { averageAnnualValue, firstTwelveMonths, exitRunRate } = figures()
    // 45 * 12 / 37 = 14.594594...; 2 * 0.625 + 10 * 1.25; 12 * 1.25.
    expect(averageAnnualValue).toBeCloseTo(14_594_594_594_59.46, 1)
    expect(firstTwelveMonths).toBe(13_750_000_000_00)
    expect(exitRunRate).toBe(15_000_000_000_00)
  })

  it('is $43.75 B where “until May 2029” means 36 months', () => {
    const reading: Command = { type: 'deal.set', dealId: colossus, changes: { end: '2029-05-01' } }
    expect(figures(reading).months).toBeCloseTo(36, 9)
    expect(figures(reading).totalContractValue).toBe(43_750_000_000_00)
  })

  it('is $44.960 B where service starts on 3 May, prorated', () => {
    const reading: Command = { type: 'deal.set', dealId: colossus, changes: { start: '2026-05-03' } }
    // 29/31 of $625 M = 584,677,419.35, then $625 M and 35 * $1.25 B.
    expect(figures(reading).totalContractValue).toBe(44_959_677_419_35)
  })
})

describe('the ramp savings of the Colossus lease', () => {
  it('are $1.25 B by the headline', () => {
    expect(figures().rampSavings.headline).toBe(1_250_000_000_00)
  })

  it.each([
    ['nothing, like for like, where half is delivered at half the fee', 500_000, 0],
    ['$1.25 B, like for like, where all is delivered', 1_000_000, 1_250_000_000_00],
    ['less than nothing, like for like, where a quarter is delivered', 250_000, -625_000_000_00],
  ])('are %s', (_, share, savings) => {
    expect(figures(delivered(share)).rampSavings.likeForLike).toBe(savings)
  })

  it('count late delivery over the whole term, not only in the ramp', () => {
    const late: Command = {
      type: 'delivery.set',
      trancheId: `${colossus}/capacity`,
      steps: [{ from: '2026-05-01', until: '2026-08-01', share: 500_000, gpus: null }],
    }
    // July is paid in full for half the capacity: 0.625 - 1.25.
    expect(figures(late).rampSavings.likeForLike).toBe(-625_000_000_00)
    expect(figures(late).rampSavings.headline).toBe(1_250_000_000_00)
  })
})

describe('the unit prices of the Colossus lease', () => {
  it('are $1.216 B a month on average', () => {
    // 45 B / 37.
    expect(figures().effectiveMonthly).toBeCloseTo(1_216_216_216_21.62, 1)
  })

  it('are $4.167 M a MW-month, at the standard fee and for what is delivered', () => {
    // 1.25 B / 300; 45 B / (300 * (2 * 50 % + 35)) = 45 B / 10,800.
    expect(figures().unitPrices.perMegawattMonth).toBeCloseTo(4_166_666_66.67, 1)
    expect(figures().unitPrices.perDeliveredMegawattMonth).toBeCloseTo(4_166_666_66.67, 1)
  })

  it('are $7.78 a GPU-hour at 220,000 GPUs and 8,760 hours a year', () => {
    // dom-27.
    expect(figures().unitPrices.perGpuHour! / 100).toBeCloseTo(7.783313, 6)
  })

  it('are $5.27 a GPU-hour at the 325,000 GPUs of a later filing', () => {
    const reading: Command = {
      type: 'tranche.set',
      trancheId: `${colossus}/capacity`,
      changes: { gpus: 325_000 },
    }
    expect(figures(reading).unitPrices.perGpuHour! / 100).toBeCloseTo(5.27, 2)
  })

  it('are $7.7717 a GPU-hour levelised', () => {
    // dom-27: PV(cost) / PV(delivered GPU-hours), hours being days times 24.
    expect(figures().presentValues.levelisedPerGpuHour! / 100).toBeCloseTo(7.7717, 4)
  })
})

import { describe, expect, it } from 'vitest'
import { readDeal } from '../../shared/document/readDeal.ts'
import { oversold } from '../../shared/engine/facility.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { evaluated as figuresOf } from './jsonDeals.ts'
import { amount, colossus, expectedOf } from './workedDeals.ts'

describe('dom-27 and dom-37: the price of a GPU-hour', () => {
  const expected = expectedOf('dom-27')
  const figures = figuresOf(colossus(), { onDemandPrice: 2_950_000 })

  it('has many answers', () => {
    const { perGpuHour, perContractedGpuHour, perDeliveredGpuHour, contractedGpuHours } = figures.unitPrices
    expect(perGpuHour! / 100).toBeCloseTo(Number(expected['fullRate8760']), 6)
    expect(perContractedGpuHour! / 100).toBeCloseTo(Number(expected['averageOnContractedHours']), 6)
    expect(perDeliveredGpuHour! / 100).toBeCloseTo(Number(expected['averageOnDeliveredHours']), 6)
    expect(contractedGpuHours).toBe(expected['contractedHours'])
    expect(figures.levelisedPerGpuHour! / 100).toBeCloseTo(Number(expected['levelised']), 4)
    const available = figuresOf(colossus({ availability: 0.97 })).levelisedPerGpuHour! / 100
    expect(available).toBeCloseTo(Number(expected['levelisedAt97PercentAvailability']), 6)
  })

  it('is over the price on demand at any use', () => {
    expect(figures.unitPrices.breakEvenUtilisation).toBeCloseTo(
      Number(expectedOf('dom-37')['breakEvenUtilisation']),
      6,
    )
  })
})

describe('dom-29: a tranche that is not due yet', () => {
  it('is no ramp discount', () => {
    const expected = expectedOf('dom-29')
    const figures = figuresOf({
      start: '2026-05-01',
      end: '2029-06-01',
      tranches: [{ kilowatts: 150_000 }, { kilowatts: 150_000, from: '2026-07-01' }],
      charges: [{ basis: 'perMegawatt', unitPrice: 4_166_666_666_667 }],
    })
    expect(figures.totalContractValue).toBe(amount(expected['tcv']))
    expect(figures.rampSavings.headline).toBe(amount(expected['headlineRampSavings']))
    expect(figures.rampSavings.likeForLike).toBe(amount(expected['likeForLike']))
  })
})

describe('dom-33: a facility that is oversold', () => {
  it('is short by what both leases take beyond it', () => {
    const lease = (start: string, gpus: number) => {
      const terms = readDeal({ start, end: '2029-06-01', tranches: [{ gpus }] })
      if (!terms.ok) throw new Error(JSON.stringify(terms.error))
      return scheduleOf(terms.value)
    }
    const [found] = oversold(220_000, [lease('2026-05-01', 220_000), lease('2026-10-01', 110_000)])
    // "from 2026-10-01 leased 330,000 of 220,000 (150 %), short by 110,000"
    expect(found).toMatchObject({ leased: 330_000, capacity: 220_000, short: 110_000 })
    expect(found!.from).toBe(scheduleOfDay('2026-10-01'))
    expect(oversold(330_000, [lease('2026-05-01', 220_000), lease('2026-10-01', 110_000)])).toEqual([])
  })
})

describe('a facility that is oversold by more and more', () => {
  it('is short by so much on each stretch', () => {
    const leases = [
      ['2027-01-01', 200],
      ['2027-02-01', 110],
      ['2027-03-01', 50],
    ].map(([start, gpus]) => {
      const terms = readDeal({ start, end: '2027-04-01', tranches: [{ gpus }] })
      if (!terms.ok) throw new Error(JSON.stringify(terms.error))
      return scheduleOf(terms.value)
    })
    // 310 from February and 360 from March, of 220.
    expect(oversold(220, leases).map(({ leased, short }) => [leased, short])).toEqual([
      [310, 90],
      [360, 140],
    ])
  })
})

const scheduleOfDay = (date: string): number => {
  const terms = readDeal({ start: date, end: '2029-06-01' })
  if (!terms.ok) throw new Error('A date is refused.')
  return scheduleOf(terms.value).start
}

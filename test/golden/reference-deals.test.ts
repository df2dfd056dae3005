import { describe, expect, it } from 'vitest'
import { accruedUntil } from '../../shared/engine/accrual.ts'
import { dayOf } from '../../shared/days.ts'
import cases from './cases/deals.json'
import {
  cents,
  colossus,
  edited,
  figuresOf,
  oneDeal,
  sample,
  scheduleOfDeal,
  stretchesOf,
} from './sampleDeals.ts'

function expectedOf(id: string): Record<string, unknown> {
  const found = cases.find((each) => each.id.startsWith(`${id}-`))
  if (!found) throw new Error(`There is no case ${id}.`)
  return found.expected
}

describe('dom-05: price and capacity ramp at different speeds', () => {
  const months = ['01', '02', '03', '04', '05', '06'].map((month) => `2027-${month}-01`)
  const spans = months.map((from, i) => ({ from, until: months[i + 1] ?? '2027-07-01' }))
  const fee = [300_000, 500_000, 600_000, 700_000, 900_000, 1_000_000]
  const capacity = [200_000, 400_000, 600_000, 800_000, 1_000_000, 1_000_000]
  const book = edited(
    oneDeal('2027-01-01', '2027-07-01', 100_000_000_00),
    { type: 'tranche.set', trancheId: 'deal/capacity', changes: { kilowatts: 100_000 } },
    {
      type: 'ramp.set',
      chargeId: 'deal/fee',
      steps: spans.map((span, i) => ({
        ...span,
        basis: 'percentOfStandard',
        share: fee[i]!,
        fixedFee: null,
      })),
    },
    {
      type: 'delivery.set',
      trancheId: 'deal/capacity',
      steps: spans.map((span, i) => ({ ...span, share: capacity[i]!, gpus: null })),
    },
  )
  const figures = figuresOf(book, 'deal')
  const expected = expectedOf('dom-05')

  it('saves 200 M by the headline and nothing like for like', () => {
    expect(figures.totalContractValue).toBe(cents(String(expected['tcv'])))
    expect(figures.rampSavings.headline).toBe(cents(String(expected['headline'])))
    expect(figures.rampSavings.likeForLike).toBe(cents(String(expected['likeForLike'])))
  })

  it('pays for more than it gets at first, and for less later', () => {
    const byMonth = stretchesOf(scheduleOfDeal(book, 'deal')).map(
      ({ standard, payable }, i) => (standard * capacity[i]!) / 1_000_000 - payable,
    )
    expect(byMonth).toEqual((expected['likeForLikeByMonth'] as string[]).map(cents))
  })

  it('costs 1 M for each MW-month delivered', () => {
    expect(figures.unitPrices.perDeliveredMegawattMonth).toBeCloseTo(
      cents(String(expected['effectivePerDeliveredMWMonth'])),
      1,
    )
    expect(Math.round(figures.effectiveMonthly!)).toBe(cents(String(expected['simpleEffectivePerMonth'])))
  })

  it('says the same of the fee as percentages off', () => {
    const off = edited(book, {
      type: 'ramp.set',
      chargeId: 'deal/fee',
      steps: spans.map((span, i) => ({
        ...span,
        basis: 'percentOff',
        share: 1_000_000 - fee[i]!,
        fixedFee: null,
      })),
    })
    expect(figuresOf(off, 'deal').totalContractValue).toBe(cents(String(expected['tcv'])))
  })
})

describe('dom-01 and dom-27: the Colossus lease, as the cases have it', () => {
  it('is committed for 2.5 B from the start, without lock-out', () => {
    const book = sample({ type: 'right.set', rightId: `${colossus}/buyer`, changes: { lockOutUntil: null } })
    const expected = expectedOf('dom-01')
    const { commitmentAtSigning } = figuresOf(book, colossus)
    expect(commitmentAtSigning).toBe(cents(String(expected['minimumCommitmentFromStart'])))
    const schedule = scheduleOfDeal(book, colossus)
    expect(commitmentAtSigning! - accruedUntil(schedule, dayOf('2026-05-03'))).toBe(
      cents(String(expected['stillOwedFromSigning'])),
    )
  })

  it('has the full-rate and the levelised price of a GPU-hour', () => {
    const expected = expectedOf('dom-27')
    const { unitPrices, presentValues } = figuresOf(sample(), colossus)
    expect(unitPrices.perGpuHour! / 100).toBeCloseTo(Number(expected['fullRate8760']), 6)
    expect(presentValues.levelisedPerGpuHour! / 100).toBeCloseTo(Number(expected['levelised']), 4)
  })
})

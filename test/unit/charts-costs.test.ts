import { describe, expect, it } from 'vitest'
import { commitmentOn } from '../../shared/charts/commitment.ts'
import { dateOf, dayOf } from '../../shared/days.ts'
import { colossus, edited, oneDeal, sample, scheduleOfDeal } from '../golden/sampleDeals.ts'
import { chart, series } from './drawnCharts.ts'

describe('cumulative cost', () => {
  it('comes to the total contract value', () => {
    const { rows } = chart(sample(), 'cumulative')
    const last = (index: number) => rows.findLast((row) => row.values[index] !== null)?.values[index]
    expect([0, 1, 2].map(last)).toEqual([45_000_000_000_00, 30_360_000_000_00, 45_645_000_000_00])
    expect(rows[0]!.values).toEqual([0, 0, 0])
  })

  it('is level between payments, by payment date', () => {
    const drawn = chart(
      edited(oneDeal('2026-01-01', '2026-03-01', 10_00), {
        type: 'charge.set',
        chargeId: 'deal/fee',
        changes: { netDays: 30 },
      }),
      'cumulative',
      { costBasis: 'paid' },
    )
    // 1 January and 1 February, each 30 days later.
    expect(series(drawn, 'Deal')).toEqual({
      'through 1 Jan 2026': 0,
      'through 31 Jan 2026': 10_00,
      'through 3 Mar 2026': 20_00,
    })
    expect(drawn.series[0]!.shape).toBe('step')
  })

  it('names every crossing by month, date, amount and who is cheaper then', () => {
    // The third deal is 0.28 dearer by 1 July and 0.485 a month cheaper in July: level after 0.28 / 0.485 = 0.5773 of
    // July, 17.9 days, at 1.25 + 0.5773 * 1.25 = 1.9716. Then 0.205 cheaper by 1 August and 0.025 dearer a month: 8.2
    // months on, 0.2 of April, at 1.25 + 9.2 * 1.25 = 12.75.
    const { markers } = chart(sample(), 'cumulative')
    expect(markers.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'Longer ramp, +2 %: month 2.577 · 18 Jul 2026 · $1.972\u00a0B, then cheaper',
      'Longer ramp, +2 %: month 11.200 · 7 Apr 2027 · $12.750\u00a0B, then dearer',
    ])
    expect(markers[0]!.at).toBeCloseTo(dayOf('2026-07-01') + (0.28 / 0.485) * 31, 6)
  })

  it('names crossings by payment date with the amount paid by then', () => {
    // Fees are due on the first: 0.625, 1.25, 2.5 ... against 0.765, 1.53, 2.295: the third payment takes the lead over,
    // with 2.5 paid, and the twelfth, on 1 April 2027, gives it back, with 13.75 paid.
    const { markers } = chart(sample(), 'cumulative', { costBasis: 'paid' })
    expect(markers.map(({ text }) => text)).toEqual([
      'month 2.000 · 1 Jul 2026 · $2.500\u00a0B, then cheaper',
      'month 11.000 · 1 Apr 2027 · $13.750\u00a0B, then dearer',
    ])
  })

  it('less the baseline’s is the difference, and crossings lie at nothing', () => {
    const drawn = chart(sample(), 'difference')
    const third = series(drawn, 'Longer ramp, +2 %')
    expect([third['before 1 Jul 2026'], third['before 1 Aug 2026'], third['before 1 Jun 2029']]).toEqual([
      280_000_000_00, -205_000_000_00, 645_000_000_00,
    ])
    expect(drawn.rows.at(-1)!.label).toBe('before 1 Jun 2029')
    expect(drawn.markers.map(({ value }) => value)).toEqual([0, 0])
    expect(drawn.notes).toEqual([
      'Scaled to the deals that cross the baseline; Colossus second lease may leave the plot.',
    ])
  })
})

describe('committed and at risk', () => {
  it('follow the date of the notice', () => {
    const drawn = chart(sample(), 'commitment')
    const committed = series(drawn, 'Committed: exit cost')
    const atRisk = series(drawn, 'At risk: what else remains')
    const billions = (amount: number | undefined) => Math.round(amount! / 1_000_000_00) / 1000
    // The reference figures of the lease, lock-out through July 2026 and 90 days.
    expect(billions(committed['notice on 1 Jul 2026'])).toBe(4.919)
    expect(billions(committed['notice on 1 Jan 2027'])).toBe(3.75)
    expect(billions(atRisk['notice on 1 Jan 2029'])).toBe(6.25 - 3.75)
    expect(billions(committed['notice on 1 Apr 2029'])).toBe(2.5)
    expect(atRisk['notice on 1 Apr 2029']).toBe(0)
  })

  it('have the days on which the curve bends, and any other day exactly', () => {
    const drawn = chart(sample(), 'commitment')
    // 90 days before 1 June 2029, from where the term ends first.
    expect(drawn.rows.map(({ at }) => dateOf(at))).toContain('2029-03-03')
    // 20 November 2026: 11 of 30 days, December, January, and 17 of 28 days of February.
    const { committed } = commitmentOn(scheduleOfDeal(sample(), colossus), 'buyer', dayOf('2026-11-20'))
    expect(committed / 1e11).toBeCloseTo((11 / 30 + 2 + 17 / 28) * 1.25, 9)
  })
})

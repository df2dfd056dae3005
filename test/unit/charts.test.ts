import { describe, expect, it } from 'vitest'
import { withoutSeries } from '../../shared/charts/chart.ts'
import { chartTable, tabSeparated } from '../../shared/tables/chartTable.ts'
import { colossus, edited, oneDeal, sample, secondLease } from '../golden/sampleDeals.ts'
import { style, chart, series } from './drawnCharts.ts'

describe('unit prices', () => {
  it('are a constant line at a constant price, whatever a month’s length', () => {
    const prices = series(chart(sample(), 'unitPrice'), 'Colossus lease')
    // 1.25 billion over 220,000 GPUs for a month of 730 hours; half of both in May 2026.
    expect(prices['Jul 2026']).toBeCloseTo(1_250_000_000_00 / (220_000 * 730), 6)
    expect(prices['Sep 2026']).toBeCloseTo(1_250_000_000_00 / (220_000 * 730), 6)
    expect(prices['Feb 2027']).toBeCloseTo(1_250_000_000_00 / (220_000 * 730), 6)
    expect(prices['May 2026']).toBeCloseTo(prices['Jul 2026']!, 6)
    expect(prices['Jun 2029']).toBeUndefined()
  })

  it('are a MW-month’s on request, and say who does not state its power', () => {
    const drawn = chart(sample(), 'unitPrice', { priceUnit: 'megawattMonth' })
    expect(series(drawn, 'Colossus lease')['Jul 2026']).toBeCloseTo(1_250_000_000_00 / 300, 4)
    expect(series(drawn, 'Colossus second lease')).toEqual({})
    expect(drawn.notes).toEqual(['Colossus second lease does not state its power.'])
    expect(drawn.format(1_250_000_000_00 / 300)).toBe('$4,166,667 per MW-month')
  })

  it('have a gap where nothing is delivered', () => {
    const book = sample({
      type: 'delivery.set',
      trancheId: `${colossus}/capacity`,
      steps: [{ from: '2026-05-01', until: '2026-06-01', share: 0, gpus: null }],
    })
    const prices = series(chart(book, 'unitPrice'), 'Colossus lease')
    expect(prices['May 2026']).toBeUndefined()
    // June: half of the fee for all of the GPUs.
    expect(prices['Jun 2026']).toBeCloseTo(625_000_000_00 / (220_000 * 730), 6)
  })
})

describe('the charts beside an incomplete deal', () => {
  const empty = {
    type: 'deal.add',
    dealId: 'new',
    name: 'New',
    start: '2026-05-01',
    end: '2029-06-01',
  } as const
  const note = 'New is incomplete: price and capacity not stated.'

  it('leave its series out and name it in a note', () => {
    for (const id of ['payments', 'cumulative', 'commitment', 'unitPrice', 'difference'] as const) {
      const drawn = chart(sample(empty), id)
      expect([id, drawn.series.filter(({ name }) => name.includes('New'))]).toEqual([id, []])
      expect([id, drawn.notes]).toEqual([id, expect.arrayContaining([note])])
      expect(drawn.rows).toEqual(chart(sample(), id).rows)
      expect(drawn.markers).toEqual(chart(sample(), id).markers)
    }
  })

  it('measure nothing by it where it is the baseline', () => {
    const book = sample(empty, { type: 'settings.set', changes: { baselineId: 'new' } })
    const drawn = chart(book, 'difference')
    expect([drawn.series, drawn.rows, drawn.markers, drawn.notes]).toEqual([[], [], [], [note]])
    expect(chart(book, 'cumulative').series).toHaveLength(3)
    expect(chart(book, 'cumulative').markers).toEqual([])
  })
})

describe('a chart', () => {
  it('is empty without deals', () => {
    const book = sample(
      { type: 'deal.remove', dealId: colossus },
      { type: 'deal.remove', dealId: secondLease },
      { type: 'deal.remove', dealId: 'colossus-longer-ramp' },
    )
    for (const id of ['payments', 'cumulative', 'commitment', 'unitPrice', 'difference'] as const)
      expect([chart(book, id).rows, chart(book, id).markers], id).toEqual([[], []])
  })

  it('without a series has neither its values nor its crossings', () => {
    const drawn = withoutSeries(chart(sample(), 'payments'), new Set(['deal:colossus-lease', 'kind:fixed']))
    expect(drawn.series.map(({ name }) => name)).toEqual(['Colossus second lease', 'Longer ramp, +2 %'])
    expect(drawn.rows[0]!.values).toEqual([null, 765_000_000_00])
    expect(drawn.strip!.series).toHaveLength(2)
    const crossed = chart(sample(), 'cumulative')
    expect(withoutSeries(crossed, new Set(['deal:colossus-longer-ramp'])).markers).toEqual([])
    expect(withoutSeries(crossed, new Set(['deal:colossus-second-lease'])).markers).toHaveLength(2)
  })

  it('has a table of its very numbers, and one a spreadsheet reckons with', () => {
    const drawn = chart(sample(), 'payments')
    const { head, rows } = chartTable(drawn)
    expect(head.slice(0, 3)).toEqual(['Month', 'Fixed fees', 'Colossus lease'])
    expect(rows[0]).toEqual({
      label: 'May 2026',
      cells: ['$0.625\u00a0B', '$0.625\u00a0B', '', '$0.765\u00a0B', '50\u00a0%', '', '50\u00a0%'],
    })
    const lines = tabSeparated(drawn, style).split('\n')
    expect(lines[0]).toMatch(/^Month\tFixed fees, USD\tColossus lease, USD\t/)
    expect(lines[1]).toBe('May 2026\t625000000\t625000000\t\t765000000\t0.5\t\t0.5')
    const german = tabSeparated(chart(oneDeal('2026-01-01', '2026-02-01', 12_34), 'payments'), {
      ...style,
      locale: 'de-DE',
    })
    expect(german.split('\n')[1]).toMatch(/^Jan 2026\t12,34\t12,34\t/)
  })

  it('gives a spreadsheet no formula', () => {
    const book = edited(oneDeal('2026-01-01', '2026-02-01', 1_00), {
      type: 'deal.set',
      dealId: 'deal',
      changes: { name: '=1+1' },
    })
    expect(tabSeparated(chart(book, 'cumulative'), style).split('\n')[0]).toBe("Accrued before\t'=1+1, USD")
  })
})

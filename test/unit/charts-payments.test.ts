import { describe, expect, it } from 'vitest'
import { defaultChartOptions } from '../../shared/charts/chart.ts'
import { chartOf } from '../../shared/charts/charts.ts'
import type { Book } from '../../shared/schema/book.ts'
import { edited, oneDeal, sample } from '../golden/sampleDeals.ts'
import { sourceOf, chart, series } from './drawnCharts.ts'

describe('payments', () => {
  it('have a month for each from the earliest start to the latest end, and nothing outside a term', () => {
    const { rows, series: all } = chart(sample(), 'payments')
    expect(all.map(({ name }) => name)).toEqual([
      'Fixed fees',
      'Colossus lease',
      'Colossus second lease',
      'Longer ramp, +2 %',
    ])
    expect([rows.length, rows[0]!.label, rows.at(-1)!.label]).toEqual([38, 'May 2026', 'Jun 2029'])
    expect(rows[0]!.values).toEqual([625_000_000_00, 625_000_000_00, null, 765_000_000_00])
    expect(rows.at(-1)!.values).toEqual([null, null, 920_000_000_00, null])
  })

  it('have the share of capacity delivered beside them', () => {
    const { strip, rows } = chart(sample(), 'payments')
    const july = rows.findIndex(({ label }) => label === 'Jul 2026')
    expect(strip!.series.map(({ values }) => [values[0], values[july]])).toEqual([
      [0.5, 1],
      [null, null],
      [0.5, 1],
    ])
  })

  it('prorate the months of a term that begins and ends within one', () => {
    const book = oneDeal('2026-01-31', '2026-03-02', 31_00)
    expect(series(chart(book, 'payments'), 'Deal')).toEqual({
      'Jan 2026': 1_00,
      'Feb 2026': 31_00,
      'Mar 2026': 1_00,
    })
  })

  // Three months at 100.00 in advance on 30 days: paid 31 Jan, 3 Mar, 31 Mar. 60.00 prepaid on 1 Jan, credited in three
  // parts of 20.00 with the payments of each month. A deposit of 10.00 comes back on 1 Apr; a credit of 5.00 on 10 Feb.
  const prepaid = edited(
    oneDeal('2026-01-01', '2026-04-01', 100_00),
    { type: 'charge.set', chargeId: 'deal/fee', changes: { netDays: 30 } },
    {
      type: 'advances.set',
      dealId: 'deal',
      items: [
        {
          label: 'Prepaid',
          kind: 'prepayment',
          trancheId: null,
          amount: 60_00,
          share: null,
          paidOn: null,
          creditFrom: 1,
          creditMonths: 3,
        },
        {
          label: 'Deposit',
          kind: 'deposit',
          trancheId: null,
          amount: 10_00,
          share: null,
          paidOn: null,
          creditFrom: 1,
          creditMonths: 0,
        },
      ],
    },
    {
      type: 'oneOffs.set',
      dealId: 'deal',
      items: [{ label: 'Rebate', on: '2026-02-10', kind: 'credit', amount: 5_00 }],
    },
  )

  it('by payment date have prepayments, deposits and what comes back of them', () => {
    const drawn = chart(prepaid, 'payments', { paymentsBy: 'payment' })
    expect(series(drawn, 'Fixed fees')).toEqual({ 'Jan 2026': 100_00, 'Mar 2026': 200_00 })
    expect(series(drawn, 'Prepayment, less what is credited')).toEqual({
      'Jan 2026': 60_00 - 20_00,
      'Mar 2026': -40_00,
    })
    expect(series(drawn, 'Deposit, and its return')).toEqual({ 'Jan 2026': 10_00, 'Apr 2026': -10_00 })
    expect(series(drawn, 'Credits')).toEqual({ 'Feb 2026': -5_00 })
    expect(series(drawn, 'Deal')).toEqual({
      'Jan 2026': 150_00,
      'Feb 2026': -5_00,
      'Mar 2026': 160_00,
      'Apr 2026': -10_00,
    })
  })

  it('by payment date have nothing in a month without a payment, and no gap', () => {
    // 30 days after 1 January and 1 February: 31 January and 3 March.
    const book = edited(oneDeal('2026-01-01', '2026-03-01', 10_00), {
      type: 'charge.set',
      chargeId: 'deal/fee',
      changes: { netDays: 30 },
    })
    expect(series(chart(book, 'payments', { paymentsBy: 'payment' }), 'Deal')).toEqual({
      'Jan 2026': 10_00,
      'Feb 2026': 0,
      'Mar 2026': 10_00,
    })
  })

  it('by the month of service have neither', () => {
    const drawn = chart(prepaid, 'payments')
    expect(series(drawn, 'Fixed fees')).toEqual({
      'Jan 2026': 100_00,
      'Feb 2026': 100_00,
      'Mar 2026': 100_00,
    })
    expect(series(drawn, 'Deal')).toEqual({ 'Jan 2026': 100_00, 'Feb 2026': 95_00, 'Mar 2026': 100_00 })
  })

  it('over a hundred months are shown by the quarter, and over three hundred by the year', () => {
    // Nov 2026 to Mar 2035 are 101 months, in quarters: two months at first, then 33 whole quarters.
    const quarters = chart(oneDeal('2026-11-01', '2035-04-01', 1_00), 'payments')
    expect(quarters.rows.slice(0, 2).map(({ label, values }) => [label, values[1]])).toEqual([
      ['Q4 2026', 2_00],
      ['Q1 2027', 3_00],
    ])
    expect([quarters.rows.length, quarters.notes]).toEqual([34, ['So many months are shown by the quarter.']])
    const years = chart(oneDeal('2026-01-01', '2056-01-01', 1_00), 'payments')
    expect([years.rows.length, years.rows[0]!.label, years.rows[0]!.values[1]]).toEqual([30, '2026', 12_00])
  })

  it('by quarters and years that begin when a reader’s do, and are named by both calendar years they touch', () => {
    const from = (book: Book, month: number) =>
      chartOf('payments', sourceOf(book, month), defaultChartOptions).rows.map(
        ({ label, values }) => [label, values[1]] as const,
      )
    // Of a year that begins in February, November to January are the fourth quarter: 33 of three months from Nov 2026
    // on, and then two months.
    const quarters = from(oneDeal('2026-11-01', '2035-04-01', 1_00), 2)
    expect([quarters.length, quarters[0], quarters[1], quarters.at(-1)]).toEqual([
      34,
      ['Q4 2026/27', 3_00],
      ['Q1 2027/28', 3_00],
      ['Q1 2035/36', 2_00],
    ])
    // January to March 2026 are the end of the year that began in April 2025; the last ends with March 2055, and nine
    // months are left.
    const years = from(oneDeal('2026-01-01', '2056-01-01', 1_00), 4)
    expect([years.length, years[0], years[1], years.at(-1)]).toEqual([
      31,
      ['2025/26', 3_00],
      ['2026/27', 12_00],
      ['2055/56', 9_00],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import {
  type ChartOptions,
  type ChartSource,
  defaultChartOptions,
  withoutSeries,
} from '../../shared/charts/chart.ts'
import { chartOf } from '../../shared/charts/charts.ts'
import { commitmentOn } from '../../shared/charts/commitment.ts'
import { dateOf, dayOf } from '../../shared/days.ts'
import { compare } from '../../shared/engine/compare.ts'
import type { Book } from '../../shared/schema/book.ts'
import { chartTable, tabSeparated } from '../../shared/tables/chartTable.ts'
import { colossus, edited, oneDeal, sample, scheduleOfDeal, secondLease } from '../golden/sampleDeals.ts'

const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const

function sourceOf(book: Book, yearStart = 1): ChartSource {
  const { context, columns } = compare(book)
  const marks = columns.map((_, index) => ({ colour: index + 1, dash: undefined }))
  return { context, columns, marks, style, selected: 0, yearStart }
}

const chart = (book: Book, id: Parameters<typeof chartOf>[0], options: Partial<ChartOptions> = {}) =>
  chartOf(id, sourceOf(book), { ...defaultChartOptions, ...options })

type Drawn = ReturnType<typeof chart>

/** The values of one series by the labels of its rows, without its gaps. */
const series = ({ series: all, rows }: Drawn, name: string) =>
  Object.fromEntries(
    rows.flatMap(({ label, values }) => {
      const value = values[all.findIndex((each) => each.name === name)]
      return value === null || value === undefined ? [] : [[label, value]]
    }),
  )

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

describe('unit prices', () => {
  it('are the fee of the month over the GPU-hours of its own days', () => {
    const prices = series(chart(sample(), 'unitPrice'), 'Colossus lease')
    // 1.25 billion over 220,000 GPUs, 31 or 30 days of 24 hours; half of both in May 2026. By years of 8,760 hours: 7.78.
    expect(prices['Jul 2026']).toBeCloseTo(1_250_000_000_00 / (220_000 * 31 * 24), 6)
    expect(prices['Sep 2026']).toBeCloseTo(1_250_000_000_00 / (220_000 * 30 * 24), 6)
    expect(prices['May 2026']).toBeCloseTo(prices['Jul 2026']!, 6)
    expect(prices['Jun 2029']).toBeUndefined()
  })

  it('are a MW-month’s on request, and say who does not state its power', () => {
    const drawn = chart(sample(), 'unitPrice', { priceUnit: 'megawattMonth' })
    expect(series(drawn, 'Colossus lease')['Jul 2026']).toBeCloseTo(1_250_000_000_00 / 300, 4)
    expect(series(drawn, 'Colossus second lease')).toEqual({})
    expect(drawn.notes).toEqual(['Colossus second lease does not state its power.'])
    expect(drawn.format(1_250_000_000_00 / 300)).toBe('$4,166,667 a MW-month')
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
    expect(prices['Jun 2026']).toBeCloseTo(625_000_000_00 / (220_000 * 30 * 24), 6)
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

import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import { compare } from '../../shared/engine/compare.ts'
import type { Book } from '../../shared/schema/book.ts'
import { figureById } from '../../shared/tables/figureCatalog.ts'
import { figureCell } from '../../shared/tables/figures.ts'
import { explain } from '../../shared/explain/explain.ts'
import { lowestOf } from '../../shared/tables/lowest.ts'
import { colossus, edited, longerRamp, sample, secondLease } from '../golden/sampleDeals.ts'

const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const
const lowest = (figure: string, book: Book) => [...lowestOf(figureById(figure), { ...compare(book), style })]

/** The lease and the longer ramp, of one term and one capacity. */
const twins = (...commands: Command[]) =>
  edited(sample(), { type: 'deal.remove', dealId: secondLease }, ...commands)

const empty: Command = {
  type: 'deal.add',
  dealId: 'new',
  name: 'New',
  start: '2026-05-01',
  end: '2029-06-01',
}

describe('the lowest of a row', () => {
  it('is marked on unit prices whatever the deals’ sizes', () => {
    // 7.78, 11.46 and 7.94 per GPU-hour.
    expect(lowest('pricePerGpuHour', sample())).toEqual([colossus])
    expect(lowest('averagePerGpuHour', sample())).toEqual([colossus])
  })

  it('is marked on totals only where term and contracted capacity are equal', () => {
    // 45.0 and 45.645 billion; beside 30.36 of half the GPUs and another term, none.
    for (const figure of ['totalContractValue', 'presentValue', 'effectiveMonthly', 'committed'])
      expect([figure, lowest(figure, sample())]).toEqual([figure, []])
    expect(lowest('totalContractValue', twins())).toEqual([colossus])
    const half = {
      type: 'tranche.set',
      trancheId: `${longerRamp}/capacity`,
      changes: { gpus: 110_000 },
    } as const
    expect(lowest('totalContractValue', twins(half))).toEqual([])
    const longer = { type: 'deal.set', dealId: longerRamp, changes: { end: '2029-07-01' } } as const
    expect(lowest('totalContractValue', twins(longer))).toEqual([])
  })

  it('is none where more is neither better nor worse', () => {
    for (const figure of ['atRisk', 'rampSavings', 'rampSavingsLikeForLike', 'straightLine', 'lastDayServed'])
      expect([figure, lowest(figure, twins())]).toEqual([figure, []])
  })

  it('is the highest for a provider', () => {
    const provider = twins({ type: 'settings.set', changes: { perspective: 'provider' } })
    expect(lowest('totalContractValue', provider)).toEqual([longerRamp])
  })

  it('is each of those that share it, and none where all do', () => {
    const copy = { type: 'deal.duplicate', from: colossus, dealId: 'copy', name: 'Copy' } as const
    expect(lowest('totalContractValue', twins(copy))).toEqual([colossus, 'copy'])
    const same = twins({ type: 'deal.remove', dealId: longerRamp }, copy)
    expect(lowest('totalContractValue', same)).toEqual([])
  })
})

describe('a deal without price or capacity', () => {
  const cellOf = (book: Book, figure: string, dealId = 'new') => {
    const source = { ...compare(book), style }
    const column = source.columns.findIndex(({ terms }) => terms.deal.id === dealId)
    return figureCell(figureById(figure), source, column)
  }

  it('has no rank, and the others keep theirs', () => {
    expect(lowest('totalContractValue', twins(empty))).toEqual([colossus])
    expect(lowest('pricePerGpuHour', twins(empty))).toEqual([colossus])
  })

  it('says what is missing in place of amounts, and has no break-even', () => {
    const book = twins(empty)
    for (const figure of ['totalContractValue', 'committed', 'presentValue', 'effectiveMonthly'])
      expect([figure, cellOf(book, figure)]).toEqual([figure, { text: 'price not stated', isWord: true }])
    for (const figure of ['breakEvenAccrued', 'breakEvenPaid', 'incrementalRate'])
      expect([figure, cellOf(book, figure)]).toEqual([
        figure,
        { text: 'incomplete', detail: 'price and capacity not stated', isWord: true },
      ])
    expect(cellOf(book, 'pricePerGpuHour')).toEqual({ text: 'GPUs not stated', isWord: true })
  })

  it('is incomplete while only its capacity is missing', () => {
    const priced = twins(empty, {
      type: 'charge.set',
      chargeId: 'new/fee',
      changes: { monthlyFee: 1_000_00 },
    })
    expect(cellOf(priced, 'totalContractValue').text).toBe('$0.000\u00a0B')
    expect(cellOf(priced, 'breakEvenAccrued').detail).toBe('capacity not stated')
    expect(lowest('totalContractValue', priced)).toEqual([colossus])
  })

  it('has explanations that say what is missing in place of a result of 0', () => {
    const { context, columns } = compare(twins(empty))
    const { terms } = columns.find((each) => each.terms.deal.id === 'new')!
    const of = (figure: string) => explain(figure, terms, context)!
    for (const figure of [
      'totalContractValue',
      'committed',
      'presentValue',
      'effectiveMonthly',
      'rampSavings',
    ]) {
      const { result, tables, otherwise, inputs } = of(figure)
      expect([figure, result]).toEqual([figure, { kind: 'words', value: 'price not stated' }])
      expect(tables.flatMap(({ steps }) => steps.map(({ label, value }) => [label, value.value]))).toEqual([
        ['Price', 'not stated'],
      ])
      expect(otherwise).toEqual([])
      expect(inputs.length).toBeGreaterThan(0)
    }
    for (const figure of ['breakEvenAccrued', 'breakEvenPaid', 'incrementalRate']) {
      const { result, tables } = of(figure)
      expect([figure, result]).toEqual([figure, { kind: 'words', value: 'incomplete' }])
      expect(tables[0]!.steps.map(({ label }) => label)).toEqual(['Price', 'Capacity'])
    }
  })

  it('says in the explanation of a comparison that the baseline is incomplete', () => {
    const { context, columns } = compare(
      twins(empty, { type: 'settings.set', changes: { baselineId: 'new' } }),
    )
    const lease = columns.find((each) => each.terms.deal.id === colossus)!
    const { result, tables } = explain('breakEvenPaid', lease.terms, context)!
    expect(result).toEqual({ kind: 'words', value: 'incomplete' })
    expect(tables[0]!.steps.map(({ label }) => label)).toEqual([
      'Price of the baseline',
      'Capacity of the baseline',
    ])
  })

  it('has no break-even utilisation of 0 % where only its GPUs are stated', () => {
    const book = twins(
      empty,
      { type: 'settings.set', changes: { onDemandPrice: 2_950_000 } },
      {
        type: 'tranche.set',
        trancheId: 'new/capacity',
        changes: { gpus: 1000 },
      },
    )
    expect(cellOf(book, 'breakEvenUtilisation')).toEqual({ text: 'price not stated', isWord: true })
  })

  it('is no baseline to measure changes by', () => {
    const book = twins(empty, { type: 'settings.set', changes: { baselineId: 'new' } })
    expect(cellOf(book, 'totalContractValue', colossus).change).toBeUndefined()
    expect(cellOf(book, 'breakEvenAccrued', colossus).detail).toBe(
      'price and capacity of the baseline not stated',
    )
  })
})

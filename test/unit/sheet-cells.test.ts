import { describe, expect, it } from 'vitest'
import { keepAlike } from '../../renderer/stores/alike.ts'
import { cellsOf, headingOf } from '../../renderer/stores/cells.ts'
import { apply } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/command.ts'
import { compare } from '../../shared/engine/compare.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { termById, termCatalog } from '../../shared/terms/catalog.ts'
import { colossus, longerRamp, sample } from '../golden/sampleDeals.ts'

const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'billions' }
const german: NumberStyle = { ...style, locale: 'de-DE' }

function edited(book: Book, command: Command): Book {
  const after = apply(book, command)
  if (!after.ok) throw new Error(after.error.message)
  return after.value
}

const setFee = (dealId: string, millionsOfDollars: number): Command => ({
  type: 'charge.set',
  chargeId: `${dealId}/fee`,
  changes: { monthlyFee: millionsOfDollars * 1_000_000_00 },
})

function rowsOf(book: Book, numbers = style) {
  const { columns, context } = compare(book)
  return new Map(termCatalog.map((term) => [term.id, cellsOf(term, columns, context.baseline, numbers)]))
}

const changedRows = (before: ReturnType<typeof rowsOf>, after: ReturnType<typeof rowsOf>) =>
  [...after].filter(([id, cells]) => cells !== before.get(id)).map(([id]) => id)

describe('the cells of the sheet', () => {
  it('are those they were but for what an edit of a deal changes', () => {
    const book = sample()
    const before = rowsOf(book)
    const after = rowsOf(edited(book, setFee(longerRamp, 1300)))
    expect(changedRows(before, after)).toEqual(['monthlyFee'])
    const [first, second, third] = after.get('monthlyFee')!
    expect(first).toBe(before.get('monthlyFee')![0])
    expect(second).toBe(before.get('monthlyFee')![1])
    expect(third).toMatchObject({
      dealId: longerRamp,
      text: '$1,300\u00a0M',
      differs: true,
      isBaseline: false,
    })
  })

  it('beside another baseline change by how they stand to it alone', () => {
    const book = sample()
    const before = rowsOf(book)
    // To what the third deal pays.
    const after = rowsOf(edited(book, setFee(colossus, 1275)))
    expect(changedRows(before, after)).toEqual(['monthlyFee'])
    const differing = (rows: typeof before) => rows.get('monthlyFee')!.map(({ differs }) => differs)
    expect(differing(before)).toEqual([false, true, true])
    expect(differing(after)).toEqual([false, true, false])
    expect(after.get('monthlyFee')![1]).toBe(before.get('monthlyFee')![1])
    expect(after.get('monthlyFee')!.map(({ text }) => text)).toEqual([
      '$1,275\u00a0M',
      '$920\u00a0M',
      '$1,275\u00a0M',
    ])
  })

  it('are those of the deals and the numbers that are asked for, whatever was asked before', () => {
    const book = sample()
    const { text } = rowsOf(book).get('monthlyFee')![0]!
    expect(rowsOf(book, german).get('monthlyFee')![0]!.text).toBe('$1.250\u00a0M')
    expect(rowsOf(book).get('monthlyFee')![0]!.text).toBe(text)

    const renamed = edited(book, { type: 'deal.set', dealId: colossus, changes: { name: 'Other' } })
    expect(rowsOf(renamed).get('name')![0]!.text).toBe('Other')
    expect(rowsOf(book).get('name')![0]!.text).not.toBe('Other')
  })

  it('are gone with their deal, and keep their place', () => {
    const book = sample()
    rowsOf(book)
    const without = rowsOf(edited(book, { type: 'deal.set', dealId: longerRamp, changes: { shown: false } }))
    expect(without.get('monthlyFee')!.map(({ dealId }) => dealId)).not.toContain(longerRamp)
    expect(
      rowsOf(book)
        .get('monthlyFee')!
        .map(({ dealId }) => dealId),
    ).toContain(longerRamp)
  })

  it('a heading says how many parts a deal has, where its group has a small table', () => {
    const { columns, context } = compare(sample())
    const capacity = headingOf('capacity', columns, context.baseline)
    expect(capacity[0]).toMatchObject({ dealId: colossus, isBaseline: true, summary: '1 tranche' })
    expect(headingOf('parties', columns, context.baseline)[0]!.summary).toBeNull()
    const again = compare(edited(sample(), setFee(longerRamp, 1300)))
    expect(headingOf('capacity', again.columns, again.context.baseline)).toEqual(capacity)
  })

  it('a term that says nothing of a deal says so, and is no difference', () => {
    const cells = rowsOf(sample()).get(termById('charge-2-usage').id)!
    expect(cells.every(({ applies, differs }) => !applies && !differs)).toBe(true)
  })
})

describe('a list that is like the one before', () => {
  const before = [
    { id: 1, name: 'a' },
    { id: 2, name: 'b' },
  ]

  it('is that list', () => {
    expect(
      keepAlike(before, [
        { id: 1, name: 'a' },
        { id: 2, name: 'b' },
      ]),
    ).toBe(before)
  })

  it('keeps the items that are alike', () => {
    const after = keepAlike(before, [
      { id: 1, name: 'a' },
      { id: 2, name: 'c' },
    ])
    expect(after).not.toBe(before)
    expect(after[0]).toBe(before[0])
    expect(after[1]).toEqual({ id: 2, name: 'c' })
  })

  it('is another where it is shorter, longer or in another order', () => {
    const [first, second] = before as [(typeof before)[0], (typeof before)[0]]
    expect(keepAlike(before, [{ ...first }])).toEqual([first])
    expect(keepAlike(before, [{ ...first }, { ...second }, { id: 3, name: 'c' }])).toHaveLength(3)
    expect(keepAlike(before, [{ ...second }, { ...first }])).toEqual([second, first])
    expect(keepAlike(undefined, before)).toBe(before)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf } from '../../shared/days.ts'
import { compare } from '../../shared/engine/compare.ts'
import { contextOf, sameContext } from '../../shared/engine/context.ts'
import { evaluationOf } from '../../shared/engine/evaluation.ts'
import type { Book, Settings } from '../../shared/schema/book.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { discountings, parties, timings, valuations } from '../../shared/schema/vocabulary.ts'
import { figureTable } from '../../shared/tables/figures.ts'
import { edited, sample } from '../golden/sampleDeals.ts'
import { bookOfTwo, nearDate } from './arbitraries.ts'

/** All that is written or computed of the deals of a book. */
function everyFigure(book: Book) {
  const { context, columns } = compare(book)
  const style = { locale: 'en-US', currency: 'USD', unit: 'exact' } as const
  return {
    table: figureTable({ context, columns, style }),
    values: columns.map(({ terms }) => evaluationOf(terms, context, null)),
  }
}

/** Other values of each setting that figures rest on: the compiler asks for those of a setting that is added. */
const settings: Record<Exclude<keyof Settings, 'id' | 'name' | 'currency'>, fc.Arbitrary<unknown>> = {
  asOf: nearDate,
  baselineId: fc.constantFrom('a', 'b', null),
  valuation: fc.constantFrom(...valuations),
  discounting: fc.constantFrom(...discountings),
  timing: fc.constantFrom(...timings),
  perspective: fc.constantFrom(...parties),
  onDemandPrice: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
  onDemandGpus: fc.option(fc.nat(1_000_000)),
}

const withSettings = (book: Book, changes: Partial<Settings>): Book => ({
  ...book,
  settings: { [settingsOf(book).id]: { ...settingsOf(book), ...changes } },
})

describe('figures that are remembered', () => {
  it.each(Object.entries(settings))('are those computed afresh where %s changes', (name, values) => {
    fc.assert(
      fc.property(bookOfTwo, values, (book, value) => {
        everyFigure(book)
        const changed = withSettings(book, { [name]: value })
        // A copy shares no object with the book, so nothing is remembered of it.
        expect(everyFigure(changed)).toEqual(everyFigure(structuredClone(changed)))
      }),
      { numRuns: 8 },
    )
  })

  it('are not used where a field of the context differs, each by itself', () => {
    const context = contextOf(sample())
    expect(sameContext(context, { ...context, valuation: { ...context.valuation } })).toBe(true)
    for (const key of Object.keys(context))
      expect([key, sameContext(context, { ...context, [key]: 'another' })]).toEqual([key, false])
    for (const key of Object.keys(context.valuation)) {
      const valuation = { ...context.valuation, [key]: 'another' }
      expect([key, sameContext(context, { ...context, valuation })]).toEqual([key, false])
    }
  })
})

describe('the valuation date of a book', () => {
  const valuedOn = (book: Book, asOf?: string) => dateOf(contextOf(book, asOf).valuation.on)

  it('is the earliest start among the deals shown, or the as-of date', () => {
    const book = sample()
    // The first Colossus lease starts first.
    expect(valuedOn(book)).toBe('2026-05-01')
    const asOf = edited(book, { type: 'settings.set', changes: { valuation: 'asOf', asOf: '2026-11-20' } })
    expect(valuedOn(asOf)).toBe('2026-11-20')
    expect(valuedOn(asOf, '2027-02-03')).toBe('2027-02-03')
    expect(valuedOn(book, '2027-02-03')).toBe('2026-05-01')
    expect(valuedOn(emptyBook('Empty', 'USD', '2026-11-20'), '2027-02-03')).toBe('2027-02-03')
  })
})

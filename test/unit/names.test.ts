import { describe, expect, it } from 'vitest'
import { freeNames } from '../../shared/commands/freeNames.ts'
import { inSentence, isSameName } from '../../shared/format/names.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { describe as labelOf } from '../../shared/history/describe.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { dealsFound } from '../../shared/schema/dealSearch.ts'
import { differs, termById } from '../../shared/terms/catalog.ts'
import { colossus, edited, sample, secondLease } from '../golden/sampleDeals.ts'

/** Zoé as one sign for é, and as e with an accent: what a keyboard and the files of a Mac have. */
const [composed, decomposed] = ['Zo\u00e9', 'Zoe\u0301']
const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'billions' }
const renamed = (name: string, dealId = colossus, from = sample()) =>
  edited(from, { type: 'deal.set', dealId, changes: { name, facility: name } })

describe('a name in two forms of Unicode is the same name', () => {
  it('and no other is', () => {
    expect(isSameName(composed, decomposed)).toBe(true)
    expect(isSameName(composed, 'Zoe')).toBe(false)
  })

  it('where one that is free is wanted', () => {
    expect(freeNames([composed])(decomposed)).toBe(`${decomposed} 2`)
  })

  it('where it is found by typing it', () => {
    for (const [kept, typed] of [
      [composed, decomposed],
      [decomposed, composed],
    ] as const)
      expect(dealsFound(Object.values(renamed(kept).deals), typed).map(({ id }) => id)).toEqual([colossus])
  })

  it('where it is entered, and kept in one form', () => {
    const book = renamed(composed)
    expect(termById('name').enter(dealTerms(book, colossus), decomposed, style)).toEqual({
      ok: true,
      value: null,
    })
  })

  it('where two deals are compared', () => {
    const book = renamed(decomposed, secondLease, renamed(composed))
    const [a, b] = [dealTerms(book, colossus), dealTerms(book, secondLease)]
    expect(differs(termById('facility'), a, b)).toBe(false)
  })

  it('where a charge names its tranche', () => {
    const tranche = dealTerms(sample(), colossus).tranches[0]!.tranche
    const book = edited(sample(), {
      type: 'tranche.set',
      trancheId: tranche.id,
      changes: { label: composed },
    })
    const entered = termById('charge-tranche').enter(dealTerms(book, colossus), decomposed, style)
    expect(entered).toMatchObject({ ok: true, value: { changes: { trancheId: tranche.id } } })
  })
})

describe('a name from right to left', () => {
  it('is kept apart from the words and digits beside it in a sentence', () => {
    expect(inSentence('מרכז 2')).toBe('\u2068מרכז 2\u2069')
    expect(inSentence('Hall مركز')).toBe('\u2068Hall مركز\u2069')
    const before = sample()
    const after = renamed('מרכז 2')
    const command = { type: 'deal.remove', dealId: colossus } as const
    expect(labelOf(after, before, command)).toBe('Remove Colossus lease')
    expect(labelOf(before, after, command)).toBe('Remove \u2068מרכז 2\u2069')
  })

  it('and any other name is as it is', () => {
    for (const name of ['Colossus', '東京 2', 'Zoé', '😀']) expect(inSentence(name)).toBe(name)
  })
})

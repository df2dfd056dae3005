import { describe, expect, it } from 'vitest'
import type { NumberStyle } from '../../shared/format/number.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { withBaseline } from '../../shared/terms/formula.ts'
import { termById, termCatalog } from '../../shared/terms/catalog.ts'
import { colossus, edited, longerRamp, sample, secondLease } from '../golden/sampleDeals.ts'

const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'billions' }
const book = sample()
const baseline = dealTerms(book, colossus)

/** What a term of a deal says once a formula was entered for it, as the catalogue keeps it. */
function entered(termId: string, text: string, dealId = longerRamp, locale = 'en-US'): string {
  const [term, terms, own] = [termById(termId), dealTerms(book, dealId), { ...style, locale }]
  const written = withBaseline(text, term, terms, baseline, own)
  if (!written.ok) throw new Error(written.problem)
  const command = term.enter(terms, written.value, own)
  if (!command.ok) throw new Error(command.problem)
  return term.canonical(command.value ? dealTerms(edited(book, command.value), dealId) : terms)
}

describe('the word baseline in a formula', () => {
  it('stands for what the baseline says of the same term', () => {
    expect(entered('monthlyFee', '=baseline*1.02')).toBe('127500000000')
    expect(entered('monthlyFee', '=Baseline - 50m')).toBe('120000000000')
    expect(entered('monthlyFee', '＝baseline／2')).toBe('62500000000')
    expect(entered('power', '=baseline/2')).toBe('150000')
    expect(entered('power', '=baseline+10')).toBe('310000')
    expect(entered('gpus', '=2*baseline')).toBe('440000')
    expect(entered('discountRate', '=baseline+1.5%')).toBe('115000')
  })

  it('is read in the separators of the place', () => {
    expect(entered('monthlyFee', '=baseline*1,02', longerRamp, 'de-DE')).toBe('127500000000')
  })

  it('gives the baseline’s own value by itself, whatever number the term is', () => {
    const numbers = termCatalog.filter(
      (term) =>
        ['amount', 'price', 'percent', 'count', 'power'].includes(term.kind) &&
        term.applies(baseline) &&
        term.applies(dealTerms(book, longerRamp)) &&
        term.input(baseline, style) !== '',
    )
    expect(numbers.length).toBeGreaterThan(8)
    for (const { id, canonical } of numbers)
      expect([id, entered(id, '=baseline')]).toEqual([id, canonical(baseline)])
  })

  it('is refused where there is nothing to take', () => {
    expect(() => entered('monthlyFee', '=baseline*2', colossus)).toThrow(
      'This deal has no baseline to take a number from. Write the number itself.',
    )
    expect(() => entered('pue', '=baseline')).toThrow(
      'The baseline, Colossus lease, does not state this. Write the number itself.',
    )
  })

  it('is a word like any other in a text, and outside a formula', () => {
    expect(entered('notes', '=baseline', secondLease)).toBe('"=baseline"')
    expect(() => entered('monthlyFee', 'baseline')).toThrow('is not a number')
  })
})

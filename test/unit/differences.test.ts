import { describe, expect, it } from 'vitest'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { differencesBetween } from '../../shared/tables/differences.ts'
import { edited } from '../golden/sampleDeals.ts'

const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const
const then = sampleBook()

const linesOf = (lines: readonly { id: string; before: string | null; after: string | null }[]) =>
  Object.fromEntries(lines.map(({ id, before, after }) => [id, [before, after]]))

describe('two states of one book', () => {
  it('that say the same differ in nothing, whatever objects they are', () => {
    expect(differencesBetween(then, structuredClone(then), style)).toEqual([])
  })

  it('differ in the terms that were edited and in the figures that follow from them, and in no others', () => {
    const now = edited(then, {
      type: 'charge.set',
      chargeId: 'colossus-second-lease/fee',
      changes: { monthlyFee: 1_000_000_000_00 },
    })
    const [deal, ...others] = differencesBetween(then, now, style)
    expect(others).toEqual([])
    expect([deal!.name, deal!.kind]).toEqual(['Colossus second lease', 'changed'])
    expect(linesOf(deal!.terms)).toEqual({ monthlyFee: ['$920\u00a0M', '$1,000\u00a0M'] })
    // 33 months without a ramp.
    expect(linesOf(deal!.figures)['totalContractValue']).toEqual(['$30.360\u00a0B', '$33.000\u00a0B'])
  })

  it('differ in the figures of every deal against a baseline that was edited', () => {
    const now = edited(then, {
      type: 'charge.set',
      chargeId: 'colossus-lease/fee',
      changes: { monthlyFee: 1_300_000_000_00 },
    })
    const found = differencesBetween(then, now, style)
    expect(found.map(({ dealId, terms }) => [dealId, terms.length])).toEqual([
      ['colossus-lease', 1],
      ['colossus-second-lease', 0],
      ['colossus-longer-ramp', 0],
    ])
  })

  it('name the deals that came and those that went, with their figures', () => {
    const now = edited(
      then,
      { type: 'deal.duplicate', from: 'colossus-lease', dealId: 'copy', name: 'Copy' },
      { type: 'deal.remove', dealId: 'colossus-second-lease' },
    )
    const found = differencesBetween(then, now, style)
    expect(found.map(({ name, kind }) => [name, kind])).toEqual([
      ['Copy', 'added'],
      ['Colossus second lease', 'removed'],
    ])
    expect(linesOf(found[0]!.figures)['totalContractValue']).toEqual([null, '$45.000\u00a0B'])
    expect(linesOf(found[1]!.figures)['totalContractValue']).toEqual(['$30.360\u00a0B', null])
  })

  it('count the deals that are not side by side too, where they were edited', () => {
    const hidden = edited(then, {
      type: 'deal.set',
      dealId: 'colossus-second-lease',
      changes: { shown: false },
    })
    const now = edited(hidden, {
      type: 'deal.set',
      dealId: 'colossus-second-lease',
      changes: { buyer: 'Somebody else' },
    })
    expect(differencesBetween(hidden, now, style).map(({ terms }) => linesOf(terms))).toEqual([
      { buyer: ['Google', 'Somebody else'] },
    ])
  })
})

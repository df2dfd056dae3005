import { describe, expect, it } from 'vitest'
import { compare } from '../../shared/engine/compare.ts'
import { bestOf } from '../../shared/tables/best.ts'
import { figureById } from '../../shared/tables/figureCatalog.ts'
import { colossus, edited, longerRamp, sample, secondLease } from '../golden/sampleDeals.ts'

const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const
const best = (figure: string, book = sample()) => [...bestOf(figureById(figure), { ...compare(book), style })]

describe('the best of a row', () => {
  it('is the lowest cost and the highest saving for a buyer', () => {
    // 45.0, 30.36 and 45.645 billion; savings of 1.25, 0 and 1.53.
    expect(best('totalContractValue')).toEqual([secondLease])
    expect(best('rampSavings')).toEqual([longerRamp])
  })

  it('is the highest revenue for a provider', () => {
    const provider = sample({ type: 'settings.set', changes: { perspective: 'provider' } })
    expect(best('totalContractValue', provider)).toEqual([longerRamp])
  })

  it('is each of those that share it, and none where all do', () => {
    const both = sample({ type: 'deal.duplicate', from: secondLease, dealId: 'copy', name: 'Copy' })
    expect(best('totalContractValue', both)).toEqual([secondLease, 'copy'])
    const same = edited(
      sample(),
      { type: 'deal.remove', dealId: secondLease },
      { type: 'deal.remove', dealId: longerRamp },
      { type: 'deal.duplicate', from: colossus, dealId: 'copy', name: 'Copy' },
    )
    expect(best('totalContractValue', same)).toEqual([])
  })

  it('is none of a row of words or dates', () => {
    expect(best('lastDayServed')).toEqual([])
    expect(best('breakEvenAccrued')).toEqual([])
  })
})

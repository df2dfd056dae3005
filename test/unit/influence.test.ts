import { describe, expect, it } from 'vitest'
import { influences } from '../../shared/explain/influence.ts'
import { formatQuantity } from '../../shared/tables/quantity.ts'
import { colossus, sample } from '../golden/sampleDeals.ts'

const changes = (figure: string) =>
  influences(figure, sample(), colossus, 5).map(({ term, change }) => [term.id, change])

describe('what would change a figure most', () => {
  it('is, for the contract value, its monthly fee: a tenth of 45 billion', () => {
    expect(changes('totalContractValue')).toEqual([
      ['monthlyFee', { kind: 'amount', value: 4_500_000_000_00 }],
    ])
  })

  it('is, for the exit cost, the fee and the notice', () => {
    const found = changes('committed')
    // A tenth of 3.717 billion, and nine days more of notice: 1.25 billion * 9 / 28 of February 2027 at most.
    expect(found.map(([id]) => id)).toEqual(['buyer-notice', 'monthlyFee'])
    expect(found[1]).toEqual(['monthlyFee', { kind: 'amount', value: expect.closeTo(371_726_190_48, -3) }])
  })

  it('has the dates of a figure that is a date move by days', () => {
    // 90 days and a tenth: nine days later.
    expect(changes('lastDayServed')).toEqual([['buyer-notice', { kind: 'date', value: 9 }]])
    const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const
    expect(formatQuantity({ kind: 'date', value: 9 }, style, true)).toBe('+9 days')
  })

  it('is nothing for a figure that is a word', () => {
    expect(changes('lockOutReading')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { book as bookSchema } from '../../shared/schema/book.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { colossus, longerRamp, secondLease } from '../golden/sampleDeals.ts'

describe('the sample book', () => {
  const book = sampleBook()

  it('is a valid book of three deals, the first lease its baseline', () => {
    expect(bookSchema.parse(book)).toEqual(book)
    expect(dealsInOrder(book).map((deal) => deal.id)).toEqual([colossus, secondLease, longerRamp])
    expect(settingsOf(book).baselineId).toBe(colossus)
  })

  it('puts the two leases in two facilities, since together they oversell one', () => {
    expect(book.deals[colossus]!.facility).not.toBe(book.deals[secondLease]!.facility)
  })

  it('is the same each time', () => {
    expect(sampleBook()).toEqual(book)
  })

  it('calls what no source says an assumption', () => {
    const assumed = (term: string) =>
      Object.values(book.evidence).find((entry) => entry.dealId === colossus && entry.term === term)
        ?.confidence
    expect(['start', 'powerBasis', 'ramp', 'delivery', 'discountRate'].map(assumed)).toEqual(
      Array.from({ length: 5 }, () => 'assumed'),
    )
    expect([assumed('monthlyFee'), assumed('buyer-lockOut')]).toEqual(['stated', 'reported'])
  })
})

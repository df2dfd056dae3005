import { describe, expect, it } from 'vitest'
import { readBookDocument } from '../../shared/document/bookDocument.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { limits } from '../../shared/schema/limits.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'

const deal = { start: '2027-01-01', end: '2028-01-01' }
const flat = (charge: object) => ({ ...deal, charges: [charge] })

const from = (start: string, until: string) => ({ from: start, until })

describe('a book’s document', () => {
  const book = { offtake: 'book', name: 'Test', asOf: '2027-01-01' }
  const shown = { ...deal, shown: true }
  const refused = (json: unknown) => {
    const read = readBookDocument(json, '“b.json”')
    return read.ok ? null : read.error
  }

  it.each([
    ['book', null, 'an object is wanted here.'],
    ['offtake', { ...book, offtake: 'deal', deals: [] }, 'choose one of book.'],
    ['name', { ...book, name: undefined, deals: [] }, 'this is missing.'],
    ['deals', book, 'this is missing.'],
    ['book', { ...book, deals: [], colour: 1 }, 'there is no term “colour” here.'],
    ['deals[1]', { ...book, deals: [deal, 7] }, 'an object is wanted here.'],
    ['deals[1]', { ...book, deals: [deal, { ...deal, colour: 1 }] }, 'there is no term “colour” here.'],
    ['deals[1].end', { ...book, deals: [deal, { start: '2027-01-01' }] }, 'this is missing.'],
    ['deals[0].shown', { ...book, deals: [{ ...deal, shown: 1 }] }, 'true or false is wanted here.'],
    [
      'deals[0].currency',
      { ...book, deals: [{ ...deal, currency: 'EUR' }] },
      'the deal is in EUR and the book in USD.',
    ],
    [
      'deals[1].baseline',
      {
        ...book,
        deals: [
          { ...deal, baseline: true },
          { ...deal, baseline: true },
        ],
      },
      'another deal is the baseline already.',
    ],
    [
      'deals[0].shown',
      { ...book, deals: [{ ...deal, baseline: true, shown: false }] },
      'the baseline is always shown.',
    ],
    [
      'deals[8].shown',
      { ...book, deals: Array.from({ length: 9 }, () => shown) },
      '8 deals fit side by side, and so many are shown already.',
    ],
    [
      'deals[0].charges[0].ramp',
      { ...book, deals: [flat({ ramp: [{ ...from('2026-01-01', '2026-02-01'), basis: 'proRata' }] })] },
      'The ramp step 1 Jan 2026 to 31 Jan 2026 lies outside the term, 1 Jan 2027 to 31 Dec 2027.',
    ],
    [
      'deals',
      { ...book, deals: Array.from({ length: limits.deals + 1 }, () => 0) },
      'at most 10000 entries are possible here.',
    ],
  ])('is refused with its place: %s', (place, json, sentence) => {
    expect(refused(json)).toBe(`“b.json”, ${place}: ${sentence}`)
  })

  it('shows the first eight deals, in its currency, where it does not say', () => {
    const deals = Array.from({ length: 10 }, () => deal)
    const read = readBookDocument({ ...book, currency: 'JPY', deals }, '“b.json”')
    if (!read.ok) throw new Error(read.error)
    expect(dealsInOrder(read.value).map((each) => each.shown)).toEqual(deals.map((_, i) => i < 8))
    expect(dealTerms(read.value, 'deal-1').digits).toBe(0)
    expect(settingsOf(read.value).baselineId).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { compare } from '../../shared/engine/compare.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { wholeBook } from '../../shared/salvage/wholeBook.ts'
import { book as bookSchema, type Book } from '../../shared/schema/book.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'

const sample = sampleBook()
const fallback = emptyBook('Recovered', 'USD', '2026-11-20')

const without = (kind: keyof Book, isLost: (id: string) => boolean): Book => ({
  ...sample,
  [kind]: Object.fromEntries(Object.entries(sample[kind]).filter(([id]) => !isLost(id))),
})

/** A book made whole: every deal has its parts, its schema holds, and its figures can be shown. */
function madeWhole(parts: Book) {
  const { book, missing } = wholeBook(parts, fallback)
  expect(bookSchema.safeParse(book).error?.issues).toBeUndefined()
  for (const id of Object.keys(book.deals)) dealTerms(book, id)
  compare(book)
  return { book, missing }
}

describe('the parts of a book that was damaged', () => {
  it('are the book where nothing is lost', () => {
    expect(wholeBook(sample, fallback)).toEqual({ book: sample, missing: [] })
  })

  it('lose what belonged to a deal that is lost, and the baseline goes to the next', () => {
    const { book, missing } = madeWhole(without('deals', (id) => id === 'colossus-lease'))
    expect(Object.keys(book.deals)).toEqual(['colossus-second-lease', 'colossus-longer-ramp'])
    expect(book.settings['book']!.baselineId).toBe('colossus-second-lease')
    expect(missing).toEqual([
      expect.stringMatching(
        /^1 deal could not be read, so \d+ parts that belonged to what is lost had to be left out\.$/,
      ),
    ])
  })

  it('are given empty ones for what every deal has', () => {
    const { book, missing } = madeWhole(without('charges', (id) => id.startsWith('colossus-lease/')))
    expect(dealTerms(book, 'colossus-lease').charges[0]!.charge.monthlyFee).toBe(0)
    expect(missing).toContain('“Colossus lease” has lost its charges; empty ones stand in their place.')
  })

  it('are given the settings of a new book where those are lost', () => {
    const { book, missing } = madeWhole(without('settings', () => true))
    expect(book.settings['book']).toMatchObject({ name: 'Recovered', baselineId: 'colossus-lease' })
    expect(missing).toEqual([
      'The name of the book and its conventions could not be read; they are those of a new book.',
    ])
  })

  it('lose the lists of a deal that they contradict', () => {
    const step = Object.values(sample.rampSteps).find(({ chargeId }) => chargeId === 'colossus-lease/fee')!
    const { book, missing } = madeWhole({
      ...sample,
      rampSteps: { ...sample.rampSteps, twice: { ...step, id: 'twice' } },
    })
    expect(dealTerms(book, 'colossus-lease').charges[0]!.ramp).toEqual([])
    expect(missing).toEqual([
      expect.stringMatching(/^“Colossus lease” lost its steps and lists, .* overlap\.$/),
    ])
  })

  it('lose a deal that contradicts itself without them', () => {
    const deal = sample.deals['colossus-lease']!
    const { book, missing } = madeWhole({
      ...sample,
      deals: { ...sample.deals, [deal.id]: { ...deal, end: '2026-01-01' } },
    })
    expect(book.deals[deal.id]).toBeUndefined()
    expect(missing).toEqual([
      expect.stringMatching(/^“Colossus lease” contradicted itself and was left out: /),
    ])
  })

  it('lose the second of two rights of one party', () => {
    const right = sample.terminationRights['colossus-lease/buyer']!
    const { book } = madeWhole({
      ...sample,
      terminationRights: { ...sample.terminationRights, twice: { ...right, id: 'twice' } },
    })
    expect(book.terminationRights['twice']).toBeUndefined()
  })
})

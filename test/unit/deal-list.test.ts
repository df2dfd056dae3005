import { describe, expect, it } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/command.ts'
import { bookDocumentOf, readBookDocument } from '../../shared/document/bookDocument.ts'
import { dealsFound, tagsOf } from '../../shared/schema/dealSearch.ts'
import { dealsInOrder } from '../../shared/schema/readBook.ts'
import { colossus, longerRamp, sample, secondLease } from '../golden/sampleDeals.ts'

const set = (dealId: string, changes: object): Command => ({ type: 'deal.set', dealId, changes })
const found = (query: string, ...commands: Command[]) =>
  dealsFound(dealsInOrder(sample(...commands)), query).map(({ id }) => id)

describe('the list of deals', () => {
  it('is searched by name, party, facility, status and tag', () => {
    expect(found('')).toEqual([colossus, secondLease, longerRamp])
    expect(found('ramp')).toEqual([longerRamp])
    expect(found('google')).toEqual([secondLease])
    expect(found('memphis colossus', set(longerRamp, { name: 'Other', facility: '' }))).toEqual([colossus])
    expect(found('first round', set(secondLease, { tags: 'second, First round' }))).toEqual([secondLease])
    expect(found('signed')).toEqual([colossus, secondLease])
    expect(found('nobody')).toEqual([])
  })

  it('reads tags between commas, each once', () => {
    expect(tagsOf({ ...dealsInOrder(sample())[0]!, tags: ' a, b ,,a' })).toEqual(['a', 'b'])
  })
})

describe('an archived deal', () => {
  const archive = set(secondLease, { archived: true })
  const state = (book: ReturnType<typeof sample>, id = secondLease) => {
    const { shown, archived } = book.deals[id]!
    return { shown, archived }
  }

  it('is not shown, and is no longer archived once it is', () => {
    expect(state(sample(archive))).toEqual({ shown: false, archived: true })
    expect(state(sample(archive, set(secondLease, { shown: true })))).toEqual({
      shown: true,
      archived: false,
    })
    expect(state(sample(archive, set(secondLease, { archived: false })))).toEqual({
      shown: false,
      archived: false,
    })
  })

  it('is not the baseline: to become it takes a deal out of the archive', () => {
    expect(apply(sample(), set(colossus, { archived: true }))).toMatchObject({
      error: { message: expect.stringContaining('The baseline is always shown.') },
    })
    const book = sample(archive, { type: 'settings.set', changes: { baselineId: secondLease } })
    expect(state(book)).toEqual({ shown: true, archived: false })
  })

  it('stays so in the book’s document, and its copy is in view', () => {
    const read = readBookDocument(bookDocumentOf(sample(archive)), 'It')
    if (!read.ok) throw new Error(read.error)
    expect(dealsInOrder(read.value).map(({ archived }) => archived)).toEqual([false, true, false])
    const copied = sample(archive, {
      type: 'deal.duplicate',
      from: secondLease,
      dealId: 'copy',
      name: 'Copy',
    })
    expect(state(copied, 'copy')).toEqual({ shown: true, archived: false })
  })

  it('that says it is shown is no document', () => {
    const { deals, ...book } = bookDocumentOf(sample())
    const spoiled = { ...book, deals: deals.map((deal) => ({ ...deal, archived: true })) }
    expect(readBookDocument(spoiled, 'It')).toMatchObject({
      ok: false,
      error: expect.stringContaining('an archived deal is not shown'),
    })
  })
})

import { describe, expect, it } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import { importOf } from '../../shared/commands/importDeals.ts'
import { documentOf } from '../../shared/document/documentOf.ts'
import { advance, emptyHistory } from '../../shared/history/advance.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { colossus, edited, longerRamp, secondLease } from '../golden/sampleDeals.ts'

describe('importing deals', () => {
  const documents = [colossus, secondLease].map((id) => documentOf(dealTerms(sampleBook(), id), 'USD'))
  const ids = () => {
    let number = 0
    return () => `new-${(number += 1)}`
  }
  const at = '2027-01-01T09:00:00Z'

  it('is one step with a name, and one undo', () => {
    const book = sampleBook()
    const one = advance(
      { book, history: emptyHistory },
      { type: 'do', command: importOf(book, documents.slice(0, 1), ids()), at },
    )
    if (!one.ok) throw new Error(one.error.message)
    expect(one.value.history.steps.map(({ label }) => label)).toEqual(['Import Colossus lease 2'])
    const two = advance(one.value, {
      type: 'do',
      command: importOf(one.value.book, documents, () => crypto.randomUUID()),
      at,
    })
    if (!two.ok) throw new Error(two.error.message)
    expect(two.value.history.steps.at(-1)!.label).toBe('Import 2 deals')
    expect(
      dealsInOrder(two.value.book)
        .map(({ name }) => name)
        .slice(3),
    ).toEqual(['Colossus lease 2', 'Colossus lease 3', 'Colossus second lease 2'])
    const undone = advance(two.value, { type: 'undo' })
    expect(undone.ok && undone.value.book).toEqual(one.value.book)
  })

  it('keeps sources as they are, and makes the first deal of an empty book its baseline', () => {
    const empty = emptyBook('Test', 'USD', '2027-01-01')
    const book = edited(empty, importOf(empty, documents, ids()))
    expect(settingsOf(book).baselineId).toBe('new-1')
    expect(dealTerms(book, 'new-1').evidence.map(({ inherited }) => inherited)).not.toContain(true)
    expect(dealTerms(book, 'new-2').evidence).toHaveLength(
      dealTerms(sampleBook(), secondLease).evidence.length,
    )
  })

  it('shows what fits beside the others', () => {
    const book = sampleBook()
    const many = Array.from({ length: 7 }, () => documents[0]!)
    const next = edited(book, importOf(book, many, ids()))
    expect(dealsInOrder(next).map((each) => each.shown)).toEqual([...Array(8).fill(true), false, false])
  })

  it.each([
    [
      'in another currency',
      { ...documents[0]!, currency: 'EUR' },
      '“Colossus lease 2” is in EUR and this book in USD, and amounts are not converted.',
    ],
    [
      'that contradict themselves',
      { ...documents[0]!, signed: '2049-01-01' },
      '“Colossus lease 2”, signed: The signing date, 1 Jan 2049, would come after the last day of service.',
    ],
  ])('refuses deals %s', (_, document, sentence) => {
    const book = sampleBook()
    expect(apply(book, importOf(book, [document], ids()))).toMatchObject({
      ok: false,
      error: { message: sentence },
    })
  })

  it('refuses an id twice', () => {
    const book = sampleBook()
    for (const command of [
      importOf(book, documents, () => 'new'),
      importOf(book, documents, () => longerRamp),
    ])
      expect(apply(book, command)).toMatchObject({
        ok: false,
        error: { message: 'That deal is already in the book.' },
      })
  })
})

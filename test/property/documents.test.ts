import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import { importOf } from '../../shared/commands/importDeals.ts'
import { bookDocument, bookDocumentOf, readBookDocument } from '../../shared/document/bookDocument.ts'
import { dealDocument } from '../../shared/document/dealDocument.ts'
import { documentOf } from '../../shared/document/documentOf.ts'
import { readJson, writeJson } from '../../shared/document/json.ts'
import { unreadableAt } from '../../shared/document/jsonPlace.ts'
import { readDeal } from '../../shared/document/readDeal.ts'
import { readDeals } from '../../shared/document/readDeals.ts'
import { advance, emptyHistory } from '../../shared/history/advance.ts'
import { book as bookSchema, type Book } from '../../shared/schema/book.ts'
import { dealTerms, type DealTerms } from '../../shared/schema/dealTerms.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { termCatalog } from '../../shared/terms/catalog.ts'
import { bookOfSeveral } from './arbitraryBooks.ts'

/** A JSON text as it is read again. */
const reread = (text: string): unknown => {
  const json = readJson(text)
  if (!json.ok) throw new Error(json.error)
  return json.value
}

const bookOf = (text: string): Book => {
  const book = readBookDocument(reread(text), '“test.json”')
  if (!book.ok) throw new Error(book.error)
  return book.value
}

const references = ['dealId', 'chargeId', 'trancheId', 'rightId', 'baselineId']

/** What may name a tranche inside its text. */
const written = ['supports', 'alternativeValue']

/** What two books have in common that say the same: every id told by the place of what it names. */
function withoutIds(book: Book): unknown {
  const deals = dealsInOrder(book)
  const places = new Map<string, string>()
  for (const [i, { id }] of deals.entries()) {
    const terms = dealTerms(book, id)
    places.set(id, `deal ${i}`)
    for (const [k, { charge }] of terms.charges.entries()) places.set(charge.id, `deal ${i} charge ${k}`)
    for (const [k, { tranche }] of terms.tranches.entries()) places.set(tranche.id, `deal ${i} tranche ${k}`)
    for (const right of Object.values(terms.rights)) places.set(right.id, `deal ${i} ${right.party}`)
  }
  const placeOf = (id: string) => places.get(id) ?? id
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value as Record<string, unknown>)
      .filter(([key]) => key !== 'id' && key !== 'position')
      .map(([key, each]) => {
        if (typeof each !== 'string') return [key, plain(each)]
        if (references.includes(key)) return [key, placeOf(each)]
        return [
          key,
          written.includes(key)
            ? each.replaceAll(
                /"([^"\\]*)"/g,
                (_all, text: string) => `"${text.includes('/') ? placeOf(text) : text}"`,
              )
            : each,
        ]
      })
    return Object.fromEntries(entries)
  }
  return { settings: plain(settingsOf(book)), deals: deals.map(({ id }) => plain(dealTerms(book, id))) }
}

/** Which terms do not say what their source supports. */
const marksOfDeal = (terms: DealTerms) => termCatalog.map(({ id }) => evidenceOf(terms, id)?.differs)
const marksOf = (book: Book) => dealsInOrder(book).map(({ id }) => marksOfDeal(dealTerms(book, id)))

describe('any book as JSON', () => {
  it('is read back to an equal book, and written again to the same text', () => {
    fc.assert(
      fc.property(bookOfSeveral, (book) => {
        const text = writeJson(bookDocumentOf(book))
        expect(bookDocument.safeParse(reread(text)).error).toBeUndefined()
        const read = bookOf(text)
        expect(bookSchema.safeParse(read).error).toBeUndefined()
        expect(withoutIds(read)).toEqual(withoutIds(book))
        expect(writeJson(bookDocumentOf(read))).toBe(text)
        expect(marksOf(read)).toEqual(marksOf(book))
      }),
    )
  })
})

describe('any deal as JSON', () => {
  it('is read back to equal terms and sources, and written again to the same text', () => {
    fc.assert(
      fc.property(bookOfSeveral, (book) => {
        const { currency } = settingsOf(book)
        for (const { id } of dealsInOrder(book)) {
          const text = writeJson(documentOf(dealTerms(book, id), currency))
          expect(dealDocument.safeParse(reread(text)).error).toBeUndefined()
          const terms = readDeal(reread(text))
          if (!terms.ok) throw new Error(JSON.stringify(terms.error))
          expect(terms.value.digits).toBe(dealTerms(book, id).digits)
          expect(writeJson(documentOf(terms.value, currency))).toBe(text)
        }
      }),
    )
  })

  it('imported into an empty book and exported again is the same text, and one undo takes it back', () => {
    fc.assert(
      fc.property(bookOfSeveral, (book) => {
        const { currency } = settingsOf(book)
        const written = dealsInOrder(book).map(({ id }) => documentOf(dealTerms(book, id), currency))
        fc.pre(written.length > 0)
        const target = emptyBook('Target', currency, '2026-11-20')
        const documents = readDeals(reread(writeJson(written)), target, '“test.json”')
        if (!documents.ok) throw new Error(documents.error)
        let number = 0
        const command = importOf(target, documents.value, () => `new-${(number += 1)}`)
        const start = { book: target, history: emptyHistory }
        const done = advance(start, { type: 'do', command, at: '2026-11-20T09:00:00Z' })
        if (!done.ok) throw new Error(done.error.message)
        expect(bookSchema.safeParse(done.value.book).error).toBeUndefined()
        const again = dealsInOrder(done.value.book).map(({ id }) =>
          documentOf(dealTerms(done.value.book, id), currency),
        )
        expect(writeJson(again)).toBe(writeJson(written))
        expect(done.value.history.steps).toHaveLength(1)
        const undone = advance(done.value, { type: 'undo' })
        expect(undone.ok && undone.value.book).toEqual(target)
      }),
    )
  })

  it('imported beside itself gets a name of its own, and the deal that was there stays as it is', () => {
    fc.assert(
      fc.property(bookOfSeveral, (book) => {
        const [first] = dealsInOrder(book)
        if (!first) return
        const before = dealTerms(book, first.id)
        const command = importOf(book, [documentOf(before, settingsOf(book).currency)], () => 'new')
        const next = apply(book, command)
        if (!next.ok) throw new Error(next.error.message)
        const names = Object.values(next.value.deals).map(({ name }) => name)
        expect(new Set(names).size).toBe(names.length)
        expect(dealTerms(next.value, first.id)).toBe(before)
        expect(
          marksOf(next.value)
            .at(-1)!
            .map((_, i) => i),
        ).toHaveLength(termCatalog.length)
        expect(evidenceOf(dealTerms(next.value, 'new'), 'advances')?.differs).toBe(
          evidenceOf(before, 'advances')?.differs,
        )
      }),
    )
  })
})

describe('any text', () => {
  it('is read as the engine reads it, or stops being JSON where no more of it can be read', () => {
    const cut = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '\u0000', ',', '}', '"', 'x', '1', '\\'))
      .map(([text, at, put]) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + put + text.slice(place + 1)
      })
    fc.assert(
      fc.property(fc.oneof(cut, fc.string()), (text) => {
        let value: unknown
        try {
          value = JSON.parse(text)
        } catch {
          const place = unreadableAt(text)
          const read = readJson(text)
          expect(!read.ok && read.error).toMatch(/^is not JSON: .*\.$/)
          expect(place).toBeLessThanOrEqual(text.length)
          return
        }
        expect(unreadableAt(text)).toBe(text.length)
        expect(readJson(text)).toEqual({ ok: true, value })
      }),
    )
  })
})

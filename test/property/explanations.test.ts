import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import { compare, shownTerms } from '../../shared/engine/compare.ts'
import { contextOf } from '../../shared/engine/context.ts'
import { explain, resultOf } from '../../shared/explain/explain.ts'
import type { BookSetting, Input, Quantity } from '../../shared/explain/explanation.ts'
import type { Book, Settings } from '../../shared/schema/book.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { figureCatalog } from '../../shared/tables/figureCatalog.ts'
import { termCatalog } from '../../shared/terms/catalog.ts'
import { numberOf, slidTo } from '../../shared/terms/slide.ts'
import type { Term } from '../../shared/terms/term.ts'
import { colossus, edited, sample } from '../golden/sampleDeals.ts'
import { expectToAddUp } from './addingUp.ts'
import { bookOfTwo } from './arbitraries.ts'

const inputsSeen = new WeakMap<Book, Map<string, readonly Input[]>>()

/** What a figure says it rests on; asked for once a book. */
function inputsOf(figure: string, book: Book, dealId: string): readonly Input[] {
  const known = inputsSeen.get(book) ?? new Map<string, readonly Input[]>()
  inputsSeen.set(book, known)
  const key = `${figure} ${dealId}`
  if (!known.has(key)) known.set(key, explain(figure, dealTerms(book, dealId), contextOf(book))!.inputs)
  return known.get(key)!
}

/** Other values of a term: a number a tenth and one more, a date a month on, each other choice, what another deal says. */
function otherValues(term: Term, book: Book, dealId: string): string[] {
  const terms = dealTerms(book, dealId)
  const now = term.canonical(terms)
  const number = numberOf(term, terms)
  const numbers =
    number === null
      ? []
      : [Math.round(number * 1.1), number + 1, Math.round(number / 2)].map((each) =>
          slidTo(term, terms, each),
        )
  const choices = term.editor.kind === 'choice' ? term.editor.options.map(({ id }) => JSON.stringify(id)) : []
  const dates =
    term.kind === 'date' ? ['2026-12-17', '2028-03-01', terms.deal.end].map((day) => JSON.stringify(day)) : []
  const stated =
    ['amount', 'price', 'count', 'power', 'percent'].includes(term.kind) && now === 'null' ? ['7'] : []
  const flags = now === 'true' || now === 'false' ? ['true', 'false'] : []
  const others = shownTerms(book).map((deal) => term.canonical(deal))
  const none = term.editor.kind === 'steps' ? ['[]'] : []
  const values = [...numbers, ...choices, ...dates, ...stated, ...flags, ...others, ...none]
  return [...new Set(values)].filter((value) => value !== now && value !== 'null').slice(0, 4)
}

/** The book after a term of a deal says something else; null where it may not. */
function changed(term: Term, value: string, book: Book, dealId: string): Book | null {
  const terms = dealTerms(book, dealId)
  if (!term.applies(terms)) return null
  try {
    const next = apply(book, term.write(terms, value))
    return next.ok ? next.value : null
  } catch {
    return null
  }
}

/** Every figure of a deal, in the order of the catalogue. */
function resultsOf(book: Book, dealId: string): Quantity[] {
  const context = contextOf(book)
  return figureCatalog.map(({ id }) => resultOf(id, dealTerms(book, dealId), context)!)
}

/** Whether two readings of a figure are one: floats that differ by what doubles leave over are, and amounts by a slack. */
function isSame(a: Quantity, b: Quantity, slack = 0): boolean {
  if (a.kind === 'words' || b.kind === 'words') return a.value === b.value
  if (a.kind === 'amount' && Math.abs(a.value - b.value) <= slack) return true
  return Math.abs(a.value - b.value) <= 1e-12 * Math.max(1, Math.abs(a.value), Math.abs(b.value))
}

/** Figures a term bears on without being among their inputs, for any other value of it. */
function missing(book: Book, edited: string, seen: string, term: Term, slack = 0): string[] {
  const whose = edited === seen ? 'deal' : 'baseline'
  return otherValues(term, book, edited).flatMap((value) => {
    const next = changed(term, value, book, edited)
    if (!next) return []
    const [before, after] = [book, next].map((each) => resultsOf(each, seen))
    return figureCatalog.flatMap(({ id }, place) => {
      if (isSame(before![place]!, after![place]!, slack)) return []
      const isInput = inputsOf(id, book, seen).some((input) =>
        input.kind === 'term'
          ? input.term === term.id && input.of === whose
          : // The earliest start of all deals is the valuation date.
            input.setting === 'valuation' && term.id === 'start',
      )
      return isInput ? [] : [`${id} rests on ${term.id} of the ${whose}: ${value}`]
    })
  })
}

/** Where another date cuts a line of which a figure takes a part, its parts are rounded there too. */
const aCent = 1

const turns = 20

describe('the inputs of every figure', () => {
  it('hold each term of the sample’s deals and of their baseline that bears on it', () => {
    const book = sample()
    const deals = shownTerms(book).map(({ deal }) => deal.id)
    // A deal’s own terms, and those of the lease it is measured against.
    const pairs = deals.flatMap((id) =>
      id === colossus
        ? [[id, id]]
        : [
            [id, id],
            [colossus, id],
          ],
    ) as [string, string][]
    const found = termCatalog.flatMap((term) =>
      pairs.flatMap(([edited, seen]) => missing(book, edited, seen, term)),
    )
    expect(found).toEqual([])
  })

  it('hold each choice for the whole book that bears on it', () => {
    const changes: [BookSetting, Partial<Settings>][] = [
      ['asOf', { asOf: '2027-06-15' }],
      ['discounting', { discounting: 'nominal' }],
      ['discounting', { discounting: 'actual365' }],
      ['timing', { timing: 'arrears' }],
      ['valuation', { valuation: 'asOf' }],
      ['onDemandPrice', { onDemandPrice: 12_000_000 }],
    ]
    const moved = (book: Book) =>
      changes.flatMap(([setting, change]) => {
        const next = edited(book, { type: 'settings.set', changes: change })
        return shownTerms(book).flatMap(({ deal: { id: dealId } }) => {
          const [before, after] = [book, next].map((each) => resultsOf(each, dealId))
          return figureCatalog.flatMap(({ id }, place) =>
            isSame(before![place]!, after![place]!)
              ? []
              : [
                  {
                    setting,
                    id,
                    isInput: inputsOf(id, book, dealId).some(
                      (input) => input.kind === 'book' && input.setting === setting,
                    ),
                  },
                ],
          )
        })
      })
    const found = moved(
      sample({
        type: 'deal.set',
        dealId: colossus,
        changes: { replacementMonths: 18, replacementPrice: 8_500_000 },
      }),
    )
    expect(new Set(found.map(({ setting }) => setting)).size).toBe(5)
    expect(found.filter(({ isInput }) => !isInput)).toEqual([])
  })

  it('hold each term of any deals that bears on it', () => {
    fc.assert(
      fc.property(
        bookOfTwo,
        fc.integer({ min: 0, max: turns - 1 }),
        fc.constantFrom<[string, string]>(['b', 'b'], ['a', 'b'], ['a', 'a']),
        (book, turn, [edited, seen]) => {
          // One run looks at few of the terms that apply, since each value of each asks for every figure anew.
          const terms = termCatalog.filter((term) => term.applies(dealTerms(book, edited)))
          const some = terms.filter((_, place) => place % turns === turn)
          expect(some.flatMap((term) => missing(book, edited, seen, term, aCent))).toEqual([])
        },
      ),
      { numRuns: (fc.readConfigureGlobal().numRuns ?? 100) / 5 },
    )
  })
})

describe('the steps of every figure', () => {
  it('add up to the totals of their tables, and one of them is the figure where it is a sum', () => {
    fc.assert(
      fc.property(bookOfTwo, (book) => {
        const { context, columns } = compare(book)
        for (const { terms } of columns)
          for (const { id } of figureCatalog) expectToAddUp(explain(id, terms, context)!)
      }),
    )
  })
})

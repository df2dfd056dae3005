import * as fc from 'fast-check'
import type { Command } from '../../shared/commands/command.ts'
import type { Book } from '../../shared/schema/book.ts'
import type { Evidence } from '../../shared/schema/deal.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { limits } from '../../shared/schema/limits.ts'
import { dealsInOrder } from '../../shared/schema/readBook.ts'
import {
  confidences,
  dealStatuses,
  discountings,
  parties,
  timings,
  valuations,
} from '../../shared/schema/vocabulary.ts'
import { termCatalog } from '../../shared/terms/catalog.ts'
import { edited } from '../golden/sampleDeals.ts'
import { anyDate, dealCommands, fee, nearDate } from './arbitraries.ts'

/** Texts of any script, with all that JSON has to escape. */
const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const awkward = fc.constantFrom('', '"\\"', 'a\n\tb', '\u0000', '\u2028', '__proto__', '😀', '{"term":1}')
const note = fc.oneof(words, awkward).map((text) => text.slice(0, limits.noteLength).toWellFormed())
const line = words.map((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim())

const saidOfADeal = (dealId: string): fc.Arbitrary<Command> =>
  fc
    .record({
      name: line.map((text) => `${dealId} ${text}`.trim()),
      buyer: line,
      facility: line,
      status: fc.constantFrom(...dealStatuses),
      notes: note,
      tags: line,
      firstOffer: note,
      support: fc.option(fee),
      equity: fc.option(fee),
      replacementGpus: fc.option(fc.nat(limits.gpus)),
    })
    .map((changes) => ({ type: 'deal.set', dealId, changes }))

const saidOfTheBook: fc.Arbitrary<Command> = fc
  .record({
    name: line.map((text) => `Book ${text}`.trim()),
    asOf: anyDate,
    discounting: fc.constantFrom(...discountings),
    timing: fc.constantFrom(...timings),
    valuation: fc.constantFrom(...valuations),
    perspective: fc.constantFrom(...parties),
    onDemandPrice: fc.option(fc.nat(limits.unitPrice)),
    onDemandGpus: fc.option(fc.nat(limits.gpus)),
  })
  .map((changes) => ({ type: 'settings.set', changes }))

/** Terms that name a tranche, and any others. */
const sourcedTerm = fc.oneof(
  fc.constantFrom('advances', 'charge-tranche', 'charge-2-charge-tranche', 'monthlyFee', 'ramp'),
  fc.constantFrom(...termCatalog.map(({ id }) => id)),
)

const source = fc.record({
  term: sourcedTerm,
  confidence: fc.constantFrom(...confidences),
  source: note,
  quotation: note,
  dated: fc.option(nearDate),
  supports: fc.oneof(fc.constant(null), fc.constant('what it says'), note),
  alternative: note,
  alternativeValue: fc.oneof(fc.constant(null), fc.constant('what it says'), note),
  inherited: fc.boolean(),
})

/** A book whose deals have sources, some of which support what their terms say. */
function sourced(book: Book, dealId: string, sources: readonly Omit<Evidence, 'id' | 'dealId'>[]): Book {
  const terms = dealTerms(book, dealId)
  const said = (term: string, text: string | null) =>
    text === 'what it says' ? termCatalog.find(({ id }) => id === term)!.canonical(terms) : text
  const entries = sources.map((entry, i): [string, Evidence] => {
    const id = `${dealId}/evidence-${i + 1}`
    const { term, supports, alternativeValue } = entry
    const values = { supports: said(term, supports), alternativeValue: said(term, alternativeValue) }
    return [id, { ...entry, ...values, id, dealId }]
  })
  return { ...book, evidence: { ...book.evidence, ...Object.fromEntries(entries) } }
}

/** What charges and advances are for, where a deal has a second tranche; refused where it has none, or not enough. */
const forTranche = (dealId: string): Command[] => [
  {
    type: 'charge.set',
    chargeId: `${dealId}/charge-2`,
    changes: { trancheId: `${dealId}/tranche-2` },
  },
  { type: 'charge.remove', chargeId: `${dealId}/fee` },
]

/** The book after those of these commands that it takes. */
function tried(book: Book, commands: readonly Command[]): Book {
  return commands.reduce((current, command) => {
    try {
      return edited(current, command)
    } catch {
      return current
    }
  }, book)
}

const dealId = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k')

/** A book of up to eleven deals, with sources, some hidden, in any currency, with the baseline anywhere or nowhere. */
export const bookOfSeveral: fc.Arbitrary<Book> = fc
  .record({
    ids: fc.uniqueArray(dealId, { maxLength: 11, size: 'small' }),
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
    settings: saidOfTheBook,
  })
  .chain(({ ids, currency, settings }) =>
    fc
      .record({
        commands: fc.tuple(...ids.map((id) => fc.tuple(dealCommands(id), saidOfADeal(id)))),
        sources: fc.tuple(...ids.map(() => fc.array(source, { maxLength: 6 }))),
        hidden: fc.subarray(ids),
        cut: fc.subarray(ids),
        moved: fc.array(fc.tuple(fc.constantFrom(...ids, ''), fc.nat(11)), { maxLength: 3 }),
        baselineId: fc.option(fc.constantFrom(...ids, '')),
      })
      .map(({ commands, sources, hidden, cut, moved, baselineId }) => {
        const made = edited(
          emptyBook('Test', currency, '2026-11-20'),
          ...commands.flatMap(([deal, said]) => [...deal, said]),
          settings,
        )
        const arranged = tried(made, [
          ...cut.flatMap(forTranche),
          ...moved.map(([dealId, position]): Command => ({ type: 'deal.move', dealId, position })),
          { type: 'settings.set', changes: { baselineId } },
          ...hidden.map((dealId): Command => ({ type: 'deal.set', dealId, changes: { shown: false } })),
        ])
        return dealsInOrder(arranged).reduce(
          (book, { id }) => sourced(book, id, sources[ids.indexOf(id)]!),
          arranged,
        )
      }),
  )

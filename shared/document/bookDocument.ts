import { z } from 'zod/mini'
import { entitiesUnder } from '../commands/dealEntities.ts'
import type { Result } from '../contract/result.ts'
import { settings, type Book, type Entity, type Settings } from '../schema/book.ts'
import { dealTerms, type DealTerms } from '../schema/dealTerms.ts'
import { emptyBook } from '../schema/emptyBook.ts'
import { limits } from '../schema/limits.ts'
import { dealsInOrder, settingsOf } from '../schema/readBook.ts'
import { currency } from '../schema/values.ts'
import { dealDocument } from './dealDocument.ts'
import { documentOf } from './documentOf.ts'
import { stated } from './part.ts'
import { type DealProblem, problemAt, problemsOf, spoken } from './problems.ts'
import { readDeal } from './readDeal.ts'

/** What a book's document says of the whole book; `baselineId` is said by the deal that is the baseline. */
const bookSettings = z.extend(z.partial(z.omit(settings, { id: true, baselineId: true })), {
  name: settings.shape.name,
  asOf: settings.shape.asOf,
  currency: z.optional(currency),
})

/** How a deal stands in its book. */
const placement = {
  /** Whether it is one of the columns side by side; left out, the first eight are. */
  shown: z.optional(z.boolean()),
  /** Whether it is kept out of the way; left out, it is not. */
  archived: z.optional(z.boolean()),
  /** Whether the others are measured against it; left out, they are not. */
  baseline: z.optional(z.boolean()),
}

const placedDeal = z.extend(dealDocument, placement)

/** A whole book as one JSON document: what every column shares, and its deals in their order. */
export const bookDocument = z.extend(bookSettings, {
  offtake: z.literal('book'),
  deals: z.array(placedDeal).check(z.maxLength(limits.deals)),
})

/** The same, with deals of any kind: each is read on its own, so that what is wrong with one is said of it alone. */
const envelope = z.extend(bookSettings, {
  offtake: z.literal('book'),
  deals: z.array(z.unknown()).check(z.maxLength(limits.deals)),
})

/** A book as a JSON document: what `readBookDocument` reads back to the same book, but for its ids and its history. */
export function bookDocumentOf(book: Book): z.infer<typeof bookDocument> {
  const own = settingsOf(book)
  const { currency } = own
  return {
    offtake: 'book',
    ...writeSettings(own),
    deals: dealsInOrder(book).map((deal) => ({
      shown: deal.shown,
      ...(deal.archived ? { archived: true } : {}),
      ...(deal.id === own.baselineId ? { baseline: true } : {}),
      ...documentOf(dealTerms(book, deal.id), currency),
    })),
  }
}

/** In the order of the schema, so that the same book always gives the same text. */
function writeSettings(own: Settings): Omit<Settings, 'id' | 'baselineId'> {
  const fields = Object.keys(bookSettings.shape) as (keyof Settings)[]
  return Object.fromEntries(fields.map((field) => [field, own[field]])) as unknown as Settings
}

/**
 * The book of a document (as JSON.parse gives it), or one sentence that says what is wrong, and where. `of` names the
 * document: `“offers.json”`. Nothing throws for any input.
 */
export function readBookDocument(json: unknown, of: string): Result<Book, string> {
  const read = envelope.safeParse(json, { reportInput: true })
  if (!read.success) return { ok: false, error: spoken(problemsOf(read.error, 'book'), of) }
  const { offtake: _kind, deals, ...said } = read.data
  const empty = emptyBook(said.name, said.currency ?? 'USD', said.asOf)
  const own: Settings = { ...settingsOf(empty), ...stated(said) }
  const records: Record<string, Record<string, Entity>> = {}
  const places: Places = { shown: 0, baselineId: null }
  for (const [position, document] of deals.entries()) {
    const deal = readPlacedDeal(document, position, own.currency)
    const problems = deal.ok ? placementProblems(deal.value, places, own.currency) : deal.error
    if (!deal.ok || problems.length > 0)
      return { ok: false, error: spoken(problems, of, `deals[${position}]`) }
    const { terms, baseline } = deal.value
    if (terms.deal.shown) places.shown += 1
    if (baseline) places.baselineId = idAt(position)
    for (const [kind, entity] of entitiesUnder(terms, idAt(position)))
      (records[kind] ??= {})[entity.id] = kind === 'deals' ? { ...entity, position } : entity
  }
  const { baselineId } = places
  return { ok: true, value: { ...empty, ...records, settings: { book: { ...own, baselineId } } } }
}

/** Ids follow from the places, so that reading is a pure function. */
const idAt = (position: number): string => `deal-${position + 1}`

/** What the deals read so far have taken. */
interface Places {
  shown: number
  baselineId: string | null
}

interface PlacedDeal {
  terms: DealTerms
  currency: string
  baseline: boolean
}

function readPlacedDeal(
  document: unknown,
  position: number,
  bookCurrency: string,
): Result<PlacedDeal, DealProblem[]> {
  const place = z.object(placement).safeParse(document, { reportInput: true })
  if (!place.success) return { ok: false, error: problemsOf(place.error) }
  const { archived = false, baseline = false } = place.data
  const { shown = !archived && position < limits.shownDeals } = place.data
  const {
    shown: _shown,
    archived: _archived,
    baseline: _baseline,
    ...deal
  } = document as z.infer<typeof placedDeal>
  const currency = deal.currency ?? bookCurrency
  const terms = readDeal({ ...deal, currency })
  if (!terms.ok) return terms
  const { deal: own } = terms.value
  const placed = { ...terms.value, deal: { ...own, shown, archived } }
  return { ok: true, value: { terms: placed, currency, baseline } }
}

/** Why a deal cannot stand beside the ones before it. */
function placementProblems(
  { terms, currency, baseline }: PlacedDeal,
  taken: Places,
  bookCurrency: string,
): DealProblem[] {
  if (currency !== bookCurrency)
    return [problemAt('currency', `the deal is in ${currency} and the book in ${bookCurrency}.`)]
  if (baseline && taken.baselineId !== null)
    return [problemAt('baseline', 'another deal is the baseline already.')]
  if (terms.deal.archived && terms.deal.shown)
    return [problemAt('archived', 'an archived deal is not shown.')]
  if (baseline && !terms.deal.shown) return [problemAt('shown', 'the baseline is always shown.')]
  if (terms.deal.shown && taken.shown === limits.shownDeals)
    return [problemAt('shown', `${limits.shownDeals} deals fit side by side, and so many are shown already.`)]
  return []
}

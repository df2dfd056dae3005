import type { Draft } from 'immer'
import { currencyOf, type DealDocument } from '../document/dealDocument.ts'
import { spoken } from '../document/problems.ts'
import { readDeal } from '../document/readDeal.ts'
import type { Book, Entity } from '../schema/book.ts'
import { limits } from '../schema/limits.ts'
import { settingsOf } from '../schema/readBook.ts'
import type { Command } from './command.ts'
import { entitiesUnder } from './dealEntities.ts'
import { freeNames } from './freeNames.ts'

type Import = Extract<Command, { type: 'deal.import' }>

/** The command that adds deals given as documents to a book, under names and ids that no other deal has. */
export function importOf(book: Book, documents: readonly DealDocument[], newId: () => string): Import {
  const nameFor = freeNames(Object.values(book.deals).map((deal) => deal.name))
  const deals = documents.map((document) => ({
    dealId: newId(),
    name: nameFor(document.name ?? 'Deal'),
    document,
  }))
  return { type: 'deal.import', deals }
}

/** Why deals cannot be imported, or null. */
export function importProblem(book: Book, { deals }: Import): string | null {
  const { currency } = settingsOf(book)
  const ids = new Set(Object.keys(book.deals))
  for (const { dealId, name, document } of deals) {
    if (ids.has(dealId)) return 'That deal is already in the book.'
    ids.add(dealId)
    const other = currencyOf(document)
    if (other !== currency)
      return `“${name}” is in ${other} and this book in ${currency}, and amounts are not converted.`
    const terms = readDeal(document)
    if (!terms.ok) return spoken(terms.error, `“${name}”`)
  }
  return null
}

/** Adds deals after the others, with all that their documents say; the first is the baseline in a book without one. */
export function importDeals(draft: Draft<Book>, book: Book, { deals }: Import): void {
  const before = Object.values(book.deals)
  const columns = limits.shownDeals - before.filter((deal) => deal.shown).length
  for (const [i, { dealId, name, document }] of deals.entries()) {
    const terms = readDeal(document)
    if (!terms.ok) throw new Error(spoken(terms.error, name))
    const place = { name, position: before.length + i, shown: i < columns }
    for (const [kind, entity] of entitiesUnder(terms.value, dealId)) {
      const record: Record<string, Entity> = draft[kind]
      record[entity.id] = kind === 'deals' ? { ...entity, ...place } : entity
    }
  }
  // The baseline is always shown.
  if (columns > 0) draft.settings['book']!.baselineId ??= deals[0]!.dealId
}

import type { Book, Entity } from './book.ts'
import { dealTerms } from './dealTerms.ts'
import { emptyBook } from './emptyBook.ts'
import { ownedBy } from './ownedBy.ts'
import { dealsInOrder, settingsOf } from './readBook.ts'

/** A book with all its deals, of which only those side by side have their parts: what a screen needs of a large one. */
export const shownPartOf = (book: Book): Book =>
  partOfBook(
    book,
    dealsInOrder(book).flatMap(({ id, shown }) => (shown ? [id] : [])),
  )

/** A book with all its deals, of which only these have their parts. */
export function partOfBook(book: Book, dealIds: readonly string[]): Book {
  const { name, currency, asOf } = settingsOf(book)
  const part: Record<string, Record<string, Entity>> = { ...emptyBook(name, currency, asOf) }
  part['settings'] = book.settings
  part['deals'] = book.deals
  for (const id of dealIds) {
    const { charges, tranches, rights, terminationFees, oneOffs, advances, renewals, evidence } = dealTerms(
      book,
      id,
    )
    put(
      part['charges']!,
      charges.map(({ charge }) => charge),
    )
    put(
      part['rampSteps']!,
      charges.flatMap(({ ramp }) => ramp),
    )
    put(
      part['escalators']!,
      charges.flatMap(({ escalator }) => escalator ?? []),
    )
    put(
      part['usageSteps']!,
      charges.flatMap(({ usage }) => usage),
    )
    put(
      part['tranches']!,
      tranches.map(({ tranche }) => tranche),
    )
    put(
      part['deliverySteps']!,
      tranches.flatMap(({ delivery }) => delivery),
    )
    put(part['terminationRights']!, Object.values(rights))
    put(part['terminationFees']!, Object.values(terminationFees).flat())
    put(part['oneOffs']!, oneOffs)
    put(part['advances']!, advances)
    put(part['renewals']!, renewals)
    put(part['evidence']!, evidence)
  }
  return part as unknown as Book
}

function put(record: Record<string, Entity>, entities: readonly Entity[]): void {
  for (const entity of entities) record[entity.id] = entity
}

/** Whether the parts of a deal are in a book, too, and not only the deal. */
export const hasPartsOf = (book: Book, dealId: string): boolean => ownedBy(book, 'charges', dealId).length > 0

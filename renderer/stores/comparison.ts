import { type Comparison, compare } from '../../shared/engine/compare.ts'
import { remembered } from '../../shared/remembered.ts'
import type { Book } from '../../shared/schema/book.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { useBook } from './book.ts'
import { shownBook } from './preview.ts'

/** The figures of a version of the book, computed once for it. */
export const comparisonOf: (book: Book) => Comparison = remembered(compare)

export const useComparison = (): Comparison => useBook((state) => comparisonOf(shownBook(state)))

/** How a deal is told apart in lists and charts: a colour and a dash, by its place in the book. */
export interface DealMark {
  /** 1 to 8, as in the style sheet's tokens. */
  colour: number
  dash: string | undefined
}

const dashes = [undefined, '12 3', '6 3', '2 3', '8 3 2 3', '4 2', '12 3 2 3', '1 2']

export function dealMark(book: Pick<Book, 'deals' | 'settings'>, dealId: string): DealMark {
  const { baselineId } = settingsOf(book)
  if (dealId === baselineId) return { colour: 1, dash: undefined }
  const places = placesOf(book.deals)
  const place = places.get(dealId) ?? 0
  const isAfterBaseline = baselineId !== null && (places.get(baselineId) ?? Infinity) < place
  const index = (isAfterBaseline ? place - 1 : place) % 7
  return { colour: index + 2, dash: dashes[index + 1] }
}

/** Where each deal stands in the book, from 0. */
const placesOf = remembered(
  (deals: Book['deals']): ReadonlyMap<string, number> =>
    new Map(dealsInOrder({ deals }).map(({ id }, place) => [id, place])),
)

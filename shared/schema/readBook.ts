import type { Book, Settings } from './book.ts'
import type { Deal } from './deal.ts'

export const settingsOf = (book: Book): Settings => book.settings['book']!

/** The deals in the order of their columns. */
export const dealsInOrder = (book: Book): Deal[] =>
  Object.values(book.deals).toSorted((a, b) => a.position - b.position)

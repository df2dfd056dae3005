import { remembered } from '../remembered.ts'
import type { Book, Settings } from './book.ts'
import type { Deal } from './deal.ts'

export const settingsOf = (book: Pick<Book, 'settings'>): Settings => book.settings['book']!

const inOrder = remembered((deals: Book['deals']): readonly Deal[] =>
  Object.values(deals).toSorted((a, b) => a.position - b.position),
)

/** The deals in the order of their columns: the same list for as long as no deal changes. */
export const dealsInOrder = ({ deals }: Pick<Book, 'deals'>): readonly Deal[] => inOrder(deals)

import type { Book, Settings } from './book.ts'
import type { Deal } from './deal.ts'

export const settingsOf = (book: Book): Settings => book.settings['book']!

const inOrder = new WeakMap<Book['deals'], readonly Deal[]>()

/** The deals in the order of their columns: the same list for as long as no deal changes. */
export function dealsInOrder({ deals }: Pick<Book, 'deals'>): readonly Deal[] {
  const known = inOrder.get(deals)
  if (known) return known
  const ordered = Object.values(deals).toSorted((a, b) => a.position - b.position)
  inOrder.set(deals, ordered)
  return ordered
}

import { freeNames } from '../../shared/commands/freeNames.ts'
import { monthsAfter, dateOf, dayOf, startOfMonth } from '../../shared/days.ts'
import type { Result } from '../../shared/contract/result.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { edit, useBook } from '../stores/book.ts'
import { burst } from '../stores/gesture.ts'
import { usePreferences } from '../stores/preferences.ts'

/** The ids of new deals are random, so that two copies of a book never give one id to two deals. */
export const newId = () => crypto.randomUUID()

const book = () => useBook.getState().workspace.book

/** A name no other deal of the book has. */
const freeName = (wanted: string): string =>
  freeNames(Object.values(book().deals).map((deal) => deal.name))(wanted)

/** A new deal over the baseline's term, or over three years from the as-of month in an empty book. */
export function addDeal(): Result<void> {
  const { baselineId, asOf } = settingsOf(book())
  const baseline = baselineId === null ? undefined : book().deals[baselineId]
  const month = startOfMonth(dayOf(asOf))
  const start = baseline?.start ?? dateOf(month)
  const end = baseline?.end ?? dateOf(monthsAfter(month, 36))
  const { discountRate } = usePreferences.getState()
  return edit({ type: 'deal.add', dealId: newId(), name: freeName('New deal'), start, end, discountRate })
}

export function duplicateDeal(dealId: string): Result<void> {
  const name = freeName(`${book().deals[dealId]?.name ?? 'Deal'} copy`)
  return edit({ type: 'deal.duplicate', from: dealId, dealId: newId(), name })
}

/** One place to the left or right among the deals of the book; at the edge it stays. While its key is held down it is one step. */
export function moveDeal(dealId: string, by: -1 | 1): Result<void> {
  const order = dealsInOrder(book()).map((deal) => deal.id)
  const position = Math.min(order.length - 1, Math.max(0, order.indexOf(dealId) + by))
  return edit({ type: 'deal.move', dealId, position }, burst(`move ${dealId}`))
}

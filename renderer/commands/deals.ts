import { importOf } from '../../shared/commands/importDeals.ts'
import { freeNames } from '../../shared/commands/freeNames.ts'
import { monthsAfter, dateOf, dayOf, startOfMonth } from '../../shared/days.ts'
import { ok, type Result } from '../../shared/contract/result.ts'
import { currencyDigits } from '../../shared/money.ts'
import { wholePpm } from '../../shared/rate.ts'
import type { DealTemplate } from '../../shared/templates/dealTemplates.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { goToAdded } from './dealParts.ts'
import { edit, useBook } from '../stores/book.ts'
import { burst } from '../stores/gesture.ts'
import { usePreferences } from '../stores/preferences.ts'

/** The ids of new deals are random, so that two copies of a book never give one id to two deals. */
export const newId = () => crypto.randomUUID()

const book = () => useBook.getState().workspace.book

/** A name no other deal of the book has. */
const freeName = (wanted: string): string =>
  freeNames(Object.values(book().deals).map((deal) => deal.name))(wanted)

/** The baseline's term, or three years from the as-of month in an empty book. */
function usualTerm(): { start: string; end: string } {
  const { baselineId, asOf } = settingsOf(book())
  const baseline = baselineId === null ? undefined : book().deals[baselineId]
  const month = startOfMonth(dayOf(asOf))
  return {
    start: baseline?.start ?? dateOf(month),
    end: baseline?.end ?? dateOf(monthsAfter(month, 36)),
  }
}

/** A new deal from a template, with round numbers where an offer has its own. */
export function addFromTemplate({ document }: DealTemplate): Result<void> {
  const { currency } = settingsOf(book())
  const made = document({
    ...usualTerm(),
    currency,
    digits: currencyDigits[currency] ?? 2,
    discountRate: usePreferences.getState().discountRate / wholePpm,
  })
  const command = importOf(book(), [made], newId)
  return added(edit({ ...command, isNew: true }), command.deals[0]!.dealId, true)
}

/** A new deal that says nothing yet. */
export function addDeal(): Result<void> {
  const { start, end } = usualTerm()
  const { discountRate } = usePreferences.getState()
  const dealId = newId()
  const name = freeName('New deal')
  return added(edit({ type: 'deal.add', dealId, name, start, end, discountRate }), dealId, true)
}

/** Takes the keyboard to a deal, where it was added. */
function added(made: Result<void>, dealId: string, isToBeNamed: boolean): Result<void> {
  if (made.ok) void goToAdded(dealId, isToBeNamed)
  return made
}

export function duplicateDeal(dealId: string): Result<void> {
  const name = freeName(`${book().deals[dealId]?.name ?? 'Deal'} copy`)
  const copyId = newId()
  return added(edit({ type: 'deal.duplicate', from: dealId, dealId: copyId, name }), copyId, false)
}

/** To the place before or after another deal. */
export function moveBeside(dealId: string, otherId: string, side: 'before' | 'after'): Result<void> {
  const others = dealsInOrder(book())
    .map((deal) => deal.id)
    .filter((id) => id !== dealId)
  const place = others.indexOf(otherId)
  if (place < 0) return ok(undefined) // dropped on itself
  return edit({ type: 'deal.move', dealId, position: side === 'before' ? place : place + 1 })
}

/** One place to the left or right among the deals of the book; at the edge it stays. While its key is held down it is one step. */
export function moveDeal(dealId: string, by: -1 | 1): Result<void> {
  const order = dealsInOrder(book()).map((deal) => deal.id)
  const position = Math.min(order.length - 1, Math.max(0, order.indexOf(dealId) + by))
  return edit({ type: 'deal.move', dealId, position }, burst(`move ${dealId}`))
}

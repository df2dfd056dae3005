import { type Draft, produce } from 'immer'
import { type AppError, fail, ok, type Result } from '../contract/result.ts'
import type { Book } from '../schema/book.ts'
import { dealsInOrder, settingsOf } from '../schema/readBook.ts'
import { dealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import type { Command } from './command.ts'
import { addDeal, duplicateDeal, removeDeal, replaceEscalator } from './dealParts.ts'
import { contradiction } from './rules.ts'
import { fitStepsToTerm, replaceDelivery, replaceRamp, replaceTerminationFees } from './steps.ts'

/**
 * The book after a command, or why it is refused; then the book is as it was. Pure: the screen and the core both
 * run it and come to the same book.
 */
export function apply(book: Book, command: Command): Result<Book> {
  const missing = missingSubject(book, command)
  if (missing) return missing
  const next = produce(book, (draft) => change(draft, book, command))
  const problem = bookProblem(next, command) ?? dealProblem(next, command)
  return problem ? fail('refused', problem) : ok(next)
}

function change(draft: Draft<Book>, book: Book, command: Command): void {
  switch (command.type) {
    case 'settings.set':
      Object.assign(draft.settings['book']!, stated(command.changes))
      if (command.changes.baselineId) draft.deals[command.changes.baselineId]!.shown = true
      return
    case 'deal.add':
      addDeal(draft, command)
      return
    case 'deal.duplicate':
      duplicateDeal(draft, dealTerms(book, command.from), command)
      return
    case 'deal.set':
      Object.assign(draft.deals[command.dealId]!, stated(command.changes))
      if (command.changes.start !== undefined || command.changes.end !== undefined)
        fitStepsToTerm(draft, dealTerms(book, command.dealId))
      return
    case 'deal.remove':
      removeDeal(draft, dealTerms(book, command.dealId))
      return
    case 'deal.move':
      moveDeal(draft, book, command.dealId, command.position)
      return
    case 'charge.set':
      Object.assign(draft.charges[command.chargeId]!, stated(command.changes))
      return
    case 'ramp.set':
      replaceRamp(draft, command.chargeId, command.steps)
      return
    case 'escalator.set':
      replaceEscalator(draft, command.chargeId, command.escalator)
      return
    case 'tranche.set':
      Object.assign(draft.tranches[command.trancheId]!, stated(command.changes))
      return
    case 'delivery.set':
      replaceDelivery(draft, command.trancheId, command.steps)
      return
    case 'right.set':
      Object.assign(draft.terminationRights[command.rightId]!, stated(command.changes))
      return
    case 'terminationFees.set':
      replaceTerminationFees(draft, command.rightId, command.steps)
      return
  }
}

/** The changes that say something: a field that is there but undefined leaves its term as it is. */
const stated = <T extends object>(changes: T): Partial<T> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>

function moveDeal(draft: Draft<Book>, book: Book, dealId: string, position: number): void {
  const order = dealsInOrder(book).map((deal) => deal.id)
  order.splice(order.indexOf(dealId), 1)
  order.splice(position, 0, dealId)
  for (const [index, id] of order.entries()) draft.deals[id]!.position = index
}

/** The id of the deal a command edits, or null where it edits none or makes one. */
export function editedDeal(book: Book, command: Command): string | null {
  switch (command.type) {
    case 'deal.set':
    case 'deal.remove':
    case 'deal.move':
      return command.dealId
    case 'charge.set':
    case 'ramp.set':
    case 'escalator.set':
      return book.charges[command.chargeId]?.dealId ?? null
    case 'tranche.set':
    case 'delivery.set':
      return book.tranches[command.trancheId]?.dealId ?? null
    case 'right.set':
    case 'terminationFees.set':
      return book.terminationRights[command.rightId]?.dealId ?? null
    case 'deal.duplicate':
    case 'deal.add':
    case 'settings.set':
      return null
  }
}

function missingSubject(book: Book, command: Command): { ok: false; error: AppError } | null {
  const gone = fail('refused', 'What this edit is about is no longer in the book.')
  switch (command.type) {
    case 'settings.set': {
      const baseline = command.changes.baselineId
      return typeof baseline === 'string' && !book.deals[baseline] ? gone : null
    }
    case 'deal.add':
      return book.deals[command.dealId] ? fail('refused', 'That deal is already in the book.') : null
    case 'deal.duplicate':
      if (book.deals[command.dealId]) return fail('refused', 'That deal is already in the book.')
      return book.deals[command.from] ? null : gone
    default: {
      const dealId = editedDeal(book, command)
      return dealId !== null && book.deals[dealId] ? null : gone
    }
  }
}

function bookProblem(book: Book, command: Command): string | null {
  const deals = Object.values(book.deals)
  if (deals.length > limits.deals) return `A book holds at most ${limits.deals} deals.`
  const { baselineId } = settingsOf(book)
  if (baselineId !== null && !book.deals[baselineId]!.shown)
    return 'The baseline is always shown. Make another deal the baseline before you hide this one.'
  const shown = deals.filter((deal) => deal.shown).length
  if ((command.type === 'deal.set' || command.type === 'settings.set') && shown > limits.shownDeals)
    return `${limits.shownDeals} deals fit side by side. Hide one before you show another.`
  return null
}

function dealProblem(book: Book, command: Command): string | null {
  const dealId = command.type === 'deal.add' ? command.dealId : editedDeal(book, command)
  return dealId !== null && book.deals[dealId] ? contradiction(dealTerms(book, dealId)) : null
}

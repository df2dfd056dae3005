import type { Book } from '../schema/book.ts'
import type { Deal } from '../schema/deal.ts'
import { type DealTerms, dealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import { settingsOf } from '../schema/readBook.ts'
import { isTerm } from '../terms/catalog.ts'
import type { SingleCommand } from './command.ts'
import { editedDeal } from './editedDeals.ts'
import { importProblem } from './importDeals.ts'
import { contradiction } from './rules.ts'
import { otherReading } from './written.ts'

/** Why a command cannot be run on a book, before it is tried: what it is about is gone, or there already. Null where it can. */
export function subjectProblem(book: Book, command: SingleCommand): string | null {
  const gone = 'What this edit is about is no longer in the book.'
  const known = 'That deal is already in the book.'
  switch (command.type) {
    case 'settings.set': {
      const baseline = command.changes.baselineId
      return typeof baseline === 'string' && !book.deals[baseline] ? gone : null
    }
    case 'deal.add':
      return book.deals[command.dealId] ? known : null
    case 'deal.duplicate':
      if (book.deals[command.dealId]) return known
      return book.deals[command.from] ? null : gone
    case 'deal.import':
      return importProblem(book, command)
    default: {
      const dealId = editedDeal(book, command)
      return dealId !== null && book.deals[dealId] ? partProblem(dealTerms(book, dealId), command) : gone
    }
  }
}

/** Why a part cannot be added to a deal, or taken away. */
function partProblem(terms: DealTerms, command: SingleCommand): string | null {
  const { charges, tranches, advances, evidence } = terms
  switch (command.type) {
    case 'charge.add':
      return charges.length < limits.charges ? null : `A deal has at most ${limits.charges} charges.`
    case 'charge.remove':
      return charges.length > 1 ? null : 'A deal has at least one charge.'
    case 'tranche.add':
      return tranches.length < limits.tranches ? null : `A deal has at most ${limits.tranches} tranches.`
    case 'tranche.remove': {
      if (tranches.length === 1) return 'A deal has at least one tranche.'
      const users = [...charges.map(({ charge }) => charge), ...advances].filter(
        ({ trancheId }) => trancheId === command.trancheId,
      )
      return users.length === 0
        ? null
        : `“${users[0]!.label}” is for this tranche. Give it another one first.`
    }
    case 'evidence.switch': {
      const entry = evidence.find(({ id }) => id === command.evidenceId)
      return entry && otherReading(terms, entry)
        ? null
        : 'This source has no other reading that can be switched to.'
    }
    case 'evidence.put':
      return isTerm(command.term) ? null : 'There is no term of this name.'
    default:
      return null
  }
}

/** Why a book may not stand as a command has left it; null where it may. */
export const resultProblem = (before: Book, after: Book, command: SingleCommand): string | null =>
  bookProblem(before, after) ?? dealProblem(after, command)

/**
 * Why the list of deals and the settings may not stand as an edit has left them; null where they may. A book that was opened
 * beyond a limit may be brought back towards it: only what makes it worse is refused.
 */
export function bookProblem(before: Book, book: Book): string | null {
  if (book.deals === before.deals && book.settings === before.settings) return null
  const [old, deals] = [Object.values(before.deals), Object.values(book.deals)]
  if (deals.length > limits.deals && deals.length > old.length)
    return `A book holds at most ${limits.deals} deals.`
  if (hasHiddenBaseline(book) && !hasHiddenBaseline(before))
    return 'The baseline is always shown. Make another deal the baseline before you hide this one.'
  const shown = countOfShown(deals)
  if (shown > limits.shownDeals && shown > countOfShown(old))
    return `${limits.shownDeals} deals fit side by side. Hide one before you show another.`
  return null
}

const countOfShown = (deals: readonly Deal[]): number => deals.filter((deal) => deal.shown).length

function hasHiddenBaseline(book: Book): boolean {
  const { baselineId } = settingsOf(book)
  return baselineId !== null && book.deals[baselineId]?.shown !== true
}

function dealProblem(book: Book, command: SingleCommand): string | null {
  const dealId = command.type === 'deal.add' ? command.dealId : editedDeal(book, command)
  return dealId !== null && book.deals[dealId] ? contradiction(dealTerms(book, dealId)) : null
}

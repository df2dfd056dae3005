import { type Draft, enablePatches, type Patch, produceWithPatches, setAutoFreeze } from 'immer'
import { type AppError, fail, ok, type Result } from '../contract/result.ts'
import type { Book, EntityKind } from '../schema/book.ts'
import { type EntityKey, noteDerivation, touchedBetween, unique } from '../schema/derivation.ts'
import type { Evidence } from '../schema/deal.ts'
import { dealsInOrder, settingsOf } from '../schema/readBook.ts'
import { type DealTerms, dealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import { isTerm, termById } from '../terms/catalog.ts'
import type { BatchCommand, Command, SingleCommand } from './command.ts'
import {
  addCharge,
  addDeal,
  addTranche,
  duplicateDeal,
  removeCharge,
  removeDeal,
  removeTranche,
} from './dealParts.ts'
import { importDeals, importProblem } from './importDeals.ts'
import { moveEvidence } from './movedEvidence.ts'
import { putEvidence } from './putEvidence.ts'
import { contradiction } from './rules.ts'
import {
  fitStepsToTerm,
  replaceAdvances,
  replaceDelivery,
  replaceEscalator,
  replaceOneOffs,
  replaceRamp,
  replaceRenewals,
  replaceTerminationFees,
  replaceUsage,
} from './steps.ts'
import { written } from './written.ts'

/**
 * The book after a command, or why it is refused; then the book is as it was. Pure: the screen and the core both
 * run it and come to the same book.
 */
export function apply(book: Book, command: Command): Result<Book> {
  return command.type === 'batch' ? applyAll(book, command) : applyOne(book, command)
}

function applyAll(book: Book, { commands }: BatchCommand): Result<Book> {
  const touched: EntityKey[] = []
  let last = book
  for (const command of commands) {
    const next = applyOne(last, command)
    if (!next.ok) return next
    touched.push(...(touchedBetween(last, next.value) ?? []))
    last = next.value
  }
  noteDerivation(book, last, unique(touched))
  return ok(last)
}

function applyOne(book: Book, command: SingleCommand): Result<Book> {
  const missing = missingSubject(book, command)
  if (missing) return missing
  const [next, patches] = produceWithPatches(book, (draft) => change(draft, book, command))
  noteDerivation(book, next, touchedBy(patches))
  const problem = bookProblem(book, next, command) ?? dealProblem(next, command)
  return problem ? fail('refused', problem) : ok(next)
}

enablePatches()
// A book is frozen by its types: to freeze each of thousands of deals anew with every edit takes longer than the edit.
setAutoFreeze(false)

/** A path leads to a kind of entity, an id, and maybe a property. */
const touchedBy = (patches: readonly Patch[]): EntityKey[] =>
  unique(patches.map(({ path: [kind, id] }) => ({ kind: kind as EntityKind, id: String(id) })))

function change(draft: Draft<Book>, book: Book, command: SingleCommand): void {
  switch (command.type) {
    case 'settings.set':
      Object.assign(draft.settings['book']!, stated(command.changes))
      if (command.changes.baselineId)
        Object.assign(draft.deals[command.changes.baselineId]!, { shown: true, archived: false })
      return
    case 'deal.add':
      addDeal(draft, command)
      return
    case 'deal.duplicate':
      duplicateDeal(draft, dealTerms(book, command.from), command)
      return
    case 'deal.import':
      importDeals(draft, book, command)
      return
    case 'deal.set':
      Object.assign(draft.deals[command.dealId]!, stated(command.changes))
      // what is archived is not shown, what is shown is not archived.
      if (command.changes.archived) draft.deals[command.dealId]!.shown = false
      else if (command.changes.shown) draft.deals[command.dealId]!.archived = false
      if (command.changes.start !== undefined || command.changes.end !== undefined)
        fitStepsToTerm(draft, dealTerms(book, command.dealId))
      return
    case 'deal.remove':
      removeDeal(draft, dealTerms(book, command.dealId))
      return
    case 'deal.move':
      moveDeal(draft, book, command.dealId, command.position)
      return
    case 'charge.add':
      addCharge(draft, dealTerms(book, command.dealId), command.label)
      return
    case 'charge.set':
      Object.assign(draft.charges[command.chargeId]!, stated(command.changes))
      return
    case 'charge.remove': {
      const terms = dealTerms(book, book.charges[command.chargeId]!.dealId)
      const place = terms.charges.findIndex(({ charge }) => charge.id === command.chargeId)
      moveEvidence(draft, terms, 'charge', place)
      removeCharge(draft, terms, command.chargeId)
      return
    }
    case 'ramp.set':
      replaceRamp(draft, command.chargeId, command.steps)
      return
    case 'escalator.set':
      replaceEscalator(draft, command.chargeId, command.escalator)
      return
    case 'usage.set':
      replaceUsage(draft, command.chargeId, command.steps)
      return
    case 'tranche.add':
      addTranche(draft, dealTerms(book, command.dealId), command.label)
      return
    case 'tranche.set':
      Object.assign(draft.tranches[command.trancheId]!, stated(command.changes))
      return
    case 'tranche.remove': {
      const terms = dealTerms(book, book.tranches[command.trancheId]!.dealId)
      const place = terms.tranches.findIndex(({ tranche }) => tranche.id === command.trancheId)
      moveEvidence(draft, terms, 'tranche', place)
      removeTranche(draft, terms, command.trancheId)
      return
    }
    case 'delivery.set':
      replaceDelivery(draft, command.trancheId, command.steps)
      return
    case 'right.set':
      Object.assign(draft.terminationRights[command.rightId]!, stated(command.changes))
      return
    case 'terminationFees.set':
      replaceTerminationFees(draft, command.rightId, command.steps)
      return
    case 'oneOffs.set':
      replaceOneOffs(draft, command.dealId, command.items)
      return
    case 'advances.set':
      replaceAdvances(draft, command.dealId, command.items)
      return
    case 'renewals.set':
      replaceRenewals(draft, command.dealId, command.items)
      return
    case 'evidence.switch':
      switchReading(draft, book, command.evidenceId)
      return
    case 'evidence.put':
      putEvidence(draft, dealTerms(book, command.dealId), command)
      return
    case 'evidence.remove':
      delete draft.evidence[command.evidenceId]
      return
  }
}

/** Writes the other reading into its term; what the term said becomes the other reading. */
function switchReading(draft: Draft<Book>, book: Book, evidenceId: string): void {
  const { dealId, term, alternativeValue } = book.evidence[evidenceId]!
  const terms = dealTerms(book, dealId)
  const entry = draft.evidence[evidenceId]!
  change(draft, book, otherReading(terms, book.evidence[evidenceId]!)!)
  entry.supports = alternativeValue
  entry.alternativeValue = termById(term).canonical(terms)
}

/** The command that writes the other reading of a source; null where it has none, or none that can be read. */
const otherReading = (terms: DealTerms, { term, alternativeValue }: Evidence): SingleCommand | null =>
  alternativeValue === null ? null : written(terms, term, alternativeValue)

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
export function editedDeal(book: Book, command: SingleCommand): string | null {
  switch (command.type) {
    case 'deal.set':
    case 'deal.remove':
    case 'deal.move':
    case 'charge.add':
    case 'tranche.add':
    case 'oneOffs.set':
    case 'advances.set':
    case 'renewals.set':
    case 'evidence.put':
      return command.dealId
    case 'charge.set':
    case 'charge.remove':
    case 'ramp.set':
    case 'escalator.set':
    case 'usage.set':
      return book.charges[command.chargeId]?.dealId ?? null
    case 'tranche.set':
    case 'tranche.remove':
    case 'delivery.set':
      return book.tranches[command.trancheId]?.dealId ?? null
    case 'right.set':
    case 'terminationFees.set':
      return book.terminationRights[command.rightId]?.dealId ?? null
    case 'evidence.switch':
    case 'evidence.remove':
      return book.evidence[command.evidenceId]?.dealId ?? null
    case 'deal.duplicate':
    case 'deal.import':
    case 'deal.add':
    case 'settings.set':
      return null
  }
}

/** The ids of all deals a command edits, each once. */
export const editedDeals = (book: Book, command: Command): string[] => {
  const ids =
    command.type === 'batch'
      ? command.commands.map((each) => editedDeal(book, each))
      : [editedDeal(book, command)]
  return [...new Set(ids)].filter((id) => id !== null)
}

type Refusal = { ok: false; error: AppError } | null

function missingSubject(book: Book, command: SingleCommand): Refusal {
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
    case 'deal.import': {
      const problem = importProblem(book, command)
      return problem === null ? null : fail('refused', problem)
    }
    default: {
      const dealId = editedDeal(book, command)
      return dealId !== null && book.deals[dealId] ? partProblem(dealTerms(book, dealId), command) : gone
    }
  }
}

/** Why a part cannot be added to a deal, or taken away. */
function partProblem(terms: DealTerms, command: SingleCommand): Refusal {
  const { charges, tranches, advances, evidence } = terms
  switch (command.type) {
    case 'charge.add':
      return charges.length < limits.charges
        ? null
        : fail('refused', `A deal has at most ${limits.charges} charges.`)
    case 'charge.remove':
      return charges.length > 1 ? null : fail('refused', 'A deal has at least one charge.')
    case 'tranche.add':
      return tranches.length < limits.tranches
        ? null
        : fail('refused', `A deal has at most ${limits.tranches} tranches.`)
    case 'tranche.remove': {
      if (tranches.length === 1) return fail('refused', 'A deal has at least one tranche.')
      const users = [...charges.map(({ charge }) => charge), ...advances].filter(
        ({ trancheId }) => trancheId === command.trancheId,
      )
      return users.length === 0
        ? null
        : fail('refused', `“${users[0]!.label}” is for this tranche. Give it another one first.`)
    }
    case 'evidence.switch': {
      const entry = evidence.find(({ id }) => id === command.evidenceId)
      return entry && otherReading(terms, entry)
        ? null
        : fail('refused', 'This source has no other reading that can be switched to.')
    }
    case 'evidence.put':
      return isTerm(command.term) ? null : fail('refused', 'There is no term of this name.')
    default:
      return null
  }
}

function bookProblem(before: Book, book: Book, command: SingleCommand): string | null {
  if (book.deals === before.deals && book.settings === before.settings) return null
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

function dealProblem(book: Book, command: SingleCommand): string | null {
  const dealId = command.type === 'deal.add' ? command.dealId : editedDeal(book, command)
  return dealId !== null && book.deals[dealId] ? contradiction(dealTerms(book, dealId)) : null
}

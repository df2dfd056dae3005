import { type Draft, enablePatches, type Patch, produceWithPatches, setAutoFreeze } from 'immer'
import { fail, ok, type Result } from '../contract/result.ts'
import type { Book, EntityKind } from '../schema/book.ts'
import { type EntityKey, noteDerivation, touchedBetween, unique } from '../schema/derivation.ts'
import { dealsInOrder } from '../schema/readBook.ts'
import { dealTerms } from '../schema/dealTerms.ts'
import { termById } from '../terms/catalog.ts'
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
import { importDeals } from './importDeals.ts'
import { moveEvidence } from './movedEvidence.ts'
import { putEvidence } from './putEvidence.ts'
import { resultProblem, subjectProblem } from './refusals.ts'
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
import { otherReading } from './written.ts'

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
  const missing = subjectProblem(book, command)
  if (missing !== null) return fail('refused', missing)
  const [next, patches] = produceWithPatches(book, (draft) => change(draft, book, command))
  noteDerivation(book, next, touchedBy(patches))
  const problem = resultProblem(book, next, command)
  return problem === null ? ok(next) : fail('refused', problem)
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

/** The changes that say something: a field that is there but undefined leaves its term as it is. */
const stated = <T extends object>(changes: T): Partial<T> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>

function moveDeal(draft: Draft<Book>, book: Book, dealId: string, position: number): void {
  const order = dealsInOrder(book).map((deal) => deal.id)
  order.splice(order.indexOf(dealId), 1)
  order.splice(position, 0, dealId)
  for (const [index, id] of order.entries()) draft.deals[id]!.position = index
}

import type { Command } from '../../shared/commands/command.ts'
import type { Book } from '../../shared/schema/book.ts'
import { isTerm, termById } from '../../shared/terms/catalog.ts'

/** A sentence on what an edit removed from the book it was made in; null for an edit that removes nothing. */
export function removalSentence(before: Book, command: Command): string | null {
  const nameOf = (dealId: string | undefined) => before.deals[dealId ?? '']?.name ?? 'the deal'
  switch (command.type) {
    case 'deal.remove':
      return `${nameOf(command.dealId)} is removed.`
    case 'deal.set':
      return command.changes.archived === true
        ? `${nameOf(command.dealId)} is archived, and no longer among the deals side by side.`
        : null
    case 'charge.remove': {
      const charge = before.charges[command.chargeId]
      return `The charge “${charge?.label ?? ''}” of ${nameOf(charge?.dealId)} is removed.`
    }
    case 'tranche.remove': {
      const tranche = before.tranches[command.trancheId]
      return `The tranche “${tranche?.label ?? ''}” of ${nameOf(tranche?.dealId)} is removed.`
    }
    case 'evidence.remove': {
      const entry = before.evidence[command.evidenceId]
      if (!entry || !isTerm(entry.term)) return null
      return `The source of ${termById(entry.term).label}, ${nameOf(entry.dealId)} is removed.`
    }
    default:
      return null
  }
}

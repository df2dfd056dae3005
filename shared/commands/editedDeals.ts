import type { Book } from '../schema/book.ts'
import type { Command, SingleCommand } from './command.ts'

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

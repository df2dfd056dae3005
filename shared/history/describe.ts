import { inSentence } from '../format/names.ts'
import { editedDeal } from '../commands/editedDeals.ts'
import type { BatchCommand, Command } from '../commands/command.ts'
import { formatDate } from '../format/date.ts'
import type { NumberStyle } from '../format/number.ts'
import type { Book } from '../schema/book.ts'
import { settingsOf } from '../schema/readBook.ts'
import { dealTerms } from '../schema/dealTerms.ts'
import { isSameIn, isTerm, termById, termCatalog } from '../terms/catalog.ts'

const longest = 300

/**
 * The name of a step of history: `Monthly fee of Longer ramp: $1,250 M to $1,275 M`. A step made of several commands is
 * named by the last of them and what lies between the first book and the last.
 */
export function describe(before: Book, after: Book, command: Command): string {
  const label = describeFully(before, after, command)
  return label.length > longest ? `${label.slice(0, longest)}…` : label
}

function describeFully(before: Book, after: Book, command: Command): string {
  const nameOf = (id: string) => inSentence((after.deals[id] ?? before.deals[id])?.name ?? 'a deal')
  switch (command.type) {
    case 'deal.add':
      return `Add ${inSentence(command.name)}`
    case 'deal.duplicate':
      return `Duplicate ${nameOf(command.from)}`
    case 'deal.import': {
      const [first, ...more] = command.deals
      if (command.isNew) return `Add ${inSentence(first?.name ?? '')}`
      return more.length === 0
        ? `Import ${inSentence(first?.name ?? '')}`
        : `Import ${command.deals.length} deals`
    }
    case 'deal.remove':
      return `Remove ${nameOf(command.dealId)}`
    case 'deal.move':
      return `Move ${nameOf(command.dealId)}`
    case 'batch':
      return describeBatch(before, after, command)
    case 'settings.set':
      return describeSettings(before, after)
    case 'deal.set':
      if (command.changes.archived !== undefined)
        return `${command.changes.archived ? 'Archive' : 'Unarchive'} ${nameOf(command.dealId)}`
      if (command.changes.shown !== undefined)
        return `${command.changes.shown ? 'Show' : 'Hide'} ${nameOf(command.dealId)}`
      return describeTerms(before, after, command.dealId)
    case 'charge.add':
    case 'tranche.add':
      return `Add ${inSentence(command.label)} to ${nameOf(command.dealId)}`
    case 'charge.remove':
      return `Remove ${inSentence(before.charges[command.chargeId]?.label ?? 'a charge')} of ${nameOf(before.charges[command.chargeId]?.dealId ?? '')}`
    case 'tranche.remove':
      return `Remove ${inSentence(before.tranches[command.trancheId]?.label ?? 'a tranche')} of ${nameOf(before.tranches[command.trancheId]?.dealId ?? '')}`
    case 'evidence.put':
      return `Source of ${labelOf(command.term)} of ${nameOf(command.dealId)}`
    case 'evidence.remove': {
      // Entered and taken away in one gesture, it is in neither of the two books.
      const entry = before.evidence[command.evidenceId]
      return entry ? `Remove the source of ${labelOf(entry.term)} of ${nameOf(entry.dealId)}` : 'Edit'
    }
    case 'charge.set':
    case 'ramp.set':
    case 'escalator.set':
    case 'usage.set':
    case 'tranche.set':
    case 'delivery.set':
    case 'right.set':
    case 'terminationFees.set':
    case 'oneOffs.set':
    case 'advances.set':
    case 'renewals.set':
    case 'evidence.switch':
      return describeTerms(before, after, editedDeal(before, command) ?? editedDeal(after, command))
  }
}

const labelOf = (term: string): string => (isTerm(term) ? termById(term).label : 'a term')

function describeTerms(before: Book, after: Book, dealId: string | null): string {
  if (dealId === null) return 'Edit'
  if (!before.deals[dealId]) return `Add ${inSentence(after.deals[dealId]?.name ?? 'a deal')}`
  const [old, next] = [dealTerms(before, dealId), dealTerms(after, dealId)]
  const style: NumberStyle = { locale: 'en-US', currency: settingsOf(after).currency, unit: 'exact' }
  const changed = termCatalog.filter((term) => !isSameIn(term, old, next))
  const spoken = changed.map(
    (term) =>
      `${term.label} of ${inSentence(next.deal.name)}: ${inSentence(term.show(old, style))} to ${inSentence(term.show(next, style))}`,
  )
  return spoken.join('; ') || `Edit ${inSentence(next.deal.name)}`
}

const batchWords: Readonly<Record<BatchCommand['action'], string>> = {
  paste: 'Paste',
  cut: 'Cut',
  fillRight: 'Fill right:',
  fillFromBaseline: 'Fill from the baseline:',
  clear: 'Clear',
}

function describeBatch(before: Book, after: Book, { action, commands }: BatchCommand): string {
  const [only, ...more] = commands
  if (only && more.length === 0) return describeTerms(before, after, editedDeal(before, only))
  return `${batchWords[action]} ${commands.length} cells`
}

function describeSettings(before: Book, after: Book): string {
  const [old, next] = [settingsOf(before), settingsOf(after)]
  if (old.asOf !== next.asOf) return `As of ${formatDate(next.asOf)}`
  if (old.baselineId !== next.baselineId)
    return `Baseline: ${inSentence((next.baselineId !== null && after.deals[next.baselineId]?.name) || 'none')}`
  if (old.name !== next.name) return `Rename the book to ${inSentence(next.name)}`
  if (old.perspective !== next.perspective) return `Read as the ${next.perspective}`
  if (old.onDemandPrice !== next.onDemandPrice || old.onDemandGpus !== next.onDemandGpus)
    return 'Price on demand'
  return 'Valuation convention'
}

import type { Deal } from '../schema/deal.ts'
import { limits } from '../schema/limits.ts'
import { choice, text } from './fields.ts'
import { defineTerm, type Term, type TermGroup } from './term.ts'

type Words = 'name' | 'buyer' | 'provider' | 'facility' | 'tags' | 'notes' | 'firstOffer'

const words = (
  field: Words,
  group: TermGroup,
  label: string,
  help: string,
  most: number,
  least: 0 | 1 = 0,
): Term =>
  defineTerm<string>({
    id: field,
    group,
    label,
    help,
    ...text(least === 1 ? 'A name' : `The ${label.toLowerCase()}`, most, least),
    read: ({ deal }) => deal[field],
    edit: ({ deal }, value) => ({ type: 'deal.set', dealId: deal.id, changes: { [field]: value } }),
    silent: ['tags', 'notes', 'firstOffer'].includes(field) ? (value) => value === '' : undefined,
  })

const status = defineTerm<Deal['status']>({
  id: 'status',
  group: 'parties',
  label: 'Status',
  help: 'How far the deal has come.',
  ...choice([
    { id: 'draft', label: 'draft' },
    { id: 'offered', label: 'offered' },
    { id: 'negotiation', label: 'in negotiation' },
    { id: 'signed', label: 'signed' },
    { id: 'ended', label: 'ended' },
  ]),
  read: ({ deal }) => deal.status,
  edit: ({ deal }, value) => ({ type: 'deal.set', dealId: deal.id, changes: { status: value } }),
  silent: (value) => value === 'draft',
})

/** Who, where, and what is noted of a deal. */
export const partyTerms: readonly Term[] = [
  words('name', 'parties', 'Name', 'What this deal is called here.', limits.nameLength, 1),
  words('buyer', 'parties', 'Buyer', 'Who takes the capacity.', limits.partyLength),
  words('provider', 'parties', 'Provider', 'Who provides the capacity.', limits.partyLength),
  words('facility', 'parties', 'Facility', 'Where the capacity is.', limits.partyLength),
  status,
  words('tags', 'parties', 'Tags', 'Words to find the deal by, parted by commas.', limits.partyLength),
  words('notes', 'parties', 'Notes', 'Anything worth remembering.', limits.noteLength),
]

export const firstOffer = words(
  'firstOffer',
  'term',
  'Right of first offer',
  'Who is offered further capacity first, in words: noted, and not calculated.',
  limits.noteLength,
)

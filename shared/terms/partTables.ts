import type { DealTerms } from '../schema/dealTerms.ts'
import { parties } from '../schema/vocabulary.ts'
import { termById } from './catalog.ts'
import { escalatorTerms } from './escalatorTerms.ts'
import { rightTerms } from './rightTerms.ts'
import { chargeSlot, trancheSlot } from './slot.ts'
import type { Term, TermGroup } from './term.ts'
import { trancheTerms } from './trancheTerms.ts'

export type PartTableId = 'tranches' | 'charges' | 'rights'

/** One of what a deal has several of. */
export interface Part {
  /** The entity it is. */
  id: string
  /** What its column is headed. */
  label: string
  /** The term that names it, where a person does. */
  name: Term | null
  /** Its terms, in the order of those of every other part. */
  terms: readonly Term[]
}

/**
 * What a deal has several of, as a small table with a column each: its tranches, the prices of its charges, the rights
 * of both parties. Its fields are terms of the catalogue, so that it reads and writes what the sheet does.
 */
export interface PartTable {
  id: PartTableId
  title: string
  /** What the drawing over each column shows. */
  drawn: string
  /** How many there are, in two words. */
  summary(terms: DealTerms): string
  parts(terms: DealTerms): readonly Part[]
}

const idsOf = (terms: readonly Term[]) => terms.map(({ id }) => id)
const counted = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

/** The first tranche’s, which stand by their plain names. */
const [trancheName, ...trancheIds] = idsOf(trancheTerms(0))
const priceIds = ['monthlyFee', 'unitPrice', 'ramp', ...idsOf(escalatorTerms(0))]
const rightIds = { buyer: idsOf(rightTerms('buyer')), provider: idsOf(rightTerms('provider')) }

const tranches: PartTable = {
  id: 'tranches',
  title: 'Tranches',
  drawn: 'Delivered by month',
  summary: (terms) => counted(terms.tranches.length, 'tranche'),
  parts: (terms) =>
    terms.tranches.map(({ tranche: { id, label } }, index) => {
      const term = (name: string) => termById(trancheSlot(index).id(name))
      return { id, label, name: term(trancheName!), terms: trancheIds.map(term) }
    }),
}

const charges: PartTable = {
  id: 'charges',
  title: 'Prices, ramps and escalators',
  drawn: 'Price by month',
  summary: (terms) => counted(terms.charges.length, 'charge'),
  parts: (terms) =>
    terms.charges.map(({ charge: { id, label } }, index) => {
      const term = (name: string) => termById(chargeSlot(index).id(name))
      return { id, label, name: term('charge-label'), terms: priceIds.map(term) }
    }),
}

const rights: PartTable = {
  id: 'rights',
  title: 'Rights to leave',
  drawn: 'Exit cost by date of notice',
  summary: () => 'both parties',
  parts: ({ deal, rights: of }) =>
    parties.map((party) => ({
      id: of[party].id,
      label: [party === 'buyer' ? 'Buyer' : 'Provider', deal[party]].filter(Boolean).join(', '),
      name: null,
      terms: rightIds[party].map(termById),
    })),
}

const byGroup: Readonly<Partial<Record<TermGroup, PartTable>>> = {
  capacity: tranches,
  price: charges,
  buyerExit: rights,
  providerExit: rights,
}

/** The small table a section of the sheet opens, if it has one. */
export const partTableOf = (group: TermGroup): PartTable | null => byGroup[group] ?? null

export const partTables: Readonly<Record<PartTableId, PartTable>> = { tranches, charges, rights }

/** One line of a table: a term of each part, under one name; those that apply to no part are left out. */
export interface PartRow {
  label: string
  help: string
  terms: readonly Term[]
}

export function partRows(parts: readonly Part[], deal: DealTerms): PartRow[] {
  const [first] = parts
  return (first?.terms ?? []).flatMap(({ label, help }, row) => {
    const terms = parts.map((part) => part.terms[row]!)
    return terms.some((term) => term.applies(deal)) ? [{ label, help, terms }] : []
  })
}

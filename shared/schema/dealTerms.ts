import { currencyDigits } from '../money.ts'
import { remembered } from '../remembered.ts'
import type { Book } from './book.ts'
import type { Charge, Escalator, RampStep, UsageStep } from './charge.ts'
import type { Deal, Evidence, Party } from './deal.ts'
import type { Advance, OneOff, Renewal } from './extras.ts'
import { ownedBy } from './ownedBy.ts'
import { settingsOf } from './readBook.ts'
import type { TerminationFee, TerminationRight } from './termination.ts'
import type { DeliveryStep, Tranche } from './tranche.ts'

/** A charge with what belongs to it; steps in the order of their dates. */
export interface ChargeTerms {
  readonly charge: Charge
  readonly ramp: readonly RampStep[]
  readonly escalator: Escalator | null
  readonly usage: readonly UsageStep[]
}

/** A tranche with its steps of delivery in the order of their dates. */
export interface TrancheTerms {
  readonly tranche: Tranche
  readonly delivery: readonly DeliveryStep[]
}

/** One deal with all that belongs to it: what the engine, the catalogue of terms and the screen read. */
export interface DealTerms {
  readonly deal: Deal
  /** Decimals of the book's currency: what a minor unit is. */
  readonly digits: number
  /** At least one, in their order; the first is the fee that heads the term sheet. */
  readonly charges: readonly ChargeTerms[]
  /** At least one, in their order. */
  readonly tranches: readonly TrancheTerms[]
  readonly rights: Readonly<Record<Party, TerminationRight>>
  /** Fees for leaving by date, in the order of their dates. */
  readonly terminationFees: Readonly<Record<Party, readonly TerminationFee[]>>
  readonly oneOffs: readonly OneOff[]
  readonly advances: readonly Advance[]
  readonly renewals: readonly Renewal[]
  readonly evidence: readonly Evidence[]
}

const byFrom = <T extends { from: string }>(steps: readonly T[]): readonly T[] =>
  steps.length < 2 ? steps : steps.toSorted((a, b) => (a.from < b.from ? -1 : 1))

const inOrder = <T extends { position: number }>(entities: readonly T[]): readonly T[] =>
  entities.length < 2 ? entities : entities.toSorted((a, b) => a.position - b.position)

/** Of each deal the terms it was assembled to last, and those before: an edit that is previewed comes and goes. */
const assembled = new WeakMap<Deal, readonly { parts: readonly unknown[]; terms: DealTerms }[]>()
const termsOf = remembered((_book: Book) => new Map<string, DealTerms>())

/**
 * The terms of one deal. The answer is the same object for as long as nothing in the deal changes, so that what is
 * computed from it can be remembered by identity; of one book it is always the same, whatever other book, such as one with
 * an edit that is previewed, is asked in between. Throws where the book lacks a part every deal has.
 */
export function dealTerms(book: Book, dealId: string): DealTerms {
  const ofBook = termsOf(book)
  const known = ofBook.get(dealId)
  if (known) return known
  const terms = assemble(book, dealId)
  ofBook.set(dealId, terms)
  return terms
}

/** The terms of the deal all others are compared with; null where the book has none. */
export function baselineTerms(book: Book): DealTerms | null {
  const { baselineId } = settingsOf(book)
  return baselineId === null ? null : dealTerms(book, baselineId)
}

function assemble(book: Book, dealId: string): DealTerms {
  const deal = book.deals[dealId]
  const charges = inOrder(ownedBy(book, 'charges', dealId)).map((charge): ChargeTerms => ({
    charge,
    ramp: byFrom(ownedBy(book, 'rampSteps', charge.id)),
    escalator: ownedBy(book, 'escalators', charge.id)[0] ?? null,
    usage: byFrom(ownedBy(book, 'usageSteps', charge.id)),
  }))
  const tranches = inOrder(ownedBy(book, 'tranches', dealId)).map((tranche): TrancheTerms => ({
    tranche,
    delivery: byFrom(ownedBy(book, 'deliverySteps', tranche.id)),
  }))
  const rights = ownedBy(book, 'terminationRights', dealId)
  const buyer = rights.find((right) => right.party === 'buyer')
  const provider = rights.find((right) => right.party === 'provider')
  if (!deal || charges.length === 0 || tranches.length === 0 || !buyer || !provider)
    throw new Error(`The deal ${dealId} is incomplete.`)
  const terms: DealTerms = {
    deal,
    digits: currencyDigits[settingsOf(book).currency] ?? 2,
    charges,
    tranches,
    rights: { buyer, provider },
    terminationFees: {
      buyer: byFrom(ownedBy(book, 'terminationFees', buyer.id)),
      provider: byFrom(ownedBy(book, 'terminationFees', provider.id)),
    },
    oneOffs: inOrder(ownedBy(book, 'oneOffs', dealId)),
    advances: inOrder(ownedBy(book, 'advances', dealId)),
    renewals: inOrder(ownedBy(book, 'renewals', dealId)),
    evidence: ownedBy(book, 'evidence', dealId),
  }
  const parts = partsOf(terms)
  const recent = assembled.get(deal) ?? []
  const known = recent.find(
    (each) => each.parts.length === parts.length && each.parts.every((part, i) => part === parts[i]),
  )
  if (known) return known.terms
  assembled.set(deal, [{ parts, terms }, ...recent.slice(0, 1)])
  return terms
}

/** Every entity of a deal in a row; nulls part the lists. */
const partsOf = (terms: DealTerms): unknown[] => [
  ...terms.charges.flatMap(({ charge, ramp, escalator, usage }) => [
    charge,
    escalator,
    ...ramp,
    null,
    ...usage,
    null,
  ]),
  ...terms.tranches.flatMap(({ tranche, delivery }) => [tranche, ...delivery, null]),
  terms.rights.buyer,
  terms.rights.provider,
  ...terms.terminationFees.buyer,
  null,
  ...terms.terminationFees.provider,
  null,
  ...terms.oneOffs,
  null,
  ...terms.advances,
  null,
  ...terms.renewals,
  null,
  ...terms.evidence,
]

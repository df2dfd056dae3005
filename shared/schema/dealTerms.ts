import type { Book } from './book.ts'
import type {
  Charge,
  Deal,
  DeliveryStep,
  Escalator,
  Evidence,
  Party,
  RampStep,
  TerminationFee,
  TerminationRight,
  Tranche,
} from './deal.ts'

/** One deal with all that belongs to it: what the engine, the catalogue of terms and the screen read. */
export interface DealTerms {
  readonly deal: Deal
  readonly charge: Charge
  /** In the order of their dates. */
  readonly ramp: readonly RampStep[]
  readonly escalator: Escalator | null
  readonly tranche: Tranche
  /** In the order of their dates. */
  readonly delivery: readonly DeliveryStep[]
  readonly rights: Readonly<Record<Party, TerminationRight>>
  /** Fees for leaving by date, in the order of their dates. */
  readonly terminationFees: Readonly<Record<Party, readonly TerminationFee[]>>
  readonly evidence: readonly Evidence[]
}

type Index<T> = ReadonlyMap<string, readonly T[]>

const indexes = new WeakMap<object, Index<unknown>>()
const none: readonly never[] = []

/** The entities of one record grouped by their owner; made once per version of the record. */
function grouped<T>(record: Readonly<Record<string, T>>, owner: (entity: T) => string): Index<T> {
  const known = indexes.get(record)
  if (known) return known as Index<T>
  const index = new Map<string, T[]>()
  for (const entity of Object.values(record)) {
    const group = index.get(owner(entity))
    if (group) group.push(entity)
    else index.set(owner(entity), [entity])
  }
  indexes.set(record, index)
  return index
}

const byFrom = (a: { from: string }, b: { from: string }) => (a.from < b.from ? -1 : 1)

const assembled = new WeakMap<Deal, { parts: readonly unknown[]; terms: DealTerms }>()

/**
 * The terms of one deal. The answer is the same object for as long as nothing in the deal changes, so that what is
 * computed from it can be remembered by identity. Throws where the book lacks a part every deal has.
 */
export function dealTerms(book: Book, dealId: string): DealTerms {
  const deal = book.deals[dealId]
  const charge = grouped(book.charges, (entity) => entity.dealId).get(dealId)?.[0]
  const tranche = grouped(book.tranches, (entity) => entity.dealId).get(dealId)?.[0]
  const rights = grouped(book.terminationRights, (entity) => entity.dealId).get(dealId) ?? none
  const buyer = rights.find((right) => right.party === 'buyer')
  const provider = rights.find((right) => right.party === 'provider')
  if (!deal || !charge || !tranche || !buyer || !provider)
    throw new Error(`The deal ${dealId} is incomplete.`)
  const ramp = grouped(book.rampSteps, (entity) => entity.chargeId).get(charge.id) ?? none
  const escalator = grouped(book.escalators, (entity) => entity.chargeId).get(charge.id)?.[0] ?? null
  const delivery = grouped(book.deliverySteps, (entity) => entity.trancheId).get(tranche.id) ?? none
  const fees = grouped(book.terminationFees, (entity) => entity.rightId)
  const [buyerFees, providerFees] = [fees.get(buyer.id) ?? none, fees.get(provider.id) ?? none]
  const evidence = grouped(book.evidence, (entity) => entity.dealId).get(dealId) ?? none

  const parts = [
    charge,
    tranche,
    buyer,
    provider,
    escalator,
    ...ramp,
    null,
    ...delivery,
    null,
    ...buyerFees,
    null,
    ...providerFees,
    null,
    ...evidence,
  ]
  const known = assembled.get(deal)
  if (known && known.parts.length === parts.length && known.parts.every((part, i) => part === parts[i]))
    return known.terms
  const terms: DealTerms = {
    deal,
    charge,
    ramp: ramp.toSorted(byFrom),
    escalator,
    tranche,
    delivery: delivery.toSorted(byFrom),
    rights: { buyer, provider },
    terminationFees: { buyer: buyerFees.toSorted(byFrom), provider: providerFees.toSorted(byFrom) },
    evidence,
  }
  assembled.set(deal, { parts, terms })
  return terms
}

import { wholePpm } from '../rate.ts'
import { charge, escalator, rampStep, usageStep } from '../schema/charge.ts'
import { deal, evidence, type Evidence, type Party } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { advance, oneOff, renewal } from '../schema/extras.ts'
import { terminationFee, terminationRight } from '../schema/termination.ts'
import { deliveryStep, tranche } from '../schema/tranche.ts'
import { parties } from '../schema/vocabulary.ts'
import { withTranches } from '../terms/trancheReferences.ts'
import { type DealDocument, rateFields } from './dealDocument.ts'

/** What places an entity in a book, which a document leaves to its nesting. */
const placing = ['id', 'dealId', 'chargeId', 'trancheId', 'rightId', 'party', 'position', 'shown', 'archived']

/**
 * Writes one kind of entity without its place, its rates as numbers, and without the values that are null. Its fields
 * come in the order of its schema, whatever order the entity has them in: the same deal always gives the same text.
 */
function writer(schema: { shape: object }, rates: readonly string[] = []) {
  const fields = Object.keys(schema.shape).filter((field) => !placing.includes(field))
  return (entity: object): Record<string, unknown> => {
    const values = entity as Record<string, unknown>
    const entries = fields
      .filter((field) => values[field] !== null)
      .map((field) => [field, rates.includes(field) ? (values[field] as number) / wholePpm : values[field]])
    return Object.fromEntries(entries) as Record<string, unknown>
  }
}

const write = {
  deal: writer(deal, rateFields.deal),
  tranche: writer(tranche, rateFields.tranche),
  delivery: writer(deliveryStep, rateFields.delivery),
  charge: writer(charge, rateFields.charge),
  ramp: writer(rampStep, rateFields.ramp),
  escalator: writer(escalator, rateFields.escalator),
  usage: writer(usageStep, rateFields.usage),
  right: writer(terminationRight, rateFields.right),
  terminationFee: writer(terminationFee),
  oneOff: writer(oneOff),
  advance: writer(advance, rateFields.advance),
  renewal: writer(renewal, rateFields.renewal),
  evidence: writer(evidence),
}

/** A deal as a JSON document: what `readDeal` reads back to the same terms, and to the same sources of them. */
export function documentOf(terms: DealTerms, currency: string): DealDocument {
  const places = new Map(terms.tranches.map(({ tranche }, i) => [tranche.id, `t${i + 1}`]))
  const place = (id: string) => places.get(id) ?? id
  const forTranche = (trancheId: string | null) => (trancheId === null ? {} : { tranche: place(trancheId) })
  const right = (party: Party) => ({
    ...write.right(terms.rights[party]),
    ...(terms.terminationFees[party].length > 0
      ? { feeByDate: terms.terminationFees[party].map(write.terminationFee) }
      : {}),
  })
  const source = (entry: Evidence) => ({
    ...write.evidence(entry),
    // Null is said here: left out it would mean what the term says.
    supports: withTranches(entry.term, entry.supports, place),
    ...(entry.alternativeValue === null
      ? {}
      : { alternativeValue: withTranches(entry.term, entry.alternativeValue, place) }),
  })
  const document: object = {
    currency,
    ...write.deal(terms.deal),
    tranches: terms.tranches.map(({ tranche, delivery }) => ({
      id: place(tranche.id),
      ...write.tranche(tranche),
      delivery: delivery.map(write.delivery),
    })),
    charges: terms.charges.map(({ charge, ramp, escalator, usage }) => ({
      ...write.charge(charge),
      ...forTranche(charge.trancheId),
      ramp: ramp.map(write.ramp),
      ...(escalator ? { escalator: write.escalator(escalator) } : {}),
      usage: usage.map(write.usage),
    })),
    rights: Object.fromEntries(parties.map((party) => [party, right(party)])),
    oneOffs: terms.oneOffs.map(write.oneOff),
    advances: terms.advances.map((item) => ({ ...write.advance(item), ...forTranche(item.trancheId) })),
    renewals: terms.renewals.map(write.renewal),
    evidence: terms.evidence.map(source),
  }
  return document as DealDocument
}

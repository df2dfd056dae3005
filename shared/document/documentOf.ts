import { wholePpm } from '../rate.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { parties } from '../schema/vocabulary.ts'
import type { Party } from '../schema/deal.ts'
import { rateFields } from './dealDocument.ts'

/** What places an entity in a book, which a document leaves to its nesting. */
const placing = ['id', 'dealId', 'chargeId', 'trancheId', 'rightId', 'party', 'position', 'shown']

/** An entity without its place, its rates as numbers, and without the values that are null. */
function plain(entity: object, rates: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(entity)
    .filter(([key, value]) => !placing.includes(key) && value !== null)
    .map(([key, value]) => [key, rates.includes(key) ? (value as number) / wholePpm : (value as unknown)])
  return Object.fromEntries(entries) as Record<string, unknown>
}

/** A deal as a JSON document: what `readDeal` reads back to the same terms. Sources are not part of it. */
export function documentOf(terms: DealTerms, currency: string): Record<string, unknown> {
  const place = (id: string) => `t${terms.tranches.findIndex(({ tranche }) => tranche.id === id) + 1}`
  const forTranche = (trancheId: string | null) => (trancheId === null ? {} : { tranche: place(trancheId) })
  const right = (party: Party) => ({
    ...plain(terms.rights[party], rateFields.right),
    ...(terms.terminationFees[party].length > 0
      ? { feeByDate: terms.terminationFees[party].map((fee) => plain(fee, [])) }
      : {}),
  })
  return {
    currency,
    ...plain(terms.deal, rateFields.deal),
    tranches: terms.tranches.map(({ tranche, delivery }) => ({
      id: place(tranche.id),
      ...plain(tranche, rateFields.tranche),
      delivery: delivery.map((step) => plain(step, rateFields.delivery)),
    })),
    charges: terms.charges.map(({ charge, ramp, escalator, usage }) => ({
      ...plain(charge, rateFields.charge),
      ...forTranche(charge.trancheId),
      ramp: ramp.map((step) => plain(step, rateFields.ramp)),
      ...(escalator ? { escalator: plain(escalator, rateFields.escalator) } : {}),
      usage: usage.map((step) => plain(step, rateFields.usage)),
    })),
    rights: Object.fromEntries(parties.map((party) => [party, right(party)])),
    oneOffs: terms.oneOffs.map((item) => plain(item, [])),
    advances: terms.advances.map((item) => ({
      ...plain(item, rateFields.advance),
      ...forTranche(item.trancheId),
    })),
    renewals: terms.renewals.map((item) => plain(item, rateFields.renewal)),
  }
}

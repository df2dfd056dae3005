import type { Entity, EntityKind } from '../schema/book.ts'
import type { Evidence } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { parties } from '../schema/vocabulary.ts'
import { withTranches } from '../terms/trancheReferences.ts'

type OfKind = readonly [EntityKind, Entity]

/** Every entity a deal consists of, itself first. */
export const entitiesOf = (terms: DealTerms): OfKind[] => [
  ['deals', terms.deal],
  ...terms.charges.flatMap(({ charge, ramp, escalator, usage }) => [
    ['charges', charge] as const,
    ...ramp.map((step) => ['rampSteps', step] as const),
    ...(escalator ? [['escalators', escalator] as const] : []),
    ...usage.map((step) => ['usageSteps', step] as const),
  ]),
  ...terms.tranches.flatMap(({ tranche, delivery }) => [
    ['tranches', tranche] as const,
    ...delivery.map((step) => ['deliverySteps', step] as const),
  ]),
  ...parties.flatMap((party) => [
    ['terminationRights', terms.rights[party]] as const,
    ...terms.terminationFees[party].map((step) => ['terminationFees', step] as const),
  ]),
  ...terms.oneOffs.map((item) => ['oneOffs', item] as const),
  ...terms.advances.map((item) => ['advances', item] as const),
  ...terms.renewals.map((item) => ['renewals', item] as const),
  ...terms.evidence.map((entry) => ['evidence', entry] as const),
]

/** What refers to a deal or one of its parts, beside an entity's own id. */
const references = ['id', 'dealId', 'chargeId', 'trancheId', 'rightId']

/** Every entity of a deal as it is in a deal of another id. */
export function entitiesUnder(from: DealTerms, dealId: string): OfKind[] {
  const renamed = (id: string) =>
    id === from.deal.id || id.startsWith(`${from.deal.id}/`)
      ? dealId + id.slice(from.deal.id.length)
      : `${dealId}/${id}`
  const own = new Set(from.tranches.map(({ tranche }) => tranche.id))
  const renamedIfOwn = (id: string) => (own.has(id) ? renamed(id) : id)
  return entitiesOf(from).map(([kind, entity]) => {
    const copy: Record<string, unknown> = { ...entity }
    for (const key of references) if (typeof copy[key] === 'string') copy[key] = renamed(copy[key])
    if (kind === 'evidence') {
      const { term, supports, alternativeValue } = entity as Evidence
      copy['supports'] = withTranches(term, supports, renamedIfOwn)
      copy['alternativeValue'] = withTranches(term, alternativeValue, renamedIfOwn)
    }
    return [kind, copy as unknown as Entity]
  })
}

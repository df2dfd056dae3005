import { z } from 'zod/mini'
import { wholePpm } from '../rate.ts'
import { charge } from '../schema/charge.ts'
import { deal, evidence } from '../schema/deal.ts'
import { advance, oneOff, renewal } from '../schema/extras.ts'
import { limits } from '../schema/limits.ts'
import { terminationFee, terminationRight } from '../schema/termination.ts'
import { tranche } from '../schema/tranche.ts'
import { civilDate, currency, fee, gpuCount, id } from '../schema/values.ts'
import { rampBases } from '../schema/vocabulary.ts'

/**
 * One deal as JSON, nested, for exchange with other programs. Dates are ISO texts, and an end is exclusive; amounts are
 * whole minor units (cents); unit prices whole millionths of the major unit; rates and shares plain numbers, 0.1 for
 * 10 %, of at most six decimals. All but the term can be left out: then it says what a new deal says.
 */

/** A rate between two numbers of parts per million, as the number it is. */
const rate = (least: number, most: number) =>
  z.number().check(
    z.minimum(least / wholePpm),
    z.maximum(most / wholePpm),
    z.refine(
      (value) => Math.abs(value * wholePpm - Math.round(value * wholePpm)) < 1e-6,
      'more than six decimals',
    ),
  )

const share = rate(0, wholePpm)
const discountRate = rate(limits.lowestDiscountRate, limits.highestDiscountRate)
const escalation = rate(limits.lowestEscalation, limits.highestEscalation)

/** The fields of each part that are kept in parts per million. */
export const rateFields = {
  deal: ['discountRate', 'availability', 'serviceCredits'],
  tranche: ['pue'],
  delivery: ['share'],
  charge: ['utilisation', 'minimumShare', 'overageAbove'],
  ramp: ['share'],
  escalator: ['rate', 'cap', 'floor'],
  usage: ['share'],
  right: ['feeShare', 'hazard'],
  advance: ['share'],
  renewal: ['priceChange', 'probability'],
} as const

const span = { from: civilDate, until: civilDate }

const deliveryDocument = z.strictObject({
  ...span,
  share: z.optional(share),
  gpus: z.optional(gpuCount),
})

const rampDocument = z.strictObject({
  ...span,
  basis: z.enum(rampBases),
  share: z.optional(share),
  fixedFee: z.optional(fee),
})

const escalatorDocument = z.strictObject({
  kind: z.optional(z.enum(['fixed', 'index'])),
  rate: escalation,
  cap: z.optional(z.nullable(escalation)),
  floor: z.optional(z.nullable(escalation)),
  firstOn: civilDate,
  everyMonths: z.optional(z.int().check(z.minimum(1), z.maximum(limits.escalationMonths))),
  appliesTo: z.optional(z.enum(['standard', 'ramped'])),
  decimals: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(6)))),
  carried: z.optional(z.boolean()),
})

const trancheDocument = z.extend(
  z.partial(z.omit(tranche, { id: true, dealId: true, position: true, pue: true })),
  {
    /** Any id of one's own, for charges and advances to name it by. */
    id: z.optional(id),
    pue: z.optional(z.nullable(rate(wholePpm, limits.highestPue))),
    delivery: z.optional(z.array(deliveryDocument).check(z.maxLength(limits.steps))),
  },
)

const chargeDocument = z.extend(
  z.partial(
    z.omit(charge, {
      id: true,
      dealId: true,
      position: true,
      trancheId: true,
      utilisation: true,
      minimumShare: true,
      overageAbove: true,
    }),
  ),
  {
    /** The id of the tranche it is for; left out or null for all. */
    tranche: z.optional(z.nullable(id)),
    utilisation: z.optional(share),
    minimumShare: z.optional(share),
    overageAbove: z.optional(z.nullable(share)),
    ramp: z.optional(z.array(rampDocument).check(z.maxLength(limits.steps))),
    escalator: z.optional(z.nullable(escalatorDocument)),
    usage: z.optional(z.array(z.strictObject({ ...span, share })).check(z.maxLength(limits.steps))),
  },
)

const rightDocument = z.extend(
  z.partial(z.omit(terminationRight, { id: true, dealId: true, party: true, feeShare: true, hazard: true })),
  {
    feeShare: z.optional(share),
    hazard: z.optional(share),
    feeByDate: z.optional(
      z.array(z.omit(terminationFee, { id: true, rightId: true })).check(z.maxLength(limits.steps)),
    ),
  },
)

const advanceDocument = z.strictObject({
  label: z.optional(advance.shape.label),
  kind: advance.shape.kind,
  /** The id of the tranche it is for; left out or null for the whole deal. */
  tranche: z.optional(z.nullable(id)),
  amount: z.optional(fee),
  share: z.optional(share),
  paidOn: z.optional(z.nullable(civilDate)),
  creditFrom: z.optional(advance.shape.creditFrom),
  creditMonths: z.optional(advance.shape.creditMonths),
})

const renewalDocument = z.strictObject({
  months: renewal.shape.months,
  priceChange: z.optional(escalation),
  noticeDays: z.optional(renewal.shape.noticeDays),
  probability: z.optional(share),
})

/** Where a term comes from. */
const evidenceDocument = z.extend(z.partial(z.omit(evidence, { id: true, dealId: true })), {
  /** The id of the term in the catalogue of terms. */
  term: evidence.shape.term,
  confidence: evidence.shape.confidence,
  /** Left out: what the term says. Null where the source supports nothing that is modelled. */
  supports: z.optional(evidence.shape.supports),
})

/** One deal as a JSON document. */
export const dealDocument = z.extend(
  z.partial(
    z.omit(deal, {
      id: true,
      position: true,
      shown: true,
      archived: true,
      start: true,
      end: true,
      discountRate: true,
      availability: true,
      serviceCredits: true,
    }),
  ),
  {
    currency: z.optional(currency),
    start: civilDate,
    /** Exclusive: through 31 May 2029 is 2029-06-01. */
    end: civilDate,
    discountRate: z.optional(discountRate),
    availability: z.optional(share),
    serviceCredits: z.optional(share),
    tranches: z.optional(z.array(trancheDocument).check(z.minLength(1), z.maxLength(limits.tranches))),
    charges: z.optional(z.array(chargeDocument).check(z.minLength(1), z.maxLength(limits.charges))),
    rights: z.optional(
      z.strictObject({ buyer: z.optional(rightDocument), provider: z.optional(rightDocument) }),
    ),
    oneOffs: z.optional(
      z.array(z.omit(oneOff, { id: true, dealId: true, position: true })).check(z.maxLength(limits.oneOffs)),
    ),
    advances: z.optional(z.array(advanceDocument).check(z.maxLength(limits.advances))),
    renewals: z.optional(z.array(renewalDocument).check(z.maxLength(limits.renewals))),
    evidence: z.optional(z.array(evidenceDocument).check(z.maxLength(limits.evidence))),
  },
)

export type DealDocument = z.infer<typeof dealDocument>

/** The currency of a deal's amounts. */
export const currencyOf = ({ currency = 'USD' }: Pick<DealDocument, 'currency'>): string => currency

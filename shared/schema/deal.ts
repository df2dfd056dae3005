import { z } from 'zod/mini'
import { limits } from './limits.ts'
import { civilDate, discountRate, fee, id, name, note, party, share } from './values.ts'
import {
  billingMonths,
  confidences,
  parties,
  partMonths,
  roundings,
  terminationFeeBases,
} from './vocabulary.ts'

/** A contract or an offer. Its term is `[start, end)`: through 31 May 2029 ends before 2029-06-01. */
export const deal = z.strictObject({
  id,
  /** Order of the columns, from 0. */
  position: z.int().check(z.minimum(0), z.maximum(limits.deals)),
  shown: z.boolean(),
  name,
  buyer: party,
  provider: party,
  facility: party,
  signed: z.nullable(civilDate),
  start: civilDate,
  end: civilDate,
  billingMonths: z.enum(billingMonths),
  partMonths: z.enum(partMonths),
  rounding: z.enum(roundings),
  /** Parts per million a year. */
  discountRate,
})
export type Deal = z.infer<typeof deal>

/** A recurring charge: a flat fee a month, invoiced monthly. */
export const charge = z.strictObject({
  id,
  dealId: id,
  label: name,
  /** Minor units a month, before any ramp: the standard fee. */
  monthlyFee: fee,
  /** Whether a month is invoiced on its first day or on the day after its last. */
  invoiced: z.enum(['advance', 'arrears']),
  /** Days from invoice to payment. */
  netDays: z.int().check(z.minimum(0), z.maximum(limits.netDays)),
})
export type Charge = z.infer<typeof charge>

const rampTerms = {
  from: civilDate,
  /** Exclusive. */
  until: civilDate,
  basis: z.enum(['percentOfStandard', 'percentOff', 'fixedFee']),
  /** Parts per million of (or off) the standard fee; null for a fixed fee. */
  share: z.nullable(share),
  /** Minor units a month; null for a percentage. */
  fixedFee: z.nullable(fee),
}

const oneValue = (step: { basis: string; share: number | null; fixedFee: number | null }) =>
  step.basis === 'fixedFee'
    ? step.fixedFee !== null && step.share === null
    : step.share !== null && step.fixedFee === null

/** What a ramp step says, without the ids that place it in a book. */
export const rampTerm = z
  .strictObject(rampTerms)
  .check(z.refine(oneValue, 'a step has one value, by its basis'))
export type RampTerm = z.infer<typeof rampTerm>

/** A stretch of a charge's term at a reduced (or fixed) fee. */
export const rampStep = z
  .strictObject({ id, chargeId: id, ...rampTerms })
  .check(z.refine(oneValue, 'a step has one value, by its basis'))
export type RampStep = z.infer<typeof rampStep>

const escalatorTerms = {
  /** Whether the rate is the contract's, or assumed of an index that the cap and the floor hold. */
  kind: z.enum(['fixed', 'index']),
  /** Parts per million at each anniversary. */
  rate: z.int().check(z.minimum(limits.lowestEscalation), z.maximum(limits.highestEscalation)),
  cap: z.nullable(z.int().check(z.minimum(limits.lowestEscalation), z.maximum(limits.highestEscalation))),
  floor: z.nullable(z.int().check(z.minimum(limits.lowestEscalation), z.maximum(limits.highestEscalation))),
  /** The first day at the first escalated price. */
  firstOn: civilDate,
  everyMonths: z.int().check(z.minimum(1), z.maximum(limits.escalationMonths)),
  /** Whether a ramp's fixed fees escalate too. A percentage is always of the standard fee as escalated. */
  appliesTo: z.enum(['standard', 'ramped']),
}

const capOverFloor = ({ cap, floor }: { cap: number | null; floor: number | null }) =>
  cap === null || floor === null || cap >= floor

/** What an escalator says, without the ids that place it in a book. */
export const escalatorTerm = z
  .strictObject(escalatorTerms)
  .check(z.refine(capOverFloor, 'a cap is not below its floor'))
export type EscalatorTerm = z.infer<typeof escalatorTerm>

/** How the fee of a charge rises; at most one a charge. */
export const escalator = z
  .strictObject({ id, chargeId: id, ...escalatorTerms })
  .check(z.refine(capOverFloor, 'a cap is not below its floor'))
export type Escalator = z.infer<typeof escalator>

/** Capacity contracted from the deal's start; null where a deal does not say. */
export const tranche = z.strictObject({
  id,
  dealId: id,
  /** Kilowatts, so that tenths of a megawatt are exact. */
  kilowatts: z.nullable(z.int().check(z.minimum(0), z.maximum(limits.kilowatts))),
  powerBasis: z.enum(['criticalIt', 'facility']),
  gpus: z.nullable(z.int().check(z.minimum(0), z.maximum(limits.gpus))),
})
export type Tranche = z.infer<typeof tranche>

const deliveryTerms = {
  from: civilDate,
  /** Exclusive. */
  until: civilDate,
  /** Parts per million of the contracted capacity that is in service. */
  share,
}

export const deliveryTerm = z.strictObject(deliveryTerms)
export type DeliveryTerm = z.infer<typeof deliveryTerm>

/** A stretch in which only a share of a tranche is delivered; outside all steps it is delivered in full. */
export const deliveryStep = z.strictObject({ id, trancheId: id, ...deliveryTerms })
export type DeliveryStep = z.infer<typeof deliveryStep>

export type Party = (typeof parties)[number]

/** One party's right to terminate for convenience. */
export const terminationRight = z.strictObject({
  id,
  dealId: id,
  party: z.enum(parties),
  allowed: z.boolean(),
  notice: z.int().check(z.minimum(0), z.maximum(limits.noticeDays)),
  noticeUnit: z.enum(['days', 'months']),
  /** Whether the day on which notice is given is the first day of the notice. */
  dayOfNoticeCounts: z.boolean(),
  /** The first day after the lock-out; null where there is none. */
  lockOutUntil: z.nullable(civilDate),
  /** What the lock-out bars: giving notice before it is over, or service ending before it is over. */
  lockOutBars: z.enum(['notice', 'end']),
  /** The fee for leaving before the end of the term: none, an amount, so many monthly fees, a share of what remains, or by date. */
  feeBasis: z.enum(terminationFeeBases),
  /** Minor units, for a fixed fee. */
  feeAmount: fee,
  /** Monthly fees at the rate of the last day served. */
  feeMonths: z.int().check(z.minimum(0), z.maximum(limits.feeMonths)),
  /** Parts per million of the fees for service from its end to the end of the term. */
  feeShare: share,
})
export type TerminationRight = z.infer<typeof terminationRight>

const terminationFeeTerms = {
  from: civilDate,
  /** Exclusive. */
  until: civilDate,
  /** Minor units. */
  amount: fee,
}

export const terminationFeeTerm = z.strictObject(terminationFeeTerms)
export type TerminationFeeTerm = z.infer<typeof terminationFeeTerm>

/** The fee for leaving where service ends on a day of this stretch; outside all of them there is none. */
export const terminationFee = z.strictObject({ id, rightId: id, ...terminationFeeTerms })
export type TerminationFee = z.infer<typeof terminationFee>

/** Where a term comes from. */
export const evidence = z.strictObject({
  id,
  dealId: id,
  /** The id of the term in the catalogue of terms. */
  term: id,
  confidence: z.enum(confidences),
  source: note,
  quotation: note,
  dated: z.nullable(civilDate),
  /** The value the source supports, as the catalogue writes it; null where it supports none that is modelled. */
  supports: z.nullable(z.string().check(z.maxLength(20_000))),
  /** Another reading of the source, in words; empty where there is none. */
  alternative: note,
  /** Copied with the deal it was entered for. */
  inherited: z.boolean(),
})
export type Evidence = z.infer<typeof evidence>

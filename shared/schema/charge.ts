import { z } from 'zod/mini'
import { limits } from './limits.ts'
import { civilDate, escalation, fee, id, name, position, share, unitPrice } from './values.ts'
import { chargeBases, chargeKinds, frequencies, rampBases } from './vocabulary.ts'

/** What is paid again and again: for capacity, for its use, or for its power. */
export const charge = z.strictObject({
  id,
  dealId: id,
  position,
  label: name,
  kind: z.enum(chargeKinds),
  basis: z.enum(chargeBases),
  /** Minor units a month, before any ramp: the standard fee of a flat charge. */
  monthlyFee: fee,
  /** Millionths of the major unit, for every other basis: a MW, kW or GPU and month, a GPU-hour, or a kWh. */
  unitPrice,
  /** The tranche it is for; null for all of them. */
  trancheId: z.nullable(id),
  /** Whether the fee is for capacity, so that late delivery leaves less than is paid for. */
  followsCapacity: z.boolean(),
  /** The first day it is charged for; null for the start of its capacity. */
  from: z.nullable(civilDate),
  /** Exclusive; null for the end of its capacity. */
  until: z.nullable(civilDate),
  frequency: z.enum(frequencies),
  /** Whether a period is invoiced on its first day or on the day after its last. */
  invoiced: z.enum(['advance', 'arrears']),
  /** Days from invoice to payment. */
  netDays: z.int().check(z.minimum(0), z.maximum(limits.netDays)),
  /** Metered use, or the load factor of power: the parts per million of what is delivered that is expected to be used. */
  utilisation: share,
  /** Take-or-pay: the parts per million of what is delivered that is paid for, used or not. */
  minimumShare: share,
  /** Parts per million of what is delivered above which the overage price holds; null for none. */
  overageAbove: z.nullable(share),
  /** Millionths a unit. */
  overagePrice: unitPrice,
  /** The stretch over which use is held against the minimum. */
  settlement: z.enum(frequencies),
  /** Whether what was paid for and not used can be used later, beyond the minimum, without paying again. */
  carriesForward: z.boolean(),
})
export type Charge = z.infer<typeof charge>

const rampTerms = {
  from: civilDate,
  /** Exclusive. */
  until: civilDate,
  basis: z.enum(rampBases),
  /** Parts per million of (or off) the standard fee; null for a fixed fee or pro rata. */
  share: z.nullable(share),
  /** Minor units a month; null but for a fixed fee. */
  fixedFee: z.nullable(fee),
}

function valueOfBasis(step: { basis: string; share: number | null; fixedFee: number | null }): boolean {
  const isPercent = step.basis === 'percentOfStandard' || step.basis === 'percentOff'
  return (step.share !== null) === isPercent && (step.fixedFee !== null) === (step.basis === 'fixedFee')
}

/** What a ramp step says, without the ids that place it in a book. */
export const rampTerm = z
  .strictObject(rampTerms)
  .check(z.refine(valueOfBasis, 'a step has one value, by its basis'))
export type RampTerm = z.infer<typeof rampTerm>

/** A stretch of a charge's term at a reduced (or fixed) fee, or at the fee of what is delivered. */
export const rampStep = z
  .strictObject({ id, chargeId: id, ...rampTerms })
  .check(z.refine(valueOfBasis, 'a step has one value, by its basis'))
export type RampStep = z.infer<typeof rampStep>

const escalatorTerms = {
  /** Whether the rate is the contract's, or assumed of an index that the cap and the floor hold. */
  kind: z.enum(['fixed', 'index']),
  /** Parts per million at each anniversary. */
  rate: escalation,
  cap: z.nullable(escalation),
  floor: z.nullable(escalation),
  /** The first day at the first escalated price. */
  firstOn: civilDate,
  everyMonths: z.int().check(z.minimum(1), z.maximum(limits.escalationMonths)),
  /** Whether a ramp's fixed fees escalate too. A percentage is always of the standard fee as escalated. */
  appliesTo: z.enum(['standard', 'ramped']),
  /** Decimals of the major unit a price is rounded to at each anniversary; null for all that are kept. */
  decimals: z.nullable(z.int().check(z.minimum(0), z.maximum(6))),
  /** Whether it goes on into renewals. */
  carried: z.boolean(),
}

const capOverFloor = ({ cap, floor }: { cap: number | null; floor: number | null }) =>
  cap === null || floor === null || cap >= floor

/** What an escalator says, without the ids that place it in a book. */
export const escalatorTerm = z
  .strictObject(escalatorTerms)
  .check(z.refine(capOverFloor, 'a cap is not below its floor'))
export type EscalatorTerm = z.infer<typeof escalatorTerm>

/** How the price of a charge rises; at most one a charge. */
export const escalator = z
  .strictObject({ id, chargeId: id, ...escalatorTerms })
  .check(z.refine(capOverFloor, 'a cap is not below its floor'))
export type Escalator = z.infer<typeof escalator>

const usageTerms = {
  from: civilDate,
  /** Exclusive. */
  until: civilDate,
  /** Parts per million of what is delivered that is used. */
  share,
}

export const usageTerm = z.strictObject(usageTerms)
export type UsageTerm = z.infer<typeof usageTerm>

/** A stretch with a use of its own, for a metered charge; outside all of them its utilisation holds. */
export const usageStep = z.strictObject({ id, chargeId: id, ...usageTerms })
export type UsageStep = z.infer<typeof usageStep>

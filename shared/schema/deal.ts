import { z } from 'zod/mini'
import { limits } from './limits.ts'
import {
  civilDate,
  discountRate,
  fee,
  gpuCount,
  id,
  name,
  note,
  party,
  position,
  share,
  unitPrice,
} from './values.ts'
import {
  billingMonths,
  confidences,
  dealStatuses,
  type parties as partyWords,
  partMonths,
  roundings,
} from './vocabulary.ts'

export type Party = (typeof partyWords)[number]

/** A contract or an offer. Its term is `[start, end)`: through 31 May 2029 ends before 2029-06-01. */
export const deal = z.strictObject({
  id,
  /** Order of the columns. */
  position,
  shown: z.boolean(),
  /** Kept out of the way: not in the list, unless it is asked for. */
  archived: z.boolean(),
  name,
  buyer: party,
  provider: party,
  facility: party,
  status: z.enum(dealStatuses),
  notes: note,
  /** Words to find a deal by, separated by commas. */
  tags: party,
  signed: z.nullable(civilDate),
  start: civilDate,
  end: civilDate,
  billingMonths: z.enum(billingMonths),
  partMonths: z.enum(partMonths),
  rounding: z.enum(roundings),
  /** Parts per million a year. */
  discountRate,
  /** Parts per million of the delivered hours in which the capacity works: an assumption. */
  availability: share,
  /** Parts per million of the fees that are expected back as service credits: an assumption. */
  serviceCredits: share,
  /** A right of first offer, in words. */
  firstOffer: note,
  /** A guarantee or backstop in minor units: noted, outside the contract value. */
  support: z.nullable(fee),
  /** Equity or warrants given, in minor units: noted, outside the contract value. */
  equity: z.nullable(fee),
  /** Months from a notice until other capacity can be had; null where none is assumed. */
  replacementMonths: z.nullable(z.int().check(z.minimum(0), z.maximum(limits.leadMonths))),
  /** What capacity costs until then, in millionths a GPU-hour. */
  replacementPrice: z.nullable(unitPrice),
  /** How many GPUs can be had until then; null for as many as are needed. */
  replacementGpus: z.nullable(gpuCount),
})
export type Deal = z.infer<typeof deal>

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
  supports: z.nullable(z.string().check(z.maxLength(limits.writtenValue))),
  /** Another reading of the source, in words; empty where there is none. */
  alternative: note,
  /** The value of that reading, as the catalogue writes it; null where it cannot be switched to. */
  alternativeValue: z.nullable(z.string().check(z.maxLength(limits.writtenValue))),
  /** Copied with the deal it was entered for. */
  inherited: z.boolean(),
})
export type Evidence = z.infer<typeof evidence>

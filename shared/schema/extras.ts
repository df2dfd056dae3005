import { z } from 'zod/mini'
import { limits } from './limits.ts'
import { civilDate, escalation, fee, id, name, position, share } from './values.ts'
import { advanceKinds } from './vocabulary.ts'

const oneOffTerms = {
  label: name,
  on: civilDate,
  /** A fee is paid by the buyer, a credit to it. */
  kind: z.enum(['fee', 'credit']),
  /** Minor units. */
  amount: fee,
}

export const oneOffTerm = z.strictObject(oneOffTerms)
export type OneOffTerm = z.infer<typeof oneOffTerm>

/** What is paid once, on its date: an installation, a credit, a line of a payment schedule. */
export const oneOff = z.strictObject({ id, dealId: id, position, ...oneOffTerms })
export type OneOff = z.infer<typeof oneOff>

const advanceTerms = {
  label: name,
  /** A prepayment is credited against later fees; a deposit comes back at the end. Neither is contract value. */
  kind: z.enum(advanceKinds),
  /** The tranche whose value and delivery it follows; null for the whole deal. */
  trancheId: z.nullable(id),
  /** Minor units; null where it is a share. */
  amount: z.nullable(fee),
  /** Parts per million of the value of its tranche, or of the deal; null where it is an amount. */
  share: z.nullable(share),
  /** Null for the day on which its capacity is due. */
  paidOn: z.nullable(civilDate),
  /** The first month it is credited in, counted from 1 at the day its capacity is due. */
  creditFrom: z.int().check(z.minimum(1), z.maximum(limits.termMonths)),
  /** The months it is credited over in equal parts; 0 for a deposit. */
  creditMonths: z.int().check(z.minimum(0), z.maximum(limits.termMonths)),
}

const amountOrShare = (advance: { amount: number | null; share: number | null }) =>
  (advance.amount === null) !== (advance.share === null)

export const advanceTerm = z
  .strictObject(advanceTerms)
  .check(z.refine(amountOrShare, 'an advance is an amount or a share'))
export type AdvanceTerm = z.infer<typeof advanceTerm>

/** What is paid ahead: a prepayment or a deposit. */
export const advance = z
  .strictObject({ id, dealId: id, position, ...advanceTerms })
  .check(z.refine(amountOrShare, 'an advance is an amount or a share'))
export type Advance = z.infer<typeof advance>

const renewalTerms = {
  months: z.int().check(z.minimum(1), z.maximum(limits.termMonths)),
  /** Parts per million by which the closing price changes; compounds over renewals. */
  priceChange: escalation,
  /** Days before the renewal by which it has to be decided. */
  noticeDays: z.int().check(z.minimum(0), z.maximum(limits.noticeDays)),
  /** Parts per million, given that the one before came about: an assumption. */
  probability: share,
}

export const renewalTerm = z.strictObject(renewalTerms)
export type RenewalTerm = z.infer<typeof renewalTerm>

/** A stretch by which the term can be prolonged, one after the other. */
export const renewal = z.strictObject({ id, dealId: id, position, ...renewalTerms })
export type Renewal = z.infer<typeof renewal>

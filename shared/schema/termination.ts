import { z } from 'zod/mini'
import { limits } from './limits.ts'
import { civilDate, fee, id, share } from './values.ts'
import { parties, terminationFeeBases } from './vocabulary.ts'

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
  /** Whether what was invoiced in advance, or is a minimum of a period, and lies after the end of service is given back. */
  refundsUnused: z.boolean(),
  /** Whether what was prepaid and not yet credited is lost by leaving. */
  forfeitsPrepaid: z.boolean(),
  /** Parts per million: how likely this party is to give notice within a year, an assumption. */
  hazard: share,
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

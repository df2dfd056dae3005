import { z } from 'zod/mini'
import { wholePpm } from '../rate.ts'
import { limits } from './limits.ts'
import { civilDate, gpuCount, id, label, name, position, share } from './values.ts'
import { remedies } from './vocabulary.ts'

/** Capacity that comes on one date; null where a deal does not say how much. */
export const tranche = z.strictObject({
  id,
  dealId: id,
  position,
  label: name,
  /** Kilowatts, so that tenths of a megawatt are exact. */
  kilowatts: z.nullable(z.int().check(z.minimum(0), z.maximum(limits.kilowatts))),
  powerBasis: z.enum(['criticalIt', 'facility']),
  /** Parts per million: power of the facility for one of critical IT; null where it is not stated. */
  pue: z.nullable(z.int().check(z.minimum(wholePpm), z.maximum(limits.highestPue))),
  gpus: z.nullable(gpuCount),
  gpuModel: label,
  /** The contracted delivery date; null for the deal's start. */
  from: z.nullable(civilDate),
  /** Exclusive; null for the deal's end. */
  until: z.nullable(civilDate),
  /** The last day on which late delivery has no remedy; null where none is agreed. */
  longStop: z.nullable(civilDate),
  graceMonths: z.int().check(z.minimum(0), z.maximum(limits.graceMonths)),
  remedy: z.enum(remedies),
})
export type Tranche = z.infer<typeof tranche>

const deliveryTerms = {
  from: civilDate,
  /** Exclusive. */
  until: civilDate,
  /** Parts per million of the contracted capacity that is in service; null where GPUs are counted. */
  share: z.nullable(share),
  /** GPUs in service, of those contracted: 73,333 of 220,000 is no whole number of millionths. */
  gpus: z.nullable(gpuCount),
}

const oneMeasure = (step: { share: number | null; gpus: number | null }) =>
  (step.share === null) !== (step.gpus === null)

export const deliveryTerm = z
  .strictObject(deliveryTerms)
  .check(z.refine(oneMeasure, 'a step has a share or a number of GPUs'))
export type DeliveryTerm = z.infer<typeof deliveryTerm>

/** A stretch in which only a part of a tranche is delivered; outside all steps it is delivered in full. */
export const deliveryStep = z
  .strictObject({ id, trancheId: id, ...deliveryTerms })
  .check(z.refine(oneMeasure, 'a step has a share or a number of GPUs'))
export type DeliveryStep = z.infer<typeof deliveryStep>

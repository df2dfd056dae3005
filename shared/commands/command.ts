import { z } from 'zod/mini'
import { settings } from '../schema/book.ts'
import {
  charge,
  deal,
  deliveryTerm,
  escalatorTerm,
  rampTerm,
  terminationFeeTerm,
  terminationRight,
  tranche,
} from '../schema/deal.ts'
import { limits } from '../schema/limits.ts'
import { civilDate, id, name } from '../schema/values.ts'

// The ids of a deal's parts are made from its own, so its own is kept short.
const newDealId = id.check(z.maxLength(64))

/** Every edit of a book. A command carries all it needs, ids and dates too, so that applying it is a pure function. */
export const command = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('settings.set'),
    changes: z.partial(z.omit(settings, { id: true, currency: true })),
  }),
  z.strictObject({ type: z.literal('deal.add'), dealId: newDealId, name, start: civilDate, end: civilDate }),
  z.strictObject({ type: z.literal('deal.duplicate'), from: id, dealId: newDealId, name }),
  z.strictObject({
    type: z.literal('deal.set'),
    dealId: id,
    changes: z.partial(z.omit(deal, { id: true, position: true })),
  }),
  z.strictObject({ type: z.literal('deal.remove'), dealId: id }),
  z.strictObject({
    type: z.literal('deal.move'),
    dealId: id,
    position: z.int().check(z.minimum(0), z.maximum(limits.deals)),
  }),
  z.strictObject({
    type: z.literal('charge.set'),
    chargeId: id,
    changes: z.partial(z.omit(charge, { id: true, dealId: true })),
  }),
  z.strictObject({
    type: z.literal('ramp.set'),
    chargeId: id,
    steps: z.array(rampTerm).check(z.maxLength(limits.steps)),
  }),
  z.strictObject({
    type: z.literal('escalator.set'),
    chargeId: id,
    /** Null takes it away. */
    escalator: z.nullable(escalatorTerm),
  }),
  z.strictObject({
    type: z.literal('tranche.set'),
    trancheId: id,
    changes: z.partial(z.omit(tranche, { id: true, dealId: true })),
  }),
  z.strictObject({
    type: z.literal('delivery.set'),
    trancheId: id,
    steps: z.array(deliveryTerm).check(z.maxLength(limits.steps)),
  }),
  z.strictObject({
    type: z.literal('right.set'),
    rightId: id,
    changes: z.partial(z.omit(terminationRight, { id: true, dealId: true, party: true })),
  }),
  z.strictObject({
    type: z.literal('terminationFees.set'),
    rightId: id,
    steps: z.array(terminationFeeTerm).check(z.maxLength(limits.steps)),
  }),
])

export type Command = z.infer<typeof command>

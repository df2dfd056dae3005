import { z } from 'zod/mini'
import { dealDocument } from '../document/dealDocument.ts'
import { settings } from '../schema/book.ts'
import { charge, escalatorTerm, rampTerm, usageTerm } from '../schema/charge.ts'
import { deal, evidence } from '../schema/deal.ts'
import { advanceTerm, oneOffTerm, renewalTerm } from '../schema/extras.ts'
import { limits } from '../schema/limits.ts'
import { terminationFeeTerm, terminationRight } from '../schema/termination.ts'
import { deliveryTerm, tranche } from '../schema/tranche.ts'
import { civilDate, discountRate, id, name } from '../schema/values.ts'

// The ids of a deal's parts are made from its own, so its own is kept short.
const newDealId = id.check(z.maxLength(64))

const steps = <T extends z.ZodMiniType>(step: T) => z.array(step).check(z.maxLength(limits.steps))

const evidenceEntry = z.omit(evidence, { id: true, dealId: true, term: true, inherited: true })

/** What writes a term of one deal. A command carries all it needs, ids and dates too, so that applying it is a pure function. */
const termCommands = [
  z.strictObject({
    type: z.literal('deal.set'),
    dealId: id,
    changes: z.partial(z.omit(deal, { id: true, position: true })),
  }),
  z.strictObject({
    type: z.literal('charge.set'),
    chargeId: id,
    changes: z.partial(z.omit(charge, { id: true, dealId: true, position: true })),
  }),
  z.strictObject({ type: z.literal('ramp.set'), chargeId: id, steps: steps(rampTerm) }),
  z.strictObject({
    type: z.literal('escalator.set'),
    chargeId: id,
    /** Null takes it away. */
    escalator: z.nullable(escalatorTerm),
  }),
  z.strictObject({ type: z.literal('usage.set'), chargeId: id, steps: steps(usageTerm) }),
  z.strictObject({
    type: z.literal('tranche.set'),
    trancheId: id,
    changes: z.partial(z.omit(tranche, { id: true, dealId: true, position: true })),
  }),
  z.strictObject({ type: z.literal('delivery.set'), trancheId: id, steps: steps(deliveryTerm) }),
  z.strictObject({
    type: z.literal('right.set'),
    rightId: id,
    changes: z.partial(z.omit(terminationRight, { id: true, dealId: true, party: true })),
  }),
  z.strictObject({
    type: z.literal('terminationFees.set'),
    rightId: id,
    steps: steps(terminationFeeTerm),
  }),
  z.strictObject({
    type: z.literal('oneOffs.set'),
    dealId: id,
    items: z.array(oneOffTerm).check(z.maxLength(limits.oneOffs)),
  }),
  z.strictObject({
    type: z.literal('advances.set'),
    dealId: id,
    items: z.array(advanceTerm).check(z.maxLength(limits.advances)),
  }),
  z.strictObject({
    type: z.literal('renewals.set'),
    dealId: id,
    items: z.array(renewalTerm).check(z.maxLength(limits.renewals)),
  }),
] as const
export const termCommand = z.discriminatedUnion('type', termCommands)
export type TermCommand = z.infer<typeof termCommand>

/** What a person does to many cells at once; the step of history is named by it. */
export const batchActions = ['paste', 'cut', 'fillRight', 'fillFromBaseline', 'clear'] as const

/** Every edit of a book. */
export const command = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('settings.set'),
    changes: z.partial(z.omit(settings, { id: true, currency: true })),
  }),
  z.strictObject({
    type: z.literal('deal.add'),
    dealId: newDealId,
    name,
    start: civilDate,
    end: civilDate,
    discountRate: z.optional(discountRate),
  }),
  z.strictObject({ type: z.literal('deal.duplicate'), from: id, dealId: newDealId, name }),
  /** Adds deals given as documents, one or many in one step. */
  z.strictObject({
    type: z.literal('deal.import'),
    deals: z
      .array(z.strictObject({ dealId: newDealId, name, document: dealDocument }))
      .check(z.minLength(1), z.maxLength(limits.deals)),
    /** Whether they are made here, from a template, and come from nowhere. */
    isNew: z.optional(z.boolean()),
  }),
  z.strictObject({ type: z.literal('deal.remove'), dealId: id }),
  z.strictObject({
    type: z.literal('deal.move'),
    dealId: id,
    position: z.int().check(z.minimum(0), z.maximum(limits.deals)),
  }),
  z.strictObject({ type: z.literal('charge.add'), dealId: id, label: name }),
  z.strictObject({ type: z.literal('charge.remove'), chargeId: id }),
  z.strictObject({ type: z.literal('tranche.add'), dealId: id, label: name }),
  z.strictObject({ type: z.literal('tranche.remove'), trancheId: id }),
  /** Takes the other reading of a term's source; the reading left becomes the other. */
  z.strictObject({ type: z.literal('evidence.switch'), evidenceId: id }),
  /** Says where a term of a deal comes from, in place of what was said before. */
  z.strictObject({ type: z.literal('evidence.put'), dealId: id, term: id, entry: evidenceEntry }),
  z.strictObject({ type: z.literal('evidence.remove'), evidenceId: id }),
  ...termCommands,
  /** Many terms in one step, each on the book the one before it left: all of them, or none where one is refused. */
  z.strictObject({
    type: z.literal('batch'),
    action: z.enum(batchActions),
    commands: z.array(termCommand).check(z.minLength(1), z.maxLength(limits.batchedCommands)),
  }),
])

export type Command = z.infer<typeof command>
export type BatchCommand = Extract<Command, { type: 'batch' }>
export type SingleCommand = Exclude<Command, BatchCommand>
export type EvidenceEntry = z.infer<typeof evidenceEntry>

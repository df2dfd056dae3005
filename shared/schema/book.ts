import { z } from 'zod/mini'
import {
  charge,
  type Charge,
  escalator,
  type Escalator,
  rampStep,
  type RampStep,
  usageStep,
  type UsageStep,
} from './charge.ts'
import { deal, type Deal, evidence, type Evidence } from './deal.ts'
import { advance, type Advance, oneOff, type OneOff, renewal, type Renewal } from './extras.ts'
import {
  terminationFee,
  type TerminationFee,
  terminationRight,
  type TerminationRight,
} from './termination.ts'
import { deliveryStep, type DeliveryStep, tranche, type Tranche } from './tranche.ts'
import { civilDate, currency, gpuCount, id, name, unitPrice } from './values.ts'
import { discountings, type entityKinds, parties, timings, valuations } from './vocabulary.ts'

/** What holds for the whole book: its name, its currency, and the conventions every column shares. */
export const settings = z.strictObject({
  id: z.literal('book'),
  name,
  currency,
  /** The deal the others are measured against; null in a book without deals. */
  baselineId: z.nullable(id),
  /** The date for which exit cost and what is at risk are shown. */
  asOf: civilDate,
  discounting: z.enum(discountings),
  timing: z.enum(timings),
  valuation: z.enum(valuations),
  /** Whose books the figures are read for: what a buyer pays a provider earns. */
  perspective: z.enum(parties),
  /** Millionths a GPU-hour for capacity rented on demand; null where none is assumed. */
  onDemandPrice: z.nullable(unitPrice),
  /** How many GPUs can be rented on demand; null where it is not said. */
  onDemandGpus: z.nullable(gpuCount),
})
export type Settings = z.infer<typeof settings>

/** Every kind of entity a book holds, with its schema. A kind is a record here and a table in the file. */
export const entitySchemas = {
  settings,
  deals: deal,
  charges: charge,
  rampSteps: rampStep,
  escalators: escalator,
  usageSteps: usageStep,
  tranches: tranche,
  deliverySteps: deliveryStep,
  terminationRights: terminationRight,
  terminationFees: terminationFee,
  oneOffs: oneOff,
  advances: advance,
  renewals: renewal,
  evidence,
} as const

export interface EntityKinds {
  settings: Settings
  deals: Deal
  charges: Charge
  rampSteps: RampStep
  escalators: Escalator
  usageSteps: UsageStep
  tranches: Tranche
  deliverySteps: DeliveryStep
  terminationRights: TerminationRight
  terminationFees: TerminationFee
  oneOffs: OneOff
  advances: Advance
  renewals: Renewal
  evidence: Evidence
}

export type EntityKind = (typeof entityKinds)[number]
export type Entity = EntityKinds[EntityKind]

/** A book in memory: for each kind, its entities by id. Never changed in place. */
export type Book = { readonly [K in EntityKind]: Readonly<Record<string, EntityKinds[K]>> }

const recordOf = <T extends z.ZodMiniType>(schema: T) => z.record(id, schema)

export const book = z.strictObject({
  settings: recordOf(settings),
  deals: recordOf(deal),
  charges: recordOf(charge),
  rampSteps: recordOf(rampStep),
  escalators: recordOf(escalator),
  usageSteps: recordOf(usageStep),
  tranches: recordOf(tranche),
  deliverySteps: recordOf(deliveryStep),
  terminationRights: recordOf(terminationRight),
  terminationFees: recordOf(terminationFee),
  oneOffs: recordOf(oneOff),
  advances: recordOf(advance),
  renewals: recordOf(renewal),
  evidence: recordOf(evidence),
})

import { z } from 'zod/mini'
import {
  charge,
  type Charge,
  deal,
  type Deal,
  deliveryStep,
  type DeliveryStep,
  escalator,
  type Escalator,
  evidence,
  type Evidence,
  rampStep,
  type RampStep,
  terminationFee,
  type TerminationFee,
  terminationRight,
  type TerminationRight,
  tranche,
  type Tranche,
} from './deal.ts'
import { civilDate, currency, id, name } from './values.ts'
import { discountings, type entityKinds, timings, valuations } from './vocabulary.ts'

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
})
export type Settings = z.infer<typeof settings>

/** Every kind of entity a book holds, with its schema. A kind is a record here and a table in the file. */
export const entitySchemas = {
  settings,
  deals: deal,
  charges: charge,
  rampSteps: rampStep,
  escalators: escalator,
  tranches: tranche,
  deliverySteps: deliveryStep,
  terminationRights: terminationRight,
  terminationFees: terminationFee,
  evidence,
} as const

export interface EntityKinds {
  settings: Settings
  deals: Deal
  charges: Charge
  rampSteps: RampStep
  escalators: Escalator
  tranches: Tranche
  deliverySteps: DeliveryStep
  terminationRights: TerminationRight
  terminationFees: TerminationFee
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
  tranches: recordOf(tranche),
  deliverySteps: recordOf(deliveryStep),
  terminationRights: recordOf(terminationRight),
  terminationFees: recordOf(terminationFee),
  evidence: recordOf(evidence),
})

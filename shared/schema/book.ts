import { z } from 'zod'
import {
  charge,
  type Charge,
  deal,
  type Deal,
  deliveryStep,
  type DeliveryStep,
  evidence,
  type Evidence,
  rampStep,
  type RampStep,
  terminationRight,
  type TerminationRight,
  tranche,
  type Tranche,
} from './deal.ts'
import { civilDate, currency, id, name } from './values.ts'

/** How future payments are discounted: by months at an effective or a nominal yearly rate, or by days over 365. */
export const discountings = ['effective', 'nominal', 'actual365'] as const
/** Where in its month a fee is taken to be paid, for discounting. */
export const timings = ['advance', 'middle', 'arrears'] as const
/** The one date that the present values of all columns are taken at. */
export const valuations = ['earliestStart', 'asOf'] as const

/** What holds for the whole book: its name, its currency, and the conventions every column shares. */
export const settings = z.strictObject({
  id: z.literal('book'),
  name,
  currency,
  /** The deal the others are measured against; null in a book without deals. */
  baselineId: id.nullable(),
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
  tranches: tranche,
  deliverySteps: deliveryStep,
  terminationRights: terminationRight,
  evidence,
} as const

export interface EntityKinds {
  settings: Settings
  deals: Deal
  charges: Charge
  rampSteps: RampStep
  tranches: Tranche
  deliverySteps: DeliveryStep
  terminationRights: TerminationRight
  evidence: Evidence
}

export type EntityKind = keyof EntityKinds
export type Entity = EntityKinds[EntityKind]

export const entityKinds = Object.keys(entitySchemas) as EntityKind[]

/** A book in memory: for each kind, its entities by id. Never changed in place. */
export type Book = { readonly [K in EntityKind]: Readonly<Record<string, EntityKinds[K]>> }

const recordOf = <T extends z.ZodType>(schema: T) => z.record(id, schema)

export const book = z.strictObject({
  settings: recordOf(settings),
  deals: recordOf(deal),
  charges: recordOf(charge),
  rampSteps: recordOf(rampStep),
  tranches: recordOf(tranche),
  deliverySteps: recordOf(deliveryStep),
  terminationRights: recordOf(terminationRight),
  evidence: recordOf(evidence),
})

export const settingsOf = (book: Book): Settings => book.settings['book']!

/** The deals in the order of their columns. */
export const dealsInOrder = (book: Book): Deal[] =>
  Object.values(book.deals).toSorted((a, b) => a.position - b.position)

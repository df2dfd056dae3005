import * as fc from 'fast-check'
import { batchActions, type Command, command, type TermCommand } from '../../shared/commands/command.ts'
import type { Edit } from '../../shared/history/workspace.ts'
import { documentOf } from '../../shared/document/documentOf.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { limits } from '../../shared/schema/limits.ts'
import {
  confidences,
  discountings,
  parties,
  terminationFeeBases,
  timings,
  valuations,
} from '../../shared/schema/vocabulary.ts'
import { colossus, longerRamp, secondLease } from '../golden/sampleDeals.ts'
import { share, fee, nearDate, rampValue, conventions, escalator, anyDate } from './arbitraries.ts'

const dealId = fc.constantFrom(colossus, secondLease, longerRamp, 'a', 'b', 'c', 'd', 'e', 'f')
const partOf = (part: string) => dealId.map((id) => `${id}/${part}`)
const name = fc
  .string({ minLength: 1, maxLength: 120 })
  .map((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim())
  .filter((text) => text !== '')

/** The deals of the sample, an empty one, and two that are refused: in another currency, and signed after its end. */
const term = { start: '2027-01-01', end: '2028-01-01' }
const document = fc.constantFrom(
  ...Object.keys(sampleBook().deals).map((id) => documentOf(dealTerms(sampleBook(), id), 'USD')),
  term,
  { ...term, currency: 'EUR' },
  { ...term, signed: '2029-01-01' },
)

/** Some of a record's fields, some of them there but undefined. */
const some = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([key, values]) => [
        key,
        fc.option(values as fc.Arbitrary<unknown>, { nil: undefined, freq: 2 }),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Partial<T>>

/** Mostly a span, now and then one that ends before it starts. */
const span = fc
  .tuple(nearDate, nearDate, fc.integer({ min: 0, max: 9 }))
  .map(([a, b, chance]) => (chance > 0 && a > b ? { from: b, until: a } : { from: a, until: b }))

const alone = fc.oneof(
  fc.record({
    type: fc.constant('settings.set'),
    changes: some({
      name,
      baselineId: fc.option(dealId),
      asOf: anyDate,
      discounting: fc.constantFrom(...discountings),
      timing: fc.constantFrom(...timings),
      valuation: fc.constantFrom(...valuations),
    }),
  }),
  fc.tuple(dealId, name, span).map(([id, title, { from, until }]) => ({
    type: 'deal.add',
    dealId: id,
    name: title,
    start: from,
    end: until,
  })),
  fc.record({ type: fc.constant('deal.duplicate'), from: dealId, dealId, name }),
  fc.record({
    type: fc.constant('deal.import'),
    deals: fc.array(fc.record({ dealId, name, document }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('deal.set'),
    dealId,
    changes: some({
      name,
      buyer: name,
      shown: fc.boolean(),
      signed: fc.option(nearDate),
      start: nearDate,
      end: fc.oneof(nearDate, anyDate),
      discountRate: fc.integer({ min: limits.lowestDiscountRate, max: limits.highestDiscountRate }),
      ...conventions,
    }),
  }),
  fc.record({ type: fc.constant('deal.remove'), dealId }),
  fc.record({ type: fc.constant('deal.move'), dealId, position: fc.integer({ min: 0, max: 9 }) }),
  fc.record({
    type: fc.constant('charge.set'),
    chargeId: partOf('fee'),
    changes: some({ monthlyFee: fee, invoiced: fc.constantFrom('advance', 'arrears'), label: name }),
  }),
  fc.record({
    type: fc.constant('ramp.set'),
    chargeId: partOf('fee'),
    steps: fc.array(
      fc.tuple(span, rampValue).map(([dates, value]) => ({ ...dates, ...value })),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    type: fc.constant('escalator.set'),
    chargeId: partOf('fee'),
    escalator: fc.option(fc.tuple(escalator, nearDate).map(([terms, firstOn]) => ({ ...terms, firstOn }))),
  }),
  fc.record({
    type: fc.constant('tranche.set'),
    trancheId: partOf('capacity'),
    changes: some({
      kilowatts: fc.option(fc.integer({ min: 0, max: limits.kilowatts })),
      gpus: fc.option(fc.integer({ min: 0, max: limits.gpus })),
      powerBasis: fc.constantFrom('criticalIt', 'facility'),
    }),
  }),
  fc.record({
    type: fc.constant('delivery.set'),
    trancheId: partOf('capacity'),
    steps: fc.array(
      fc.tuple(span, share).map(([dates, part]) => ({ ...dates, share: part, gpus: null })),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    type: fc.constant('right.set'),
    rightId: fc.oneof(...parties.map(partOf)),
    changes: some({
      allowed: fc.boolean(),
      notice: fc.integer({ min: 0, max: 3650 }),
      lockOutUntil: fc.option(anyDate),
      feeBasis: fc.constantFrom(...terminationFeeBases),
      feeAmount: fee,
    }),
  }),
  fc.record({
    type: fc.constant('terminationFees.set'),
    rightId: fc.oneof(...parties.map(partOf)),
    steps: fc.array(
      fc.tuple(span, fee).map(([dates, amount]) => ({ ...dates, amount })),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    type: fc.constant('evidence.put'),
    dealId,
    term: fc.constantFrom('monthlyFee', 'gpus', 'charge-2-monthlyFee', 'no-such-term'),
    entry: fc.record({
      confidence: fc.constantFrom(...confidences),
      source: name,
      quotation: name,
      dated: fc.option(nearDate),
      supports: fc.option(fc.constantFrom('1', 'null')),
      alternative: name,
      alternativeValue: fc.option(fc.constantFrom('125000000000', '220000', 'no value')),
    }),
  }),
  fc.record({
    type: fc.constantFrom('evidence.remove', 'evidence.switch'),
    evidenceId: fc
      .tuple(dealId, fc.constantFrom('1', '2', '12', 'monthlyFee', 'gpus'))
      .map(([id, which]) => `${id}/evidence-${which}`),
  }),
)

const termCommands: readonly string[] = [
  'deal.set',
  'charge.set',
  'ramp.set',
  'escalator.set',
  'tranche.set',
  'delivery.set',
  'right.set',
  'terminationFees.set',
] satisfies TermCommand['type'][]

const drafted = fc.oneof(
  { weight: 12, arbitrary: alone },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('batch'),
      action: fc.constantFrom(...batchActions),
      commands: fc.array(
        (alone as fc.Arbitrary<{ type: string }>).filter(({ type }) => termCommands.includes(type)),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  },
)

/** Any command the channel lets through, sensible or not. */
export const anyCommand: fc.Arbitrary<Command> = drafted.map((draft) => command.parse(draft))

/** Commands for the sample book, which know its deals and four more. */
export const commandSequence = fc.array(anyCommand, { maxLength: 40, size: 'max' })

/** Commands that are often about one thing, and often take it back to what it was. */
const nudge: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom(1_250_000_000_00, 1, 2).map((monthlyFee) => ({
    type: 'charge.set' as const,
    chargeId: `${colossus}/fee`,
    changes: { monthlyFee },
  })),
  fc.integer({ min: 0, max: 2 }).map((position) => ({
    type: 'deal.move' as const,
    dealId: secondLease,
    position,
  })),
)

/** Edits in no order: commands, some of them in one gesture or another, and walks through the history. */
export const editSequence: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        type: fc.constant('do' as const),
        command: fc.oneof(anyCommand, nudge),
        at: fc.constant('2026-11-20T09:00:00Z'),
        gesture: fc.constantFrom(undefined, 'one', 'one', 'other'),
      }),
    },
    { weight: 2, arbitrary: fc.constant({ type: 'undo' as const }) },
    { weight: 1, arbitrary: fc.constant({ type: 'redo' as const }) },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('go' as const), to: fc.integer({ min: 0, max: 25 }) }),
    },
  ),
  { maxLength: 40, size: 'max' },
)

/** Computed once: books are never changed in place. */
export const startingBook = sampleBook()

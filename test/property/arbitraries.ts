import * as fc from 'fast-check'
import { monthsAfter, dateOf, dayOf } from '../../shared/days.ts'
import { type Command, command } from '../../shared/commands/command.ts'
import {
  billingMonths,
  discountings,
  partMonths,
  roundings,
  terminationFeeBases,
  timings,
  valuations,
} from '../../shared/schema/vocabulary.ts'
import { parties } from '../../shared/schema/vocabulary.ts'
import type { DeliveryTerm, EscalatorTerm, RampTerm, TerminationFeeTerm } from '../../shared/schema/deal.ts'
import { limits } from '../../shared/schema/limits.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { colossus, edited, longerRamp, secondLease } from '../golden/sampleDeals.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'

/** Parts per million from 0 % to 100 %, often a round one. */
const share = fc.oneof(
  fc.constantFrom(0, 250_000, 500_000, 1_000_000),
  fc.integer({ min: 0, max: 1_000_000 }),
)

/** Minor units a month, up to the largest a book can hold. */
export const fee = fc.oneof(
  fc.integer({ min: 0, max: 1000 }),
  fc.integer({ min: 0, max: limits.monthlyFee }),
  fc.constant(limits.monthlyFee),
)

const day = (from: string, to: string) => fc.integer({ min: dayOf(from), max: dayOf(to) })

export const anyDate = day(limits.earliestDate, limits.latestDate).map(dateOf)
const nearDate = day('2026-01-01', '2030-01-01').map(dateOf)

const rampValue: fc.Arbitrary<Pick<RampTerm, 'basis' | 'share' | 'fixedFee'>> = fc.oneof(
  fc.record({
    basis: fc.constantFrom('percentOff', 'percentOfStandard'),
    share,
    fixedFee: fc.constant(null),
  }),
  fc.record({ basis: fc.constant('fixedFee'), share: fc.constant(null), fixedFee: fee }),
)

/** A term of up to ten years, from any day of a month to any other. */
const term = fc
  .record({ start: day('2024-01-01', '2032-12-31'), days: fc.integer({ min: 1, max: 3700 }) })
  .map(({ start, days }) => ({ start, end: start + days }))

/** Spans inside a term that do not overlap, gapped or not. */
const spansIn = ({ start, end }: { start: number; end: number }) =>
  fc
    .uniqueArray(fc.integer({ min: start, max: end }), { maxLength: 8 })
    .map((days) => days.toSorted((a, b) => a - b))
    .map((days) =>
      days
        .slice(1)
        .flatMap((until, i) => (i % 3 === 2 ? [] : [{ from: dateOf(days[i]!), until: dateOf(until) }])),
    )

const right = fc.record({
  allowed: fc.boolean(),
  notice: fc.integer({ min: 0, max: limits.noticeMonths }),
  noticeUnit: fc.constantFrom('days', 'months'),
  dayOfNoticeCounts: fc.boolean(),
  lockOutUntil: fc.option(nearDate),
  lockOutBars: fc.constantFrom('notice', 'end'),
  feeBasis: fc.constantFrom(...terminationFeeBases),
  feeAmount: fee,
  feeMonths: fc.integer({ min: 0, max: limits.feeMonths }),
  feeShare: share,
})

const conventions = {
  billingMonths: fc.constantFrom(...billingMonths),
  partMonths: fc.constantFrom(...partMonths),
  rounding: fc.constantFrom(...roundings),
}

const escalation = fc.integer({ min: limits.lowestEscalation, max: 200_000 })

/** From -50 % to 20 % at most once a year. */
const escalator: fc.Arbitrary<Omit<EscalatorTerm, 'firstOn'>> = fc
  .record({
    kind: fc.constantFrom('fixed' as const, 'index' as const),
    rate: escalation,
    bounds: fc.tuple(escalation, escalation).map((pair) => pair.toSorted((a, b) => a - b)),
    hasCap: fc.boolean(),
    hasFloor: fc.boolean(),
    everyMonths: fc.integer({ min: 12, max: limits.escalationMonths }),
    appliesTo: fc.constantFrom('standard' as const, 'ramped' as const),
  })
  .map(({ bounds, hasCap, hasFloor, ...rest }) => ({
    ...rest,
    floor: hasFloor ? bounds[0]! : null,
    cap: hasCap ? bounds[1]! : null,
  }))

/** Eleven escalations of 20 % at most, in a term of ten years. */
const mostEscalated = 1.2 ** 11

/** The commands that make a valid deal with this id, accepted one after the other. */
const dealCommands = (dealId: string): fc.Arbitrary<Command[]> =>
  term.chain(({ start, end }) =>
    fc
      .record({
        signed: fc.option(fc.integer({ min: start - 400, max: end - 1 }).map(dateOf)),
        discountRate: fc.integer({ min: limits.lowestDiscountRate, max: limits.highestDiscountRate }),
        conventions: fc.record(conventions),
        escalator: fc.option(fc.tuple(escalator, fc.integer({ min: 1, max: 800 }))),
        charge: fc.record({
          monthlyFee: fee,
          invoiced: fc.constantFrom('advance', 'arrears'),
          netDays: fc.integer({ min: 0, max: limits.netDays }),
        }),
        ramp: spansIn({ start, end }).chain((spans) =>
          fc.tuple(...spans.map((span) => rampValue.map((value): RampTerm => ({ ...span, ...value })))),
        ),
        tranche: fc.record({
          kilowatts: fc.option(fc.integer({ min: 0, max: limits.kilowatts })),
          gpus: fc.option(fc.integer({ min: 0, max: limits.gpus })),
        }),
        delivery: spansIn({ start, end }).chain((spans) =>
          fc.tuple(...spans.map((span) => share.map((part): DeliveryTerm => ({ ...span, share: part })))),
        ),
        buyer: right,
        buyerFees: spansIn({ start, end }).chain((spans) =>
          fc.tuple(...spans.map((span) => fee.map((amount): TerminationFeeTerm => ({ ...span, amount })))),
        ),
        provider: right,
      })
      .map(
        ({
          signed,
          discountRate,
          conventions,
          escalator,
          charge,
          ramp,
          tranche,
          delivery,
          buyer,
          buyerFees,
          provider,
        }): Command[] => [
          { type: 'deal.add', dealId, name: dealId, start: dateOf(start), end: dateOf(end) },
          { type: 'deal.set', dealId, changes: { signed, discountRate, ...conventions } },
          { type: 'charge.set', chargeId: `${dealId}/fee`, changes: charge },
          { type: 'ramp.set', chargeId: `${dealId}/fee`, steps: ramp },
          ...(escalator && highestOf(charge.monthlyFee, ramp) * mostEscalated < limits.monthlyFee
            ? [escalatorAfter(dealId, start, ...escalator)]
            : []),
          { type: 'tranche.set', trancheId: `${dealId}/capacity`, changes: tranche },
          { type: 'delivery.set', trancheId: `${dealId}/capacity`, steps: delivery },
          { type: 'right.set', rightId: `${dealId}/buyer`, changes: buyer },
          { type: 'right.set', rightId: `${dealId}/provider`, changes: provider },
          { type: 'terminationFees.set', rightId: `${dealId}/buyer`, steps: buyerFees },
        ],
      ),
  )

const highestOf = (monthlyFee: number, ramp: readonly RampTerm[]) =>
  Math.max(monthlyFee, ...ramp.map((step) => step.fixedFee ?? 0))

const escalatorAfter = (
  dealId: string,
  start: number,
  escalator: Omit<EscalatorTerm, 'firstOn'>,
  days: number,
): Command => ({
  type: 'escalator.set',
  chargeId: `${dealId}/fee`,
  escalator: { ...escalator, firstOn: dateOf(start + days) },
})

/** A book of one valid deal, `a`, made by commands. */
export const bookOfOne = dealCommands('a').map((commands) =>
  edited(emptyBook('Test', 'USD', '2026-11-20'), ...commands),
)

/** A book of two valid deals: `a`, the baseline, and `b`. */
export const bookOfTwo = fc
  .tuple(dealCommands('a'), dealCommands('b'))
  .map((commands) => edited(emptyBook('Test', 'USD', '2026-11-20'), ...commands.flat()))

const dealId = fc.constantFrom(colossus, secondLease, longerRamp, 'a', 'b', 'c', 'd', 'e', 'f')
const partOf = (part: string) => dealId.map((id) => `${id}/${part}`)
const name = fc
  .string({ minLength: 1, maxLength: 120 })
  .map((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim())
  .filter((text) => text !== '')

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

const drafted = fc.oneof(
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
      fc.tuple(span, share).map(([dates, part]) => ({ ...dates, share: part })),
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
)

/** Any command the channel lets through, sensible or not. */
export const anyCommand: fc.Arbitrary<Command> = drafted.map((draft) => command.parse(draft))

/** Commands for the sample book, which know its deals and four more. */
export const commandSequence = fc.array(anyCommand, { maxLength: 40, size: 'max' })

/** Computed once: books are never changed in place. */
export const startingBook = sampleBook()

/** A day in or around a deal's term. */
export const dayAround = (start: string, end: string): fc.Arbitrary<number> =>
  fc.integer({ min: monthsAfter(dayOf(start), -3), max: monthsAfter(dayOf(end), 3) })

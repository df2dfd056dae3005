import * as fc from 'fast-check'
import { monthsAfter, dateOf, dayOf } from '../../shared/days.ts'
import type { Command } from '../../shared/commands/command.ts'
import {
  billingMonths,
  partMonths,
  remedies,
  roundings,
  terminationFeeBases,
} from '../../shared/schema/vocabulary.ts'
import type { Charge, EscalatorTerm, RampTerm } from '../../shared/schema/charge.ts'
import type { AdvanceTerm, OneOffTerm, RenewalTerm } from '../../shared/schema/extras.ts'
import type { Tranche } from '../../shared/schema/tranche.ts'
import { limits } from '../../shared/schema/limits.ts'
import { edited } from '../golden/sampleDeals.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'

/** Parts per million from 0 % to 100 %, often a round one. */
export const share = fc.oneof(
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
export const nearDate = day('2026-01-01', '2030-01-01').map(dateOf)

export const rampValue: fc.Arbitrary<Pick<RampTerm, 'basis' | 'share' | 'fixedFee'>> = fc.oneof(
  fc.record({
    basis: fc.constantFrom('percentOff', 'percentOfStandard'),
    share,
    fixedFee: fc.constant(null),
  }),
  fc.record({ basis: fc.constant('fixedFee'), share: fc.constant(null), fixedFee: fee }),
  fc.record({ basis: fc.constant('proRata'), share: fc.constant(null), fixedFee: fc.constant(null) }),
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
  refundsUnused: fc.boolean(),
  forfeitsPrepaid: fc.boolean(),
  hazard: share,
})

export const conventions = {
  billingMonths: fc.constantFrom(...billingMonths),
  partMonths: fc.constantFrom(...partMonths),
  rounding: fc.constantFrom(...roundings),
}

const escalation = fc.integer({ min: limits.lowestEscalation, max: 200_000 })

/** From -50 % to 20 % at most once a year. */
export const escalator: fc.Arbitrary<Omit<EscalatorTerm, 'firstOn'>> = fc
  .record({
    kind: fc.constantFrom('fixed' as const, 'index' as const),
    rate: escalation,
    bounds: fc.tuple(escalation, escalation).map((pair) => pair.toSorted((a, b) => a - b)),
    hasCap: fc.boolean(),
    hasFloor: fc.boolean(),
    everyMonths: fc.integer({ min: 12, max: limits.escalationMonths }),
    appliesTo: fc.constantFrom('standard' as const, 'ramped' as const),
    decimals: fc.option(fc.integer({ min: 0, max: 6 })),
    carried: fc.boolean(),
  })
  .map(({ bounds, hasCap, hasFloor, ...rest }) => ({
    ...rest,
    floor: hasFloor ? bounds[0]! : null,
    cap: hasCap ? bounds[1]! : null,
  }))

/** Amounts and prices of which a deal of every term at once stays below what a book can hold. */
const smallFee = fc.integer({ min: 0, max: 10 ** 11 })
const smallPrice = fc.integer({ min: 0, max: 10 ** 6 })

const frequency = fc.constantFrom('monthly' as const, 'quarterly' as const, 'annual' as const)
const invoicing = {
  frequency,
  invoiced: fc.constantFrom('advance' as const, 'arrears' as const),
  netDays: fc.integer({ min: 0, max: limits.netDays }),
}

const steps = <T>(term: { start: number; end: number }, value: fc.Arbitrary<T>) =>
  spansIn(term).chain((spans) =>
    fc.tuple(...spans.map((span) => value.map((rest) => ({ ...span, ...rest })))),
  )

const delivered = fc.oneof(
  share.map((part) => ({ share: part, gpus: null })),
  fc.integer({ min: 0, max: 1000 }).map((gpus) => ({ share: null, gpus })),
)

/** A second charge of any kind, priced by what every tranche here states. */
const secondCharge: fc.Arbitrary<Partial<Charge>> = fc
  .record({
    kind: fc.constantFrom('recurring' as const, 'metered' as const, 'power' as const),
    byKind: fc.record({
      recurring: fc.constantFrom(
        'flat' as const,
        'perMegawatt' as const,
        'perKilowatt' as const,
        'perGpu' as const,
        'perGpuHour' as const,
      ),
      metered: fc.constantFrom('perGpuHour' as const, 'perKilowattHour' as const),
      power: fc.constant('perKilowattHour' as const),
    }),
    rest: fc.record({
      monthlyFee: smallFee,
      unitPrice: smallPrice,
      followsCapacity: fc.boolean(),
      utilisation: share,
      minimumShare: share,
      overageAbove: fc.option(share),
      overagePrice: smallPrice,
      settlement: frequency,
      carriesForward: fc.boolean(),
      ...invoicing,
    }),
  })
  .map(({ kind, byKind, rest }) => ({ ...rest, kind, basis: byKind[kind] }))

const remedy = {
  longStop: fc.option(nearDate),
  graceMonths: fc.integer({ min: 0, max: limits.graceMonths }),
  remedy: fc.constantFrom(...remedies),
}

const pricedTranche: fc.Arbitrary<Partial<Tranche>> = fc.record({
  ...remedy,
  kilowatts: fc.integer({ min: 0, max: 10 ** 6 }),
  gpus: fc.integer({ min: 1000, max: 10 ** 6 }),
  powerBasis: fc.constantFrom('criticalIt', 'facility'),
  pue: fc.option(fc.integer({ min: 1_000_000, max: 2_000_000 })),
})

const oneOffTerm = ({ start, end }: { start: number; end: number }): fc.Arbitrary<OneOffTerm> =>
  fc.record({
    label: fc.constantFrom('Set-up', 'Rebate'),
    on: fc.integer({ min: start - 100, max: end + 100 }).map(dateOf),
    kind: fc.constantFrom('fee' as const, 'credit' as const),
    amount: smallFee,
  })

const advanceTerm = ({ start, end }: { start: number; end: number }): fc.Arbitrary<AdvanceTerm> =>
  fc
    .record({
      kind: fc.constantFrom('prepayment' as const, 'deposit' as const),
      size: fc.oneof(
        smallFee.map((amount) => ({ amount, share: null })),
        fc.integer({ min: 0, max: 300_000 }).map((part) => ({ amount: null, share: part })),
      ),
      paidOn: fc.option(fc.integer({ min: start - 50, max: start }).map(dateOf)),
      creditFrom: fc.integer({ min: 1, max: wholeMonths(start, end) }),
      months: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ kind, size, paidOn, creditFrom, months }) => ({
      label: 'Ahead',
      kind,
      trancheId: null,
      ...size,
      paidOn,
      creditFrom,
      creditMonths: kind === 'deposit' ? 0 : Math.min(months, wholeMonths(start, end) - creditFrom + 1),
    }))

/** Months that begin within a term: at least one, for the first begins with it. */
const wholeMonths = (start: number, end: number): number => Math.max(1, Math.floor((end - start) / 31))

const renewalTerm: fc.Arbitrary<RenewalTerm> = fc.record({
  months: fc.integer({ min: 1, max: 24 }),
  priceChange: fc.integer({ min: -200_000, max: 200_000 }),
  noticeDays: fc.integer({ min: 0, max: 365 }),
  probability: share,
})

/** The commands that make a plain deal of one charge and one tranche with fees as large as a book can hold. */
const plainDeal = (dealId: string, { start, end }: { start: number; end: number }): fc.Arbitrary<Command[]> =>
  fc
    .record({
      charge: fc.record({ monthlyFee: fee, ...invoicing }),
      ramp: steps({ start, end }, rampValue),
      escalator: fc.option(fc.tuple(escalator, fc.integer({ min: 1, max: 800 }))),
      tranche: fc.record({
        ...remedy,
        kilowatts: fc.option(fc.integer({ min: 0, max: limits.kilowatts })),
        gpus: fc.option(fc.integer({ min: 0, max: limits.gpus })),
      }),
      delivery: steps(
        { start, end },
        share.map((part) => ({ share: part, gpus: null })),
      ),
    })
    .map(({ charge, ramp, escalator: rising, tranche, delivery }) => [
      { type: 'charge.set', chargeId: `${dealId}/fee`, changes: charge },
      { type: 'ramp.set', chargeId: `${dealId}/fee`, steps: ramp },
      ...(rising && highestOf(charge.monthlyFee, ramp as RampTerm[]) * mostEscalated < limits.monthlyFee
        ? [escalatorAfter(`${dealId}/fee`, start, ...rising)]
        : []),
      { type: 'tranche.set', trancheId: `${dealId}/capacity`, changes: tranche },
      { type: 'delivery.set', trancheId: `${dealId}/capacity`, steps: delivery },
    ])

/** The commands that give a deal every other term too: two charges, two tranches, what is paid once, ahead and later. */
const richDeal = (dealId: string, { start, end }: { start: number; end: number }): fc.Arbitrary<Command[]> =>
  fc
    .record({
      charge: fc.record({ monthlyFee: smallFee, followsCapacity: fc.boolean(), ...invoicing }),
      ramp: steps({ start, end }, rampValue),
      second: secondCharge,
      secondRamp: steps({ start, end }, rampValue),
      usage: steps(
        { start, end },
        share.map((part) => ({ share: part })),
      ),
      escalator: fc.option(fc.tuple(escalator, fc.integer({ min: 1, max: 800 }))),
      tranches: fc.tuple(pricedTranche, pricedTranche),
      from: fc.option(fc.integer({ min: start, max: end - 1 }).map(dateOf)),
      delivery: fc.tuple(steps({ start, end }, delivered), steps({ start, end }, delivered)),
      oneOffs: fc.array(oneOffTerm({ start, end }), { maxLength: 4 }),
      advances: fc.array(advanceTerm({ start, end }), { maxLength: 2 }),
      renewals: fc.array(renewalTerm, { maxLength: 2 }),
      deal: fc.record({ serviceCredits: share, availability: share }),
    })
    .map((parts): Command[] => [
      { type: 'deal.set', dealId, changes: parts.deal },
      { type: 'tranche.add', dealId, label: 'Second' },
      { type: 'tranche.set', trancheId: `${dealId}/capacity`, changes: parts.tranches[0] },
      {
        type: 'tranche.set',
        trancheId: `${dealId}/tranche-2`,
        changes: { ...parts.tranches[1], from: parts.from },
      },
      { type: 'delivery.set', trancheId: `${dealId}/capacity`, steps: parts.delivery[0] },
      { type: 'delivery.set', trancheId: `${dealId}/tranche-2`, steps: parts.delivery[1] },
      { type: 'charge.set', chargeId: `${dealId}/fee`, changes: parts.charge },
      { type: 'ramp.set', chargeId: `${dealId}/fee`, steps: smallRamp(parts.ramp as RampTerm[]) },
      { type: 'charge.add', dealId, label: 'Second' },
      { type: 'charge.set', chargeId: `${dealId}/charge-2`, changes: parts.second },
      {
        type: 'ramp.set',
        chargeId: `${dealId}/charge-2`,
        // A ramp is of a recurring charge, and a fixed fee for a flat one, or for one tranche.
        steps: smallRamp(parts.secondRamp as RampTerm[]).filter(
          ({ basis }) => basis !== 'fixedFee' && parts.second.kind === 'recurring',
        ),
      },
      {
        type: 'usage.set',
        chargeId: `${dealId}/charge-2`,
        steps: parts.second.kind === 'recurring' ? [] : parts.usage,
      },
      ...(parts.escalator ? [escalatorAfter(`${dealId}/charge-2`, start, ...parts.escalator)] : []),
      { type: 'oneOffs.set', dealId, items: parts.oneOffs },
      { type: 'advances.set', dealId, items: parts.advances },
      { type: 'renewals.set', dealId, items: parts.renewals },
    ])

const smallRamp = (ramp: RampTerm[]): RampTerm[] =>
  ramp.map((step) => ({ ...step, fixedFee: step.fixedFee === null ? null : step.fixedFee % 10 ** 11 }))

/** The commands that make a valid deal with this id, accepted one after the other. */
export const dealCommands = (dealId: string): fc.Arbitrary<Command[]> =>
  term.chain(({ start, end }) =>
    fc
      .record({
        signed: fc.option(fc.integer({ min: start - 400, max: end - 1 }).map(dateOf)),
        discountRate: fc.integer({ min: limits.lowestDiscountRate, max: limits.highestDiscountRate }),
        conventions: fc.record(conventions),
        parts: fc.oneof(plainDeal(dealId, { start, end }), richDeal(dealId, { start, end })),
        buyer: right,
        buyerFees: steps(
          { start, end },
          fee.map((amount) => ({ amount })),
        ),
        provider: right,
      })
      .map(({ signed, discountRate, conventions, parts, buyer, buyerFees, provider }): Command[] => [
        { type: 'deal.add', dealId, name: dealId, start: dateOf(start), end: dateOf(end) },
        { type: 'deal.set', dealId, changes: { signed, discountRate, ...conventions } },
        ...parts,
        { type: 'right.set', rightId: `${dealId}/buyer`, changes: buyer },
        { type: 'right.set', rightId: `${dealId}/provider`, changes: provider },
        {
          type: 'terminationFees.set',
          rightId: `${dealId}/buyer`,
          steps: buyerFees,
        },
      ]),
  )

/** Eleven escalations of 20 % at most, in a term of ten years. */
const mostEscalated = 1.2 ** 11

const highestOf = (monthlyFee: number, ramp: readonly RampTerm[]) =>
  Math.max(monthlyFee, ...ramp.map((step) => step.fixedFee ?? 0))

const escalatorAfter = (
  chargeId: string,
  start: number,
  escalator: Omit<EscalatorTerm, 'firstOn'>,
  days: number,
): Command => ({
  type: 'escalator.set',
  chargeId,
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

/** A day in or around a deal's term. */
export const dayAround = (start: string, end: string): fc.Arbitrary<number> =>
  fc.integer({ min: monthsAfter(dayOf(start), -3), max: monthsAfter(dayOf(end), 3) })

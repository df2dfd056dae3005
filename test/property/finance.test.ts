import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf } from '../../shared/days.ts'
import * as finance from '../../shared/finance/index.ts'

const runs = { numRuns: 1000, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: true }

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const money = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((cents) => cents / 100)
const periodicRate = fc.oneof(fc.constantFrom(0, 1e-14, -1e-9, 1e-7), between(-0.05, 0.05), between(-0.5, 2))
const type = fc.constantFrom<finance.PaymentType>(0, 1)
const firstDay = dayOf('2026-05-01')

/** How far the equation of value is from zero, against its terms; on the date where no power exceeds one. */
function imbalance(
  rate: number,
  nper: number,
  pmt: number,
  pv: number,
  fv: number,
  type: finance.PaymentType,
): number {
  const log = nper * Math.log1p(rate)
  const payment = pmt * (1 + rate * type)
  const annuity = Math.abs(rate) < 1e-300 ? nper : Math.expm1(-Math.abs(log)) / (log >= 0 ? -rate : rate)
  const terms =
    log >= 0 ? [pv, payment * annuity, fv * Math.exp(-log)] : [pv * Math.exp(log), payment * annuity, fv]
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0)
  return size === 0 ? 0 : Math.abs(terms[0]! + terms[1]! + terms[2]!) / size
}

const loan = fc.record({
  rate: periodicRate,
  nper: fc.integer({ min: 1, max: 480 }),
  pv: money,
  fv: money,
  type,
})

describe('the time value of money', () => {
  it('balances, whichever of the amounts is solved for', () => {
    fc.assert(
      fc.property(loan, money, ({ rate, nper, pv, fv, type }, pmt) => {
        const payment = finance.pmt(rate, nper, pv, fv, type)
        expect(imbalance(rate, nper, payment, pv, fv, type)).toBeLessThan(1e-11)
        const present = finance.pv(rate, nper, pmt, fv, type)
        expect(imbalance(rate, nper, pmt, present, fv, type)).toBeLessThan(1e-11)
        const future = finance.fv(rate, nper, pmt, pv, type)
        expect(imbalance(rate, nper, pmt, pv, future, type)).toBeLessThan(1e-11)
      }),
      runs,
    )
  })

  it('finds the term and the rate of a loan from its payment', () => {
    const repaid = fc.record({
      rate: fc.oneof(fc.constantFrom(0, 1e-12, 1e-8), between(-0.01, 0.02)),
      nper: fc.integer({ min: 2, max: 480 }),
      pv: fc.integer({ min: 1, max: 1_000_000_000 }),
      type,
    })
    fc.assert(
      fc.property(repaid, ({ rate, nper, pv, type }) => {
        const payment = finance.pmt(rate, nper, pv, 0, type)
        expect(Math.abs(finance.nper(rate, payment, pv, 0, type) / nper - 1)).toBeLessThan(1e-9)
        expect(Math.abs(finance.rate(nper, payment, pv, 0, type) - rate)).toBeLessThan(1e-12)
        expect(Math.abs(finance.pv(rate, nper, payment, 0, type) / pv - 1)).toBeLessThan(1e-12)
      }),
      runs,
    )
  })

  it('gives a rate and a term that balance, or says that there is none', () => {
    fc.assert(
      fc.property(loan, money, ({ rate, nper, pv, fv, type }, pmt) => {
        const found = orRefusal(() => finance.rate(nper, pmt, pv, fv, type))
        if (found !== null && found > -0.99) {
          expect(imbalance(found, nper, pmt, pv, fv, type)).toBeLessThan(1e-9)
        }
        const term = orRefusal(() => finance.nper(rate, pmt, pv, fv, type))
        if (term !== null && Math.abs(term * Math.log1p(rate)) < 20) {
          expect(imbalance(rate, term, pmt, pv, fv, type)).toBeLessThan(1e-9)
        }
      }),
      runs,
    )
  })

  it('splits every payment into interest and principal, and the principal adds up', () => {
    fc.assert(
      fc.property(loan, ({ rate, nper, pv, fv, type }) => {
        const payment = finance.pmt(rate, nper, pv, fv, type)
        const size = Math.abs(payment) * nper + Math.abs(pv) + Math.abs(fv) + 1
        let principal = 0
        let interest = 0
        for (let per = 1; per <= nper; per++) {
          const parts = [
            finance.ipmt(rate, per, nper, pv, fv, type),
            finance.ppmt(rate, per, nper, pv, fv, type),
          ]
          expect(Math.abs(parts[0]! + parts[1]! - payment) / size).toBeLessThan(1e-12)
          interest += parts[0]!
          principal += parts[1]!
        }
        // Paid in advance, the last period's interest is never charged on what is left: fv counts discounted.
        const owed = pv + fv / (1 + rate * type)
        expect(Math.abs(principal + owed) / size).toBeLessThan(1e-11)
        if (fv !== 0) return
        expect(Math.abs(finance.cumprinc(rate, nper, pv, 1, nper, type) - principal) / size).toBeLessThan(
          1e-11,
        )
        expect(Math.abs(finance.cumipmt(rate, nper, pv, 1, nper, type) - interest) / size).toBeLessThan(1e-11)
      }),
      runs,
    )
  })

  it('adds up interest and principal over any part of a loan', () => {
    const part = fc
      .record({ rate: periodicRate, nper: fc.integer({ min: 1, max: 60 }), pv: money, type })
      .chain((loan) =>
        fc
          .tuple(fc.integer({ min: 1, max: loan.nper }), fc.integer({ min: 1, max: loan.nper }))
          .map(([a, b]) => ({ ...loan, start: Math.min(a, b), end: Math.max(a, b) })),
      )
    fc.assert(
      fc.property(part, ({ rate, nper, pv, type, start, end }) => {
        const periods = Array.from({ length: end - start + 1 }, (_, k) => start + k)
        const sum = (of: typeof finance.ipmt) =>
          periods.reduce((total, per) => total + of(rate, per, nper, pv, 0, type), 0)
        const size = Math.abs(finance.pmt(rate, nper, pv, 0, type)) * nper + Math.abs(pv) + 1
        const [interest, principal] = [
          finance.cumipmt(rate, nper, pv, start, end, type),
          finance.cumprinc(rate, nper, pv, start, end, type),
        ]
        expect(Math.abs(interest - sum(finance.ipmt)) / size).toBeLessThan(1e-11)
        expect(Math.abs(principal - sum(finance.ppmt)) / size).toBeLessThan(1e-11)
      }),
      runs,
    )
  })

  it('converts nominal to effective rates and back', () => {
    fc.assert(
      fc.property(between(-0.9, 5), fc.integer({ min: 1, max: 366 }), (nominal, periods) => {
        const effective = finance.effectiveRate(nominal, periods)
        expect(Math.abs(finance.nominalRate(effective, periods) - nominal)).toBeLessThan(1e-11)
      }),
      runs,
    )
  })
})

/** Dated flows within twenty years, dates in any order and sometimes the same. */
const datedFlows = fc
  .array(fc.tuple(fc.oneof(money, fc.constantFrom(-100, 0, 100)), fc.integer({ min: 0, max: 7300 })), {
    maxLength: 60,
  })
  .map((flows) => ({
    values: flows.map(([value]) => value),
    dates: flows.map(([, day]) => dateOf(firstDay + day)),
  }))

const separateRates = (count: number) =>
  fc
    .uniqueArray(fc.integer({ min: -40, max: 100 }), { minLength: count, maxLength: count })
    .map((rates) => rates.toSorted((a, b) => a - b).map((rate) => rate / 50))

describe('present values and rates of return', () => {
  it('are worth less at a higher rate where all flows are income', () => {
    const income = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 60 })
    fc.assert(
      fc.property(income, between(-0.5, 2), between(1e-6, 1), (values, rate, more) => {
        expect(finance.npv(rate + more, values)).toBeLessThanOrEqual(finance.npv(rate, values))
      }),
      runs,
    )
  })

  it('are zero at every rate found', () => {
    fc.assert(
      fc.property(datedFlows, ({ values, dates }) => {
        const { roots, signChanges, status } = finance.xirr(values, dates)
        expect(roots.length).toBeLessThanOrEqual(signChanges)
        expect(roots).toEqual(roots.toSorted((a, b) => a - b))
        expect(roots.length).toBe({ ok: 1, multiple: roots.length, none: 0 }[status as 'ok'] ?? 0)
        for (const root of roots) {
          // At rates beyond, twenty years underflow.
          if (root > 1e12) continue
          const worth = root < 0 ? finance.xnfv : finance.xnpv
          const left = worth(root, values, dates) / worth(root, values.map(Math.abs), dates)
          // Next to -1 a rate has few digits left: an error of half a unit counts once for each of twenty years.
          expect(Math.abs(left)).toBeLessThan(1e-9 + (20 * Number.EPSILON) / (1 + root))
        }
      }),
      runs,
    )
  })

  it('find a rate wherever the value changes its sign an odd number of times', () => {
    fc.assert(
      fc.property(datedFlows, ({ values, dates }) => {
        const { roots, signChanges } = finance.xirr(values, dates)
        // Where large flows cancel, the little that is left is rounding, and says no sign.
        const sideAt = (rate: number): number => {
          const value = finance.xnfv(rate, values, dates)
          const size = finance.xnfv(rate, values.map(Math.abs), dates)
          return Math.abs(value) <= 1e-12 * size ? 0 : Math.sign(value)
        }
        const sides = [-0.9999, ...Array.from({ length: 60 }, (_, k) => Math.expm1((k - 30) / 8)), 1e6].map(
          sideAt,
        )
        const crossings = sides.slice(1).filter((side, k) => side * sides[k]! < 0).length
        expect(roots.length).toBeGreaterThanOrEqual(crossings)
        expect(signChanges).toBeGreaterThanOrEqual(crossings)
      }),
      runs,
    )
  })

  it.each([1, 2, 3, 4])('find all of %s known rates', (count) => {
    fc.assert(
      fc.property(separateRates(count), between(-1e6, 1e6), (rates, scale) => {
        fc.pre(Math.abs(scale) > 1e-3)
        // The product of (1 - (1 + rate) v), whose coefficients are flows a year of 365 days apart.
        const values = rates.reduce(
          (flows, rate) => [...flows, 0].map((flow, k) => flow - (1 + rate) * (flows[k - 1] ?? 0)),
          [scale],
        )
        const dates = values.map((_, k) => dateOf(firstDay + 365 * k))
        for (const { roots } of [finance.irr(values), finance.xirr(values, dates)]) {
          expect(roots).toHaveLength(count)
          roots.forEach((root, k) => expect(Math.abs(root - rates[k]!)).toBeLessThan(1e-6))
        }
      }),
      runs,
    )
  })

  it('find a rate twice over', () => {
    const touching = fc.tuple(fc.integer({ min: -50, max: 300 }), fc.integer({ min: 1, max: 10_000 }))
    fc.assert(
      fc.property(touching, ([percent, scale]) => {
        // (100 - (100 + percent) v)^2 in whole numbers, so that it is a double root exactly.
        const factor = 100 + percent
        const result = finance.irr([10_000 * scale, -200 * factor * scale, factor * factor * scale])
        expect(result.roots).toHaveLength(1)
        expect(Math.abs(result.rate! - percent / 100)).toBeLessThan(1e-9)
      }),
      runs,
    )
  })

  it('do not depend on the guess, which picks the nearest', () => {
    fc.assert(
      fc.property(datedFlows, between(-0.9, 10), ({ values, dates }, guess) => {
        const without = finance.xirr(values, dates)
        const result = finance.xirr(values, dates, guess)
        expect(result.status).toBe(without.status)
        const distances = result.roots.map((root) => Math.abs(root - guess))
        if (result.rate !== null) expect(Math.abs(result.rate - guess)).toBe(Math.min(...distances))
        else expect(result.roots).toEqual([])
      }),
      runs,
    )
  })
})

/** The value, or null where it was refused in the way that is promised. */
function orRefusal(compute: () => number): number | null {
  try {
    return compute()
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError)
    return null
  }
}

const isPresentable = (value: number) => Number.isFinite(value) && !Object.is(value, -0)

describe('whatever finite numbers are handed in', () => {
  const any = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    between(-2, 2),
    fc.integer({ min: -400, max: 400 }),
    fc.constantFrom(0, -0, -1, 1),
  )

  const functions: [string, (a: number, b: number, c: number, d: number, e: number) => number][] = [
    ['pv', (a, b, c, d) => finance.pv(a, b, c, d)],
    ['fv', (a, b, c, d) => finance.fv(a, b, c, d, 1)],
    ['pmt', (a, b, c, d) => finance.pmt(a, b, c, d)],
    ['nper', (a, b, c, d) => finance.nper(a, b, c, d, 1)],
    ['rate', (a, b, c, d) => finance.rate(a, b, c, d)],
    ['rate in advance', (a, b, c, d, e) => finance.rate(Math.abs(a), b, c, d, 1, e)],
    ['ipmt', (a, b, c, d, e) => finance.ipmt(a, Math.round(b), c, d, e)],
    ['ppmt', (a, b, c, d, e) => finance.ppmt(a, Math.round(b), c, d, e, 1)],
    ['cumipmt', (a, b, c, d, e) => finance.cumipmt(a, b, c, Math.round(d), Math.round(e), 0)],
    ['cumprinc', (a, b, c, d, e) => finance.cumprinc(a, b, c, Math.round(d), Math.round(e), 1)],
    ['ispmt', (a, b, c, d) => finance.ispmt(a, b, c, d)],
    ['effectiveRate', (a, b) => finance.effectiveRate(a, b)],
    ['nominalRate', (a, b) => finance.nominalRate(a, b)],
    ['rri', (a, b, c) => finance.rri(a, b, c)],
    ['pduration', (a, b, c) => finance.pduration(a, b, c)],
    ['sln', (a, b, c) => finance.sln(a, b, c)],
    ['fvschedule', (a, b, c, d) => finance.fvschedule(a, [b, null, c, d])],
    ['npv', (a, b, c, d, e) => finance.npv(a, [b, c, null, d, e])],
    ['mirr', (a, b, c, d, e) => finance.mirr([a, b, c], d, e)],
    ['xnpv', (a, b, c, d) => finance.xnpv(a, [b, c, d], ['2026-01-01', '2025-05-05', '2090-01-01'])],
    ['xnfv', (a, b, c, d) => finance.xnfv(a, [b, c, d], ['2026-01-01', '2025-05-05', '2090-01-01'])],
  ]

  it.each(functions)('%s gives a plain number or refuses', (_, compute) => {
    fc.assert(
      fc.property(any, any, any, any, any, (...numbers) => {
        const value = orRefusal(() => compute(...numbers))
        expect(value === null || isPresentable(value)).toBe(true)
      }),
      runs,
    )
  })

  it('irr and xirr give plain numbers and refuse nothing', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (values) => {
        const dates = values.map((_, k) => dateOf(firstDay + ((k * k * 37) % 900)))
        for (const result of [finance.irr(values), finance.xirr(values, dates)]) {
          expect(result.roots.every((root) => root > -1 && isPresentable(root))).toBe(true)
          expect(result.rate === null || result.roots.includes(result.rate)).toBe(true)
          expect(result.residual === null).toBe(result.rate === null)
          expect(isPresentable(result.residual ?? 0)).toBe(true)
        }
      }),
      runs,
    )
  })
})

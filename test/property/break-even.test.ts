import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costUntil } from '../../shared/engine/accrual.ts'
import { type CostPath, crossingsOf, type Vertex } from '../../shared/engine/crossings.ts'
import { add, divide, multiply, type Rational, rational, signOf, subtract } from '../../shared/rational.ts'
import { figuresOf, scheduleOfDeal } from '../golden/sampleDeals.ts'
import { bookOfTwo } from './arbitraries.ts'

const horizon = 12

/** A cumulative curve on months 0 to 12 with few and small values, so that curves often meet, touch and jump. */
const curve: fc.Arbitrary<CostPath> = fc
  .tuple(
    fc.array(fc.record({ at: fc.integer({ min: 0, max: horizon }), value: fc.integer({ min: 0, max: 6 }) }), {
      maxLength: 8,
    }),
  )
  .map(([vertices]): Vertex[] => vertices.toSorted((a, b) => a.at - b.at))

type Side = 'before' | 'after'

const exactOf = ({ value }: Vertex): Rational => (typeof value === 'object' ? value : rational(value))

/** The curve's value at a place, just before or after a jump there: read afresh, not as the engine reads it. */
function valueAt(vertices: CostPath, at: Rational, side: Side): Rational {
  const place = (vertex: Vertex) => signOf(subtract(rational(vertex.at), at))
  const here = vertices.filter((vertex) => place(vertex) === 0)
  const left = vertices.findLast((vertex) => place(vertex) < 0)
  const right = vertices.find((vertex) => place(vertex) > 0)
  if (here.length > 0) {
    if (side === 'after') return exactOf(here.at(-1)!)
    return left ? exactOf(here[0]!) : rational(0)
  }
  if (!left || !right) return left ? exactOf(left) : rational(0)
  const share = divide(subtract(at, rational(left.at)), rational(right.at - left.at))
  return add(exactOf(left), multiply(share, subtract(exactOf(right), exactOf(left))))
}

const difference = (a: CostPath, b: CostPath, at: Rational, side: Side) =>
  signOf(subtract(valueAt(a, at, side), valueAt(b, at, side)))

const cheaperBy = (sign: number) => (sign === 0 ? null : sign > 0 ? 'b' : 'a')

const half = (a: Rational, b: Rational) => multiply(add(a, b), rational(1, 2))

describe('the break-even of any two curves', () => {
  it('lies where they are equal, or where a jump passes over equality', () => {
    fc.assert(
      fc.property(curve, curve, (a, b) => {
        for (const { t, until } of crossingsOf(a, b, 0, horizon).crossings)
          for (const place of [t, until]) {
            const signs = [difference(a, b, place, 'before'), difference(a, b, place, 'after')]
            expect(signs.includes(0) || signs[0] === -signs[1]!).toBe(true)
          }
      }),
      { numRuns: 1000 },
    )
  })

  it('alternates sides, beginning with who is cheaper at first', () => {
    fc.assert(
      fc.property(curve, curve, (a, b) => {
        const { crossings, startSign } = crossingsOf(a, b, 0, horizon)
        const sides = [cheaperBy(startSign), ...crossings.map((crossing) => crossing.cheaperAfter)]
        for (const [i, side] of sides.entries()) if (i > 0) expect(side).not.toBe(sides[i - 1])
      }),
      { numRuns: 1000 },
    )
  })

  it('says who is cheaper at every moment between', () => {
    fc.assert(
      fc.property(curve, curve, fc.integer({ min: 1, max: horizon * 24 - 1 }), (a, b, twentyFourths) => {
        const at = rational(twentyFourths, 24)
        const { crossings, startSign, identical } = crossingsOf(a, b, 0, horizon)
        const last = crossings.findLast((crossing) => signOf(subtract(at, crossing.until)) > 0)
        const cheaper = last ? last.cheaperAfter : cheaperBy(startSign)
        const inStretch = crossings.some(
          (crossing) => signOf(subtract(at, crossing.t)) >= 0 && signOf(subtract(crossing.until, at)) >= 0,
        )
        const sign = difference(a, b, at, 'after')
        if (identical) expect(sign).toBe(0)
        else if (!inStretch && sign !== 0) expect(cheaper).toBe(sign > 0 ? 'b' : 'a')
      }),
      { numRuns: 1000 },
    )
  })

  it('is in order, within the horizon, and mirrors where the curves change places', () => {
    fc.assert(
      fc.property(curve, curve, (a, b) => {
        const there = crossingsOf(a, b, 0, horizon)
        const back = crossingsOf(b, a, 0, horizon)
        expect(back.crossings.map(({ t, until }) => [t, until])).toEqual(
          there.crossings.map(({ t, until }) => [t, until]),
        )
        expect(back.touches).toEqual(there.touches)
        expect(back.mergedFrom).toEqual(there.mergedFrom)
        const places = there.crossings.flatMap(({ t, until }) => [t, until])
        for (const [i, place] of places.entries()) {
          expect(signOf(place) >= 0 && signOf(subtract(rational(horizon), place)) >= 0).toBe(true)
          if (i > 0) expect(signOf(subtract(place, places[i - 1]!))).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('stays equal from a merger to the horizon', () => {
    fc.assert(
      fc.property(curve, curve, (a, b) => {
        const { mergedFrom } = crossingsOf(a, b, 0, horizon)
        if (!mergedFrom) return
        expect(difference(a, b, rational(horizon), 'after')).toBe(0)
        expect(difference(a, b, half(mergedFrom, rational(horizon)), 'after')).toBe(0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the break-even of any two deals', () => {
  it('is the same month, date and first whole month, said three ways', () => {
    fc.assert(
      fc.property(bookOfTwo, (book) => {
        const { likeCapacity, ...always } = figuresOf(book, 'b').breakEvens!
        const paid = ['a', 'b'].flatMap((id) => [...scheduleOfDeal(book, id).payments().days])
        const forms = [...Object.values(always), ...(likeCapacity ? [likeCapacity] : [])]
        for (const { crossings, origin, horizon } of forms)
          for (const { months, day, firstWholeMonth } of crossings) {
            // What is paid ahead of service can cross before its start.
            expect(day >= Math.min(origin, ...paid) && day <= horizon).toBe(true)
            expect(signOf(subtract(rational(firstWholeMonth), months))).toBeGreaterThanOrEqual(0)
            expect(signOf(subtract(months, rational(firstWholeMonth - 1)))).toBeGreaterThan(0)
          }
      }),
    )
  })

  it('lies, as service accrues, where costs counted by the day change sides', () => {
    fc.assert(
      fc.property(bookOfTwo, (book) => {
        const [baseline, deal] = [scheduleOfDeal(book, 'a'), scheduleOfDeal(book, 'b')]
        // Each charge is rounded by itself on any day but those on which it bends.
        const roundings = 4 * (baseline.series.length + deal.series.length + 1)
        const { crossings, horizon } = figuresOf(book, 'b').breakEvens!.accrued
        for (const [i, { day, cheaperAfter }] of crossings.entries()) {
          const dearer = (on: number) =>
            (costUntil(deal, on) - costUntil(baseline, on)) * (cheaperAfter === 'deal' ? 1 : -1)
          // Something paid once on that day can take the side back within it.
          if (crossings[i - 1]?.day !== day) expect(dearer(day)).toBeGreaterThanOrEqual(-roundings)
          // Nor is anything compared after the horizon, which can itself be a crossing.
          if (day < horizon && crossings[i + 1]?.day !== day)
            expect(dearer(day + 1)).toBeLessThanOrEqual(roundings)
        }
      }),
    )
  })
})

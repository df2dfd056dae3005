import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf } from '../../shared/days.ts'
import { breakEvenInForm } from '../../shared/engine/breakEvenForms.ts'
import { breakEvenAgainst } from '../../shared/engine/comparison.ts'
import { presentValues } from '../../shared/engine/presentValue.ts'
import { rampSavings } from '../../shared/engine/rampSavings.ts'
import { makeSchedule, scheduleOf } from '../../shared/engine/schedule.ts'
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { limits } from '../../shared/schema/limits.ts'
import { discountings, timings } from '../../shared/schema/vocabulary.ts'
import { bookOfOne, bookOfTwo, share } from './arbitraries.ts'

const bases = ['accrued', 'invoiced', 'paid'] as const

describe('any deal against another', () => {
  it('breaks even where the other does against it, with the sides exchanged', () => {
    fc.assert(
      fc.property(bookOfTwo, (book) => {
        const [a, b] = [scheduleOf(dealTerms(book, 'a')), scheduleOf(dealTerms(book, 'b'))]
        const other = { deal: 'baseline', baseline: 'deal' } as const
        for (const basis of bases) {
          const [there, back] = [breakEvenAgainst(a, b, basis), breakEvenAgainst(b, a, basis)]
          expect(
            back.crossings.map((crossing) => ({ ...crossing, cheaperAfter: other[crossing.cheaperAfter] })),
          ).toEqual(there.crossings)
          expect(back.cheaperAtFirst && other[back.cheaperAtFirst]).toBe(there.cheaperAtFirst)
          expect([back.identical, back.mergedFrom, back.horizon]).toEqual([
            there.identical,
            there.mergedFrom,
            there.horizon,
          ])
        }
      }),
    )
  })

  it('and against itself is identical', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const terms = dealTerms(book, 'a')
        for (const basis of bases) {
          const { identical, crossings, cheaperAtFirst } = breakEvenAgainst(
            scheduleOf(terms),
            makeSchedule(terms),
            basis,
          )
          expect([identical, crossings, cheaperAtFirst]).toEqual([true, [], null])
        }
      }),
    )
  })
})

describe('any deal against one that costs the same', () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const dayIn = ({ deal }: DealTerms, share: number): string => {
    const [start, end] = [dayOf(deal.start), dayOf(deal.end)]
    return dateOf(start + Math.floor(share * (end - start)))
  }
  /** Steps with the one that holds a day cut in two there. */
  const cutAt = <T extends { from: string; until: string }>(steps: readonly T[], day: string): T[] =>
    steps.flatMap((step) =>
      step.from < day && day < step.until
        ? [
            { ...step, until: day },
            { ...step, from: day },
          ]
        : [step],
    )
  const formsOf = (a: DealTerms, b: DealTerms) => {
    const [baseline, deal] = [makeSchedule(a), makeSchedule(b)]
    const valuation = { on: baseline.start, discounting: 'effective', timing: 'advance' } as const
    const like = breakEvenInForm('likeCapacity', baseline, deal, valuation)
    return [...bases.map((basis) => breakEvenAgainst(baseline, deal, basis)), ...(like ? [like] : [])]
  }

  it('is identical however its steps are cut in two', () => {
    fc.assert(
      fc.property(bookOfOne, fc.tuple(place, place, place, place), (book, places) => {
        const terms = dealTerms(book, 'a')
        const [ramp, usage, delivery, whole] = places.map((share) => dayIn(terms, share)) as [
          string,
          string,
          string,
          string,
        ]
        const cut: DealTerms = {
          ...terms,
          charges: terms.charges.map((each) => ({
            ...each,
            ramp: cutAt(each.ramp, ramp),
            usage: cutAt(each.usage, usage),
          })),
          tranches: terms.tranches.map(({ tranche, delivery: steps }) => ({
            tranche,
            // A tranche in full from the beginning is cut by a step in full.
            delivery:
              steps.length > 0 || whole === terms.deal.start
                ? cutAt(steps, delivery)
                : [
                    {
                      id: 'step',
                      trancheId: tranche.id,
                      from: terms.deal.start,
                      until: whole,
                      share: 1_000_000,
                      gpus: null,
                    },
                  ],
          })),
        }
        for (const { identical } of formsOf(terms, cut)) expect(identical).toBe(true)
      }),
    )
  })

  it('has no crossing before the day from which the costs differ', () => {
    fc.assert(
      fc.property(bookOfOne, place, fc.tuple(share, share), (book, at, [one, other]) => {
        const terms = dealTerms(book, 'a')
        const from = dayIn(terms, at)
        const offFrom = (part: number): DealTerms => {
          const [first, ...rest] = terms.charges
          const { charge, ramp } = first!
          const kept = cutAt(ramp, from).filter((step) => step.until <= from)
          const step = {
            id: 'step',
            chargeId: charge.id,
            from,
            until: terms.deal.end,
            basis: 'percentOff' as const,
            share: part,
            fixedFee: null,
          }
          return { ...terms, charges: [{ ...first!, ramp: [...kept, step] }, ...rest] }
        }
        const [accrued] = formsOf(offFrom(one), offFrom(other))
        for (const { day } of accrued!.crossings) expect(day).toBeGreaterThanOrEqual(dayOf(from))
      }),
    )
  })
})

describe('any ramp of discounts', () => {
  it('saves nothing less than nothing', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const terms = dealTerms(book, 'a')
        const discounts = terms.charges.map((charge) => ({
          ...charge,
          ramp: charge.ramp.filter(({ basis }) => basis !== 'fixedFee'),
        }))
        expect(
          rampSavings(makeSchedule({ ...terms, charges: discounts }), null).headline,
        ).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('the present value of any deal', () => {
  it('falls as the rate rises, where the buyer only pays', () => {
    const rate = fc.integer({ min: limits.lowestDiscountRate, max: limits.highestDiscountRate })
    const convention = fc.record({
      discounting: fc.constantFrom(...discountings),
      timing: fc.constantFrom(...timings),
    })
    fc.assert(
      fc.property(bookOfOne, fc.tuple(rate, rate), convention, (book, rates, { discounting, timing }) => {
        const terms = { ...dealTerms(book, 'a'), oneOffs: [] }
        const [low, high] = rates
          .toSorted((a, b) => a - b)
          .map((discountRate) => {
            const schedule = makeSchedule({ ...terms, deal: { ...terms.deal, discountRate } })
            return presentValues(schedule, { on: schedule.start, discounting, timing }).fees
          })
        // To the last digits of a sum of hundreds of floats.
        expect(high!).toBeLessThanOrEqual(low! * (1 + 1e-12))
      }),
    )
  })
})

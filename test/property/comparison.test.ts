import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakEvenAgainst } from '../../shared/engine/comparison.ts'
import { presentValues } from '../../shared/engine/presentValue.ts'
import { rampSavings } from '../../shared/engine/rampSavings.ts'
import { makeSchedule, scheduleOf } from '../../shared/engine/schedule.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { limits } from '../../shared/schema/limits.ts'
import { discountings, timings } from '../../shared/schema/vocabulary.ts'
import { bookOfOne, bookOfTwo } from './arbitraries.ts'

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

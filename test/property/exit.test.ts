import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastObligation } from '../../shared/engine/leastObligation.ts'
import { feesBetween } from '../../shared/engine/schedule.ts'
import { exitOf } from '../../shared/engine/termination.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { figuresOf, scheduleOfDeal } from '../golden/sampleDeals.ts'
import { bookOfOne, dayAround } from './arbitraries.ts'

/** A deal with two days around its term. */
const dealAndDays = bookOfOne.chain((book) => {
  const { terms } = figuresOf(book, 'a')
  const around = dayAround(terms.deal.start, terms.deal.end)
  return fc.record({
    schedule: fc.constant(scheduleOfDeal(book, 'a')),
    terms: fc.constant<DealTerms>(terms),
    days: fc.tuple(around, around).map((days) => days.toSorted((a, b) => a - b)),
  })
})

describe('the exit from any valid deal', () => {
  it('splits what remains into committed and at risk', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, terms, days: [day] }) => {
        const exit = exitOf(schedule, terms, 'buyer', day!)
        expect(exit.committed + exit.atRisk).toBe(exit.remaining)
        expect(exit.serviceFees + exit.terminationFee).toBe(exit.committed)
        expect(Math.min(exit.serviceFees, exit.terminationFee)).toBeGreaterThanOrEqual(0)
        if (exit.terminationFee === 0) expect(exit.atRisk).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('never comes earlier for a later notice', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, terms, days: [earlier, later] }) => {
        const ends = [earlier!, later!].map((day) => exitOf(schedule, terms, 'provider', day).serviceEnds)
        expect(ends[1]).toBeGreaterThanOrEqual(ends[0]!)
      }),
    )
  })

  it('never comes after the end of the term, nor before the day of an open notice', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, terms, days: [day] }) => {
        const exit = exitOf(schedule, terms, 'buyer', day!)
        expect(exit.serviceEnds).toBeLessThanOrEqual(schedule.end)
        if (exit.status === 'open')
          expect(exit.serviceEnds).toBeGreaterThanOrEqual(Math.min(day!, schedule.end))
      }),
    )
  })

  it('commits no more for a lock-out that bars only service ending than for one that bars notice', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, terms, days: [day] }) => {
        const committed = (lockOutBars: 'notice' | 'end') =>
          exitOf(
            schedule,
            { ...terms, rights: { ...terms.rights, buyer: { ...terms.rights.buyer, lockOutBars } } },
            'buyer',
            day!,
          ).serviceFees
        expect(committed('end')).toBeLessThanOrEqual(committed('notice'))
      }),
    )
  })

  it('owes no less with any shorter notice, where the fee for leaving does not depend on the date', () => {
    const undated = dealAndDays.filter(({ terms }) => ['none', 'fixed'].includes(terms.rights.buyer.feeBasis))
    fc.assert(
      fc.property(undated, fc.nat(200), ({ schedule, terms, days: [day] }, shorter) => {
        const { buyer } = terms.rights
        const committed = (notice: number) =>
          exitOf(
            schedule,
            { ...terms, rights: { ...terms.rights, buyer: { ...buyer, notice } } },
            'buyer',
            day!,
          )
        const [short, long] = [committed(Math.max(0, buyer.notice - shorter)), committed(buyer.notice)]
        // At the end of the term there is no fee: a notice so long that the term ends first may be the cheaper one.
        if (long.serviceEnds < schedule.end) expect(short.committed).toBeLessThanOrEqual(long.committed)
        else expect(short.serviceFees).toBeLessThanOrEqual(long.serviceFees)
      }),
    )
  })
})

describe('the least obligation of any valid deal', () => {
  it('is the smallest of all notice dates, tried one by one, and of staying', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, terms, days: [day] }) => {
        const least = leastObligation(schedule, terms, 'buyer', day!)
        const remaining = feesBetween(schedule, day!, schedule.end)
        let smallest = remaining
        for (let notice = day!; notice < schedule.end && terms.rights.buyer.allowed; notice++) {
          const { serviceEnds, terminationFee } = exitOf(schedule, terms, 'buyer', notice)
          smallest = Math.min(smallest, feesBetween(schedule, day!, serviceEnds) + terminationFee)
        }
        expect(least.amount).toBe(smallest)
        expect(least.amount).toBeLessThanOrEqual(exitOf(schedule, terms, 'buyer', day!).committed)
      }),
      { numRuns: 200 },
    )
  })
})

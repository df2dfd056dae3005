import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
        const exit = exitOf(schedule, terms.deal, terms.rights.buyer, day!)
        expect(exit.committed + exit.atRisk).toBe(exit.remaining)
        expect(Math.min(exit.committed, exit.atRisk)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('never comes earlier for a later notice', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, terms, days: [earlier, later] }) => {
        const ends = [earlier!, later!].map(
          (day) => exitOf(schedule, terms.deal, terms.rights.provider, day).serviceEnds,
        )
        expect(ends[1]).toBeGreaterThanOrEqual(ends[0]!)
      }),
    )
  })

  it('never comes after the end of the term, nor before the day of an open notice', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, terms, days: [day] }) => {
        const exit = exitOf(schedule, terms.deal, terms.rights.buyer, day!)
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
          exitOf(schedule, terms.deal, { ...terms.rights.buyer, lockOutBars }, day!).committed
        expect(committed('end')).toBeLessThanOrEqual(committed('notice'))
      }),
    )
  })
})

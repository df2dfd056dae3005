import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../shared/days.ts'
import { leastObligation } from '../../shared/engine/leastObligation.ts'
import { feesBetween, feesFrom } from '../../shared/engine/accrual.ts'
import { makeSchedule, scheduleOf } from '../../shared/engine/schedule.ts'
import type { Schedule } from '../../shared/engine/scheduleColumns.ts'
import { exitOf, leavingCost } from '../../shared/engine/termination.ts'
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import type { TerminationRight } from '../../shared/schema/termination.ts'
import { bookOfOne, dayAround } from './arbitraries.ts'

/** A deal with two days around its term. */
const dealAndDays = bookOfOne.chain((book) => {
  const terms = dealTerms(book, 'a')
  const around = dayAround(terms.deal.start, terms.deal.end)
  return fc.record({
    terms: fc.constant<DealTerms>(terms),
    schedule: fc.constant(scheduleOf(terms)),
    days: fc.tuple(around, around).map((days) => days.toSorted((a, b) => a - b)),
  })
})

/** The same deal with another right of the buyer. */
const withRight = ({ rights, ...terms }: DealTerms, changes: Partial<TerminationRight>): Schedule =>
  makeSchedule({ ...terms, rights: { ...rights, buyer: { ...rights.buyer, ...changes } } })

describe('the exit from any valid deal', () => {
  it('splits what remains into committed and at risk', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, days: [day] }) => {
        const exit = exitOf(schedule, 'buyer', day!)
        expect(exit.committed + exit.atRisk).toBe(exit.remaining)
        const { serviceFees, unusedBilling, terminationFee, prepaidForfeited } = exit
        expect(serviceFees + unusedBilling + terminationFee + prepaidForfeited).toBe(exit.committed)
        expect(Math.min(unusedBilling, terminationFee, prepaidForfeited)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('never comes earlier for a later notice', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, days: [earlier, later] }) => {
        const ends = [earlier!, later!].map((day) => exitOf(schedule, 'provider', day).serviceEnds)
        expect(ends[1]).toBeGreaterThanOrEqual(ends[0]!)
      }),
    )
  })

  it('never comes after the end of the term, nor before the day of an open notice', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, days: [day] }) => {
        const exit = exitOf(schedule, 'buyer', day!)
        expect(exit.serviceEnds).toBeLessThanOrEqual(schedule.end)
        if (exit.status === 'open')
          expect(exit.serviceEnds).toBeGreaterThanOrEqual(Math.min(day!, schedule.end))
      }),
    )
  })

  it('commits no more for a lock-out that bars only service ending than for one that bars notice', () => {
    fc.assert(
      fc.property(dealAndDays, ({ terms, days: [day] }) => {
        const ends = (lockOutBars: 'notice' | 'end') =>
          exitOf(withRight(terms, { lockOutBars }), 'buyer', day!).serviceEnds
        expect(ends('end')).toBeLessThanOrEqual(ends('notice'))
      }),
    )
  })

  it('costs no more with any shorter notice, where what leaving costs does not depend on the date', () => {
    const undated = dealAndDays.filter(
      ({ terms }) =>
        ['none', 'fixed'].includes(terms.rights.buyer.feeBasis) &&
        terms.rights.buyer.refundsUnused &&
        terms.advances.length === 0 &&
        terms.oneOffs.every(({ kind }) => kind === 'fee'),
    )
    fc.assert(
      fc.property(undated, fc.nat(200), ({ terms, days: [day] }, shorter) => {
        const { notice } = terms.rights.buyer
        const committed = (days: number) => exitOf(withRight(terms, { notice: days }), 'buyer', day!)
        const [short, long] = [committed(Math.max(0, notice - shorter)), committed(notice)]
        // At the end of the term there is no fee: a notice so long that the term ends first may be the cheaper one.
        if (long.serviceEnds < dayOf(terms.deal.end))
          expect(short.committed).toBeLessThanOrEqual(long.committed)
        else expect(short.serviceFees).toBeLessThanOrEqual(long.serviceFees)
      }),
    )
  })
})

describe('the least obligation of any valid deal', () => {
  it('is the smallest of all notice dates, tried one by one, and of staying', () => {
    fc.assert(
      fc.property(dealAndDays, ({ schedule, terms, days: [day] }) => {
        const least = leastObligation(schedule, 'buyer', day!)
        let smallest = feesFrom(schedule, day!)
        for (let notice = day!; notice < schedule.end && terms.rights.buyer.allowed; notice++) {
          const { serviceEnds } = exitOf(schedule, 'buyer', notice)
          if (serviceEnds >= schedule.end) break
          const { unusedBilling, terminationFee, prepaidForfeited } = leavingCost(
            schedule,
            'buyer',
            serviceEnds,
          )
          const cost = unusedBilling + terminationFee + prepaidForfeited
          smallest = Math.min(smallest, feesBetween(schedule, day!, serviceEnds) + cost)
        }
        expect(least.amount).toBe(smallest)
        expect(least.amount).toBeLessThanOrEqual(exitOf(schedule, 'buyer', day!).committed)
      }),
    )
  })
})

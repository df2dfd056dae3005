import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../shared/days.ts'
import { feesBetween } from '../../shared/engine/schedule.ts'
import { figuresOf, scheduleOfDeal } from '../golden/sampleDeals.ts'
import { bookOfOne, bookOfTwo } from './arbitraries.ts'

describe('the fees of any valid deal', () => {
  it('add up over any split of the term, to the cent', () => {
    const splits = fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { maxLength: 12 })
    fc.assert(
      fc.property(bookOfOne, splits, (book, shares) => {
        const schedule = scheduleOfDeal(book, 'a')
        const { start, end } = schedule
        const days = [start, ...shares.map((share) => Math.round(start + share * (end - start))), end]
          .map((day) => Math.min(end, Math.max(start, day)))
          .toSorted((a, b) => a - b)
        const parts = days.slice(1).map((until, i) => feesBetween(schedule, days[i]!, until))
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(figuresOf(book, 'a').totalContractValue)
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('are the standard fee less the headline savings', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const { totalContractValue, rampSavings } = figuresOf(book, 'a')
        const { lines } = scheduleOfDeal(book, 'a')
        const standard = lines.reduce((sum, line) => sum + line.standard, 0)
        expect(totalContractValue).toBe(standard - rampSavings.headline)
      }),
    )
  })

  it('are posted on lines that fill the term without gap or overlap, each within one month', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const { start, end, billing, lines } = scheduleOfDeal(book, 'a')
        expect(lines.map((line) => line.from)).toEqual([
          start,
          ...lines.slice(0, -1).map((line) => line.until),
        ])
        expect(lines.at(-1)!.until).toBe(end)
        for (const { from, until, parts, monthParts } of lines) {
          expect(until - from).toBeGreaterThan(0)
          expect(parts).toBeLessThanOrEqual(monthParts)
          expect(billing.monthOf(until - 1)).toEqual(billing.monthOf(from))
        }
      }),
    )
  })

  it('are whole cents a double holds exactly, and every figure is a number', () => {
    fc.assert(
      fc.property(bookOfTwo, (book) => {
        for (const id of ['a', 'b']) {
          const figures = figuresOf(book, id)
          const { headline, likeForLike, onBaselineStandard } = figures.rampSavings
          const { committed, remaining, atRisk } = figures.buyerExit
          const amounts = [
            figures.totalContractValue,
            figures.firstTwelveMonths,
            headline,
            likeForLike,
            onBaselineStandard!,
            committed,
            remaining,
            atRisk,
          ]
          for (const amount of amounts)
            expect(Number.isSafeInteger(amount) && !Object.is(amount, -0)).toBe(true)
          expect(Number.isFinite(figures.presentValue)).toBe(true)
          expect(figures.months).toBeGreaterThanOrEqual(0)
          const { averageLife: life, incrementalRate: rate } = figures
          for (const value of [life?.weightedAverageLife ?? 0, life?.duration ?? 0])
            expect(Number.isFinite(value) && value >= 0 && !Object.is(value, -0)).toBe(true)
          for (const root of rate?.roots ?? [])
            expect(Number.isFinite(root) && root > -1 && !Object.is(root, -0)).toBe(true)
          for (const rate of [figures.averageAnnualValue, figures.effectiveMonthly, figures.presentValueRate])
            expect(rate === null || (Number.isFinite(rate) && !Object.is(rate, -0))).toBe(true)
        }
      }),
    )
  })

  it('owe in the first twelve months no more than in all', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const { firstTwelveMonths, totalContractValue, terms } = figuresOf(book, 'a')
        expect(firstTwelveMonths).toBeLessThanOrEqual(totalContractValue)
        if (dayOf(terms.deal.end) - dayOf(terms.deal.start) <= 365)
          expect(firstTwelveMonths).toBe(totalContractValue)
      }),
    )
  })
})

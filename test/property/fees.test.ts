import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf } from '../../shared/days.ts'
import { type MonthAmounts, monthRows } from '../../shared/engine/months.ts'
import { accruedUntil, feesBetween, totalContractValue } from '../../shared/engine/accrual.ts'
import { prepaidBalance } from '../../shared/engine/advances.ts'
import { makeSchedule, scheduleOf } from '../../shared/engine/schedule.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { figuresOf, scheduleOfDeal, stretchesOf } from '../golden/sampleDeals.ts'
import { bookOfOne, bookOfTwo } from './arbitraries.ts'

describe('the fees of any valid deal', () => {
  it('add up over any split of the term, to the cent', () => {
    const splits = fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { maxLength: 12 })
    fc.assert(
      fc.property(bookOfOne, splits, (book, shares) => {
        const schedule = scheduleOfDeal(book, 'a')
        const { start, end } = schedule
        const days = shares
          .map((share) => Math.round(start + share * (end - start)))
          .map((day) => Math.min(end, Math.max(start, day)))
          .toSorted((a, b) => a - b)
        const bounds = [-Infinity, ...days, Infinity]
        const parts = bounds.slice(1).map((until, i) => feesBetween(schedule, bounds[i]!, until))
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(figuresOf(book, 'a').totalContractValue)
        const accrued = days
          .slice(1)
          .map((until, i) => accruedUntil(schedule, until) - accruedUntil(schedule, days[i]!))
        expect(Math.min(0, ...accrued)).toBe(0)
      }),
    )
  })

  it('are base, escalation, ramp, use and what is paid once: the parts of every row sum to it, and the rows to the totals', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const figures = figuresOf(book, 'a')
        const rows = monthRows(scheduleOfDeal(book, 'a'))
        const sum = (key: keyof MonthAmounts) => rows.reduce((total, row) => total + row[key], 0)
        for (const row of rows)
          expect(
            row.base + row.escalation - row.ramp + row.metered + row.oneOff + row.power - row.credits,
          ).toBe(row.payable)
        expect(sum('base') + sum('escalation') - sum('ramp') + sum('oneOff') + sum('metered')).toBe(
          figures.withExpectedUse,
        )
        expect(sum('ramp')).toBe(figures.rampSavings.headline)
        expect(sum('power')).toBe(figures.power)
        expect(sum('credits')).toBe(figures.serviceCredits)
      }),
    )
  })

  it('leave the account in full: payments sum to what is payable, what is prepaid and what comes back', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const schedule = scheduleOfDeal(book, 'a')
        const paid = schedule.payments().amounts.reduce((sum, amount) => sum + amount, 0)
        const payable = monthRows(schedule).reduce((sum, row) => sum + row.payable, 0)
        const ahead = schedule
          .advances()
          .reduce(
            (sum, { paid, credits, returned }) =>
              sum +
              paid.amount -
              (returned?.amount ?? 0) -
              credits.reduce((all, credit) => all + credit.amount, 0),
            0,
          )
        expect(paid).toBe(payable + ahead)
      }),
    )
  })

  it('leave no payment below zero where nothing but a prepayment is credited', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const terms = dealTerms(book, 'a')
        const advances = terms.advances.filter(({ kind }) => kind === 'prepayment')
        const charges = terms.charges.filter(({ charge }) => !charge.carriesForward)
        const schedule = makeSchedule({ ...terms, oneOffs: [], advances, charges })
        // What is left of a prepayment comes back with the last payment.
        const returned = new Set(schedule.advances().map((advance) => advance.returned?.on))
        const { days, amounts } = schedule.payments()
        const least = amounts.filter((_, i) => !returned.has(days[i]))
        expect(Math.min(0, ...least)).toBe(0)
      }),
    )
  })

  it('draw a prepayment by the day: one more day of service never makes what is left of it jump', () => {
    fc.assert(
      fc.property(bookOfOne, fc.double({ min: 0, max: 1, noNaN: true }), (book, place) => {
        const schedule = scheduleOfDeal(book, 'a')
        const day = schedule.start + 1 + Math.floor(place * (schedule.end - schedule.start - 1))
        const prepaid = schedule.advances().filter(({ advance }) => advance.kind === 'prepayment')
        // A day draws at most a 28th of each month's credit, or what it pays of an invoice: at most a ninth, where the
        // last of February counts three days of thirty.
        const fees = schedule.series.reduce(
          (sum, { invoices }) => sum + Math.max(0, ...invoices.amounts) / 9,
          0,
        )
        const most = prepaid.reduce(
          (sum, { paid, advance }) => sum + paid.amount / advance.creditMonths / 28 + fees + 3,
          0,
        )
        const isPaidOnIt = prepaid.some(({ paid }) => paid.on === day)
        const drawn = prepaidBalance(schedule, day) - prepaidBalance(schedule, day + 1)
        if (!isPaidOnIt) expect(drawn).toBeLessThanOrEqual(most)
        if (!isPaidOnIt) expect(drawn).toBeGreaterThanOrEqual(-2 * prepaid.length)
      }),
    )
  })

  it('are posted on stretches that fill the term without gap or overlap, each within one month', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const schedule = scheduleOfDeal(book, 'a')
        const { start, end, plan } = schedule
        const stretches = stretchesOf(schedule)
        expect(stretches.map(({ from }) => from)).toEqual([
          start,
          ...stretches.slice(0, -1).map(({ until }) => until),
        ])
        expect(stretches.at(-1)!.until).toBe(end)
        for (const { from, until, parts, monthParts } of stretches) {
          expect(until - from).toBeGreaterThan(0)
          expect(parts).toBeLessThanOrEqual(monthParts)
          expect(plan.billing.monthOf(until - 1)).toEqual(plan.billing.monthOf(from))
        }
      }),
    )
  })

  it('are the same however a ramp step is cut in two', () => {
    const cuts = fc.tuple(bookOfOne, fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(cuts, ([book, place]) => {
        const terms = dealTerms(book, 'a')
        const [first, ...rest] = terms.charges
        const step = first!.ramp[0]
        if (!step) return
        const [from, until] = [dayOf(step.from), dayOf(step.until)]
        const day = dateOf(from + Math.round(place * (until - from)))
        if (day === step.from || day === step.until) return
        const ramp = [{ ...step, until: day }, { ...step, from: day }, ...first!.ramp.slice(1)]
        const cut = makeSchedule({ ...terms, charges: [{ ...first!, ramp }, ...rest] })
        expect(totalContractValue(cut)).toBe(totalContractValue(scheduleOf(terms)))
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
            figures.withExpectedUse,
            figures.cashStillToPay,
            figures.leastObligation.amount,
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
          expect(figures.months).toBeGreaterThanOrEqual(0)
          const { averageLife: life, incrementalRate: rate } = figures
          for (const root of rate?.roots ?? [])
            expect(Number.isFinite(root) && root > -1 && !Object.is(root, -0)).toBe(true)
          const floats = [
            ...Object.values(figures.presentValues),
            ...Object.values(figures.unitPrices),
            figures.averageAnnualValue,
            figures.effectiveMonthly,
            figures.renewed.expected,
            figures.expectedValue.cost,
            figures.expectedValue.months,
            life?.weightedAverageLife ?? null,
            life?.duration ?? null,
          ]
          for (const value of floats)
            expect(value === null || (Number.isFinite(value) && !Object.is(value, -0))).toBe(true)
        }
      }),
    )
  })

  it('owe in the first twelve months no more than in all', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        // The first-year value is at expected usage, and so is the total it is a part of.
        const { firstTwelveMonths, withExpectedUse, terms } = figuresOf(book, 'a')
        if (terms.oneOffs.length === 0) expect(firstTwelveMonths).toBeLessThanOrEqual(withExpectedUse)
        if (terms.oneOffs.length === 0 && dayOf(terms.deal.end) - dayOf(terms.deal.start) <= 365)
          expect(firstTwelveMonths).toBe(withExpectedUse)
      }),
    )
  })
})

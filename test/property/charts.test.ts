import * as fc from 'fast-check'
import { describe, it, expect } from 'vitest'
import { chartIds, defaultChartOptions } from '../../shared/charts/chart.ts'
import { chartOf } from '../../shared/charts/charts.ts'
import { costUntil } from '../../shared/engine/accrual.ts'
import { compare } from '../../shared/engine/compare.ts'
import { costOfService, costPaid, sumOfKinds } from '../../shared/engine/costKinds.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { monthsAfter, startOfMonth } from '../../shared/days.ts'
import { valueScale } from '../../shared/charts/scale.ts'
import { bookOfOne, bookOfTwo } from './arbitraries.ts'

const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const

const month = fc.integer({ min: 1, max: 12 })

describe('the kinds of what a month costs', () => {
  it('sum to what cumulative cost grows by in it, and over all months to the cost of the deal', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const schedule = scheduleOf(compare(book).columns[0]!.terms)
        let sum = 0
        for (const [month, amounts] of costOfService(schedule)) {
          const grown = costUntil(schedule, monthsAfter(month, 1)) - costUntil(schedule, month)
          expect(sumOfKinds(amounts)).toBe(grown)
          sum += grown
        }
        expect(sum).toBe(costUntil(schedule, Infinity))
      }),
    )
  })

  it('sum to the payments of the month, by payment date', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const schedule = scheduleOf(compare(book).columns[0]!.terms)
        const paid = new Map<number, number>()
        const { days, amounts } = schedule.payments()
        for (const [i, day] of days.entries())
          paid.set(startOfMonth(day), (paid.get(startOfMonth(day)) ?? 0) + amounts[i]!)
        const ours = costPaid(schedule)
        for (const month of new Set([...paid.keys(), ...ours.keys()]))
          expect(sumOfKinds(ours.get(month) ?? {})).toBe(paid.get(month) ?? 0)
      }),
    )
  })
})

describe('the charts of any two deals', () => {
  it('hold finite numbers within their scale, in no more points and bars than a plot takes', () => {
    fc.assert(
      fc.property(
        bookOfTwo,
        fc.constantFrom(...chartIds),
        fc.boolean(),
        month,
        (book, id, isOther, yearStart) => {
          const { context, columns } = compare(book)
          const marks = columns.map((_, index) => ({ colour: index + 1, dash: undefined }))
          const options = isOther
            ? ({
                paymentsBy: 'payment',
                costBasis: 'paid',
                exitParty: 'provider',
                priceUnit: 'megawattMonth',
              } as const)
            : defaultChartOptions
          const source = { context, columns, marks, style, selected: 0, yearStart }
          const chart = chartOf(id, source, options)
          const { low, high } = valueScale(chart, style)
          // Ticks are floats.
          const nearly = (high - low) * 1e-9
          expect(chart.rows.length).toBeLessThanOrEqual(chart.series[0]?.shape === 'bar' ? 100 : 601)
          for (const { at, until, values } of chart.rows) {
            expect(chart.from <= at && at <= until && until <= chart.until).toBe(true)
            expect(values).toHaveLength(chart.series.length)
            for (const [i, value] of values.entries()) {
              if (value === null) continue
              expect(Number.isFinite(value) && !Object.is(value, -0)).toBe(true)
              if (!chart.series[i]!.isBeyondScale)
                expect(low - nearly <= value && value <= high + nearly).toBe(true)
            }
          }
          for (const { at } of chart.markers) expect(Number.isFinite(at)).toBe(true)
        },
      ),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate } from '../../shared/format/date.ts'
import {
  formatAmount,
  formatCount,
  formatPercent,
  formatPower,
  formatTermAmount,
  type NumberStyle,
} from '../../shared/format/number.ts'
import { parseAmount, parseCount, parseDate, parsePercent, parsePower } from '../../shared/format/parse.ts'
import { currencyDigits } from '../../shared/money.ts'
import { limits } from '../../shared/schema/limits.ts'
import { addDays } from '../../shared/calendar.ts'
import { anyDate, fee } from './arbitraries.ts'

const locale = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'es-ES', 'sv-SE')
const style: fc.Arbitrary<NumberStyle> = fc.record({
  locale,
  currency: fc.constantFrom(...Object.keys(currencyDigits)),
  unit: fc.constant('exact'),
})

const percentBounds = {
  least: limits.lowestDiscountRate,
  most: limits.highestDiscountRate,
  subject: 'A rate',
}

describe('what is shown is read back as it was', () => {
  it('an amount, as a term and to the smallest unit, in every currency', () => {
    fc.assert(
      fc.property(fee, style, (amount, style) => {
        expect(parseAmount(formatTermAmount(amount, style), style)).toEqual({ ok: true, value: amount })
        expect(parseAmount(formatAmount(amount, style), style)).toEqual({ ok: true, value: amount })
      }),
      { numRuns: 500 },
    )
  })

  it('a percentage', () => {
    const rate = fc.integer({ min: limits.lowestDiscountRate, max: limits.highestDiscountRate })
    fc.assert(
      fc.property(rate, locale, (rate, locale) => {
        expect(parsePercent(formatPercent(rate, locale), locale, percentBounds)).toEqual({
          ok: true,
          value: rate,
        })
      }),
    )
  })

  it('a date', () => {
    fc.assert(
      fc.property(
        anyDate.filter((date) => date < limits.latestDate),
        fc.constantFrom('first', 'last'),
        (date, monthMeans) => {
          expect(parseDate(formatDate(date), monthMeans)).toEqual({ ok: true, value: date })
          expect(parseDate(date, monthMeans)).toEqual({ ok: true, value: date })
        },
      ),
    )
  })

  it('a power', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: limits.kilowatts }), locale, (kilowatts, locale) => {
        expect(parsePower(formatPower(kilowatts, locale), locale)).toEqual({ ok: true, value: kilowatts })
      }),
    )
  })

  it('a count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: limits.gpus }), locale, (count, locale) => {
        const bounds = { least: 0, most: limits.gpus, subject: 'The number' }
        expect(parseCount(formatCount(count, locale), locale, bounds)).toEqual({ ok: true, value: count })
      }),
    )
  })
})

describe('a civil date', () => {
  it('is moved by days there and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date)
      }),
    )
  })
})

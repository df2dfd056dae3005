import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, formatDay, formatMonth } from '../../shared/format/date.ts'
import {
  decimalText,
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
import { dateOf, dayOf, monthsAfter, startOfMonth } from '../../shared/days.ts'
import { locales } from '../locales.ts'
import { anyDate, fee } from './arbitraries.ts'

const currency = fc.constantFrom(...Object.keys(currencyDigits))

/** The exclamation mark to the tilde in the forms a Japanese keyboard writes; the space is ideographic then. */
const fullWidth = (text: string) =>
  text
    .replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    .replaceAll(/\p{Zs}/gu, '\u3000')
    .replaceAll('¥', '\uffe5')
    .replaceAll('₩', '\uffe6')

/** With the spaces, hyphens and signs of currencies that a keyboard has. */
const typed = (text: string) =>
  text
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll('\u2212', '-')
    .replaceAll('\uffe5', '¥')

/** What is shown, and the ways in which the same may be typed or pasted. */
const waysOf = (shown: string, locale: string): string[] => [
  shown,
  typed(shown),
  typed(shown).replaceAll(/ (?=[%\p{L}])/gu, ''),
  fullWidth(shown),
  ` ${typed(shown).toLowerCase()}\t`,
  withoutGroups(shown, locale),
  inLatin(shown, locale),
]

function withoutGroups(shown: string, locale: string): string {
  const group = new Intl.NumberFormat(locale).formatToParts(1234567).find(({ type }) => type === 'group')
  return typed(shown.replaceAll(/\p{Nd}.*\p{Nd}/gu, (number) => number.replaceAll(group!.value, '')))
}

/** With Latin digits and the signs that go with them in that place. */
function inLatin(shown: string, locale: string): string {
  const [own, latin] = [{}, { numberingSystem: 'latn' }].map((options) => {
    const parts = new Intl.NumberFormat(locale, options).formatToParts(1234567.5)
    return (type: string) => parts.find((part) => part.type === type)!.value
  }) as [(type: string) => string, (type: string) => string]
  const digits = Array.from({ length: 10 }, (_, digit) => new Intl.NumberFormat(locale).format(digit))
  const signs = new Map(digits.map((digit, i) => [digit, String(i)]))
  for (const type of ['decimal', 'group']) signs.set(own(type), latin(type))
  // The sign of a currency keeps its own.
  return shown.replaceAll(/\p{Nd}[^%]*\p{Nd}|\p{Nd}/gu, (number) =>
    Array.from(number, (sign) => signs.get(sign) ?? sign).join(''),
  )
}

const percentBounds = {
  least: limits.lowestDiscountRate,
  most: limits.highestDiscountRate,
  subject: 'A rate',
}

/** Of each place: there are many. */
const runs = { numRuns: process.env['OFFTAKE_LONG'] === '1' ? 300 : 20 }

describe.each(locales)('what is shown in %s is read back as it was', (locale) => {
  it('an amount, as a term and to the smallest unit, in every currency', () => {
    fc.assert(
      fc.property(fee, currency, (amount, currency) => {
        const style: NumberStyle = { locale, currency, unit: 'exact' }
        for (const shown of [formatTermAmount(amount, style), formatAmount(amount, style)])
          for (const text of waysOf(shown, locale))
            expect([text, parseAmount(text, style)]).toEqual([text, { ok: true, value: amount }])
      }),
      runs,
    )
  })

  it('an amount as the place itself writes its currency', () => {
    fc.assert(
      fc.property(fee, currency, (amount, currency) => {
        const style: NumberStyle = { locale, currency, unit: 'exact' }
        const local = new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          currencyDisplay: 'narrowSymbol',
        })
        const text = local.format(decimalText(amount, currencyDigits[currency]!))
        expect([text, parseAmount(text, style)]).toEqual([text, { ok: true, value: amount }])
      }),
      runs,
    )
  })

  it('a percentage, and as the place itself writes it', () => {
    const rate = fc.integer({ min: limits.lowestDiscountRate, max: limits.highestDiscountRate })
    const local = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
    fc.assert(
      fc.property(rate, (rate) => {
        for (const text of [
          ...waysOf(formatPercent(rate, locale), locale),
          local.format(decimalText(rate, 6)),
        ])
          expect([text, parsePercent(text, locale, percentBounds)]).toEqual([text, { ok: true, value: rate }])
      }),
      runs,
    )
  })

  it('a power, in megawatts and in kilowatts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: limits.kilowatts }), (kilowatts) => {
        for (const text of [
          ...waysOf(formatPower(kilowatts, locale), locale),
          ...waysOf(`${formatCount(kilowatts, locale)} kW`, locale),
        ])
          expect([text, parsePower(text, locale)]).toEqual([text, { ok: true, value: kilowatts }])
      }),
      runs,
    )
  })

  it('a count', () => {
    const bounds = { least: -limits.gpus, most: limits.gpus, subject: 'The number' }
    fc.assert(
      fc.property(fc.integer({ min: bounds.least, max: bounds.most }), (count) => {
        for (const text of waysOf(formatCount(count, locale), locale))
          expect([text, parseCount(text, locale, bounds)]).toEqual([text, { ok: true, value: count }])
      }),
      runs,
    )
  })
})

describe('what is shown alike everywhere is read back as it was', () => {
  const date = anyDate.filter((date) => date < limits.latestDate)

  it('a date', () => {
    fc.assert(
      fc.property(date, fc.constantFrom('first', 'last'), (date, monthMeans) => {
        for (const shown of [formatDate(date), formatDay(dayOf(date)), date])
          for (const text of [shown, fullWidth(shown), shown.replaceAll(' ', '\u00a0'), shown.toUpperCase()])
            expect([text, parseDate(text, monthMeans)]).toEqual([text, { ok: true, value: date }])
      }),
      runs,
    )
  })

  it('a month, as its first or its last day', () => {
    fc.assert(
      fc.property(date, (date) => {
        const first = startOfMonth(dayOf(date))
        const last = monthsAfter(first, 1) - 1
        for (const text of [formatMonth(first), fullWidth(formatMonth(last))]) {
          expect([text, parseDate(text, 'first')]).toEqual([text, { ok: true, value: dateOf(first) }])
          expect([text, parseDate(text, 'last')]).toEqual([text, { ok: true, value: dateOf(last) }])
        }
      }),
      runs,
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

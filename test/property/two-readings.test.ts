import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Parsed } from '../../shared/format/expression.ts'
import { decimalText, type NumberStyle } from '../../shared/format/number.ts'
import {
  parseAmount,
  parseCount,
  parsePercent,
  parsePower,
  parseUnitPrice,
} from '../../shared/format/parse.ts'
import { parsePaymentSchedule } from '../../shared/format/paymentSchedule.ts'
import { plainForms } from '../../shared/format/plainForms.ts'
import { locales } from '../locales.ts'

const dinars = (locale: string): NumberStyle => ({ locale, currency: 'KWD', unit: 'exact' })
const gpus = { least: 0, most: 10 ** 9, subject: 'The number of GPUs', ignored: ['GPUs'] }
const share = { least: 0, most: 1_000_000, subject: 'A discount' }

const scheduled = (text: string, locale: string): Parsed<number> => {
  const read = parsePaymentSchedule(`2026-05-01\t${text}`, dinars(locale))
  return read.ok ? { ok: true, value: read.value[0]!.amount } : read
}

/** Every kind of field, with the text written into it and how much its unit is of what it keeps. */
const fields: readonly [
  name: string,
  write: (digits: string) => string,
  read: (text: string, locale: string) => Parsed<number>,
  kept: number,
][] = [
  ['an amount', (digits) => digits, (text, locale) => parseAmount(text, dinars(locale)), 1000],
  [
    'an amount in thousands',
    (digits) => `${digits}k`,
    (text, locale) => parseAmount(text, dinars(locale)),
    10 ** 6,
  ],
  ['a formula', (digits) => `=${digits}*2`, (text, locale) => parseAmount(text, dinars(locale)), 2000],
  ['a price', (digits) => digits, (text, locale) => parseUnitPrice(text, dinars(locale)), 10 ** 6],
  ['a percentage', (digits) => `${digits}%`, (text, locale) => parsePercent(text, locale, share), 10_000],
  ['megawatts', (digits) => `${digits} MW`, parsePower, 1000],
  ['megawatts without their unit', (digits) => digits, parsePower, 1000],
  ['thousands of GPUs', (digits) => `${digits}k`, (text, locale) => parseCount(text, locale, gpus), 1000],
  ['a line of a payment schedule', (digits) => digits, scheduled, 1000],
]

const signs = ['.', ',', "'", '’', ' ', '\u00a0', '\u202f', '\u066b', '\u066c']

describe.each(fields)('a zero and one separator before three digits, as %s', (_, write, read, kept) => {
  it('is less than one, or a question with both readings, wherever the field stands', () => {
    for (const locale of locales)
      for (const sign of signs) {
        const answer = read(write(`0${sign}065`), locale)
        // 0.065 of the unit, in what the field keeps of one: 65 thousandths.
        if (answer.ok) expect([locale, sign, answer.value]).toEqual([locale, sign, (kept * 65) / 1000])
        else
          expect([locale, sign, answer.problem]).toEqual([
            locale,
            sign,
            expect.stringMatching(/ could be .* or |if that is what you mean/),
          ])
      }
  })
})

describe('digits whose decimals are finer than the field keeps, and look like a group', () => {
  const cents = (text: string, locale = 'en-US') =>
    parseAmount(text, { locale, currency: 'USD', unit: 'exact' })
  const question = (digits: string, one: string, other: string, sign: string) => ({
    ok: false,
    problem: `“${digits}” could be ${one} or ${other}. Write the one you mean; “${sign}” separates decimals here.`,
  })

  it('are questioned', () => {
    expect(parseCount('220.000', 'en-US', gpus)).toEqual(question('220.000', '220', '220,000', '.'))
    expect(parseCount('220,000 GPUs', 'de-DE', gpus)).toEqual(question('220,000', '220', '220.000', ','))
    expect(cents('1.250')).toEqual(question('1.250', '1.25', '1,250', '.'))
    expect(cents('=1.250*2')).toEqual(question('1.250', '1.25', '1,250', '.'))
    expect(cents('1,250', 'fr-FR')).toEqual(question('1,250', '1,25', '1\u202f250', ','))
    expect(parsePower('300.000 kW', 'en-US')).toEqual(question('300.000', '300', '300,000', '.'))
  })

  it('and are decimals where the field keeps as many', () => {
    expect(cents('1.250B')).toEqual({ ok: true, value: 1_250_000_000_00 })
    expect(parsePower('1.250', 'en-US')).toEqual({ ok: true, value: 1250 })
    expect(parseUnitPrice('2.910', dinars('en-US'))).toEqual({ ok: true, value: 2_910_000 })
    expect(parsePercent('12.500 %', 'en-US', share)).toEqual({ ok: true, value: 125_000 })
  })
})

/** Whether a place groups digits by two above the thousands. */
const groupsByTwo = (locale: string): boolean =>
  new Intl.NumberFormat(locale).formatToParts(1_234_567).find(({ type }) => type === 'integer')!.value
    .length === 2

describe('a number as one place writes it, read in another', () => {
  it('is read with groups of three in a place that groups by two, too', () => {
    for (const text of ['1,00,001', '100,001'])
      expect(parseAmount(text, dinars('gu-IN'))).toEqual({ ok: true, value: 100_001_000 })
  })

  it('is not read where its groups are of two signs', () => {
    // 391,030.201 as Uzbekistan writes it; by American signs alone, 391,030,201.
    expect(parseAmount('391 030,201', dinars('en-US'))).toMatchObject({ ok: false })
    expect(parseAmount('391 030,201', dinars('uz-UZ'))).toEqual({ ok: true, value: 391_030_201 })
  })

  it('is that number, or refused, or written so in the other place too', () => {
    const place = fc.constantFrom(...locales)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), place, place, (fils, from, to) => {
        const number = decimalText(fils, 3)
        const text = new Intl.NumberFormat(from, { maximumFractionDigits: 3 }).format(number)
        const read = parseAmount(text, dinars(to))
        if (!read.ok || read.value === fils) return
        const writtenIn = (locale: string) =>
          plainForms(
            new Intl.NumberFormat(locale, { minimumFractionDigits: 3, useGrouping: true }).format(
              decimalText(read.value, 3),
            ),
          ).replace(/\D0+$/, '')
        // Indian places write 1,00,001, and read 100,001 too: their spreadsheets hold both.
        const forms = groupsByTwo(to) ? [writtenIn(to), writtenIn('en-US')] : [writtenIn(to)]
        expect(forms, `${from} read in ${to}`).toContain(plainForms(text))
      }),
      { numRuns: 5000 },
    )
  })
})

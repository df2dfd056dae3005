import { describe, expect, it } from 'vitest'
import type { NumberStyle } from '../../shared/format/number.ts'
import { parseAmount } from '../../shared/format/parse.ts'
import { limits } from '../../shared/schema/limits.ts'

const dollars: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'exact' }
const euros: NumberStyle = { locale: 'de-DE', currency: 'EUR', unit: 'exact' }

/** The cents understood, or the sentence. */
function read(text: string, style = dollars): number | string {
  const amount = parseAmount(text, style)
  return amount.ok ? amount.value : amount.problem
}

describe('an amount is read', () => {
  it.each([
    ['1.25B', 1_250_000_000_00],
    ['1.25 bn', 1_250_000_000_00],
    ['$1.25B', 1_250_000_000_00],
    ['1.25b usd', 1_250_000_000_00],
    ['USD1.25B', 1_250_000_000_00],
    ['920m', 920_000_000_00],
    ['920 MM', 920_000_000_00],
    ['920 mn', 920_000_000_00],
    ['250k', 250_000_00],
    ['0.00125T', 1_250_000_000_00],
    ['1,250,000,000', 1_250_000_000_00],
    ['1 250 000 000', 1_250_000_000_00],
    ['1’250’000', 1_250_000_00],
    ['1234.56', 1234_56],
    ['.5', 50],
    // As spreadsheets write large numbers and small ones.
    ['1.25E+09', 1_250_000_000_00],
    ['1.25e9', 1_250_000_000_00],
    ['$1.25E+09', 1_250_000_000_00],
    ['1E-2', 1],
    ['0', 0],
    ['-0', 0],
    ['  920m  ', 920_000_000_00],
  ])('%s as %i cents', (text, cents) => {
    expect(Object.is(read(text), cents)).toBe(true)
  })

  it.each([
    ['1,25B', 1_250_000_000_00],
    ['1.250.000.000,00 €', 1_250_000_000_00],
    ['1,25E+09', 1_250_000_000_00],
    ['1.250', 1250_00],
    ['920m', 920_000_000_00],
    ['=1,25B*0,5', 625_000_000_00],
  ])('%s in German as %i cents', (text, cents) => {
    expect(read(text, euros)).toBe(cents)
  })

  it.each([
    ['1\u202f250\u202f000,50', 1_250_000_50],
    ['1\u00a0250\u00a0000,50\u00a0€', 1_250_000_50],
    ['1\u2009250\u2009000', 1_250_000_00],
    ['1 250,5 M', 1_250_500_000_00],
    ['=1,25B − 250M', 1_000_000_000_00],
  ])('%j in French, whatever space parts the thousands, as %i cents', (text, cents) => {
    expect(read(text, { ...euros, locale: 'fr-FR' })).toBe(cents)
  })

  it.each([
    ['￥１，２５０', 1250],
    ['¥1,250', 1250],
    ['１．２５Ｂ', 1_250_000_000],
    ['＝（１Ｂ＋２５０Ｍ）＊２', 2_500_000_000],
    ['１，２５０\u3000ＪＰＹ', 1250],
  ])('%s in Japanese, in full-width forms or not, as %i yen', (text, yen) => {
    expect(read(text, { locale: 'ja-JP', currency: 'JPY', unit: 'exact' })).toBe(yen)
  })

  it('1,250 by the separators of the place alone', () => {
    const dinars = (locale: string): NumberStyle => ({ locale, currency: 'KWD', unit: 'exact' })
    expect(read('1,250', dinars('en-US'))).toBe(1250_000)
    expect(read('1,250', dinars('ja-JP'))).toBe(1250_000)
    expect(read('1,250', dinars('de-DE'))).toBe(1_250)
    expect(read('1,250', dinars('fr-FR'))).toBe(1_250)
    expect(read('1.250', dinars('fr-FR'))).toBe(
      '“1.250” could be 1,25 or 1\u202f250. Write the one you mean; “,” separates decimals here.',
    )
  })

  it('12,50,000 in India by its own groups, and by threes', () => {
    const rupees: NumberStyle = { locale: 'en-IN', currency: 'INR', unit: 'exact' }
    expect(read('₹12,50,000', rupees)).toBe(1_250_000_00)
    expect(read('1,250,000', rupees)).toBe(1_250_000_00)
    expect(read('12,50,000')).toBe(
      '“12,50,000” is not written as numbers are here. Write 1,250,000 if that is what you mean.',
    )
  })

  it.each([
    ['=1.25B*0.5', 625_000_000_00],
    ['=1.25B*1.02', 1_275_000_000_00],
    ['=1.25B*50%', 625_000_000_00],
    ['=2*(350m+10m)-20m', 700_000_000_00],
    ['=1B/3', 333_333_333_33],
    ['=2B/3', 666_666_666_67],
    ['= 1.25B × 2 ÷ 4', 625_000_000_00],
    ['=--5', 5_00],
    // Left to right: 8/4/2 is 1, 8-4-2 is 2.
    ['=8/4/2', 1_00],
    ['=8-4-2', 2_00],
    // No digit passes a double: 0.1 + 0.2.
    ['=(0.1+0.2)*10', 3_00],
  ])('after an equals sign as a formula: %s', (text, cents) => {
    expect(read(text)).toBe(cents)
  })

  it('with three decimals in dinars, and none in yen', () => {
    expect(read('1.234', { ...dollars, currency: 'KWD' })).toBe(1234)
    expect(read('¥1,250', { ...dollars, currency: 'JPY' })).toBe(1250)
    expect(read('1.5', { ...dollars, currency: 'JPY' })).toBe('An amount in JPY has at most 0 decimals.')
  })
})

describe('an amount is refused in words', () => {
  it.each([
    ['', 'Nothing is written here. Write a number, such as 1.25B or 920m.'],
    [
      '1.25X',
      '“X” is not a unit this field knows. Units here are k, m, mm, mn, b, bn, t. Write a number, such as 1.25B or 920m.',
    ],
    ['50%', 'An amount is wanted here, not a percentage. Write, for example, 1.25B or 920m.'],
    ['abc', '“abc” is not a number. Write a number, such as 1.25B or 920m.'],
    ['1.234', 'An amount in USD has at most 2 decimals.'],
    ['-5', 'A fee cannot be below zero.'],
    ['=1-2', 'A fee cannot be below zero.'],
    ['101B', 'A fee of more than $100,000\u00a0M a month is beyond what a book can hold.'],
    ['1,25', '“1,25” could be 1.25 or 125. Write the one you mean; “.” separates decimals here.'],
    [
      '1.250.000',
      '“1.250.000” is not written as numbers are here. Write 1,250,000 if that is what you mean.',
    ],
    [
      '1 2',
      '“1 2” is not one number. Write a number, such as 1.25B or 920m, or a formula that begins with =.',
    ],
    [
      '2*3',
      '“2*3” is not one number. Write a number, such as 1.25B or 920m, or a formula that begins with =.',
    ],
    ['=', 'The formula ends where a number belongs.'],
    ['=1/0', 'The formula divides by zero.'],
    ['=1/(2-2)', 'The formula divides by zero.'],
    ['=(1+2', 'A bracket is open: the formula wants a “)”.'],
    ['=1+2)', 'The formula has a “)” too many.'],
    ['=1 2', 'The formula wants an operator (+, -, * or /) between two numbers.'],
    ['1E+31', 'The exponent +31 is too large. Write a number, such as 1.25B or 920m.'],
    ['1,250E+06', '“1,250” could be 1.25 or 1,250. Write the one you mean; “.” separates decimals here.'],
    ['=*2', 'The formula has a “*” where a number belongs.'],
  ])('%j', (text, sentence) => {
    expect(read(text)).toBe(sentence)
  })

  it('gives the readings as numbers are written where the field stands', () => {
    expect(read('1.25B', euros)).toBe(
      '“1.25” could be 1,25 or 125. Write the one you mean; “,” separates decimals here.',
    )
  })

  it('takes the largest fee a book can hold, and not a cent more', () => {
    expect(read('100B')).toBe(limits.monthlyFee)
    expect(read('100000000000.01')).toMatch(/beyond what a book can hold/)
  })

  it('is no command of a spreadsheet', () => {
    expect(read('=SUM(A1)')).toMatch(/is not a number/)
    expect(read("=cmd|' /C calc'!A0")).toMatch(/is not a number/)
  })
})

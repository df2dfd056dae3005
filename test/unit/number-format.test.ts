import { describe, expect, it } from 'vitest'
import {
  type AmountUnit,
  decimalText,
  formatAmount,
  formatChangePercent,
  formatNumber,
  formatPercent,
  formatPrice,
  formatTermAmount,
  type NumberStyle,
} from '../../shared/format/number.ts'

const style = (unit: AmountUnit, locale = 'en-US', currency = 'USD'): NumberStyle => ({
  locale,
  currency,
  unit,
})

/** With ordinary spaces and hyphens, to be read here. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2212', '-')

describe('an amount is shown', () => {
  it.each([
    ['billions', '$45.000 B'],
    ['millions', '$45,000.0 M'],
    ['thousands', '$45,000,000 k'],
    ['exact', '$45,000,000,000.00'],
  ] as const)('in %s', (unit, text) => {
    expect(plain(formatAmount(45_000_000_000_00, style(unit)))).toBe(text)
  })

  it('with as many decimals as are asked for, halves away from zero', () => {
    const shown = (unit: AmountUnit, decimals: number, amount = 1_234_567_890_50) =>
      plain(formatAmount(amount, { ...style(unit), decimals }))
    expect(shown('billions', 0)).toBe('$1 B')
    expect(shown('billions', 6)).toBe('$1.234568 B')
    expect(shown('millions', 3)).toBe('$1,234.568 M')
    expect(shown('thousands', 1)).toBe('$1,234,567.9 k')
    expect(shown('exact', 0)).toBe('$1,234,567,891')
    expect(shown('exact', 0, -50)).toBe('-$1')
    // A term is never rounded, whatever is asked for.
    expect(plain(formatTermAmount(1_234_567_890_50, { ...style('billions'), decimals: 0 }))).toBe(
      '$1,234,567,890.50',
    )
  })

  it('with the separators of the place', () => {
    expect(plain(formatAmount(6_169_354_838_71, style('exact', 'de-DE', 'EUR')))).toBe('€6.169.354.838,71')
    expect(plain(formatAmount(6_169_354_838_71, style('billions', 'de-DE', 'EUR')))).toBe('€6,169 B')
  })

  it('with a space behind a currency of letters', () => {
    expect(plain(formatAmount(1_234_50, style('exact', 'en-US', 'CHF')))).toBe('CHF 1,234.50')
    expect(plain(formatTermAmount(920_000_000_00, style('exact', 'en-US', 'AED')))).toBe('AED 920 M')
  })

  it('with as many decimals as the currency has', () => {
    expect(plain(formatAmount(1234, style('exact', 'en-US', 'JPY')))).toBe('¥1,234')
    expect(plain(formatAmount(1234, style('exact', 'en-US', 'KWD')))).toBe('KWD 1.234')
    expect(plain(formatAmount(1_250_000_000, style('billions', 'en-US', 'JPY')))).toBe('¥1.250 B')
  })

  it('as a change with its sign, and nothing without one', () => {
    expect(plain(formatAmount(645_000_000_00, style('billions'), true))).toBe('+$0.645 B')
    expect(plain(formatAmount(-645_000_000_00, style('billions'), true))).toBe('-$0.645 B')
    expect(plain(formatAmount(0, style('billions'), true))).toBe('$0.000 B')
    expect(plain(formatAmount(-0, style('exact')))).toBe('$0.00')
  })

  it('never as minus zero', () => {
    expect(plain(formatAmount(-1_00, style('billions')))).toBe('$0.000 B')
    expect(plain(formatPrice(-0.001, 2, style('exact')))).toBe('$0.00')
    expect(plain(formatNumber(-0.0001, 3, 'en-US'))).toBe('0.000')
    expect(plain(formatChangePercent(-0.0001, 'en-US'))).toBe('0.0 %')
  })

  it('with halves rounded away from zero, as a spreadsheet does', () => {
    expect(plain(formatAmount(500_000_00, style('billions')))).toBe('$0.001 B')
    expect(plain(formatAmount(-2_500_000_00, style('billions')))).toBe('-$0.003 B')
  })

  it('without an exponent, however large a present value is', () => {
    expect(plain(formatAmount(2 ** 80, style('billions')))).toBe('$12,089,258,196,146.292 B')
  })

  it('to the cent where a double would lose it', () => {
    expect(plain(formatAmount(Number.MAX_SAFE_INTEGER, style('exact')))).toBe('$90,071,992,547,409.91')
  })
})

describe('a term’s amount is never rounded', () => {
  it.each([
    [1_250_000_000_00, '$1,250 M'],
    [1_234_560_000_00, '$1,234.56 M'],
    [1_234_567_890_00, '$1,234,567,890.00'],
    [999_999_99, '$999,999.99'],
    [0, '$0.00'],
  ])('%i cents', (amount, text) => {
    expect(plain(formatTermAmount(amount, style('billions')))).toBe(text)
  })
})

describe('a percentage is shown', () => {
  it.each([
    [500_000, '50 %'],
    [125_000, '12.5 %'],
    [1, '0.0001 %'],
    [-20_000, '-2 %'],
    [0, '0 %'],
  ])('%i parts per million', (share, text) => {
    expect(plain(formatPercent(share, 'en-US'))).toBe(text)
  })
})

describe('an integer is written out as a decimal', () => {
  it.each([
    [125, 2, '1.25'],
    [-5, 2, '-0.05'],
    [7, 0, '7'],
    [0, 3, '0.000'],
  ])('%i with %i decimals', (value, digits, text) => {
    expect(decimalText(value, digits)).toBe(text)
  })
})

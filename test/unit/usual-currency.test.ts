import { expect, it } from 'vitest'
import { usualCurrency } from '../../shared/format/currency.ts'
import { currencyDigits } from '../../shared/money.ts'

it.each([
  ['en-US', 'USD'],
  ['de-DE', 'EUR'],
  ['fr-FR', 'EUR'],
  ['en-IE', 'EUR'],
  ['en-GB', 'GBP'],
  ['de-CH', 'CHF'],
  ['fr-CA', 'CAD'],
  ['en-AU', 'AUD'],
  ['zh-SG', 'SGD'],
  ['hi-IN', 'INR'],
  ['ar-AE', 'AED'],
  ['ar-SA', 'SAR'],
  ['ja-JP', 'JPY'],
  ['ko-KR', 'KRW'],
  ['ar-KW', 'KWD'],
  // A language alone is that of the region where most speak it.
  ['de', 'EUR'],
  ['en', 'USD'],
  // No book can be kept in reais, złoty or yuan.
  ['pt-BR', 'USD'],
  ['pl-PL', 'USD'],
  ['zh-CN', 'USD'],
])('a new book in %s is offered in %s', (locale, currency) => {
  expect(usualCurrency(locale)).toBe(currency)
  expect(Object.keys(currencyDigits)).toContain(currency)
})

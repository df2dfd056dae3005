import { describe, expect, it } from 'vitest'
import type { NumberStyle } from '../../shared/format/number.ts'
import { parsePaymentSchedule } from '../../shared/format/paymentSchedule.ts'

const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'billions' }
const read = (text: string) => parsePaymentSchedule(text, style)
const fee = (label: string, on: string, amount: number) => ({ label, on, kind: 'fee', amount })
const credit = (label: string, on: string, amount: number) => ({ label, on, kind: 'credit', amount })
const problemOf = (text: string) => {
  const made = read(text)
  return made.ok ? null : made.problem
}

describe('a payment schedule is read from a spreadsheet', () => {
  it('as lines of date and amount', () => {
    expect(read('2026-05-31\t1,250,000.00\n30 Jun 2026\t$2.5m')).toEqual({
      ok: true,
      value: [fee('Payment', '2026-05-31', 1_250_000_00), fee('Payment', '2026-06-30', 2_500_000_00)],
    })
  })

  it('as lines of name, date and amount, where a name may be missing', () => {
    expect(read('Installation\t1 May 2026\t5m\r\n\t1 Jun 2026\t7m\r\n')).toEqual({
      ok: true,
      value: [fee('Installation', '2026-05-01', 5_000_000_00), fee('Payment', '2026-06-01', 7_000_000_00)],
    })
  })

  it.each([
    '-5m',
    '\u22125m',
    '$-5m',
    '-$5m',
    '(5m)',
    '($5,000,000.00)',
    '$ (5,000,000.00)',
    '\uff085m\uff09',
  ])('%s is a credit', (written) => {
    expect(read(`1 May 2026\t${written}`)).toEqual({
      ok: true,
      value: [credit('Credit', '2026-05-01', 5_000_000_00)],
    })
  })

  it('a formula keeps its minus', () => {
    expect(read('1 May 2026\t=10m-5m')).toEqual({
      ok: true,
      value: [fee('Payment', '2026-05-01', 5_000_000_00)],
    })
  })

  it.each(['Date\tAmount', 'What for\tDate\tAmount (USD)', '日付\t金額', 'Due\tFees 2026'])(
    'the heading “%s” is passed over, and so are empty lines',
    (heading) => {
      expect(read(`\n${heading}\n\n1 May 2026\t5m\n\t\n`)).toEqual({
        ok: true,
        value: [fee('Payment', '2026-05-01', 5_000_000_00)],
      })
    },
  )

  it('with quoted cells, and columns beside them in which nothing is', () => {
    expect(read('"Hall ""A"""\t1 May 2026\t"1,250.00"\t\t\n"Two\nlines"\t2 May 2026\t5m\t\t')).toEqual({
      ok: true,
      value: [fee('Hall "A"', '2026-05-01', 1_250_00), fee('Two lines', '2026-05-02', 5_000_000_00)],
    })
  })

  it('with the apostrophe of a guarded text taken away, and large numbers as spreadsheets shorten them', () => {
    expect(read("'=SUM\t1 May 2026\t1.25E+09")).toEqual({
      ok: true,
      value: [fee('=SUM', '2026-05-01', 1_250_000_000_00)],
    })
  })

  it('in the numbers of where the field stands', () => {
    expect(
      parsePaymentSchedule('1.5.2026\t1.250.000,50', { locale: 'de-DE', currency: 'EUR', unit: 'billions' }),
    ).toEqual({ ok: true, value: [fee('Payment', '2026-05-01', 1_250_000_50)] })
  })
})

describe('one line that cannot be read refuses all, and is named with why', () => {
  it.each([
    ['1 May 2026\t5m\n5/6/2026\t5m', /^Nothing was pasted: line 2 cannot be read\. .*could be/],
    ['Date\tAmount\n1 May 2026\t5m\n31 Jun 2026\t5m', /line 3 cannot be read\. There is no such day/],
    ['1 May 2026\tfive', /^Nothing was pasted: line 1 cannot be read\. “five” is not a number/],
    ['to be agreed\t5m', /line 1 cannot be read\. “to be agreed” is not a date/],
    ['1 May 2026\t5m\n1 Jun 2026\tfive', /line 2 cannot be read\. /],
    ['1 May 2026\t5m\n1 Jun 2026\t', /line 2 cannot be read\. /],
    ['1 May 2026\t5m\n1 Jun 2026', /line 2 cannot be read\. A line has a date and an amount/],
    ['a\tb\t1 May 2026\t5m', /line 1 cannot be read\. A line has a date and an amount/],
    ['1 May 2026\t0.001', /line 1 cannot be read\. An amount in USD has at most 2 decimals/],
    ['1 May 2026\t50 %', /line 1 cannot be read\. An amount is wanted here, not a percentage/],
    ['1 May 2026\t0,065', /line 1 cannot be read\. “0,065” could be 0\.065 or 65\./],
    ['1 May 2026\tfive', /such as 2\.5m\.$/],
    ['1 May 2026\t--5', /line 1 cannot be read\. /],
    [`${'x'.repeat(121)}\t1 May 2026\t5m`, /line 1 cannot be read\. A name has at most 120 characters/],
    ['', /^Nothing was pasted: there is no line with a date and an amount\.$/],
    ['Date\tAmount', /^Nothing was pasted: there is no line/],
  ])('%j', (text, says) => {
    expect(problemOf(text)).toMatch(says)
  })
})

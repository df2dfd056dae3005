import { describe, expect, it } from 'vitest'
import { formatDate, formatDay, formatMonth } from '../../shared/format/date.ts'
import { parseDate, parseNotice } from '../../shared/format/parse.ts'
import { dayOf } from '../../shared/days.ts'

/** The date understood, or the sentence. */
function read(text: string, monthMeans: 'first' | 'last' = 'first'): string {
  const date = parseDate(text, monthMeans)
  return date.ok ? date.value : date.problem
}

describe('a date is read', () => {
  it.each([
    '2026-05-03',
    '2026-5-3',
    '3 May 2026',
    '03 may 2026',
    'May 3, 2026',
    'May 3 2026',
    '3. May 2026',
    '3.5.2026',
    '03. 05. 2026',
    '  3 May 2026 ',
    '3\u00a0May\u202f2026',
    '２０２６－０５－０３',
  ])('%s as 3 May 2026', (text) => {
    expect(read(text)).toBe('2026-05-03')
  })

  it('a month alone as its first day or its last', () => {
    expect(read('May 2029', 'first')).toBe('2029-05-01')
    expect(read('May 2029', 'last')).toBe('2029-05-31')
    expect(read('Feb 2028', 'last')).toBe('2028-02-29')
    expect(read('Sept 2026', 'last')).toBe('2026-09-30')
  })
})

describe('a date is refused in words', () => {
  it('where it is two dates in two countries', () => {
    expect(read('3/5/2026')).toBe(
      '“3/5/2026” is two dates in two countries. Write 31 May 2029 or 2029-05-31.',
    )
    expect(read('３／５／２０２６')).toMatch(/two dates in two countries/)
  })

  it.each(['31 Feb 2026', '29 Feb 2027', '2026-13-01', '2026-00-10', '31.4.2026', '0 May 2026'])(
    'where the calendar has no %s',
    (text) => {
      expect(read(text)).toBe(`There is no such day in the calendar: ${text}.`)
    },
  )

  it.each(['31 Dec 1989', '1 Jan 2150'])('where %s is out of bounds', (text) => {
    expect(read(text)).toBe('Dates lie between 1 Jan 1990 and 1 Jan 2150.')
  })

  it.each(['soon', '5 Ma 2026', 'May', '2026', '2026-05-03T00:00:00Z', '20260503', '12 Foo 2026'])(
    'where %s is none',
    (text) => {
      expect(read(text)).toBe(
        `“${text}” is not a date this field can read. Write, for example, 31 May 2029 or 2029-05-31.`,
      )
    },
  )
})

describe('a date is shown', () => {
  it('so that it means one day everywhere', () => {
    expect(formatDate('2026-05-03')).toBe('3 May 2026')
    expect(formatDay(dayOf('2026-05-03'))).toBe('3 May 2026')
    expect(formatMonth(dayOf('2026-05-03'))).toBe('May 2026')
  })
})

describe('a notice is read', () => {
  it.each([
    ['90 days', { notice: 90, noticeUnit: 'days' }],
    ['90', { notice: 90, noticeUnit: 'days' }],
    ['90d', { notice: 90, noticeUnit: 'days' }],
    ['1 day', { notice: 1, noticeUnit: 'days' }],
    ['3 months', { notice: 3, noticeUnit: 'months' }],
    ['1 month', { notice: 1, noticeUnit: 'months' }],
    ['3 mo', { notice: 3, noticeUnit: 'months' }],
    ['９０\u3000ｄａｙｓ', { notice: 90, noticeUnit: 'days' }],
    ['0 days', { notice: 0, noticeUnit: 'days' }],
  ])('%s', (text, notice) => {
    expect(parseNotice(text)).toEqual({ ok: true, value: notice })
  })

  it.each([
    ['three months', 'Write a notice as days or months, such as 90 days or 3 months.'],
    ['-5 days', 'Write a notice as days or months, such as 90 days or 3 months.'],
    ['1.5 months', 'Write a notice as days or months, such as 90 days or 3 months.'],
    ['3651 days', 'A notice has at most 3650 days.'],
    ['121 months', 'A notice has at most 120 months.'],
  ])('or refused: %s', (text, sentence) => {
    expect(parseNotice(text)).toEqual({ ok: false, problem: sentence })
  })
})

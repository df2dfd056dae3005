import { describe, expect, it } from 'vitest'
import { formatDate, formatDay, formatMonth } from '../../shared/format/date.ts'
import { parseDate, parseNotice } from '../../shared/format/parse.ts'
import { dayOf } from '../../shared/days.ts'

/** The date understood, or the sentence. */
function read(text: string, monthMeans: 'first' | 'last' = 'first', locale?: string): string {
  const date = parseDate(text, monthMeans, locale)
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
    '3-May-26',
    '03-May-2026',
    '3May2026',
    '3/May/2026',
    '3rd May 2026',
    'May 3rd, 2026',
    'May-03-2026',
    '2026/05/03',
    '2026.05.03',
    '2026. 5. 3.',
    '2026年5月3日',
    '2026-May-03',
    '2026-05-03T00:00:00Z',
    '2026-05-03T00:00:00.000+02:00',
    '2026-05-03 14:30',
    '3 May 2026 00:00:00',
    '2026-5-3 12:00:00 AM',
    '٣ May ٢٠٢٦',
    '\u200f2026-05-03\u200e',
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

describe('a date of numbers is read where only one reading is a day', () => {
  it.each([
    ['13/04/2026', '2026-04-13'],
    ['04/13/2026', '2026-04-13'],
    ['13-04-2026', '2026-04-13'],
    ['31/12/2026 00:00', '2026-12-31'],
    ['12/31/2026 12:00:00 AM', '2026-12-31'],
    ['4/4/2026', '2026-04-04'],
    ['31.12.26', '2026-12-31'],
  ])('%s', (text, date) => {
    expect(read(text)).toBe(date)
  })

  it('a month of numbers as its first or its last day', () => {
    expect(read('2026-06', 'last')).toBe('2026-06-30')
    expect(read('06/2026', 'first')).toBe('2026-06-01')
  })
})

describe('a date is read in the language of the place', () => {
  it.each([
    ['de-DE', '3. März 2026', '2026-03-03'],
    ['de-DE', '3. Mrz. 2026', 'none'],
    ['de-DE', '1 Dez 2026', '2026-12-01'],
    ['de-DE', 'Mai 2026', '2026-05-01'],
    ['fr-FR', '1er août 2026', '2026-08-01'],
    ['fr-FR', '14 juil. 2026', '2026-07-14'],
    ['fr-FR', '14 juin 2026', '2026-06-14'],
    // The beginning of two months, juin and juillet.
    ['fr-FR', '14 jui 2026', 'none'],
    ['es-ES', '1 de mayo de 2026', '2026-05-01'],
    ['ru-RU', '1 мая 2026', '2026-05-01'],
    ['el-GR', '1 Μαΐου 2026', '2026-05-01'],
    ['ar-SA', '١ مايو ٢٠٢٦', '2026-05-01'],
    ['de-DE', '3 May 2026', '2026-05-03'],
    ['en-US', '3. März 2026', 'none'],
  ])('%s: %s', (locale, text, date) => {
    if (date === 'none') expect(read(text, 'first', locale)).toMatch(/is not a date/)
    else expect(read(text, 'first', locale)).toBe(date)
  })

  it('26.04.13 by day, month and year, but for where the year comes first', () => {
    expect(read('26.04.13', 'first', 'de-DE')).toBe('2013-04-26')
    expect(read('26.04.13', 'first', 'hu-HU')).toMatch(/could be 26 Apr 2013 or 13 Apr 2026/)
  })
})

describe('a date is refused in words', () => {
  it.each([
    ['3/5/2026', '3 May or 5 Mar', '3 May 2026'],
    ['03/04/2026', '3 Apr or 4 Mar', '3 Apr 2026'],
    ['03-04-2026', '3 Apr or 4 Mar', '3 Apr 2026'],
    ['13/04/26', '13 Apr 2026 or 26 Apr 2013', '13 Apr 2026'],
    ['３／５／２０２６', '3 May or 5 Mar', '3 May 2026'],
  ])('where %s could be two dates', (text, dates, example) => {
    expect(read(text)).toBe(`“${text}” could be ${dates}. Write the month as a word, such as ${example}.`)
  })

  it('where a time in another zone could be another day', () => {
    expect(read('2026-04-30T22:00:00Z')).toBe(
      '“2026-04-30T22:00:00Z” is a time in another zone, and could be another day here. Write the date alone, such as 30 Apr 2026.',
    )
  })

  it.each(['31 Feb 2026', '29 Feb 2027', '2026-13-01', '2026-00-10', '31.4.2026', '0 May 2026'])(
    'where the calendar has no %s',
    (text) => {
      expect(read(text)).toBe(`There is no such day in the calendar: ${text}.`)
    },
  )

  it.each(['31 Dec 1989', '1 Jan 2150'])('where %s is out of bounds', (text) => {
    expect(read(text)).toBe('Dates lie between 1 Jan 1990 and 31 Dec 2149.')
  })

  it.each(['soon', '5 Ma 2026', 'May', '2026', '20260503', 'May 26', '12 Foo 2026'])(
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

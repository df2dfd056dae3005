import { dayOf } from '../days.ts'
import { monthNames } from './date.ts'

/** A day as it stands in a text; whether the calendar has it is for the reader to say. */
export interface DateParts {
  year: number
  month: number
  day: number
}

/** A month alone, to be read as its first or its last day. */
export interface MonthParts {
  year: number
  month: number
}

const fullMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

const comparable = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/\p{M}|\./gu, '')
    .toLowerCase()

const localMonths = new Map<string, readonly (readonly string[])[]>()

/** The names of each month in a language, alone and within a date, long and short. */
function monthsOf(locale: string): readonly (readonly string[])[] {
  const known = localMonths.get(locale)
  if (known) return known
  const within = (month: 'long' | 'short') => ({ day: 'numeric', month, year: 'numeric' }) as const
  const formats = [{ month: 'long' }, { month: 'short' }, within('long'), within('short')] as const
  const made = monthNames.map((_, index) => {
    const middle = dayOf(`2026-${String(index + 1).padStart(2, '0')}-15`) * 86_400_000
    return formats.flatMap((options) => {
      const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' })
      const name = format.formatToParts(middle).find(({ type }) => type === 'month')?.value ?? ''
      return /\d/.test(name) ? [] : [comparable(name)]
    })
  })
  localMonths.set(locale, made)
  return made
}

/**
 * The month a word begins the name of, from 1: in English, as the app writes it, or in the language of the place. At
 * least three letters, or a whole name; 0 for none, or for more than one.
 */
function monthOf(word: string, locale: string): number {
  const wanted = comparable(word)
  const english = fullMonths.findIndex((name) => wanted.length >= 3 && name.startsWith(wanted)) + 1
  if (english > 0) return english
  const names = monthsOf(locale)
  const whole = names.findIndex((each) => each.includes(wanted))
  if (whole >= 0) return whole + 1
  if (wanted.length < 3) return 0
  const begun = names.flatMap((each, i) => (each.some((name) => name.startsWith(wanted)) ? [i + 1] : []))
  return begun.length === 1 ? begun[0]! : 0
}

/** A year of two digits is the one from 1990 to 2089. */
const yearOf = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 90 ? 2000 : 1900)

type Form = [pattern: RegExp, read: (match: readonly string[], locale: string) => (DateParts | MonthParts)[]]

const named = (word: string, locale: string, parts: { year: string; day?: string }) => {
  const month = monthOf(word, locale)
  if (month === 0) return []
  const year = yearOf(parts.year)
  return [parts.day === undefined ? { year, month } : { year, month, day: Number(parts.day) }]
}

const day = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|ª)?`
const month = String.raw`([\p{L}\p{M}]+)\.?`
const gap = String.raw`[-\s./,]*?(?:de )?`
const form = (source: string) => new RegExp(`^${source}$`, 'iu')

/** Whether a place writes the year before the day. */
function isYearFirst(locale: string): boolean {
  const format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC' })
  const types = format.formatToParts(0).map(({ type }) => type)
  return types.indexOf('year') < types.indexOf('day')
}

/**
 * How dates are written: each form with all it can mean, wherever it was written. Between points the day comes before the
 * month, everywhere; between other signs either may.
 */
const forms: readonly Form[] = [
  [
    form(String.raw`(\d{4})(?:[-/.]\s?|\s?[年년]\s?)(\d{1,2})(?:[-/.]\s?|\s?[月월]\s?)(\d{1,2})\s?[.日일]?`),
    ([, year, month, day]) => [{ year: Number(year), month: Number(month), day: Number(day) }],
  ],
  [
    form(String.raw`(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})`),
    ([, a, sign, b, year]) => {
      const dayFirst = { year: Number(year), month: Number(b), day: Number(a) }
      const monthFirst = { year: Number(year), month: Number(a), day: Number(b) }
      if (sign === '.') return [Number(b) > 12 && Number(a) <= 12 ? monthFirst : dayFirst]
      return [dayFirst, monthFirst]
    },
  ],
  [
    form(String.raw`(\d{2}|\d)([-/.])(\d{1,2})\2(\d{2})`),
    ([, a = '', sign, b = '', c = ''], locale) => {
      const dayFirst = { year: yearOf(c), month: Number(b), day: Number(a) }
      const monthFirst = { year: yearOf(c), month: Number(a), day: Number(b) }
      const yearFirst = { year: yearOf(a), month: Number(b), day: Number(c) }
      if (sign === '.') return isYearFirst(locale) ? [dayFirst, yearFirst] : [dayFirst]
      return [dayFirst, monthFirst, yearFirst]
    },
  ],
  [
    form(`${day}${gap}${month}${gap}(\\d{4}|\\d{2})`),
    ([, day, word = '', year = ''], locale) => named(word, locale, { year, day: day! }),
  ],
  [
    form(`${month}[-\\s.]*${day}(?:,|[-\\s,/]+)\\s?(\\d{4})`),
    ([, word = '', day, year = ''], locale) => named(word, locale, { year, day: day! }),
  ],
  [
    form(`(\\d{4})[-\\s./]+${month}[-\\s./]*${day}`),
    ([, year = '', word = '', day], locale) => named(word, locale, { year, day: day! }),
  ],
  [form(`${month}${gap}(\\d{4})`), ([, word = '', year = ''], locale) => named(word, locale, { year })],
  [
    form(String.raw`(\d{4})[-/](\d{1,2})`),
    ([, year, month]) => [{ year: Number(year), month: Number(month) }],
  ],
  [
    form(String.raw`(\d{1,2})[-/.](\d{4})`),
    ([, month, year]) => [{ year: Number(year), month: Number(month) }],
  ],
]

/** What a text in plain forms can mean as a date; nothing where it has the form of none. */
export function dateForms(text: string, locale: string): (DateParts | MonthParts)[] {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text)
    const readings = match ? read(match, locale) : []
    if (readings.length > 0) return readings
  }
  return []
}

const time = /[T\s]\s?(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s?([ap]m)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

/**
 * A date without the time of day that a spreadsheet or another program wrote behind it. `isElsewhere` says that the time
 * is one of another zone, and no midnight: then the day could be another one here.
 */
export function withoutTime(text: string): { date: string; isElsewhere: boolean } {
  const match = time.exec(text)
  if (!match) return { date: text, isElsewhere: false }
  const isMidnight =
    !/[1-9]/.test(match[1]!) || (match[1]!.startsWith('12:00') && /^am$/i.test(match[2] ?? ''))
  return { date: text.slice(0, match.index), isElsewhere: match[3] !== undefined && !isMidnight }
}

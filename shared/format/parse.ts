import { nameForm } from './names.ts'
import { type CivilDate, daysInMonth, formatCivilDate } from '../days.ts'
import { addDays } from '../calendar.ts'
import { currencyDigits, type MinorUnits } from '../money.ts'
import { add, multiply, type Rational, rational, round, signOf, subtract } from '../rational.ts'
import { type PartsPerMillion, wholePpm } from '../rate.ts'
import { limits } from '../schema/limits.ts'
import { formatDate } from './date.ts'
import { dateForms, type MonthParts, withoutTime } from './dateForms.ts'
import { type Parsed, parseNumber, type ParsedNumber, parsed, problem } from './expression.ts'
import {
  currencySymbol,
  formatCount,
  formatPercent,
  formatRatio,
  formatTermAmount,
  formatUnitPrice,
  type NumberStyle,
} from './number.ts'
import { plainForms } from './plainForms.ts'
import { localExample } from './separators.ts'

const thousand = rational(1000)
const million = rational(1_000_000)
const billion = rational(1_000_000_000)
const trillion = rational(1_000_000_000_000)
const one = rational(1)

const magnitudes = {
  k: thousand,
  m: million,
  mm: million,
  mn: million,
  b: billion,
  bn: billion,
  t: trillion,
}

/** `value * scale` as a whole number: exact for typed digits, rounded for a formula; null where digits are lost. */
function whole({ value, isFormula }: ParsedNumber, scale: number): bigint | null {
  const scaled = multiply(value, rational(scale))
  return isFormula || scaled.denominator === 1n ? round(scaled) : null
}

/** Whether a lone percentage was typed; in a formula, `=1.25B*50%`, it is a factor. */
const isShare = ({ isPercent, isFormula }: ParsedNumber) => isPercent && !isFormula

/** An amount of money as typed, not yet rounded or bounded. */
function parseMoney(
  text: string,
  style: NumberStyle,
  smallest: Rational,
  example: string,
): Parsed<ParsedNumber> {
  const number = parseNumber(text, {
    locale: style.locale,
    units: magnitudes,
    smallest,
    example,
    ignored: [currencySymbol(style), style.currency],
  })
  if (number.ok && isShare(number.value))
    return problem(
      `An amount is wanted here, not a percentage. Write, for example, ${localExample(example, style.locale)}.`,
    )
  return number
}

/** What an amount is, for the sentence that refuses one. */
export interface AmountField {
  /** A right entry, with `.` for decimals. */
  example: string
  /** What it is of: `a month`; empty where it is paid once. */
  per: '' | ' a month'
}

const monthly: AmountField = { example: '1.25B or 920m', per: ' a month' }

/** An amount, by itself a month's, not below zero: `1.25B`, `$920m`, `=1.25B*1.02`. */
export function parseAmount(
  text: string,
  style: NumberStyle,
  { example, per }: AmountField = monthly,
): Parsed<MinorUnits> {
  const digits = currencyDigits[style.currency] ?? 2
  const number = parseMoney(text, style, rational(1, 10 ** digits), example)
  if (!number.ok) return number
  const minor = whole(number.value, 10 ** digits)
  if (minor === null) return problem(`An amount in ${style.currency} has at most ${digits} decimals.`)
  if (minor < 0n) return problem('A fee cannot be below zero.')
  if (minor > BigInt(limits.monthlyFee))
    return problem(
      `A fee of more than ${formatTermAmount(limits.monthlyFee, style)}${per} is beyond what a book can hold.`,
    )
  return parsed(Number(minor))
}

/** A price a unit in millionths of the major unit, not below zero: `808`, `4,452,783.066025`, `=1.25B/220,000`. */
export function parseUnitPrice(
  text: string,
  style: NumberStyle,
  example = '808.00 or 4.17m',
): Parsed<number> {
  const number = parseMoney(text, style, rational(1, 1_000_000), example)
  if (!number.ok) return number
  const micros = whole(number.value, 1_000_000)
  if (micros === null) return problem('A unit price has at most six decimals.')
  if (micros < 0n) return problem('A price cannot be below zero.')
  if (micros > BigInt(limits.unitPrice))
    return problem(
      `A price of more than ${formatUnitPrice(limits.unitPrice, style)} is beyond what a book can hold.`,
    )
  return parsed(Number(micros))
}

/**
 * A percentage between bounds: `50 %`, `12.5`, `=100%-60%`. A bare number below one could be meant either way, and is
 * asked about.
 */
export function parsePercent(
  text: string,
  locale: string,
  bounds: { least: PartsPerMillion; most: PartsPerMillion; subject: string; example?: string },
): Parsed<PartsPerMillion> {
  const number = parseNumber(text, {
    locale,
    units: {},
    smallest: rational(1, 10_000),
    example: bounds.example ?? '50 %',
  })
  if (!number.ok) return number
  const { value, isFormula, isPercent } = number.value
  const isBelowOne = signOf(subtract(value, one)) < 0 && signOf(add(value, one)) > 0
  if (!isPercent && isBelowOne && signOf(value) !== 0) {
    const reading = isFormula ? 'a percentage' : `${text.trim()} %`
    return problem(`“${text.trim()}” could be ${reading} or a share of one. Write it with the % sign.`)
  }
  const asPercent = isPercent ? value : multiply(value, rational(1, 100))
  const share = whole({ value: asPercent, isFormula, isPercent }, wholePpm)
  if (share === null) return problem('A percentage has at most four decimals.')
  if (share < BigInt(bounds.least) || share > BigInt(bounds.most)) {
    const [least, most] = [formatPercent(bounds.least, locale), formatPercent(bounds.most, locale)]
    return problem(`${bounds.subject} lies between ${least} and ${most}.`)
  }
  return parsed(Number(share))
}

/** A ratio of at least one, such as a PUE: `1.25`, or as a percentage, `125 %`. In parts per million. */
export function parseRatio(
  text: string,
  locale: string,
  bounds: { least: PartsPerMillion; most: PartsPerMillion; subject: string; example: string },
): Parsed<PartsPerMillion> {
  const { subject, example, least, most } = bounds
  const number = parseNumber(text, { locale, units: {}, smallest: rational(1, wholePpm), example })
  if (!number.ok) return number
  const ratio = whole(number.value, wholePpm)
  if (ratio !== null && ratio >= BigInt(least) && ratio <= BigInt(most)) return parsed(Number(ratio))
  const [from, to] = [formatRatio(least, locale), formatRatio(most, locale)]
  return problem(
    ratio === null
      ? `${subject} has at most six decimals.`
      : `${subject} is a ratio such as ${localExample(example, locale)}, from ${from} to ${to}.`,
  )
}

const magnitudesOfCounts = { k: thousand, m: million }

/**
 * A whole number of things: `220,000`, `220k`. With `isSmall`, of things there are never thousands of: `12`, where `12m`
 * would be months to some.
 */
export function parseCount(
  text: string,
  locale: string,
  bounds: {
    least: number
    most: number
    subject: string
    ignored?: readonly string[]
    example?: string
    isSmall?: boolean
  },
): Parsed<number> {
  const number = parseNumber(text, {
    locale,
    units: bounds.isSmall ? {} : magnitudesOfCounts,
    smallest: one,
    example: bounds.example ?? '220,000 or 220k',
    ignored: bounds.ignored,
  })
  if (!number.ok) return number
  const count = isShare(number.value) ? null : whole(number.value, 1)
  if (count === null) return problem(`${bounds.subject} is a whole number.`)
  if (count < BigInt(bounds.least) || count > BigInt(bounds.most))
    return problem(
      `${bounds.subject} lies between ${formatCount(bounds.least, locale)} and ${formatCount(bounds.most, locale)}.`,
    )
  return parsed(Number(count))
}

const powerUnits: Readonly<Record<string, Rational>> = { kw: one, mw: thousand, gw: million }

/** Power as kilowatts; a bare number is megawatts: `300`, `300 MW`, `0.3 GW`. */
export function parsePower(text: string, locale: string): Parsed<number> {
  const number = parseNumber(text, {
    locale,
    units: powerUnits,
    bare: thousand,
    smallest: one,
    example: '300 MW',
  })
  if (!number.ok) return number
  const kilowatts = isShare(number.value) ? null : whole(number.value, 1)
  if (kilowatts === null)
    return problem('Power is given in whole kilowatts: at most three decimals of a megawatt.')
  if (kilowatts < 0n || kilowatts > BigInt(limits.kilowatts))
    return problem(`Power lies between 0 MW and ${formatCount(limits.kilowatts / 1000, locale)} MW.`)
  return parsed(Number(kilowatts))
}

/** A notice: `90 days`, `90`, `3 months`. */
export function parseNotice(text: string): Parsed<{ notice: number; noticeUnit: 'days' | 'months' }> {
  const trimmed = text.trim()
  const match =
    trimmed.length <= 40 && /^(\d{1,5})\s*(days?|d|months?|mo)?$/i.exec(plainForms(trimmed).trim())
  if (!match) return problem('Write a notice as days or months, such as 90 days or 3 months.')
  const notice = Number(match[1])
  const noticeUnit = /^m/i.test(match[2] ?? '') ? 'months' : 'days'
  const most = noticeUnit === 'days' ? limits.noticeDays : limits.noticeMonths
  if (notice > most) return problem(`A notice has at most ${most} ${noticeUnit}.`)
  return parsed({ notice, noticeUnit })
}

const dateExample = '31 May 2029 or 2029-05-31'

/**
 * A date as people and spreadsheets write it, wherever only one reading is a day of the calendar: `2026-05-03`,
 * `3 May 2026`, `3-May-26`, `3. Mai 2026` in Germany, `3.5.2026`, `13/04/2026`, `2026/05/03`, `2026-05-03T00:00:00Z`. A
 * month alone is its first or its last day. `03/04/2026` is asked about: it could be 3 April or 4 March.
 */
export function parseDate(text: string, monthMeans: 'first' | 'last', locale = 'en'): Parsed<CivilDate> {
  const trimmed = text.trim()
  if (trimmed === '') return problem(`Nothing is written here. Write a date, such as ${dateExample}.`)
  if (trimmed.length > 40) return problem(`That is too long for a date. Write, for example, ${dateExample}.`)
  const { date: written, isElsewhere } = withoutTime(plainForms(trimmed))
  const forms = dateForms(written, locale)
  if (forms.length === 0)
    return problem(`“${trimmed}” is not a date this field can read. Write, for example, ${dateExample}.`)
  const days = forms
    .map((parts) => ({
      day: 'day' in parts ? parts.day : monthMeans === 'first' ? 1 : lastDayOf(parts),
      ...parts,
    }))
    .filter(
      ({ year, month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month),
    )
  const [date, other] = [...new Set(days.map(formatCivilDate))]
  if (date === undefined) return problem(`There is no such day in the calendar: ${trimmed}.`)
  if (other !== undefined) return problem(eitherDate(trimmed, date, other))
  if (isElsewhere)
    return problem(
      `“${trimmed}” is a time in another zone, and could be another day here. Write the date alone, such as ${formatDate(date)}.`,
    )
  if (date < limits.earliestDate || date >= limits.latestDate)
    return problem(
      `Dates lie between ${formatDate(limits.earliestDate)} and ${formatDate(addDays(limits.latestDate, -1))}.`,
    )
  return parsed(date)
}

const lastDayOf = ({ year, month }: MonthParts): number =>
  month >= 1 && month <= 12 ? daysInMonth(year, month) : 1

/** The question which of two dates a text is, without their year where it is the same. */
function eitherDate(text: string, one: CivilDate, other: CivilDate): string {
  const isSameYear = one.slice(0, 4) === other.slice(0, 4)
  const [first, second] = [one, other].map((date) => formatDate(date).slice(0, isSameYear ? -5 : undefined))
  return `“${text}” could be ${first} or ${second}. Write the month as a word, such as ${formatDate(one)}.`
}

/** A name or another short text on one line, in the form in which names are compared. */
export function parseText(
  text: string,
  bounds: { least: 0 | 1; most: number; subject: string },
): Parsed<string> {
  const trimmed = nameForm(text.replaceAll(/\p{Cc}+/gu, ' ').trim())
  if (trimmed.length < bounds.least) return problem(`${bounds.subject} cannot be empty.`)
  if (trimmed.length > bounds.most)
    return problem(
      `${bounds.subject} has at most ${bounds.most} characters; this has ${trimmed.length.toLocaleString('en-US')}.`,
    )
  return parsed(trimmed)
}

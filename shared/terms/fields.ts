import { addDays } from '../calendar.ts'
import { formatDate } from '../format/date.ts'
import { type Parsed, parsed, problem } from '../format/expression.ts'
import {
  formatCount,
  formatPercent,
  formatPower,
  formatRatio,
  formatTermAmount,
  formatUnitPrice,
  type NumberStyle,
} from '../format/number.ts'
import {
  parseAmount,
  parseCount,
  parseDate,
  parsePercent,
  parsePower,
  parseRatio,
  parseText,
  parseUnitPrice,
} from '../format/parse.ts'
import { limits } from '../schema/limits.ts'
import { currencyDigits } from '../money.ts'
import { wholePpm } from '../rate.ts'
import { plainDate, plainNumber, plainPercent, plainText } from './plainValue.ts'
import type { TermEditor, ValueKind } from './term.ts'

/** The kinds of value a term can have: each says how it is shown, read and bounded. */

const line: TermEditor = { kind: 'line' }
const notStated = 'not stated'
const none = 'none'

const isEmpty = (text: string) => ['', notStated, none].includes(text.trim().toLowerCase())

/** The same kind of value, or none: an empty field says that the deal does not say. */
export const optional = <Value>(
  kind: ValueKind<Value>,
  otherwise: string = notStated,
): ValueKind<Value | null> => ({
  ...kind,
  format: (value, style, terms) => (value === null ? otherwise : kind.format(value, style, terms)),
  input: (value, style) =>
    value === null ? '' : (kind.input?.(value, style) ?? kind.format(value, style, undefined as never)),
  plain: kind.plain && ((value, style) => (value === null ? plainText('') : kind.plain!(value, style))),
  parse: (text, style, terms) =>
    isEmpty(text) || text.trim() === otherwise ? parsed(null) : kind.parse(text, style, terms),
})

export const text = (subject: string, most: number, least: 0 | 1 = 0): ValueKind<string> => ({
  kind: 'text',
  unit: '',
  bounds: null,
  editor: line,
  format: (value) => (value === '' ? notStated : value),
  input: (value) => value,
  parse: (written) =>
    least === 0 && isEmpty(written) ? parsed('') : parseText(written, { least, most, subject }),
})

/** The first day of something; a month alone is its first day. */
export const firstDay: ValueKind<string> = {
  kind: 'date',
  unit: '',
  bounds: null,
  editor: line,
  format: formatDate,
  plain: plainDate,
  parse: (written, { locale }) => parseDate(written, 'first', locale),
}

/** A last day, kept as the day after it. */
export const lastDay: ValueKind<string> = {
  ...firstDay,
  format: (value) => formatDate(addDays(value, -1)),
  plain: (value) => plainDate(addDays(value, -1)),
  parse(written, { locale }) {
    const last = parseDate(written, 'last', locale)
    return last.ok ? parsed(addDays(last.value, 1)) : last
  },
}

/** An amount paid once. The examples of this and the kinds below stand in a refusal. */
export const amount = (example: string): ValueKind<number> => ({
  kind: 'amount',
  unit: 'currency',
  bounds: { least: 0, most: limits.monthlyFee },
  editor: line,
  format: formatTermAmount,
  plain: (value, { locale, currency }) => plainNumber(value, currencyDigits[currency] ?? 2, locale),
  parse: (written, style) => parseAmount(written, style, { example, per: '' }),
})

/** An amount paid every month. */
export const monthlyAmount: ValueKind<number> = {
  ...amount(''),
  unit: 'currency a month',
  parse: (written, style) => parseAmount(written, style),
}

/** A price a unit, in millionths of the currency's major unit. */
export const price = (unit: string, example: string): ValueKind<number> => ({
  kind: 'price',
  unit,
  bounds: { least: 0, most: limits.unitPrice },
  editor: line,
  format: formatUnitPrice,
  plain: (value, { locale }) => plainNumber(value, 6, locale),
  parse: (written, style) => parseUnitPrice(written, style, example),
})

export const percent = (
  subject: string,
  example: string,
  bounds: { least: number; most: number } = { least: 0, most: wholePpm },
  unit = '%',
): ValueKind<number> => ({
  kind: 'percent',
  unit,
  bounds,
  editor: line,
  format: (value, { locale }) => formatPercent(value, locale),
  plain: (value, { locale }) => plainPercent(value, locale),
  parse: (written, { locale }) => parsePercent(written, locale, { ...bounds, subject, example }),
})

/** A ratio of at least one, kept in parts per million. */
export const ratio = (
  subject: string,
  example: string,
  bounds: { least: number; most: number },
): ValueKind<number> => ({
  kind: 'ratio',
  unit: '',
  bounds,
  editor: line,
  format: (value, { locale }) => formatRatio(value, locale),
  plain: (value, { locale }) => plainNumber(value, 6, locale),
  parse: (written, { locale }) => parseRatio(written, locale, { ...bounds, subject, example }),
})

/** A whole number of things, written with its unit: `12 months`, or as `words` say it. */
export const count = (
  subject: string,
  example: string,
  bounds: { least: number; most: number },
  one: string,
  many: string,
  words?: (value: number, style: NumberStyle) => string,
): ValueKind<number> => ({
  kind: 'count',
  unit: many,
  bounds,
  editor: line,
  format: (value, style) =>
    words?.(value, style) ?? `${formatCount(value, style.locale)} ${value === 1 ? one : many}`,
  input: String,
  plain: (value, { locale }) => plainNumber(value, 0, locale),
  parse: (written, { locale }) =>
    parseCount(written, locale, { ...bounds, subject, example, isSmall: true, ignored: [many, one] }),
})

export const gpus = (subject: string, example = '220,000 or 220k'): ValueKind<number> => ({
  ...count(subject, example, { least: 0, most: limits.gpus }, 'GPUs', 'GPUs'),
  format: (value, { locale }) => formatCount(value, locale),
  input: (value, { locale }) => formatCount(value, locale),
  parse: (written, { locale }) =>
    parseCount(written, locale, { least: 0, most: limits.gpus, subject, example, ignored: ['GPUs', 'GPU'] }),
})

export const power: ValueKind<number> = {
  kind: 'power',
  unit: 'kW',
  bounds: { least: 0, most: limits.kilowatts },
  editor: line,
  format: (value, { locale }) => formatPower(value, locale),
  // In megawatts, as the field reads a bare number.
  plain: (value, { locale }) => plainNumber(value, 3, locale),
  parse: (written, { locale }) => parsePower(written, locale),
}

export function choice<Id extends string>(
  options: readonly { id: Id; label: string }[],
): ValueKind<Id> & { editor: TermEditor & { kind: 'choice' } } {
  return {
    kind: 'choice',
    unit: '',
    bounds: null,
    editor: { kind: 'choice', options },
    format: (value: Id) => options.find((option) => option.id === value)?.label ?? value,
    parse(written: string): Parsed<Id> {
      const wanted = written.trim().toLowerCase()
      const found = options.find(
        (option) => option.id.toLowerCase() === wanted || option.label.toLowerCase() === wanted,
      )
      return found
        ? parsed(found.id)
        : problem(`Choose one of: ${options.map((option) => option.label).join(', ')}.`)
    },
  }
}

export const yesOrNo = choice([
  { id: 'yes', label: 'yes' },
  { id: 'no', label: 'no' },
])

/** The same of what is kept as true or false. */
export const flag: ValueKind<boolean> = {
  ...yesOrNo,
  input: undefined,
  plain: undefined,
  format: (value) => (value ? 'yes' : 'no'),
  parse(written, style, terms) {
    const answer = yesOrNo.parse(written, style, terms)
    return answer.ok ? parsed(answer.value === 'yes') : answer
  },
}

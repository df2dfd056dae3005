import { add, divide, multiply, type Rational, rational, signOf, subtract } from '../rational.ts'
import { plainForms } from './plainForms.ts'

/** What a number field understood, exactly; or the sentence that says what is wrong and what would be right. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string }

export const parsed = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const problem = (sentence: string): { ok: false; problem: string } => ({
  ok: false,
  problem: sentence,
})

/** Whether a text is a formula, to be worked out, and not a number as typed. */
export const isFormula = (text: string): boolean => plainForms(text).trimStart().startsWith('=')

export interface ParsedNumber {
  value: Rational
  /** True for `=…`: a result that may be rounded, where typed digits may not. */
  isFormula: boolean
  /** Whether a percent sign stood behind the number, or behind one of a formula: then the value is a share of one. */
  isPercent: boolean
}

export interface NumberSyntax {
  /** BCP 47: says which of `.` and `,` is the decimal separator. */
  locale: string
  /** What a number may carry behind it, in lower case, with its factor: `{ k: 1000, m: 1000000 }`. */
  units: Readonly<Record<string, Rational>>
  /** What a number without a unit is taken times, alone or added to others: 1000 where megawatts are meant and kilowatts kept. */
  bare?: Rational
  /** A right entry of this field, for the sentence, with `.` for decimals and `,` for groups. */
  example: string
  /** Signs and words that may stand before or behind a number and mean nothing, such as `$` or `USD`. */
  ignored?: readonly string[]
}

type NumberToken = { kind: 'number'; value: Rational; isPercent: boolean; hasUnit: boolean }
type Token = NumberToken | { kind: 'operator'; sign: string }

/** A number as far as it is worked out. */
type Quantity = Pick<NumberToken, 'value' | 'hasUnit'>

const one = rational(1)

const longest = 200
const hundredth = rational(1, 100)

interface Separators {
  decimal: string
  group: string
  /** Digits are grouped by two above the thousands: 12,34,567. */
  isIndian: boolean
}

const separators = new Map<string, Separators>()

function separatorsOf(locale: string): Separators {
  const known = separators.get(locale)
  if (known) return known
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5)
  const find = (type: string) => parts.find((part) => part.type === type)?.value
  const isIndian = parts.filter((part) => part.type === 'integer').at(-2)?.value.length === 2
  const made = { decimal: find('decimal') ?? '.', group: find('group') ?? ',', isIndian }
  separators.set(locale, made)
  return made
}

/** An example as it is written where the field stands: `1.25B` is `1,25B` in Germany. */
export function localExample(example: string, locale: string): string {
  const { decimal, group } = separatorsOf(locale)
  return example.replaceAll(/[.,]/g, (sign) => (sign === '.' ? decimal : group))
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** Thrown only inside this file, to leave the recursive descent with its sentence. */
class Misread extends Error {}

/**
 * Reads `1.25B`, `920m`, `50 %`, `1,250,000` in the locale's separators, and after a `=` sums and products of such
 * numbers with brackets. Exact: no digit passes a double.
 */
export function parseNumber(text: string, given: NumberSyntax): Parsed<ParsedNumber> {
  const syntax = { ...given, example: localExample(given.example, given.locale) }
  const trimmed = text.trim()
  if (trimmed === '') return problem(`Nothing is written here. Write a number, such as ${syntax.example}.`)
  if (trimmed.length > longest)
    return problem(
      `That is ${trimmed.length.toLocaleString('en-US')} characters long; a number here has at most ${longest}, such as ${syntax.example}.`,
    )
  try {
    const plain = plainForms(trimmed)
    const hasSign = isFormula(plain)
    const tokens = tokenize(hasSign ? plain.slice(1) : plain, syntax)
    if (!hasSign) return parsed(single(tokens, trimmed, syntax))
    const isPercent = tokens.some((token) => token.kind === 'number' && token.isPercent)
    return parsed({ value: inUnits(evaluate(tokens, syntax), syntax), isFormula: true, isPercent })
  } catch (error) {
    if (error instanceof Misread) return problem(error.message)
    throw error
  }
}

function single(tokens: Token[], text: string, syntax: NumberSyntax): ParsedNumber {
  const negative = tokens[0]?.kind === 'operator' && tokens[0].sign === '-'
  const rest = negative ? tokens.slice(1) : tokens
  const only = rest[0]
  if (rest.length !== 1 || only?.kind !== 'number')
    throw new Misread(
      `“${shortened(text)}” is not one number. Write a number, such as ${syntax.example}, or a formula that begins with =.`,
    )
  const value = inUnits(only, syntax)
  return {
    value: negative ? subtract(rational(0), value) : value,
    isFormula: false,
    isPercent: only.isPercent,
  }
}

const inUnits = ({ value, hasUnit }: Quantity, { bare = one }: NumberSyntax): Rational =>
  hasUnit ? value : multiply(value, bare)

function tokenize(source: string, syntax: NumberSyntax): Token[] {
  const tokens: Token[] = []
  let rest = withoutIgnored(source, syntax).trim()
  while (rest !== '') {
    const operator = /^[-+*/()×÷]/.exec(rest)
    if (operator) {
      tokens.push({ kind: 'operator', sign: operator[0].replace('×', '*').replace('÷', '/') })
      rest = rest.slice(1).trimStart()
      continue
    }
    const number = /^(?:\d[\d.,'’]*(?: \d{3}(?!\d)[\d.,]*)*|[.,]\d+)/.exec(rest)
    if (!number)
      throw new Misread(`“${shortened(rest)}” is not a number. Write a number, such as ${syntax.example}.`)
    rest = rest.slice(number[0].length).trimStart()
    const unit = /^[\p{L}%]+/u.exec(rest)
    if (unit) rest = rest.slice(unit[0].length).trimStart()
    tokens.push(numberToken(number[0], unit?.[0] ?? '', syntax))
  }
  return tokens
}

function withoutIgnored(source: string, { ignored = [] }: NumberSyntax): string {
  let text = source
  for (const word of ignored.map(plainForms)) {
    const isWord = /^\p{L}+$/u.test(word)
    const alone = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu')
    text = isWord ? text.replaceAll(alone, ' ') : text.replaceAll(word, '')
  }
  return text
}

function numberToken(digits: string, unit: string, syntax: NumberSyntax): Token {
  const value = decimal(digits, syntax)
  const plain = { kind: 'number', value, isPercent: false, hasUnit: false } as const
  if (unit === '') return plain
  if (unit === '%') return { ...plain, value: multiply(value, hundredth), isPercent: true }
  const factor = Object.hasOwn(syntax.units, unit.toLowerCase()) && syntax.units[unit.toLowerCase()]
  if (!factor) {
    const known = Object.keys(syntax.units)
    const advice = known.length > 0 ? ` Units here are ${known.join(', ')}.` : ''
    throw new Misread(
      `“${shortened(unit)}” is not a unit this field knows.${advice} Write a number, such as ${syntax.example}.`,
    )
  }
  return { ...plain, value: multiply(value, factor), hasUnit: true }
}

/** `1,250.5` by the locale's separators. A group of other than its number of digits is a slip, and is asked about. */
function decimal(digits: string, { locale, example }: NumberSyntax): Rational {
  const { decimal: point, group, isIndian } = separatorsOf(locale)
  const groups = group === '.' ? /\./g : group === ',' ? /,/g : /['’ ]/g
  const plain = digits.replaceAll(/['’ ]/g, ' ')
  const [whole = '', fraction, more] = plain.split(point)
  const grouped = whole.replaceAll(groups, ' ')
  const wellFormed =
    /^(?:\d*|\d{1,3}(?: \d{3})+)$/.test(grouped) || (isIndian && /^\d{1,2}(?: \d{2})* \d{3}$/.test(grouped))
  if (more !== undefined || !wellFormed || (fraction !== undefined && !/^\d*$/.test(fraction)))
    throw new Misread(
      `“${shortened(digits)}” can be read in more than one way. Here “${point}” separates decimals, as in ${example}.`,
    )
  const decimals = fraction ?? ''
  return rational(BigInt(grouped.replaceAll(' ', '') + decimals || '0'), 10n ** BigInt(decimals.length))
}

/**
 * Recursive descent: sum = product (± product)*, product = factor (×÷ factor)*, factor = -factor | (sum) | number. What is
 * multiplied by a unit has it; what is added to something with a unit is meant in the unit of bare numbers.
 */
function evaluate(tokens: readonly Token[], syntax: NumberSyntax): Quantity {
  let position = 0
  const sign = () => {
    const token = tokens[position]
    return token?.kind === 'operator' ? token.sign : null
  }
  const sum = (): Quantity => {
    let term = product()
    for (let operator = sign(); operator === '+' || operator === '-'; operator = sign()) {
      position++
      const next = product()
      const hasUnit = term.hasUnit || next.hasUnit
      const [left, right] = hasUnit
        ? [inUnits(term, syntax), inUnits(next, syntax)]
        : [term.value, next.value]
      term = { value: operator === '+' ? add(left, right) : subtract(left, right), hasUnit }
    }
    return term
  }
  const product = (): Quantity => {
    let { value, hasUnit } = factor()
    for (let operator = sign(); operator === '*' || operator === '/'; operator = sign()) {
      position++
      const next = factor()
      if (operator === '/' && signOf(next.value) === 0) throw new Misread('The formula divides by zero.')
      value = operator === '*' ? multiply(value, next.value) : divide(value, next.value)
      hasUnit ||= next.hasUnit
    }
    return { value, hasUnit }
  }
  const factor = (): Quantity => {
    const token = tokens[position++]
    if (token?.kind === 'number') return token
    if (token?.sign === '-') {
      const { value, hasUnit } = factor()
      return { value: subtract(rational(0), value), hasUnit }
    }
    if (token?.sign === '(') {
      const term = sum()
      if (sign() !== ')') throw new Misread('A bracket is open: the formula wants a “)”.')
      position++
      return term
    }
    throw new Misread(
      token
        ? `The formula has a “${token.sign}” where a number belongs.`
        : 'The formula ends where a number belongs.',
    )
  }
  const value = sum()
  const left = tokens[position]
  if (left)
    throw new Misread(
      left.kind === 'operator'
        ? `The formula has a “${left.sign}” too many.`
        : 'The formula wants an operator (+, -, * or /) between two numbers.',
    )
  return value
}

import { divide, multiply, type Rational, rational } from '../rational.ts'
import { plainForms } from './plainForms.ts'
import { bothReadings, localExample, readDigits, separatorSigns } from './separators.ts'

/** How a field writes its numbers. */
export interface NumberSyntax {
  /** BCP 47: says which of `.` and `,` is the decimal separator. */
  locale: string
  /** What a number may carry behind it, in lower case, with its factor: `{ k: 1000, m: 1000000 }`. */
  units: Readonly<Record<string, Rational>>
  /** What a number without a unit is taken times, alone or added to others: 1000 where megawatts are meant and kilowatts kept. */
  bare?: Rational
  /** The least that the field keeps, in the measure of `units`: a cent, one GPU. */
  smallest: Rational
  /** A right entry of this field, for the sentence, with `.` for decimals and `,` for groups. */
  example: string
  /** Signs and words that may stand before or behind a number and mean nothing, such as `$` or `USD`. */
  ignored?: readonly string[]
}

export type NumberToken = { kind: 'number'; value: Rational; isPercent: boolean; hasUnit: boolean }
export type Token = NumberToken | { kind: 'operator'; sign: string }

const one = rational(1)
const hundredth = rational(1, 100)
const largestExponent = 30

export const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** Where a number begins: its digits with their separators, a space only before three of them, and its exponent. */
const numberStart = new RegExp(
  `^(\\d[\\d${separatorSigns}]*(?: \\d{3}(?!\\d)[\\d${separatorSigns}]*)*|[.,\u066b]\\d+)(?:e([+-]?\\d{1,3})(?![\\p{L}\\d]))?`,
  'iu',
)

/** A sentence that says what cannot be read. Thrown only on the way to `parseNumber`, which returns it. */
export class Misread extends Error {}

/** The numbers and operators of a text in plain forms. Throws a `Misread` where something is neither. */
export function tokenize(source: string, syntax: NumberSyntax): Token[] {
  const tokens: Token[] = []
  let rest = withoutIgnored(source, syntax).trim()
  while (rest !== '') {
    const operator = /^[-+*/()×÷]/.exec(rest)
    if (operator) {
      tokens.push({ kind: 'operator', sign: operator[0].replace('×', '*').replace('÷', '/') })
      rest = rest.slice(1).trimStart()
      continue
    }
    const sign = /^%\s*(?=[\d.,])/.exec(rest)
    if (sign) rest = rest.slice(sign[0].length)
    const number = numberStart.exec(rest)
    if (!number)
      throw new Misread(`“${shortened(rest)}” is not a number. Write a number, such as ${syntax.example}.`)
    const [all, digits = '', exponent] = number
    rest = rest.slice(all.length).trimStart()
    const unit = sign ? sign : /^[\p{L}%]+/u.exec(rest)
    if (unit && !sign) rest = rest.slice(unit[0].length).trimStart()
    tokens.push(numberToken(digits, exponent, unit?.[0].trim() ?? '', syntax))
  }
  return tokens
}

function withoutIgnored(source: string, { ignored = [] }: NumberSyntax): string {
  let text = source
  for (const word of ignored.map(plainForms)) {
    const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const [before, after] = [
      /^\p{L}/u.test(word) ? '(?<!\\p{L})' : '',
      /\p{L}$/u.test(word) ? '(?!\\p{L})' : '',
    ]
    text = text.replaceAll(new RegExp(before + escaped + after, 'giu'), ' ')
  }
  return text
}

function numberToken(
  digits: string,
  exponent: string | undefined,
  unit: string,
  syntax: NumberSyntax,
): NumberToken {
  const read = readDigits(digits, syntax.locale)
  if (!read.ok) throw new Misread(asked(digits, read.readings, syntax))
  const factor = unit === '%' ? hundredth : unit === '' ? (syntax.bare ?? one) : factorOf(unit, syntax)
  const isDoubtful =
    exponent === undefined ? unit !== '%' && couldBeGroups(digits, read, factor, syntax) : read.hasGroups
  if (isDoubtful) throw new Misread(asked(digits, bothReadings(digits, syntax.locale), syntax))
  const value = exponent === undefined ? read.value : multiply(read.value, powerOfTen(exponent, syntax))
  return {
    kind: 'number',
    value: unit === '' ? value : multiply(value, factor),
    isPercent: unit === '%',
    hasUnit: unit !== '' && unit !== '%',
  }
}

function factorOf(unit: string, syntax: NumberSyntax): Rational {
  const factor = Object.hasOwn(syntax.units, unit.toLowerCase()) && syntax.units[unit.toLowerCase()]
  if (!factor) {
    const known = Object.keys(syntax.units)
    const advice = known.length > 0 ? ` Units here are ${known.join(', ')}.` : ''
    throw new Misread(
      `“${shortened(unit)}” is not a unit this field knows.${advice} Write a number, such as ${syntax.example}.`,
    )
  }
  return factor
}

/** The power of ten of an exponent: `1.25E+09`, as spreadsheets write large numbers, is 1.25 times ten to the ninth. */
function powerOfTen(exponent: string, { example }: NumberSyntax): Rational {
  const power = Number(exponent)
  if (Math.abs(power) > largestExponent)
    throw new Misread(`The exponent ${exponent} is too large. Write a number, such as ${example}.`)
  const factor = 10n ** BigInt(Math.abs(power))
  return power < 0 ? rational(1, factor) : rational(factor)
}

/** The question about digits that are not written as numbers are in the place, with what they could mean. */
function asked(digits: string, readings: readonly string[], { locale, example }: NumberSyntax): string {
  const [first, second] = readings
  const written = `“${shortened(digits)}”`
  if (first === undefined) return `${written} is not one number. Write a number, such as ${example}.`
  return second === undefined || second === first
    ? `${written} is not written as numbers are here. Write ${shortened(first)} if that is what you mean.`
    : `${written} could be ${shortened(first)} or ${shortened(second)}. Write the one you mean; “${localExample('.', locale)}” separates decimals here.`
}

/**
 * Whether decimals look like a group of another place, and are finer than anything the field keeps: `220.000` GPUs, or
 * `1.250` dollars.
 */
function couldBeGroups(
  digits: string,
  { value, decimals }: { value: Rational; decimals: number },
  factor: Rational,
  { smallest }: NumberSyntax,
): boolean {
  if (decimals !== 3 || !/^[1-9]\d{0,2}\D\d{3}$/.test(digits)) return false
  const isKept = (size: Rational) => divide(multiply(size, factor), smallest).denominator === 1n
  return isKept(value) && !isKept(rational(1, 1000))
}

import { add, divide, multiply, type Rational, rational, signOf, subtract } from '../rational.ts'
import {
  Misread,
  type NumberSyntax,
  type NumberToken,
  shortened,
  type Token,
  tokenize,
} from './numberTokens.ts'
import { plainForms } from './plainForms.ts'
import { localExample } from './separators.ts'

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

const longest = 200

/** A number as far as it is worked out. */
type Quantity = Pick<NumberToken, 'value' | 'hasUnit'>

/**
 * Reads `1.25B`, `920m`, `50 %`, `1,250,000`, `1.25E+09` by the signs of the place (the rule is at `readDigits`), and after
 * a `=` sums and products of such numbers with brackets. Exact: no digit passes a double. Digits that could be two
 * numbers are refused in a sentence that has both.
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

const inUnits = ({ value, hasUnit }: Quantity, { bare = rational(1) }: NumberSyntax): Rational =>
  hasUnit ? value : multiply(value, bare)

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

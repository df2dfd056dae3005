import type { OneOffTerm } from '../schema/extras.ts'
import { limits } from '../schema/limits.ts'
import { type Parsed, parsed, problem } from './expression.ts'
import type { NumberStyle } from './number.ts'
import { parseAmount, parseDate, parseText } from './parse.ts'
import { unguarded } from './guardedText.ts'
import { plainForms } from './plainForms.ts'
import { readTabSeparated } from './tabSeparated.ts'

/**
 * A payment schedule as a spreadsheet's clipboard has it, read as the cells of the sheet are: lines of date and amount, or
 * of name, date and amount. A first line with neither a date nor an amount heads the columns and is passed over, as are empty lines; an amount below zero is
 * a credit. One line that cannot be read refuses all, in a sentence that names it.
 */
export function parsePaymentSchedule(text: string, style: NumberStyle): Parsed<OneOffTerm[]> {
  const payments: OneOffTerm[] = []
  const lines = readTabSeparated(text)
    .map((row, i) => ({ number: i + 1, cells: withoutEmptyEnd(row.map((cell) => cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const first = lines[0]
  for (const { number, cells } of first && isHeading(first.cells, style) ? lines.slice(1) : lines) {
    const payment = parsePayment(cells, style)
    if (!payment.ok) return problem(`Nothing was pasted: line ${number} cannot be read. ${payment.problem}`)
    payments.push(payment.value)
  }
  return payments.length > 0
    ? parsed(payments)
    : problem('Nothing was pasted: there is no line with a date and an amount.')
}

const paid = { example: '2.5m', per: '' } as const

/** Columns beyond the third, where nothing is in them. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, Math.max(3, last + 1))
}

function isHeading(cells: readonly string[], style: NumberStyle): boolean {
  const [date = '', written = ''] = cells.slice(-2)
  return !/\d/.test(plainForms(date)) && !parseAmount(signed(written).magnitude, style, paid).ok
}

function parsePayment(cells: readonly string[], style: NumberStyle): Parsed<OneOffTerm> {
  if (cells.length < 2 || cells.length > 3)
    return problem(
      'A line has a date and an amount, or a name, a date and an amount, each in a cell of its own.',
    )
  const [name, date, written] = cells.length === 3 ? cells : ['', ...cells]
  const on = parseDate(date!, 'first', style.locale)
  if (!on.ok) return on
  const { isCredit, magnitude } = signed(written!)
  const amount = parseAmount(magnitude, style, paid)
  if (!amount.ok) return amount
  const label = parseText(unguarded(name!) || (isCredit ? 'Credit' : 'Payment'), {
    least: 1,
    most: limits.nameLength,
    subject: 'A name',
  })
  if (!label.ok) return label
  return parsed({
    label: label.value,
    on: on.value,
    kind: isCredit ? 'credit' : 'fee',
    amount: amount.value,
  })
}

/** An amount below zero as spreadsheets write it: with a minus sign before its digits, or in brackets as in accounts. */
function signed(written: string): { isCredit: boolean; magnitude: string } {
  const plain = plainForms(written)
  const accounts = /^([^\d()]*)\(([^()]*)\)([^\d()]*)$/.exec(plain)
  if (accounts) return { isCredit: true, magnitude: accounts.slice(1).join('').trim() }
  const negative = /^([^\d=-]*)-(.*)$/.exec(plain)
  if (negative) return { isCredit: true, magnitude: negative.slice(1).join('').trim() }
  return { isCredit: false, magnitude: written }
}

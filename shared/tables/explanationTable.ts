import type { Quantity, Step, StepTable } from '../explain/explanation.ts'
import { decimalText, type NumberStyle } from '../format/number.ts'
import { currencyDigits } from '../money.ts'
import { harmless, plainNumber } from './chartTable.ts'
import { formatQuantity } from './quantity.ts'

const signs = { plus: 1, minus: -1, shown: 1 } as const

/** What the steps of a table have come to after each of them; null where nothing is summed, or one step is all. */
export function runningTotals({ steps, total }: StepTable): readonly (Quantity | null)[] | null {
  if (total === null || steps.filter(({ enters }) => enters !== 'shown').length < 2) return null
  let sum = 0
  return steps.map(({ value, enters }) => {
    if (enters === 'shown' || (value.kind !== 'amount' && value.kind !== 'number')) return null
    sum += signs[enters] * value.value
    return { ...value, value: sum }
  })
}

/** The tables of an explanation as lines of cells between tabs, which a spreadsheet takes and can add up. */
export function stepsTabSeparated(tables: readonly StepTable[], style: NumberStyle): string {
  return tables.map((table) => tableLines(table, style).join('\n')).join('\n\n')
}

function tableLines({ title, head, steps, total }: StepTable, style: NumberStyle): string[] {
  const unit = (name: string, quantity: Quantity | undefined) =>
    harmless(quantity?.kind === 'amount' ? `${name}, ${style.currency}` : name)
  // A row without parts says nothing of what a column holds.
  const whole = steps.find(({ parts }) => parts) ?? steps[0]
  const columns = head.parts.map((name, i) => unit(name, whole?.parts?.[i]))
  const lineOf = ({ label, parts, value, enters }: Step) => [
    harmless(label),
    ...head.parts.map((_, i) => (parts?.[i] ? cellOf(parts[i], style) : '')),
    cellOf(
      enters === 'minus' && value.kind === 'amount' ? { ...value, value: 0 - value.value } : value,
      style,
    ),
  ]
  const lines = [
    [harmless(title)],
    [harmless(head.label), ...columns, unit(head.value, whole?.value)],
    ...steps.map(lineOf),
  ]
  if (total) lines.push(['Total', ...head.parts.map(() => ''), cellOf(total, style)])
  return lines.map((line) => line.join('\t'))
}

/** Amounts in whole units of the currency and other numbers bare, as a spreadsheet reckons with them; else as shown. */
function cellOf(quantity: Quantity, style: NumberStyle): string {
  const digits = currencyDigits[style.currency] ?? 2
  switch (quantity.kind) {
    case 'amount': {
      const isWhole = Number.isInteger(quantity.value)
      const value = isWhole ? Number(decimalText(quantity.value, digits)) : quantity.value / 10 ** digits
      return plainNumber(value, isWhole ? digits : 6, style.locale)
    }
    case 'number':
    case 'rate':
    case 'factor':
      return plainNumber(quantity.value, 10, style.locale)
    case 'price':
      return plainNumber(quantity.value / 1_000_000, 6, style.locale)
    case 'date':
    case 'words':
      return harmless(formatQuantity(quantity, style))
  }
}

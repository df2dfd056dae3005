import type { Quantity } from '../explain/explanation.ts'
import { formatDate, formatDay } from '../format/date.ts'
import {
  formatAmount,
  formatNumber,
  formatRate,
  formatUnitPrice,
  type NumberStyle,
} from '../format/number.ts'
import { parseCivilDate } from '../days.ts'

/** A value of an explanation as text, with its unit; with `isChange`, as what something changes by. */
export function formatQuantity(quantity: Quantity, style: NumberStyle, isChange = false): string {
  const sign = isChange && quantity.kind !== 'words' && quantity.value > 0 ? '+' : ''
  switch (quantity.kind) {
    case 'amount':
      return formatAmount(Math.round(quantity.value), style, isChange)
    case 'number':
      return `${sign}${formatPlain(quantity.value, style.locale)} ${quantity.unit}`.trimEnd()
    case 'price':
      return `${quantity.value < 0 ? '−' : sign}${formatUnitPrice(Math.round(Math.abs(quantity.value)), style)} a ${quantity.per}`
    case 'factor':
      return formatNumber(quantity.value, 4, style.locale)
    case 'rate':
      return `${sign}${formatRate(quantity.value, style.locale)}`
    case 'date':
      return isChange ? `${sign}${formatPlain(quantity.value, style.locale)} days` : formatDay(quantity.value)
    case 'words':
      return parseCivilDate(quantity.value) ? formatDate(quantity.value) : quantity.value
  }
}

/** As many decimals as a reader can use: three, or none of a whole number or a large one. */
function formatPlain(value: number, locale: string): string {
  const isWhole = Math.abs(value) >= 100_000 || Number.isInteger(Math.round(value * 1000) / 1000)
  return formatNumber(value, isWhole ? 0 : 3, locale)
}

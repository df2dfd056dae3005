import { dayOf } from '../days.ts'
import { decimalText } from '../format/number.ts'
import { localExample } from '../format/separators.ts'

/**
 * A value as a spreadsheet holds it: bare digits in the separators of the place, `50%`, `2026-05-01`. A field reads it
 * back to the same value.
 */
export interface PlainValue {
  text: string
  /** What a spreadsheet calculates with, written with a point, and the format of its cell; null for words. */
  number: { value: string; format: string } | null
}

export const plainText = (text: string): PlainValue => ({ text, number: null })

const withoutZeros = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)

/** The format of a cell that shows as many decimals as a value has: what it shows is what it copies. */
function withDecimals(format: string, decimal: string): string {
  const decimals = decimal.split('.')[1]?.length ?? 0
  return decimals === 0 ? format : `${format}.${'0'.repeat(decimals)}`
}

/** A number of which so many digits are decimals. */
export function plainNumber(value: number, digits: number, locale: string): PlainValue {
  const exact = withoutZeros(decimalText(value, digits))
  return { text: localExample(exact, locale), number: { value: exact, format: withDecimals('#,##0', exact) } }
}

/** Parts per million as a percentage. */
export function plainPercent(share: number, locale: string): PlainValue {
  const percent = withoutZeros(decimalText(share, 4))
  return {
    text: `${localExample(percent, locale)}%`,
    number: {
      value: withoutZeros(decimalText(share, 6)),
      format: `${withDecimals('0', percent)}%`,
    },
  }
}

/** Spreadsheets count days from the last but one of 1899. */
const spreadsheetEpoch = dayOf('1899-12-30')

export const plainDate = (date: string): PlainValue => ({
  text: date,
  number: { value: String(dayOf(date) - spreadsheetEpoch), format: 'YYYY-MM-DD' },
})

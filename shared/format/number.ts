import { currencyDigits, type MinorUnits } from '../money.ts'
import type { PartsPerMillion } from '../rate.ts'

/** How large amounts are shown: in billions, millions or thousands of the currency, or in the currency itself. */
export const amountUnits = ['billions', 'millions', 'thousands', 'exact'] as const
export type AmountUnit = (typeof amountUnits)[number]

export interface NumberStyle {
  /** BCP 47, handed in so that every runtime shows the same. */
  locale: string
  /** ISO 4217. */
  currency: string
  unit: AmountUnit
  /** Of amounts in that unit; null, or not said, for as many as are usual. */
  decimals?: number | null
}

const minus = '\u2212'
const noBreak = '\u00a0'

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  formatters.set(key, made)
  return made
}

/** A decimal written out from an integer and the number of its decimal digits, so that no digit passes a double. */
export function decimalText(value: number | bigint, digits: number): `${number}` {
  const negative = value < 0
  const magnitude = negative ? -value : value
  // A present value at a rate far below zero is beyond 2^53, where a number would be written with an exponent.
  const text = String(magnitude > Number.MAX_SAFE_INTEGER ? BigInt(magnitude) : magnitude).padStart(
    digits + 1,
    '0',
  )
  const split = text.length - digits
  const decimal = digits === 0 ? text : `${text.slice(0, split)}.${text.slice(split)}`
  return (negative ? `-${decimal}` : decimal) as `${number}`
}

const signed = (text: string, negative: boolean, plus: boolean) =>
  negative ? minus + text : plus ? `+${text}` : text

const symbols = new Map<string, string>()

export function currencySymbol({ locale, currency }: Pick<NumberStyle, 'locale' | 'currency'>): string {
  const key = locale + currency
  const known = symbols.get(key)
  if (known !== undefined) return known
  const parts = formatter(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency
  symbols.set(key, symbol)
  return symbol
}

/** `$45.00`, but `CHF 45.00`: letters do not run into digits. */
function withSymbol(text: string, style: NumberStyle): string {
  const symbol = currencySymbol(style)
  return /\p{L}[.\p{Cf}]*$/u.test(symbol) ? symbol + noBreak + text : symbol + text
}

/** What is rounded to nothing has no sign: there is no minus zero. */
const isZero = (text: string) => !/[1-9]/.test(text)

const scales = {
  billions: { zeros: 9, decimals: 3, suffix: 'B' },
  millions: { zeros: 6, decimals: 1, suffix: 'M' },
  thousands: { zeros: 3, decimals: 0, suffix: 'k' },
  exact: { zeros: 0, decimals: null, suffix: '' },
} as const

/** A figure in the chosen unit: `$45.000 B`, `$45,000.0 M`, `$45,000,000,000.00`. With `plus`, as a change. */
export function formatAmount(amount: MinorUnits, style: NumberStyle, plus = false): string {
  const digits = currencyDigits[style.currency] ?? 2
  const magnitude = Math.abs(amount)
  const { zeros, decimals: usual, suffix } = scales[style.unit]
  const decimals = style.decimals ?? usual ?? digits
  const options = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    roundingMode: 'halfExpand',
  } as const
  const text = formatter(style.locale, options).format(decimalText(magnitude, digits + zeros))
  const [negative, positive] = [amount < 0 && !isZero(text), plus && !isZero(text)]
  const written = withSymbol(text, style)
  return signed(suffix === '' ? written : `${written}${noBreak}${suffix}`, negative, positive)
}

/** A term's amount, never rounded: in millions where four decimals hold it, else to the smallest unit. */
export function formatTermAmount(amount: MinorUnits, style: NumberStyle): string {
  const digits = currencyDigits[style.currency] ?? 2
  const million = 10 ** (digits + 6)
  if (amount === 0 || amount < million || amount % (million / 10_000) !== 0)
    return formatAmount(amount, { ...style, unit: 'exact', decimals: null })
  const text = formatter(style.locale, { maximumFractionDigits: 4 }).format(decimalText(amount, digits + 6))
  return `${withSymbol(text, style)}${noBreak}M`
}

/** A float for display, with the currency's symbol: unit prices. `decimals` after the separator. */
export function formatPrice(value: number, decimals: number, style: NumberStyle, plus = false): string {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const text = formatter(style.locale, options).format(Math.abs(value))
  return signed(withSymbol(text, style), value < 0 && !isZero(text), plus && !isZero(text))
}

/** A float with a fixed number of decimals: months, MW. */
export function formatNumber(value: number, decimals: number, locale: string): string {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const text = formatter(locale, options).format(Math.abs(value))
  return signed(text, value < 0 && !isZero(text), false)
}

export const formatCount = (value: number, locale: string): string =>
  signed(formatter(locale, { maximumFractionDigits: 0 }).format(Math.abs(value)), value < 0, false)

/** Parts per million as a percentage with as many decimals as it has: `50 %`, `12.5 %`. */
export function formatPercent(share: PartsPerMillion, locale: string): string {
  const text = formatter(locale, { maximumFractionDigits: 4 }).format(decimalText(Math.abs(share), 4))
  return signed(`${text}${noBreak}%`, share < 0, false)
}

/** Parts per million as a ratio with two decimals, or as many as it has: `1.25`, `1.40`, `1.255`. */
export const formatRatio = (ratio: PartsPerMillion, locale: string): string =>
  formatter(locale, { minimumFractionDigits: 2, maximumFractionDigits: 6 }).format(decimalText(ratio, 6))

/** A change as a percentage of what it is measured against: `+1.4 %`. */
export function formatChangePercent(fraction: number, locale: string): string {
  const options = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  const text = formatter(locale, options).format(Math.abs(fraction) * 100)
  return signed(`${text}${noBreak}%`, fraction < 0 && !isZero(text), !isZero(text))
}

/** A rate as a float, 0.1 for 10 %, with two decimals: `9.97 %`. */
export const formatRate = (rate: number, locale: string): string =>
  `${formatNumber(rate * 100, 2, locale)}${noBreak}%`

/** Kilowatts as megawatts: `300 MW`, `0.5 MW`. */
export const formatPower = (kilowatts: number, locale: string): string =>
  `${formatter(locale, { maximumFractionDigits: 3 }).format(decimalText(kilowatts, 3))}${noBreak}MW`

/** A unit price in millionths of the major unit, never rounded: `$808.00`, `$4,166,666.666667`. */
export function formatUnitPrice(micros: number, style: NumberStyle): string {
  const digits = currencyDigits[style.currency] ?? 2
  const options = { minimumFractionDigits: Math.min(digits, 6), maximumFractionDigits: 6 }
  return withSymbol(formatter(style.locale, options).format(decimalText(micros, 6)), style)
}

import type { DealTerms } from '../schema/dealTerms.ts'
import { wholePpm } from '../rate.ts'
import type { Term } from './term.ts'

/** A stretch of values a number can be dragged over, in the units the term keeps it in. */
export interface Slide {
  value: number
  least: number
  most: number
  /** Between one place and the next. */
  step: number
}

/** Where a value of nothing leaves open how far to go, a size that is usual for its kind, in the units it is kept in. */
const usual = {
  /** A hundred million of the currency, before its decimals. */
  amount: 100_000_000,
  price: 10_000_000,
  power: 1_000_000,
  count: 100,
  notice: 180,
  percent: 200_000,
  ratio: 1_000_000,
} as const

const hasSlide = (kind: Term['kind']): kind is keyof typeof usual => Object.hasOwn(usual, kind)

/** The number a term says; null for words, dates and tables, and where the deal says none. */
export function numberOf(term: Term, terms: DealTerms): number | null {
  if (!hasSlide(term.kind) || !term.applies(terms)) return null
  const value = JSON.parse(term.canonical(terms)) as number | { notice: number } | null
  return typeof value === 'object' ? (value?.notice ?? null) : value
}

/**
 * How far a term’s number can be dragged, from the value it has: a share from nothing to all, anything else from nothing
 * to twice what it is, in a hundred steps of a round size. Null where the term is no number.
 */
export function slideOf(term: Term, terms: DealTerms): Slide | null {
  const value = numberOf(term, terms)
  if (value === null || !hasSlide(term.kind)) return null
  const bounds = term.bounds ?? { least: 0, most: Number.MAX_SAFE_INTEGER }
  const isShare = term.kind === 'percent' && bounds.least === 0 && bounds.most === wholePpm
  const size = term.kind === 'amount' ? usual.amount * 10 ** terms.digits : usual[term.kind]
  const reach = isShare ? wholePpm : value === 0 ? size : Math.abs(value) * 2
  const step = Math.max(1, roundSize(reach / 100))
  const least = Math.max(bounds.least, value < 0 ? -Math.ceil(reach / step) * step : 0)
  return { value, least, most: Math.min(bounds.most, Math.ceil(reach / step) * step), step }
}

/** The value a slide has come to, as the term’s `write` takes it. */
export function slidTo(term: Term, terms: DealTerms, value: number): string {
  if (term.kind !== 'notice') return JSON.stringify(value)
  return JSON.stringify({ ...(JSON.parse(term.canonical(terms)) as object), notice: value })
}

/** The greatest of 1, 2 and 5 times a power of ten that is not above a size. */
function roundSize(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  return ([5, 2].find((factor) => factor * power <= size) ?? 1) * power
}

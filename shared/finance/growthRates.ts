/** Rates quoted one way and meant another, and growth between two amounts. After OpenFormula 1.2, 6.12. */
import { logRatio } from './compounding.ts'
import { type Cell, finite, numbersOf, requireFinite, requireRate } from './numbers.ts'

function wholePeriods(periods: number): number {
  requireFinite({ periods })
  const whole = Math.trunc(periods)
  if (whole < 1) throw new RangeError('A year has at least one compounding period.')
  return whole
}

/**
 * The yearly rate that `nominal`, compounded `periods` times a year, comes to: (1 + nominal / n)^n - 1. A fraction
 * of a period is dropped, as a spreadsheet does.
 *
 * @throws RangeError where there is less than one period, or the rate of a period is -1 or less.
 */
export function effectiveRate(nominal: number, periods: number): number {
  const n = wholePeriods(periods)
  requireRate(nominal / n)
  return finite(Math.expm1(n * Math.log1p(nominal / n)))
}

/**
 * The nominal rate, compounded `periods` times a year, that comes to `effective`: n ((1 + effective)^(1/n) - 1).
 *
 * @throws RangeError where there is less than one period, or the rate is -1 or less.
 */
export function nominalRate(effective: number, periods: number): number {
  const n = wholePeriods(periods)
  requireRate(effective)
  return finite(n * Math.expm1(Math.log1p(effective) / n))
}

/**
 * The rate per period at which `pv` grows to `fv`, both of one sign: (fv / pv)^(1 / nper) - 1. It is -1 where `fv`
 * is 0.
 *
 * @throws RangeError where `nper` is not above 0, `pv` is 0, or the signs differ.
 */
export function rri(nper: number, pv: number, fv: number): number {
  requireFinite({ nper, pv, fv })
  if (nper <= 0) throw new RangeError('Growth takes more than no periods.')
  if (pv === 0 || Math.sign(fv) * Math.sign(pv) < 0) {
    throw new RangeError('No rate leads from the one amount to the other.')
  }
  return fv === 0 ? -1 : finite(Math.expm1(logRatio(fv, pv) / nper))
}

/**
 * The number of periods in which `pv` grows to `fv` at `rate`: ln(fv / pv) / ln(1 + rate).
 *
 * @throws RangeError where the rate or one of the amounts is not above 0.
 */
export function pduration(rate: number, pv: number, fv: number): number {
  requireFinite({ rate, pv, fv })
  if (rate <= 0 || pv <= 0 || fv <= 0) throw new RangeError('The rate and both amounts must be above zero.')
  return finite(logRatio(fv, pv) / Math.log1p(rate))
}

/** What `principal` grows to over periods with these rates, one after the other. Blanks count as no growth. */
export function fvschedule(principal: number, rates: readonly Cell[]): number {
  requireFinite({ principal })
  return finite(numbersOf(rates).reduce((amount, rate) => amount * (1 + rate), principal))
}

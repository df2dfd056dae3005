/**
 * A loan's level payments split into interest and principal. Everything follows from the balance still owed before
 * a payment, computed from both ends of the term at once so that neither a long term nor a high rate cancels its
 * digits. Definitions and signs as OpenFormula 1.2, 6.12: IPMT, PPMT, CUMIPMT, CUMPRINC, ISPMT; interest and
 * principal paid are negative for a positive `pv`.
 */
import { accumulated, discounted, growth, times } from './compounding.ts'
import { finite, type PaymentType, requireFinite, requireRate, requireType } from './numbers.ts'
import { pmt } from './timeValue.ts'

/** What is owed after `paid` of `nper` payments at the ends of periods, on the way from `pv` to `-fv`. */
const balanceAfter = (paid: number, rate: number, nper: number, pv: number, fv: number): number =>
  rate >= 0
    ? (times(pv, discounted(rate, nper - paid)) -
        times(fv, growth(rate, paid - nper) * discounted(rate, paid))) /
      discounted(rate, nper)
    : (times(pv, growth(rate, paid) * accumulated(rate, nper - paid)) - times(fv, accumulated(rate, paid))) /
      accumulated(rate, nper)

/** How much of `owed` the payments `start` to `end`, at the ends of periods, pay off. */
const repaid = (rate: number, nper: number, owed: number, start: number, end: number): number =>
  rate >= 0
    ? (times(owed, growth(rate, end - nper)) * discounted(rate, end - start + 1)) / discounted(rate, nper)
    : (times(owed, growth(rate, start - 1)) * accumulated(rate, end - start + 1)) / accumulated(rate, nper)

function requirePeriods(start: number, end: number, nper: number): void {
  requireFinite({ nper })
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 1 && start <= end && end <= nper
  if (!inside) throw new RangeError(`Periods must be whole numbers from 1 to ${nper}, in order.`)
}

/**
 * The interest in payment `per` of a loan's `nper`. A first payment in advance (`type` 1) holds none.
 *
 * @throws RangeError where the rate is -1 or less, or `per` is no whole number from 1 to `nper`.
 */
export function ipmt(
  rate: number,
  per: number,
  nper: number,
  pv: number,
  fv = 0,
  type: PaymentType = 0,
): number {
  requireRate(rate)
  requireType(type)
  requireFinite({ pv, fv })
  requirePeriods(per, per, nper)
  if (type === 1 && per === 1) return 0
  // A payment in advance is the one in arrears discounted by a period, and so are its parts.
  return finite((-rate * balanceAfter(per - 1, rate, nper, pv, fv)) / (1 + rate * type))
}

/** The principal in payment `per`: `pmt` less `ipmt`. Arguments and errors as for `ipmt`. */
export function ppmt(
  rate: number,
  per: number,
  nper: number,
  pv: number,
  fv = 0,
  type: PaymentType = 0,
): number {
  requireRate(rate)
  requireType(type)
  requireFinite({ pv, fv })
  requirePeriods(per, per, nper)
  if (type === 1 && per === 1) return pmt(rate, nper, pv, fv, type)
  return finite(-repaid(rate, nper, pv + fv, per, per) / (1 + rate * type))
}

/**
 * The principal in the payments `start` to `end`, both included, of a loan that is fully repaid: the sum of `ppmt`.
 * A spreadsheet insists on a rate and a `pv` above zero; here any `pv`, and any rate above -1, will do.
 *
 * @throws RangeError where the rate is -1 or less, or the periods are not whole numbers from 1 to `nper` in order.
 */
export function cumprinc(
  rate: number,
  nper: number,
  pv: number,
  start: number,
  end: number,
  type: PaymentType,
): number {
  requireRate(rate)
  requireType(type)
  requireFinite({ pv })
  requirePeriods(start, end, nper)
  if (type === 0) return finite(-repaid(rate, nper, pv, start, end))
  const first = start === 1 ? pmt(rate, nper, pv, 0, type) : 0
  const from = Math.max(start, 2)
  return finite(first - (from > end ? 0 : repaid(rate, nper, pv, from, end) / (1 + rate)))
}

/** The interest in the payments `start` to `end`: the sum of `ipmt`. Arguments and errors as for `cumprinc`. */
export function cumipmt(
  rate: number,
  nper: number,
  pv: number,
  start: number,
  end: number,
  type: PaymentType,
): number {
  const principal = cumprinc(rate, nper, pv, start, end, type)
  if (rate === 0) return 0
  return finite((end - start + 1) * pmt(rate, nper, pv, 0, type) - principal)
}

/**
 * The interest of period `per`, counted from 0, on a loan repaid by equal principal: pv rate (per / nper - 1).
 *
 * @throws RangeError where `nper` is 0 or an argument is not finite.
 */
export function ispmt(rate: number, per: number, nper: number, pv: number): number {
  requireFinite({ rate, per, nper, pv })
  if (nper === 0) throw new RangeError('A loan over no periods has no interest.')
  return finite(pv * rate * (per / nper - 1))
}

import { finite, type PaymentType, requireFinite, requireRate, requireType, scaleOf } from './numbers.ts'
import { nearest } from './rateOfReturn.ts'
import { type Balance, type Equation, realRoots } from './roots.ts'

/** The derivative of ln((1 - e^(-nper u)) / (e^u - 1)) by u: how the worth of an annuity falls with u. */
function annuityLogSlope(nper: number, u: number): number {
  // Both terms grow without bound near zero and all but cancel, so there the first terms of the series serve.
  if (Math.abs(u) * Math.max(nper, 1) < 1e-3) return -(nper + 1) / 2 + ((nper * nper - 1) * u) / 12
  return nper / Math.expm1(nper * u) + 1 / Math.expm1(-u)
}

/** The equation of the time value of money (see timeValue.ts) in u = ln(1 + rate): a first sum, an annuity, a last. */
function equationOf(nper: number, pmt: number, pv: number, fv: number, type: PaymentType): Equation {
  const add = (balance: Balance, amount: number, slope: number) => {
    if (amount > 0) {
      balance.positive += amount
      balance.positiveSlope += slope
    } else {
      balance.negative -= amount
      balance.negativeSlope -= slope
    }
  }
  return (u, fromStart, balance) => {
    // On the date of the first sum, or all of it carried on to the date of the last.
    const carried = fromStart ? 0 : nper
    const rate = Math.expm1(u)
    const annuity = u === 0 ? nper : Math.expm1((fromStart ? -nper : nper) * u) / (fromStart ? -rate : rate)
    const first = pv * Math.exp(carried * u)
    const payments = pmt * annuity * (type === 1 ? Math.exp(u) : 1)
    const last = fv * Math.exp((carried - nper) * u)
    balance.positive = balance.positiveSlope = balance.negative = balance.negativeSlope = 0
    add(balance, first, carried * first)
    add(balance, payments, (carried + type + annuityLogSlope(nper, u)) * payments)
    add(balance, last, (carried - nper) * last)
    const all = first + payments + last
    const sums = fromStart ? [first, first + payments, all] : [last, last + payments, all]
    const signs = sums.map(Math.sign).filter((sign) => sign !== 0)
    balance.variations = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length
  }
}

/**
 * The rate per period at which `pv`, `nper` payments `pmt` and `fv` are worth nothing together. All rates are
 * found, whatever the guess; where there are two the one nearest to the guess is given.
 *
 * @param nper periods, above 0.
 * @param guess a rate above -1.
 * @throws RangeError where no rate above -1 does it (all amounts of one sign, say), the guess is -1 or less, `nper`
 *   is not above 0, or an argument is not finite.
 */
export function rate(
  nper: number,
  pmt: number,
  pv: number,
  fv = 0,
  type: PaymentType = 0,
  guess = 0.1,
): number {
  requireFinite({ nper, pmt, pv, fv })
  requireType(type)
  requireRate(guess)
  if (nper <= 0) throw new RangeError('A rate takes more than no periods.')
  const scale = scaleOf([pmt, pv, fv])
  const isOneSided = Math.min(pmt, pv, fv) >= 0 || Math.max(pmt, pv, fv) <= 0
  const roots = isOneSided
    ? []
    : realRoots(equationOf(nper, pmt / scale, pv / scale, fv / scale, type), nper, Math.log1p(guess)).map(
        Math.expm1,
      )
  if (roots.length === 0) throw new RangeError('No rate makes these amounts worth nothing together.')
  return finite(nearest(roots, guess))
}

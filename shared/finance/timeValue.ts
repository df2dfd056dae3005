/**
 * The time value of money: five quantities bound by
 *
 *     pv (1 + rate)^nper + pmt (1 + rate type) ((1 + rate)^nper - 1) / rate + fv = 0
 *
 * and, at rate 0, pv + pmt nper + fv = 0. Money received is positive, money paid negative, so a loan has a positive
 * pv and a negative pmt. The equation and the order of arguments are those of OpenFormula 1.2, 6.12 (Financial
 * Functions), which spreadsheets share; `rate` is in rate.ts.
 */
import { accumulated, discounted, growth, isNegligible, logRatio, times } from './compounding.ts'
import { finite, type PaymentType, requireFinite, requireRate, requireType } from './numbers.ts'

/**
 * Present value of `nper` payments `pmt` and a last `fv`.
 *
 * @param rate per period, above -1 (0.1 is 10 %).
 * @throws RangeError where the rate is -1 or less, an argument is not finite, or the result is beyond a number.
 */
export function pv(rate: number, nper: number, pmt: number, fv = 0, type: PaymentType = 0): number {
  requireRate(rate)
  requireType(type)
  requireFinite({ nper, pmt, fv })
  return finite(-(times(fv, growth(rate, -nper)) + times(pmt * (1 + rate * type), discounted(rate, nper))))
}

/** Future value of `pv` and `nper` payments `pmt`. Arguments and errors as for `pv`. */
export function fv(rate: number, nper: number, pmt: number, pv = 0, type: PaymentType = 0): number {
  requireRate(rate)
  requireType(type)
  requireFinite({ nper, pmt, pv })
  return finite(-(times(pv, growth(rate, nper)) + times(pmt * (1 + rate * type), accumulated(rate, nper))))
}

/**
 * The level payment that turns `pv` into `fv` over `nper` periods.
 *
 * @throws RangeError as for `pv`, and where `nper` is 0.
 */
export function pmt(rate: number, nper: number, pv: number, fv = 0, type: PaymentType = 0): number {
  requireRate(rate)
  requireType(type)
  requireFinite({ nper, pv, fv })
  if (nper === 0) throw new RangeError('There is no payment over no periods.')
  // Valued at whichever end of the term the powers are below one, so that a long term cannot overflow.
  const payment =
    rate * nper >= 0
      ? (pv + times(fv, growth(rate, -nper))) / discounted(rate, nper)
      : (times(pv, growth(rate, nper)) + fv) / accumulated(rate, nper)
  return finite(-payment / (1 + rate * type))
}

/**
 * The number of periods, a fraction where it must be, in which payments `pmt` turn `pv` into `fv`. Negative where
 * that lies in the past.
 *
 * @throws RangeError as for `pv`, and where the payments never get there: they do not cover the interest, or are 0.
 */
export function nper(rate: number, pmt: number, pv: number, fv = 0, type: PaymentType = 0): number {
  requireRate(rate)
  requireType(type)
  requireFinite({ pmt, pv, fv })
  const never = () => new RangeError('No number of these payments gets there.')
  if (pv + fv === 0) return 0
  if (isNegligible(rate)) {
    if (pmt === 0) throw never()
    return finite(-(pv + fv) / pmt)
  }
  // Solved for (1 + rate)^nper, which is atEnd / atStart.
  const payment = pmt * (1 + rate * type)
  const atStart = payment + rate * pv
  const atEnd = payment - rate * fv
  if (!(atEnd / atStart > 0)) throw never()
  // The difference of the two, rate (pv + fv), is known better than by subtraction where the rate is small.
  const change = (-rate * (pv + fv)) / atStart
  const log = Math.abs(change) < 0.5 ? Math.log1p(change) : logRatio(atEnd, atStart)
  return finite(log / Math.log1p(rate))
}

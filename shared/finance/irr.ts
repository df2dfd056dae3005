import { type Cell, numbersOf } from './numbers.ts'
import { type RateOfReturn, rateOfReturn } from './rateOfReturn.ts'

/**
 * The internal rate of return, per period, of flows a period apart. Blanks, text and truth values are passed over
 * and take no period. What has no rate, or several, is a result and no error: see RateOfReturn.
 *
 * @param guess picks one of several rates; above -1.
 * @throws RangeError where a value is not finite or the guess is -1 or less.
 */
export function irr(values: readonly Cell[], guess?: number): RateOfReturn {
  const flows = numbersOf(values)
  return rateOfReturn(
    flows,
    flows.map((_, period) => period),
    1,
    guess,
  )
}

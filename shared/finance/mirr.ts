import { type Cell, finite, numbersOf, requireFinite, requireRate } from './numbers.ts'

/** The worth, at the first flow, of the flows that are chosen. */
const worth = (values: readonly number[], rate: number, chosen: (value: number) => boolean): number =>
  values.reduceRight((later, value) => later / (1 + rate) + (chosen(value) ? value : 0), 0)

/**
 * The modified internal rate of return of flows a period apart: outlays are discounted to the first period at
 * `financeRate`, income grows to the last at `reinvestRate` (0 where it is left out), and the rate is the growth
 * from the one to the other. After OpenFormula 1.2, 6.12. Blanks, text and truth values are passed over.
 *
 * @param financeRate any but -1: a rate below has a value where the discounted outlays are still an outlay.
 * @throws RangeError where outlays or income are missing, the finance rate is -1, the reinvestment rate is -1 or
 *   less, or a value is not finite.
 */
export function mirr(values: readonly Cell[], financeRate: number, reinvestRate = 0): number {
  requireFinite({ financeRate })
  requireRate(reinvestRate)
  if (financeRate === -1) throw new RangeError('Nothing can be discounted at a finance rate of -1.')
  const flows = numbersOf(values)
  const outlay = -worth(flows, financeRate, (value) => value < 0)
  const income = worth(flows, reinvestRate, (value) => value > 0)
  if (!(outlay > 0 && income > 0)) throw new RangeError('The flows need both an outlay and an income.')
  return finite((1 + reinvestRate) * (income / outlay) ** (1 / (flows.length - 1)) - 1)
}

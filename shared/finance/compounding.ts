/** The factors of compound interest, through log1p and expm1: as exact for a rate of 1e-12 as for one of 10. */

/** Below this a rate is zero for any term: its powers would be rounded to multiples of the smallest number. */
export const isNegligible = (rate: number): boolean => Math.abs(rate) < 1e-300

const logGrowth = (rate: number, periods: number): number =>
  isNegligible(rate) ? 0 : periods * Math.log1p(rate)

/** (1 + rate)^periods. */
export const growth = (rate: number, periods: number): number => Math.exp(logGrowth(rate, periods))

/** ((1 + rate)^periods - 1) / rate: the future value of 1 at the end of each period. */
export const accumulated = (rate: number, periods: number): number =>
  isNegligible(rate) ? periods : Math.expm1(logGrowth(rate, periods)) / rate

/** (1 - (1 + rate)^-periods) / rate: the present value of 1 at the end of each period. */
export const discounted = (rate: number, periods: number): number =>
  isNegligible(rate) ? periods : -Math.expm1(-logGrowth(rate, periods)) / rate

/** A product where nothing times the unbounded is nothing: no payment is worth nothing however long it runs. */
export const times = (amount: number, factor: number): number => (amount === 0 ? 0 : amount * factor)

/** ln(to / from) for two amounts of one sign, exact where they are close. */
export function logRatio(to: number, from: number): number {
  const excess = (to - from) / from
  return Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log(to / from)
}

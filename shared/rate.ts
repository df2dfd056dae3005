/** A share or a rate as an exact decimal: 1,000,000 parts are 100 %. */
export type PartsPerMillion = number

export const wholePpm: PartsPerMillion = 1_000_000

/** For the floating-point formulas of finance: 100,000 parts per million are 0.1. */
export const toFraction = (rate: PartsPerMillion): number => rate / wholePpm

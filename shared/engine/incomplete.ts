import type { DealFigures } from './figures.ts'

/** What a deal cannot be compared without. */
export type MissingPart = 'price' | 'capacity'

/** What a deal that is not filled in leaves out, in the order in which it is asked for; nothing of a complete one. */
export function missingParts(figures: DealFigures): MissingPart[] {
  const { tranches } = figures.terms
  const hasCapacity = tranches.some(
    ({ tranche: { gpus, kilowatts } }) => (gpus ?? 0) > 0 || (kilowatts ?? 0) > 0,
  )
  return [...(hasPrice(figures) ? [] : (['price'] as const)), ...(hasCapacity ? [] : (['capacity'] as const))]
}

/** What a deal leaves out, in words: `price and capacity`. */
export const missingWords = (figures: DealFigures): string => missingParts(figures).join(' and ')

/** Whether a deal costs anything: one without a price has no amounts that could be compared. */
export const hasPrice = ({ totalContractValue, withExpectedUse }: DealFigures): boolean =>
  totalContractValue !== 0 || withExpectedUse !== 0

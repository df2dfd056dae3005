import { type EvaluationContext, figuresOf } from '../engine/figures.ts'
import { scheduleOf } from '../engine/schedule.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { comparisonExplanations, priceExplanations } from './comparison.ts'
import type { Explained, Explanation } from './explanation.ts'
import { leavingExplanations } from './leaving.ts'
import { valueExplanations } from './value.ts'

const explanations: Readonly<Record<string, (of: Explained) => Explanation>> = {
  ...valueExplanations,
  ...leavingExplanations,
  ...comparisonExplanations,
  ...priceExplanations,
}

/** How a figure of the catalogue came about: formula, inputs and steps as data; null for an id that is no figure. */
export function explain(figure: string, terms: DealTerms, context: EvaluationContext): Explanation | null {
  const make = Object.hasOwn(explanations, figure) ? explanations[figure] : undefined
  return make ? make({ figures: figuresOf(terms, context), schedule: scheduleOf(terms), context }) : null
}

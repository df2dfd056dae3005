import type { EvaluationContext } from '../engine/context.ts'
import { figuresOf } from '../engine/figures.ts'
import { scheduleOf } from '../engine/schedule.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { breakEvenExplanations } from './breakEven.ts'
import { expectedExplanations } from './expected.ts'
import type { Explained, Explainer, Explanation, Quantity } from './explanation.ts'
import { whatIsMissing } from './missing.ts'
import { leavingExplanations } from './leaving.ts'
import { paymentExplanations } from './payments.ts'
import { presentValueExplanations } from './presentValue.ts'
import { priceExplanations } from './price.ts'
import { rampExplanations } from './rampSavings.ts'
import { valueExplanations } from './value.ts'

const explainers: Readonly<Record<string, Explainer>> = {
  ...valueExplanations,
  ...rampExplanations,
  ...leavingExplanations,
  ...expectedExplanations,
  ...breakEvenExplanations,
  ...presentValueExplanations,
  ...paymentExplanations,
  ...priceExplanations,
}

const explainerOf = (figure: string): Explainer | undefined =>
  Object.hasOwn(explainers, figure) ? explainers[figure] : undefined

function explained(terms: DealTerms, context: EvaluationContext): Explained {
  const { baseline } = context
  return {
    figures: figuresOf(terms, context),
    schedule: scheduleOf(terms),
    against: baseline && baseline !== terms ? scheduleOf(baseline) : null,
    context,
  }
}

/** How a figure of the catalogue came about: formula, inputs and steps as data; null for an id that is no figure. */
export function explain(figure: string, terms: DealTerms, context: EvaluationContext): Explanation | null {
  const explainer = explainerOf(figure)
  if (!explainer) return null
  const of = explained(terms, context)
  const { sentence, formula = null, source = null } = explainer
  return {
    figure,
    sentence,
    formula: typeof formula === 'function' ? formula(of) : formula,
    symbols: explainer.symbols?.(of) ?? [],
    source,
    inputs: explainer.inputs(of),
    ...(whatIsMissing(of, explainer) ?? {
      tables: explainer.tables(of),
      result: explainer.result(of),
      otherwise: explainer.otherwise?.(of) ?? [],
    }),
  }
}

/** A figure as its explanation gives it, without the way to it; null for an id that is no figure. */
export function resultOf(figure: string, terms: DealTerms, context: EvaluationContext): Quantity | null {
  return explainerOf(figure)?.result(explained(terms, context)) ?? null
}

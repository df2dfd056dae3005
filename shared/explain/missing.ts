import { figuresOf } from '../engine/figures.ts'
import { hasPrice, type MissingPart, missingParts } from '../engine/incomplete.ts'
import { type Explained, type Explainer, type Explanation, facts, shown, words } from './explanation.ts'

/**
 * The steps and the result of a figure that has none because the deal, or the baseline it is compared with, is incomplete:
 * what is not stated. Null for a figure that can be computed.
 */
export function whatIsMissing(
  of: Explained,
  explainer: Explainer,
): Pick<Explanation, 'tables' | 'result' | 'otherwise'> | null {
  const { figures, context } = of
  if (explainer.isComparison) {
    if (!of.against || !context.baseline) return null
    const own = missingParts(figures)
    if (own.length > 0) return stated('incomplete', own, '')
    const others = missingParts(figuresOf(context.baseline, context))
    return others.length > 0 ? stated('incomplete', others, ' of the baseline') : null
  }
  const isCost = ['amount', 'price', 'rate'].includes(explainer.result(of).kind)
  return isCost && !hasPrice(figures) ? stated('price not stated', ['price'], '') : null
}

const labels: Readonly<Record<MissingPart, string>> = { price: 'Price', capacity: 'Capacity' }

const stated = (result: string, parts: readonly MissingPart[], whose: string) => ({
  tables: [
    facts(
      'What is missing',
      parts.map((part) => shown(`${labels[part]}${whose}`, words('not stated'))),
    ),
  ],
  result: words(result),
  otherwise: [],
})

import { inSentence } from '../format/names.ts'
import { isFormula, type Parsed, parsed, problem } from '../format/expression.ts'
import type { NumberStyle } from '../format/number.ts'
import { plainForms } from '../format/plainForms.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import type { Term, TermKind } from './term.ts'

const numbers: ReadonlySet<TermKind> = new Set(['amount', 'price', 'percent', 'ratio', 'count', 'power'])
const word = /\bbaseline\b/i
const everyWord = new RegExp(word, 'gi')

/**
 * A formula with what the baseline says of the same term in the place of its name: `=baseline*1.02` is `=(1.25B)*1.02`.
 * It is read once, as it is entered. Any other text as it is; a sentence where there is nothing to take.
 */
export function withBaseline(
  text: string,
  term: Term,
  terms: DealTerms,
  baseline: DealTerms | null,
  style: NumberStyle,
): Parsed<string> {
  const formula = plainForms(text)
  if (!numbers.has(term.kind) || !isFormula(text) || !word.test(formula)) return parsed(text)
  if (baseline === null || baseline.deal.id === terms.deal.id)
    return problem('This deal has no baseline to take a number from. Write the number itself.')
  const said = term.applies(baseline) ? term.input(baseline, style) : ''
  return said === ''
    ? problem(
        `The baseline, ${inSentence(baseline.deal.name)}, does not state this. Write the number itself.`,
      )
    : parsed(formula.replaceAll(everyWord, `(${said})`))
}

import type { TermCommand } from '../commands/command.ts'
import { written } from '../commands/written.ts'
import { type Parsed, parsed, problem } from '../format/expression.ts'
import type { NumberStyle } from '../format/number.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { unguarded } from '../format/guardedText.ts'
import { type PlainValue, plainText } from './plainValue.ts'
import type { StepsKind, Term } from './term.ts'
import { withTranches } from './trancheReferences.ts'

/** A cell of the term sheet on its way to other cells, of this deal or another. */
export interface CopiedCell extends PlainValue {
  /** The small table behind the text, with the tranches it names by their places; null where there is none. */
  steps: { kind: StepsKind; value: string } | null
}

/** A text that came from elsewhere, as a cell. */
export const textCell = (text: string): CopiedCell => ({ ...plainText(text), steps: null })

const emptyCell = textCell('')

/** What a cell gives to others; of a term the deal has no place for, nothing. */
export function copiedCell(term: Term, terms: DealTerms, style: NumberStyle): CopiedCell {
  if (!term.applies(terms)) return emptyCell
  if (term.editor.kind !== 'steps') return { ...term.plain(terms, style), steps: null }
  const placeOf = (id: string) => String(terms.tranches.findIndex(({ tranche }) => tranche.id === id))
  const value = withTranches(term.id, term.canonical(terms), placeOf)!
  return { ...plainText(term.show(terms, style)), steps: { kind: term.editor.steps, value } }
}

/** The command that writes a copied cell into a term; null where that changes nothing. */
export function enterCopied(
  term: Term,
  terms: DealTerms,
  cell: CopiedCell,
  style: NumberStyle,
): Parsed<TermCommand | null> {
  const text = cell.text.trim()
  if (!term.applies(terms)) return text === '' ? parsed(null) : term.enter(terms, text, style)
  if (term.editor.kind !== 'steps')
    return term.enter(terms, term.kind === 'text' ? unguarded(text) : text, style)
  if (text === '') return enterSteps(term, terms, '[]')
  if (cell.steps === null)
    return text === term.show(terms, style)
      ? parsed(null)
      : problem(
          'A small table is not pasted from text. Copy the same cell of another deal, or open it with Enter.',
        )
  if (cell.steps.kind !== term.editor.steps)
    return problem(`${term.label} takes no other kind of table. Copy the same cell of another deal.`)
  const idOf = (place: string) => terms.tranches[Number(place)]?.tranche.id ?? place
  return enterSteps(term, terms, withTranches(term.id, cell.steps.value, idOf)!)
}

function enterSteps(term: Term, terms: DealTerms, canonical: string): Parsed<TermCommand | null> {
  if (canonical === term.canonical(terms)) return parsed(null)
  const command = written(terms, term.id, canonical)
  return command ? parsed(command) : problem('What was copied is no table this cell can hold.')
}

/** The command that empties a term, or why it cannot be empty; null where it already is, or does not apply. */
export function enterNothing(term: Term, terms: DealTerms, style: NumberStyle): Parsed<TermCommand | null> {
  const entered = enterCopied(term, terms, emptyCell, style)
  return entered.ok ? entered : problem(`${term.label} must say something.`)
}

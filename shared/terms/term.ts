import type { Command } from '../commands/command.ts'
import { type Parsed, problem } from '../format/expression.ts'
import type { NumberStyle } from '../format/number.ts'
import type { DealTerms } from '../schema/dealTerms.ts'

export const termGroups = {
  parties: 'Parties',
  term: 'Term',
  capacity: 'Capacity',
  price: 'Price and ramp',
  buyerExit: 'Buyer may leave',
  providerExit: 'Provider may leave',
  assumptions: 'Assumptions',
} as const

export type TermGroup = keyof typeof termGroups

/** What is edited as a small table of dated steps. */
export type StepsKind = 'ramp' | 'delivery' | 'buyerFees' | 'providerFees'

/** How a cell edits: a line of text, one of a few choices, or a small table of dated steps. */
export type TermEditor =
  | { kind: 'line' }
  | { kind: 'choice'; options: readonly { id: string; label: string }[] }
  | { kind: 'steps'; steps: StepsKind }

/** What a term is, with the type of its value. The catalogue holds it once the type is closed over. */
export interface TermDefinition<Value> {
  id: string
  group: TermGroup
  label: string
  /** What may be written, in one sentence. */
  help: string
  editor: TermEditor
  read(terms: DealTerms): Value
  /** As the grid and the PDF show it. */
  format(value: Value, style: NumberStyle, terms: DealTerms): string
  /** As the field holds it while it is edited; read back by `parse` to the same value. Default: `format`. */
  input?(value: Value, style: NumberStyle): string
  parse(text: string, style: NumberStyle, terms: DealTerms): Parsed<Value>
  edit(terms: DealTerms, value: Value): Command
  /** What must be there before the term says anything; default: nothing. */
  needs?: Need
}

/** Another term that this one is a part of. */
export interface Need {
  isMet(terms: DealTerms): boolean
  /** What stands in the cell while it is not. */
  otherwise: string
  /** Why nothing can be entered, in one sentence. */
  problem: string
}

/** One editable term of a deal, for every screen and document that shows or edits it. */
export interface Term {
  readonly id: string
  readonly group: TermGroup
  readonly label: string
  readonly help: string
  readonly editor: TermEditor
  /** Whether the deal has what this term is a part of; a row that applies to no deal in view is left out. */
  applies(terms: DealTerms): boolean
  show(terms: DealTerms, style: NumberStyle): string
  input(terms: DealTerms, style: NumberStyle): string
  /** The command that writes what was typed; null where it says what the deal already says. */
  enter(terms: DealTerms, text: string, style: NumberStyle): Parsed<Command | null>
  /** The value as text, for comparing deals and for evidence; the same value always gives the same text. */
  canonical(terms: DealTerms): string
}

export function defineTerm<Value>(definition: TermDefinition<Value>): Term {
  const { id, group, label, help, editor, read, format, input, parse, edit, needs } = definition
  const applies = (terms: DealTerms) => needs === undefined || needs.isMet(terms)
  const remembered = new WeakMap<DealTerms, string>()
  const canonical = (terms: DealTerms) => {
    const known = remembered.get(terms)
    if (known !== undefined) return known
    const made = applies(terms) ? JSON.stringify(read(terms)) : 'null'
    remembered.set(terms, made)
    return made
  }
  return {
    id,
    group,
    label,
    help,
    editor,
    canonical,
    applies,
    show: (terms, style) => (applies(terms) ? format(read(terms), style, terms) : needs!.otherwise),
    input(terms, style) {
      if (!applies(terms)) return needs!.otherwise
      return input ? input(read(terms), style) : format(read(terms), style, terms)
    },
    enter(terms, text, style) {
      if (!applies(terms))
        return text.trim() === needs!.otherwise ? { ok: true, value: null } : problem(needs!.problem)
      const value = parse(text, style, terms)
      if (!value.ok) return value
      const isSame = JSON.stringify(value.value) === canonical(terms)
      return { ok: true, value: isSame ? null : edit(terms, value.value) }
    },
  }
}

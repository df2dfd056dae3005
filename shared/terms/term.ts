import { nameForm } from '../format/names.ts'
import type { TermCommand } from '../commands/command.ts'
import { type Parsed, problem } from '../format/expression.ts'
import type { NumberStyle } from '../format/number.ts'
import { remembered } from '../remembered.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { guarded } from '../format/guardedText.ts'
import { type PlainValue, plainText } from './plainValue.ts'

export const termGroups = {
  parties: 'Parties',
  term: 'Term',
  capacity: 'Capacity',
  price: 'Price and ramp',
  extras: 'Once, ahead and later',
  buyerExit: 'Buyer may leave',
  providerExit: 'Provider may leave',
  assumptions: 'Assumptions',
} as const

export type TermGroup = keyof typeof termGroups

/** What is edited as a small table of dated steps. */
export type StepsKind =
  | 'ramp'
  | 'delivery'
  | 'usage'
  | 'buyerFees'
  | 'providerFees'
  | 'oneOffs'
  | 'advances'
  | 'renewals'

/** How a cell edits: a line of text, one of a few choices, or a small table. `slot` says whose steps they are. */
export type TermEditor =
  | { kind: 'line' }
  | { kind: 'choice'; options: readonly { id: string; label: string }[] }
  | { kind: 'steps'; steps: StepsKind; slot: number }

/** What the value of a term is. */
export type TermKind =
  | 'text'
  | 'date'
  | 'amount'
  | 'price'
  | 'percent'
  | 'ratio'
  | 'count'
  | 'power'
  | 'notice'
  | 'choice'
  | 'steps'

/** What a kind of value says of itself, and how it is written and read. */
export interface ValueKind<Value> {
  kind: TermKind
  /** What the value counts: `GPUs`, `% of the standard fee`, `USD a month`; empty for words and dates. */
  unit: string
  /** The least and the most a number may be, in the units it is kept in; null where it is none. */
  bounds: { least: number; most: number } | null
  editor: TermEditor
  /** As the grid and the PDF show it. */
  format(value: Value, style: NumberStyle, terms: DealTerms): string
  /** As the field holds it while it is edited; read back by `parse` to the same value. Default: `format`. */
  input?(value: Value, style: NumberStyle): string
  /** As a spreadsheet takes it; read back by `parse` to the same value. Default: the text of `input`. */
  plain?(value: Value, style: NumberStyle): PlainValue
  parse(text: string, style: NumberStyle, terms: DealTerms): Parsed<Value>
}

/** What a term is, with the type of its value. The catalogue holds it once the type is closed over. */
export interface TermDefinition<Value> extends ValueKind<Value> {
  id: string
  group: TermGroup
  label: string
  /** What may be written, in one sentence. */
  help: string
  read(terms: DealTerms): Value
  edit(terms: DealTerms, value: Value): TermCommand
  /** What must be there before the term says anything; default: nothing. */
  needs?: Need
  /** The value of a deal that does not speak of it: its row waits until one does. Default: every value speaks. */
  silent?(value: Value): boolean
}

/** Another term that this one is a part of. */
export interface Need {
  isMet(terms: DealTerms): boolean
  /** What stands in the cell while it is not. */
  otherwise: string
  /** Why nothing can be entered, in one sentence. */
  problem: string
  /** What must be there before that, in its own words. */
  first?: Need
}

/** One editable term of a deal, for every screen and document that shows or edits it. */
export interface Term {
  readonly id: string
  readonly group: TermGroup
  readonly label: string
  readonly help: string
  readonly kind: TermKind
  readonly unit: string
  readonly bounds: { least: number; most: number } | null
  readonly editor: TermEditor
  /** Whether the deal has what this term is a part of; a row that applies to no deal in view is left out. */
  applies(terms: DealTerms): boolean
  /** Whether it applies and says more than every deal says that does not speak of it. */
  speaks(terms: DealTerms): boolean
  show(terms: DealTerms, style: NumberStyle): string
  input(terms: DealTerms, style: NumberStyle): string
  /** As a spreadsheet takes it. Only where the term applies. */
  plain(terms: DealTerms, style: NumberStyle): PlainValue
  /** The command that writes what was typed; null where it says what the deal already says. */
  enter(terms: DealTerms, text: string, style: NumberStyle): Parsed<TermCommand | null>
  /** The value as text, for comparing deals and for evidence; the same value always gives the same text. */
  canonical(terms: DealTerms): string
  /** A value as `canonical` gives it, as the grid would show it; null where it is none of this term. */
  showValue(canonical: string, style: NumberStyle, terms: DealTerms): string | null
  /** The command that writes a value as `canonical` gives it. Throws a SyntaxError where it is none. */
  write(terms: DealTerms, canonical: string): TermCommand
}

/** What each term of a deal says, as text, for as long as somebody has the deal: all in one place, which goes at once. */
const canonicalsOf = remembered((_terms: DealTerms) => new Map<string, string>())

export function defineTerm<Value>(definition: TermDefinition<Value>): Term {
  const { id, group, label, help, kind, unit, bounds, editor, read, format, input, plain, parse, edit } =
    definition
  const { needs, silent } = definition
  const unmet = (terms: DealTerms) =>
    needs?.first?.isMet(terms) === false ? needs.first : needs?.isMet(terms) === false ? needs : null
  const applies = (terms: DealTerms) => unmet(terms) === null
  const canonical = (terms: DealTerms) => {
    const canonicals = canonicalsOf(terms)
    const known = canonicals.get(id)
    if (known !== undefined) return known
    const written = applies(terms) ? JSON.stringify(read(terms)) : 'null'
    const made = kind === 'text' ? nameForm(written) : written
    canonicals.set(id, made)
    return made
  }
  return {
    id,
    group,
    label,
    help,
    kind,
    unit,
    bounds,
    editor,
    canonical,
    applies,
    speaks: (terms) => applies(terms) && !(silent?.(read(terms)) ?? false),
    write: (terms, text) => edit(terms, JSON.parse(text) as Value),
    showValue(text, style, terms) {
      try {
        return format(JSON.parse(text) as Value, style, terms)
      } catch {
        return null
      }
    },
    show: (terms, style) => unmet(terms)?.otherwise ?? format(read(terms), style, terms),
    input(terms, style) {
      const need = unmet(terms)
      if (need) return need.otherwise
      return input ? input(read(terms), style) : format(read(terms), style, terms)
    },
    plain(terms, style) {
      const value = read(terms)
      if (plain) return plain(value, style)
      const text = input ? input(value, style) : format(value, style, terms)
      return plainText(kind === 'text' ? guarded(text) : text)
    },
    enter(terms, text, style) {
      const need = unmet(terms)
      if (need) return text.trim() === need.otherwise ? { ok: true, value: null } : problem(need.problem)
      const value = parse(text, style, terms)
      if (!value.ok) return value
      const isSame = JSON.stringify(value.value) === canonical(terms)
      return { ok: true, value: isSame ? null : edit(terms, value.value) }
    },
  }
}

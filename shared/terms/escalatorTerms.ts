import { dateOf, dayOf, monthsAfter } from '../days.ts'
import type { EscalatorTerm } from '../schema/charge.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import { choice, count, firstDay, optional, percent, yesOrNo } from './fields.ts'
import { chargeSlot } from './slot.ts'
import { defineTerm, type Term, type TermDefinition, type ValueKind } from './term.ts'

/** What a new escalator says but for its rate: every year from the first anniversary, on the standard fee. */
const firstEscalator = ({ deal }: DealTerms): Omit<EscalatorTerm, 'rate'> => ({
  kind: 'fixed',
  cap: null,
  floor: null,
  firstOn: dateOf(monthsAfter(dayOf(deal.start), 12)),
  everyMonths: 12,
  appliesTo: 'standard',
  decimals: null,
  carried: false,
})

const bounds = { least: limits.lowestEscalation, most: limits.highestEscalation }
const escalation = percent('An escalation', '3 %', bounds, '% at each anniversary')

/** How the price of the charge in one place of a deal rises; all but its rate wait until there is one. */
export function escalatorTerms(index: number): Term[] {
  const slot = chargeSlot(index)

  /** The escalator without the ids that place it in a book. */
  function escalatorOf(terms: DealTerms): EscalatorTerm | null {
    const { escalator } = slot.of(terms)
    if (!escalator) return null
    const { id: _id, chargeId: _chargeId, ...rest } = escalator
    return rest
  }
  const change = (terms: DealTerms, changes: Partial<EscalatorTerm>) => ({
    type: 'escalator.set' as const,
    chargeId: slot.of(terms).charge.id,
    escalator: { ...escalatorOf(terms)!, ...changes },
  })
  const needs = slot.needing(
    ({ escalator }) => escalator !== null,
    'no escalator',
    'This charge has no escalator. Enter its rate first.',
  )
  const needsIndex = slot.needing(
    ({ escalator }) => escalator?.kind === 'index',
    'no index',
    'Only an index has a cap and a floor. Let the escalator follow an index first.',
  )
  const field = <Key extends Exclude<keyof EscalatorTerm, 'rate' | 'carried'>>(
    key: Key,
    label: string,
    help: string,
    kind: ValueKind<EscalatorTerm[Key]>,
    more: Pick<TermDefinition<EscalatorTerm[Key]>, 'needs' | 'silent'> = {},
  ): Term =>
    defineTerm<EscalatorTerm[Key]>({
      id: slot.id(`escalator-${key}`),
      group: 'price',
      label: slot.label(label),
      help,
      ...kind,
      read: (terms) => slot.of(terms).escalator![key],
      edit: (terms, value) => change(terms, { [key]: value }),
      needs,
      ...more,
    })
  return [
    defineTerm<number | null>({
      id: slot.id('escalator'),
      group: 'price',
      label: slot.label('Escalator'),
      help: 'How much the standard price rises at each anniversary, such as 3 %. Empty where it does not.',
      ...optional(escalation, 'none'),
      read: (terms) => slot.of(terms).escalator?.rate ?? null,
      edit: (terms, value) => ({
        type: 'escalator.set',
        chargeId: slot.of(terms).charge.id,
        escalator: value === null ? null : { ...(escalatorOf(terms) ?? firstEscalator(terms)), rate: value },
      }),
      needs: slot.needs,
      silent: index === 0 ? undefined : (value) => value === null,
    }),
    field(
      'kind',
      'Escalates by',
      'A fixed rate, or an index whose rate is assumed and held by a cap and a floor.',
      choice([
        { id: 'fixed', label: 'a fixed rate' },
        { id: 'index', label: 'an assumed index' },
      ]),
    ),
    field(
      'cap',
      'Index capped at',
      'The most the index adds at an anniversary, such as 5 %. Empty where there is no cap.',
      optional(escalation, 'none'),
      { needs: needsIndex },
    ),
    field(
      'floor',
      'Index at least',
      'The least the index adds at an anniversary, such as 2 %. Empty where there is no floor.',
      optional(escalation, 'none'),
      { needs: needsIndex },
    ),
    field(
      'firstOn',
      'First escalation',
      'The first day at the first escalated fee, such as 1 May 2027.',
      firstDay,
    ),
    field(
      'everyMonths',
      'Escalates every',
      'The months from one escalation to the next, such as 12.',
      count(
        'The months between escalations',
        '12',
        { least: 1, most: limits.escalationMonths },
        'month',
        'months',
      ),
    ),
    field(
      'appliesTo',
      'Escalates',
      'The standard fee alone, or a fixed fee of the ramp too. A percentage is always of the escalated fee.',
      choice([
        { id: 'standard', label: 'the standard fee' },
        { id: 'ramped', label: 'fixed ramp fees too' },
      ]),
    ),
    field(
      'decimals',
      'Escalated price rounds to',
      'Decimals a price is rounded to at each anniversary, such as 2. Empty for all that are kept.',
      optional(
        count('The decimals of a price', '2', { least: 0, most: 6 }, 'decimal', 'decimals'),
        'all decimals',
      ),
      { silent: (value) => value === null },
    ),
    defineTerm<'yes' | 'no'>({
      id: slot.id('escalator-carried'),
      group: 'price',
      label: slot.label('Escalates in renewals'),
      help: 'Whether the escalator goes on into renewals.',
      ...yesOrNo,
      read: (terms) => (slot.of(terms).escalator!.carried ? 'yes' : 'no'),
      edit: (terms, value) => change(terms, { carried: value === 'yes' }),
      needs,
      silent: (value) => value === 'no',
    }),
  ]
}

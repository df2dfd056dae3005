import { dateOf, dayOf, monthsAfter } from '../days.ts'
import { formatDate } from '../format/date.ts'
import { formatPercent, type NumberStyle } from '../format/number.ts'
import { parseCount, parseDate, parsePercent } from '../format/parse.ts'
import type { EscalatorTerm } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import { choice, line, optional } from './fields.ts'
import { defineTerm, type Need, type Term } from './term.ts'

const none = 'none'

/** What a new escalator says but for its rate: every year from the first anniversary, on the standard fee. */
const firstEscalator = ({ deal }: DealTerms): Omit<EscalatorTerm, 'rate'> => ({
  kind: 'fixed',
  cap: null,
  floor: null,
  firstOn: dateOf(monthsAfter(dayOf(deal.start), 12)),
  everyMonths: 12,
  appliesTo: 'standard',
})

/** The escalator of a deal without the ids that place it in a book. */
function escalatorOf(terms: DealTerms): EscalatorTerm | null {
  if (!terms.escalator) return null
  const { id: _id, chargeId: _chargeId, ...escalator } = terms.escalator
  return escalator
}

const change = (terms: DealTerms, changes: Partial<EscalatorTerm>) => ({
  type: 'escalator.set' as const,
  chargeId: terms.charge.id,
  escalator: { ...escalatorOf(terms)!, ...changes },
})

const needs: Need = {
  isMet: ({ escalator }) => escalator !== null,
  otherwise: 'no escalator',
  problem: 'This deal has no escalator. Enter its rate first.',
}

const parseRate = (text: string, { locale }: NumberStyle) =>
  parsePercent(text, locale, {
    least: limits.lowestEscalation,
    most: limits.highestEscalation,
    subject: 'An escalation',
  })

const rate = defineTerm<number | null>({
  id: 'escalator',
  group: 'price',
  label: 'Escalator',
  help: 'How much the standard fee rises at each anniversary, such as 3 %. Empty where it does not.',
  editor: line,
  read: ({ escalator }) => escalator?.rate ?? null,
  format: (value, { locale }) => (value === null ? none : formatPercent(value, locale)),
  parse: (text, style) =>
    text.trim().toLowerCase() === none
      ? { ok: true, value: null }
      : optional(text, (written) => parseRate(written, style)),
  edit: (terms, value) => ({
    type: 'escalator.set',
    chargeId: terms.charge.id,
    escalator: value === null ? null : { ...(escalatorOf(terms) ?? firstEscalator(terms)), rate: value },
  }),
})

const kind = defineTerm<EscalatorTerm['kind']>({
  id: 'escalator-kind',
  group: 'price',
  label: 'Escalates by',
  help: 'A fixed rate, or an index whose rate is assumed and held by a cap and a floor.',
  needs,
  read: ({ escalator }) => escalator!.kind,
  edit: (terms, value) => change(terms, { kind: value }),
  ...choice([
    { id: 'fixed', label: 'a fixed rate' },
    { id: 'index', label: 'an assumed index' },
  ]),
})

const bound = (field: 'cap' | 'floor', label: string, help: string) =>
  defineTerm<number | null>({
    id: `escalator-${field}`,
    group: 'price',
    label,
    help,
    editor: line,
    needs: {
      isMet: ({ escalator }) => escalator?.kind === 'index',
      otherwise: 'no index',
      problem: 'Only an index has a cap and a floor. Let the escalator follow an index first.',
    },
    read: ({ escalator }) => escalator![field],
    format: (value, { locale }) => (value === null ? none : formatPercent(value, locale)),
    parse: (text, style) =>
      text.trim().toLowerCase() === none
        ? { ok: true, value: null }
        : optional(text, (written) => parseRate(written, style)),
    edit: (terms, value) => change(terms, { [field]: value }),
  })

const firstOn = defineTerm<string>({
  id: 'escalator-firstOn',
  group: 'price',
  label: 'First escalation',
  help: 'The first day at the first escalated fee, such as 1 May 2027.',
  editor: line,
  needs,
  read: ({ escalator }) => escalator!.firstOn,
  format: formatDate,
  parse: (text) => parseDate(text, 'first'),
  edit: (terms, value) => change(terms, { firstOn: value }),
})

const everyMonths = defineTerm<number>({
  id: 'escalator-everyMonths',
  group: 'price',
  label: 'Escalates every',
  help: 'The months from one escalation to the next, such as 12.',
  editor: line,
  needs,
  read: ({ escalator }) => escalator!.everyMonths,
  format: (value) => (value === 1 ? '1 month' : `${value} months`),
  parse: (text, { locale }) =>
    parseCount(text, locale, {
      least: 1,
      most: limits.escalationMonths,
      subject: 'The months between escalations',
      ignored: ['months', 'month'],
    }),
  edit: (terms, value) => change(terms, { everyMonths: value }),
})

const appliesTo = defineTerm<EscalatorTerm['appliesTo']>({
  id: 'escalator-appliesTo',
  group: 'price',
  label: 'Escalates',
  help: 'The standard fee alone, or a fixed fee of the ramp too. A percentage is always of the escalated fee.',
  needs,
  read: ({ escalator }) => escalator!.appliesTo,
  edit: (terms, value) => change(terms, { appliesTo: value }),
  ...choice([
    { id: 'standard', label: 'the standard fee' },
    { id: 'ramped', label: 'fixed ramp fees too' },
  ]),
})

/** How the fee rises; all but its rate wait until there is one. */
export const escalatorTerms: readonly Term[] = [
  rate,
  kind,
  bound(
    'cap',
    'Index capped at',
    'The most the index adds at an anniversary, such as 5 %. Empty where there is no cap.',
  ),
  bound(
    'floor',
    'Index at least',
    'The least the index adds at an anniversary, such as 2 %. Empty where there is no floor.',
  ),
  firstOn,
  everyMonths,
  appliesTo,
]

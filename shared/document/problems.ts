import type { z } from 'zod/mini'
import type { TermProblem } from '../commands/rules.ts'

/** What is wrong with a deal, with the term it belongs to. */
export interface DealProblem {
  /** The place in a document, `charges[0].ramp[1].share`; for a contradiction the term of the catalogue. */
  term: string
  /** The place in a document, where the term is one of the catalogue and called otherwise there. */
  place?: string
  /** One sentence a person reads. */
  message: string
}

/** Names come from the document and may be of any length, with anything in them. */
const longestName = 40

const named = (key: PropertyKey): string => {
  const name = String(key)
    .slice(0, longestName + 1)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '\ufffd')
  return name.length > longestName ? `${name.slice(0, longestName).toWellFormed()}…` : name
}

/** A path as it is written: `charges[0].ramp[1].share`. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${named(key)}`)).join('')

/** A problem at one place of a document, with its message as the rest of the sentence. */
export const problemAt = (place: string, message: string): DealProblem => ({
  term: place,
  message: `${place}: ${message}`,
})

/** A contradiction between terms, with its place in the document where the term of the catalogue is not its name there. */
export function contradictionProblem(problem: TermProblem): DealProblem {
  const { term, message } = problem
  const place = placeOfContradiction(problem)
  return place === term ? { term, message } : { term, place, message }
}

function placeOfContradiction({ term, part }: TermProblem): string {
  const right = /^(buyer|provider)-(\w+)$/.exec(term)
  if (right) return `rights.${right[1]}.${right[2]}`
  if (part === undefined) return term === 'monthlyFee' ? 'charges' : term
  if (term === 'delivery') return `tranches[${part}].delivery`
  const [list, field] = /^(charge|tranche)-(\w+)$/.exec(term)?.slice(1) ?? ['charge', term]
  return `${list}s[${part}].${field}`
}

/** At most so many places are named beside the first. */
const namedPlaces = 3

/**
 * All problems of a document in one sentence: the first in full, the others by their places. `of` names the document,
 * and `within` the place of the deal in it.
 */
export function spoken(problems: readonly DealProblem[], of: string, within = ''): string {
  const places = problems.map(({ place, term }) => place ?? term)
  const inDocument = (place: string) =>
    within === '' ? place : place === 'deal' ? within : `${within}.${place}`
  const [first] = problems
  const message = first!.message.startsWith(`${first!.term}: `)
    ? first!.message.slice(first!.term.length + 2)
    : first!.message
  const others = places.slice(1, 1 + namedPlaces).map(inDocument)
  const more = problems.length - 1
  const rest = more > others.length ? [...others, '…'] : others
  const note = more === 0 ? '' : ` (and ${more} more: ${rest.join(', ')})`
  return `${of}, ${inDocument(places[0]!)}: ${message.replace(/\.$/, '')}${note}.`
}

/** The problems a schema found, each in a sentence that names its place; that of the whole is `whole`. */
export const problemsOf = (error: z.core.$ZodError, whole = 'deal'): DealProblem[] =>
  lastOfEach(error.issues).map((issue) => problemAt(placeOf(issue.path) || whole, sentence(issue)))

/** One issue a place: the last, for the closest bound is checked last. */
function lastOfEach(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const byPlace = new Map(issues.map((issue) => [placeOf(issue.path), issue]))
  return [...byPlace.values()]
}

const words: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** What zod/mini says where a schema has no words of its own. */
const defaultMessage = 'Invalid input'

/** `1 character is`, `60 entries are`. */
const counted = (count: number | bigint, of: string): string =>
  Number(count) === 1
    ? `1 ${of === 'string' ? 'character' : 'entry'} is`
    : `${count} ${of === 'string' ? 'characters' : 'entries'} are`

function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'this is missing.'
        : `${words[issue.expected] ?? issue.expected} is wanted here.`
    case 'unrecognized_keys':
      return `there is no term ${[...issue.keys.slice(0, namedPlaces).map((key) => `“${named(key)}”`), ...(issue.keys.length > namedPlaces ? ['…'] : [])].join(', ')} here.`
    case 'invalid_value':
      return `choose one of ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at least ${counted(issue.minimum, issue.origin)} wanted here.`
        : `this lies below ${String(issue.minimum)}, the least that is possible.`
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at most ${counted(issue.maximum, issue.origin)} possible here.`
        : `this lies above ${String(issue.maximum)}, the most that is possible.`
    case 'custom':
      return `${issue.message}.`
    case 'invalid_format':
      return issue.message === defaultMessage
        ? 'this is not of the form that is wanted here.'
        : `${issue.message}.`
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return 'this cannot be read.'
  }
}

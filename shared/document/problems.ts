import type { z } from 'zod/mini'

/** What is wrong with a deal, with the term it belongs to. */
export interface DealProblem {
  /** The place in a document, `charges[0].ramp[1].share`; for a contradiction the term of the catalogue. */
  term: string
  /** One sentence a person reads. */
  message: string
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`))
    .join('')

/** The problems a schema found, each in a sentence that names its place. */
export const problemsOf = (error: z.core.$ZodError): DealProblem[] =>
  lastOfEach(error.issues).map((issue) => {
    const term = placeOf(issue.path) || 'deal'
    return { term, message: `${term}: ${sentence(issue)}` }
  })

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
      return `there is no term ${issue.keys.map((key) => `“${key}”`).join(', ')} here.`
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

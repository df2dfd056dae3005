import { type CivilDate, parseCivilDate } from '../days.ts'
import type { DealProblem } from '../document/problems.ts'
import type { Party } from '../schema/deal.ts'
import { limits } from '../schema/limits.ts'
import { discountings, parties, timings } from '../schema/vocabulary.ts'
import type { Valuation } from './presentValue.ts'

/** What a deal is looked at with; each has a default. */
export interface Assumptions {
  /** The date exits are asked for; by default the start of the deal. */
  asOf?: CivilDate
  /** The date present values are taken at; by default the start of the deal. */
  valuedOn?: CivilDate
  /** By default effective. */
  discounting?: Valuation['discounting']
  /** By default advance. */
  timing?: Valuation['timing']
  /** Whose books are read: it turns the sign of `netPresentValue`, and no amount. By default the buyer's. */
  perspective?: Party
  /** Millionths of the major unit a GPU-hour on demand. */
  onDemandPrice?: number
  /** Another deal, as JSON, that this one is measured against. */
  baseline?: unknown
  /** Asks for the notice that ends service by this day, among the key dates. */
  outBy?: CivilDate
}

const known = [
  'asOf',
  'valuedOn',
  'discounting',
  'timing',
  'perspective',
  'onDemandPrice',
  'baseline',
  'outBy',
] satisfies (keyof Assumptions)[]

const isDate = (date: unknown): boolean =>
  typeof date === 'string' &&
  parseCivilDate(date) !== null &&
  date >= limits.earliestDate &&
  date <= limits.latestDate

/** What is wrong with assumptions, which may be anything another program gives; each with its name. */
export function assumptionProblems(assumptions: Assumptions): DealProblem[] {
  if (typeof assumptions !== 'object' || assumptions === null || Array.isArray(assumptions))
    return [{ term: 'assumptions', message: 'assumptions: an object is wanted here.' }]
  const unknown = Object.keys(assumptions)
    .filter((key) => !(known as readonly string[]).includes(key))
    .map((key) => ({ term: key, message: `${key}: there is no assumption of this name.` }))
  const { asOf, valuedOn, outBy, discounting, timing, perspective, onDemandPrice } = assumptions
  const dates = Object.entries({ asOf, valuedOn, outBy })
    .filter(([, date]) => date !== undefined && !isDate(date))
    .map(([term]) => ({
      term,
      message: `${term}: a date such as 2026-11-20 is wanted here, from ${limits.earliestDate} to ${limits.latestDate}.`,
    }))
  const choices = [
    { term: 'discounting', value: discounting, of: discountings },
    { term: 'timing', value: timing, of: timings },
    { term: 'perspective', value: perspective, of: parties },
  ]
    .filter(({ value, of }) => value !== undefined && !(of as readonly string[]).includes(value))
    .map(({ term, of }) => ({ term, message: `${term}: choose one of ${of.join(', ')}.` }))
  const isPrice = onDemandPrice === undefined || (Number.isSafeInteger(onDemandPrice) && onDemandPrice >= 0)
  const prices = isPrice
    ? []
    : [
        {
          term: 'onDemandPrice',
          message: 'onDemandPrice: a whole number of millionths, 0 or more, is wanted here.',
        },
      ]
  return [...unknown, ...dates, ...choices, ...prices]
}

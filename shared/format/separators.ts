import { plainForms } from './plainForms.ts'
import { type Rational, rational } from '../rational.ts'

/** The signs by which numbers are written in a place. */
interface Separators {
  /** The one that stands before decimals, and all that are read as it. */
  decimal: string
  decimals: ReadonlySet<string>
  /** The one that stands between groups of digits, and all that are read as it. */
  group: string
  groups: ReadonlySet<string>
  /** Digits are grouped by two above the thousands: 12,34,567. */
  isIndian: boolean
}

/** In a class of a regular expression: every sign that separates digits somewhere, but for the space. */
export const separatorSigns = ".,'’\u066b\u066c"

/** What no place takes for anything else, in plain forms. */
const alwaysDecimal = ['\u066b']
const alwaysGroup = ['\u066c', "'", '’', ' ']

const separators = new Map<string, Separators>()

function separatorsOf(locale: string): Separators {
  const known = separators.get(locale)
  if (known) return known
  // A place may write amounts of money by other signs than numbers (Austria), and Latin digits by others than its own.
  const written = [{}, { style: 'currency', currency: 'EUR' }, { numberingSystem: 'latn' }] as const
  const parts = written.map((options) => new Intl.NumberFormat(locale, options).formatToParts(1234567.5))
  const find = (type: string) =>
    parts.flatMap((each) => each.filter((part) => part.type === type).map(({ value }) => value))
  const [signs, between] = [find('decimal'), find('group')]
  const decimal = signs[0] ?? '.'
  const decimals = new Set([...signs.map(plainForms), ...alwaysDecimal])
  const made = {
    decimal,
    decimals,
    group: between[0] ?? (decimal === ',' ? '.' : ','),
    groups: new Set([...between.map(plainForms), ...alwaysGroup].filter((sign) => !decimals.has(sign))),
    isIndian: parts[0]!.filter((part) => part.type === 'integer').at(-2)?.value.length === 2,
  }
  separators.set(locale, made)
  return made
}

/** A text in the signs of a place: `1.25B` is `1,25B` in Germany. The text has `.` for decimals and `,` for groups. */
export function localExample(example: string, locale: string): string {
  const { decimal, group } = separatorsOf(locale)
  return example.replaceAll(/[.,]/g, (sign) => (sign === '.' ? decimal : group))
}

/** Digits with their separators, understood; or why not, with the readings they could have, as the place writes them. */
export type Digits =
  | { ok: true; value: Rational; hasGroups: boolean; decimals: number }
  | { ok: false; readings: readonly string[] }

/**
 * Reads digits by the signs of a place, exactly. The rule, for every field:
 *
 * 1. The place's own signs decide. Groups have three digits (in India two above the thousands, or three), but for the first,
 *    which has one to three and begins with no zero: nobody writes 65 as `0,065`. One sign stands between all of them.
 * 2. What is not so written is never read: where it is a number by the signs of another place (`1.250,50`), or a slip
 *    (`1,25`), the answer has every reading, and the person writes the one that is meant.
 *
 * `parseNumber` adds that decimals finer than the field keeps, which look like a group of the other convention, are
 * questioned too: `220.000` GPUs.
 */
export function readDigits(digits: string, locale: string): Digits {
  const { decimals, groups, isIndian } = separatorsOf(locale)
  const own = digits.replaceAll(/\D/g, (sign) => (decimals.has(sign) ? '.' : groups.has(sign) ? ' ' : '?'))
  const [whole = '', fraction = '', more] = own.split('.')
  const isGrouped = isWellGrouped(whole, isIndian) && haveOneSign(digits.slice(0, whole.length))
  if (more === undefined && /^\d*$/.test(fraction) && (isGrouped || /^\d*$/.test(whole)))
    return {
      ok: true,
      value: exact(whole + (fraction && `.${fraction}`)),
      hasGroups: isGrouped,
      decimals: fraction.length,
    }
  return { ok: false, readings: bothReadings(digits, locale) }
}

/** Whether one sign stands between all groups: `391 030,201` has the decimals of another place. */
const haveOneSign = (grouped: string): boolean => new Set(grouped.replaceAll(/\d/g, '')).size <= 1

/** What digits mean by the signs of any place, as this place writes it: 220 and 220,000 for `220.000`; at most two, or none. */
export const bothReadings = (digits: string, locale: string): string[] =>
  readingsOf(digits).map((reading) => shown(reading, locale))

const isWellGrouped = (whole: string, isIndian: boolean): boolean =>
  /^[1-9]\d{0,2}(?: \d{3})+$/.test(whole) || (isIndian && /^[1-9]\d?(?: \d{2})* \d{3}$/.test(whole))

function exact(text: string): Rational {
  const [whole = '', fraction = ''] = text.replaceAll(' ', '').split('.')
  return rational(BigInt(whole + fraction || '0'), 10n ** BigInt(fraction.length))
}

/** The same with `.` for decimals and no groups. */
function readingsOf(digits: string): string[] {
  const [last = '', ...before] = [...digits.matchAll(/\D/g)].map(([sign]) => sign).toReversed()
  const at = digits.lastIndexOf(last)
  const [whole, fraction] = [digits.slice(0, at), digits.slice(at + 1)]
  const asGroups = whole.replaceAll(/\D/g, ' ')
  const sameSigns = new Set(before).size <= 1
  const readings: string[] = []
  // The last separator stands before decimals.
  const canBeDecimal = last !== ' ' && fraction !== '' && !before.includes(last) && sameSigns
  if (canBeDecimal && (/^\d*$/.test(asGroups) || isWellGrouped(asGroups, true)))
    readings.push(`${asGroups.replaceAll(' ', '')}.${fraction}`)
  // All of them stand between groups: as they should, or where a digit was forgotten or the first group is empty.
  const all = digits.replaceAll(/\D/g, ' ')
  const areGroups = before.every((sign) => sign === last)
  if (areGroups && (isWellGrouped(all, true) || before.length === 0))
    readings.push(digits.replaceAll(/\D/g, ''))
  return readings
}

const shown = (reading: string, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(reading as `${number}`)
